import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { roles } from '../../src/access/roles.ts';
import { allScopes, type Scope } from '../../src/access/scopes.ts';
import { bareId } from '../../src/ids.ts';
import { overServerSentEvents, overWebSocket } from '../live/product-client.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { createGraphClient } from '../support/graph-client.ts';
import { timed } from '../support/patiently.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { invite, inviteRefused, join, keyOf, removeMember, signedIn, updateRole } from './team.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app.close());
beforeEach(async () => void (workspace = await app.workspace()));

const scopesOf = async (graph: TestWorkspace['graph']) =>
  (await graph.ask<{ viewer: { scopes: string[] } }>('{ viewer { scopes } }')).viewer.scopes;

describe('the table of roles', () => {
  it('gives owners all there is but the installation’s, and each further role less', () => {
    const held: readonly (readonly Scope[])[] = Object.values(roles).map(({ scopes }) => scopes);
    expect(allScopes.filter((scope) => !held[0]?.includes(scope))).toEqual(['staff']);
    for (const [at, scopes] of held.slice(1).entries())
      expect(scopes.filter((scope) => !held[at]?.includes(scope))).toEqual([]);
    expect(held.map(({ length }) => length)).toEqual([33, 32, 20, 11]);
  });

  it.each(Object.entries(roles))('stands in docs/operating.md as it is: %s', (role, { about }) => {
    const page = readFileSync(new URL('../../docs/operating.md', import.meta.url), 'utf8');
    expect(page.split('\n').map((line) => line.replace(/ +/g, ' ').trim())).toContain(`| \`${role}\` | ${about} |`);
  });

  it('has viewers read alone, and lets agents reach neither keys nor webhooks nor people', () => {
    expect(roles.VIEWER.scopes.filter((scope) => !scope.endsWith(':read'))).toEqual([]);
    const kept = /^(?:keys|webhooks|audit|pipeline|workspace):|^(?:members|businesses|widgets):write$/;
    expect(roles.AGENT.scopes.filter((scope) => kept.test(scope))).toEqual([]);
  });
});

describe('a role', () => {
  it.each(['OWNER', 'ADMIN', 'AGENT', 'VIEWER'] as const)('%s bounds every key bound to the member', async (role) => {
    const { graph } = await join(app, workspace, role);
    expect(await scopesOf(graph)).toEqual(roles[role].scopes.toSorted());
  });

  it('never adds to what a key holds itself', async () => {
    const { memberId } = await invite(workspace.graph, 'OWNER');
    const reader = await workspace.graphAs(['leads:read']);
    const { viewer } = await reader.ask<{ viewer: { apiKeyId: string } }>('{ viewer { apiKeyId } }');
    await app.database.prisma.apiKey.updateMany({
      where: { orgId: workspace.orgId, id: bareId(viewer.apiKeyId) },
      data: { memberId: bareId(memberId) },
    });
    expect(await scopesOf(reader)).toEqual(['leads:read']);
  });

  it('of a member who has none bounds nothing, as for agents that were connected before', async () => {
    const { connectOpenClaw } = await workspace.graph.ask<{ connectOpenClaw: { member: { id: string; role: null } } }>(
      'mutation { connectOpenClaw { member { id role } } }',
    );
    expect(connectOpenClaw.member.role).toBeNull();
    expect(await scopesOf(await keyOf(app, workspace, connectOpenClaw.member.id))).toEqual(allScopes.toSorted());
  });

  it('that is lowered holds for the next request, and is told in the audit', async () => {
    const { memberId, graph } = await join(app, workspace, 'ADMIN');
    await graph.ask('mutation { createLead(input: { name: "Ada" }) { lead { id } } }');
    await workspace.graph.ask(updateRole, { id: memberId, role: 'VIEWER' });
    expect(await graph.refusal('mutation { createLead(input: { name: "Ada" }) { lead { id } } }')).toBe('FORBIDDEN');
    const audit = '{ auditLog(first: 1) { nodes { action subjectId changes { field before after } } } }';
    expect(await workspace.graph.ask(audit)).toEqual({
      auditLog: {
        nodes: [
          {
            action: 'member.updated',
            subjectId: bareId(memberId),
            changes: [{ field: 'role', before: 'ADMIN', after: 'VIEWER' }],
          },
        ],
      },
    });
  });

  it.each([
    ['socket', overWebSocket, { code: 4403 }],
    [
      'stream of server-sent events',
      overServerSentEvents,
      { value: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } },
    ],
  ] as const)('that is lowered ends an open %s within a second', timed, async (_, transport, ending) => {
    const { memberId, graph } = await join(app, workspace, 'ADMIN');
    const leaving = new AbortController();
    const query = 'subscription { leadEvents(after: "evt_0000000000000000") { id } }';
    const answers = transport(app, graph.key, { query }, leaving.signal);
    await workspace.graph.ask('mutation { createLead(input: { name: "Ada" }) { lead { id } } }');
    expect((await answers.next()).value).toMatchObject({ data: { leadEvents: {} } });
    await workspace.graph.ask(updateRole, { id: memberId, role: 'AGENT' });
    const since = performance.now();
    expect(await answers.next().catch((closed: unknown) => closed)).toMatchObject(ending);
    expect(performance.now() - since).toBeLessThan(1000);
    leaving.abort();
  });
});

describe('who gives and takes roles', () => {
  it('holds all that the role can do: an admin makes, changes and removes no owner', async () => {
    const [owner, admin, other] = [
      await join(app, workspace, 'OWNER'),
      await join(app, workspace, 'ADMIN'),
      await join(app, workspace, 'VIEWER'),
    ];
    await invite(workspace.graph, 'OWNER');
    expect(await inviteRefused(admin.graph, { role: 'OWNER' })).toBe('FORBIDDEN');
    expect(await inviteRefused(admin.graph, { role: 'OWNER', email: owner.email })).toBe('FORBIDDEN');
    expect(await admin.graph.refusal(updateRole, { id: other.memberId, role: 'OWNER' })).toBe('FORBIDDEN');
    expect(await admin.graph.refusal(updateRole, { id: admin.memberId, role: 'OWNER' })).toBe('FORBIDDEN');
    expect(await admin.graph.refusal(updateRole, { id: owner.memberId, role: 'VIEWER' })).toBe('FORBIDDEN');
    expect(await admin.graph.refusal(removeMember, { id: owner.memberId })).toBe('FORBIDDEN');
    const address =
      'mutation ($id: ID!) { updateMember(id: $id, input: { email: "mine@example.com" }) { member { id } } }';
    expect(await admin.graph.refusal(address, { id: owner.memberId })).toBe('FORBIDDEN');
    const revoke = 'mutation ($id: ID!) { revokeInvitation(memberId: $id) { member { id } } }';
    expect(await admin.graph.refusal(revoke, { id: owner.memberId })).toBe('FORBIDDEN');
    await admin.graph.ask(updateRole, { id: other.memberId, role: 'ADMIN' });
    await other.graph.ask(removeMember, { id: admin.memberId });
    expect(await admin.graph.refusal('{ viewer { apiKeyId } }')).toBe('UNAUTHENTICATED');
  });

  it('makes no key that does more: it is bound to the same member', async () => {
    const { memberId, graph } = await join(app, workspace, 'ADMIN');
    const create =
      'mutation { createApiKey(input: { name: "Mine", dialect: GRAPHQL }) { apiKey { member { id } } secret } }';
    const { createApiKey: made } = await graph.ask<{ createApiKey: { apiKey: object; secret: string } }>(create);
    expect(made.apiKey).toEqual({ member: { id: memberId } });
    await workspace.graph.ask(updateRole, { id: memberId, role: 'VIEWER' });
    expect(await scopesOf(createGraphClient(app.url, made.secret))).toEqual(roles.VIEWER.scopes.toSorted());
    await workspace.graph.ask(removeMember, { id: memberId });
    expect(await createGraphClient(app.url, made.secret).refusal('{ viewer { apiKeyId } }')).toBe('UNAUTHENTICATED');
  });
});

it('a member without a role gets one from who holds all that its living keys do', async () => {
  const { connectOpenClaw } = await workspace.graph.ask<{ connectOpenClaw: { member: { id: string } } }>(
    'mutation { connectOpenClaw { member { id } } }',
  );
  const { id } = connectOpenClaw.member;
  const strong = await keyOf(app, workspace, id, ['workspace:write', 'leads:read']);
  const admin = await join(app, workspace, 'ADMIN');
  expect(await admin.graph.refusal(updateRole, { id, role: 'VIEWER' })).toBe('FORBIDDEN');
  expect(await scopesOf(strong)).toEqual(['leads:read', 'workspace:write']);
  await app.database.prisma.apiKey.updateMany({
    where: { orgId: workspace.orgId, memberId: bareId(id), scopes: { has: 'workspace:write' } },
    data: { revokedAt: new Date() },
  });
  await admin.graph.ask(updateRole, { id, role: 'VIEWER' });
});

describe('the last owner', () => {
  it('is neither removed nor given another role', async () => {
    const { memberId } = await invite(workspace.graph, 'OWNER');
    expect(await workspace.graph.refusal(removeMember, { id: memberId })).toBe('CONFLICT');
    expect(await workspace.graph.refusal(updateRole, { id: memberId, role: 'ADMIN' })).toBe('CONFLICT');
    await invite(workspace.graph, 'OWNER');
    await workspace.graph.ask(updateRole, { id: memberId, role: 'ADMIN' });
  });

  it('is one who has signed in, whoever else was invited', async () => {
    const [one, two] = [await invite(workspace.graph, 'OWNER'), await invite(workspace.graph, 'OWNER')];
    await signedIn(app, workspace, one.memberId);
    expect(await workspace.graph.refusal(removeMember, { id: one.memberId })).toBe('CONFLICT');
    await workspace.graph.ask(removeMember, { id: two.memberId });
  });
});

it('a member whose keys are the last that mint keys keeps a role that may', async () => {
  const { memberId, graph } = await join(app, workspace, 'ADMIN');
  const ids = await app.database.prisma.apiKey.findMany({ where: { orgId: workspace.orgId, memberId: null } });
  await app.database.prisma.apiKey.updateMany({
    where: { id: { in: ids.map(({ id }) => id) }, scopes: { has: 'keys:write' } },
    data: { revokedAt: new Date() },
  });
  expect(await graph.refusal(updateRole, { id: memberId, role: 'AGENT' })).toBe('CONFLICT');
});
