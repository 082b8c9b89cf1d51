import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { roles } from '../../src/access/roles.ts';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import { createGraphClient } from '../support/graph-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { ask, leave, signIn } from './browser.ts';
import { type Minted, newKey, newLead, peopleOf } from './people-of.ts';
import { invite, removeMember, updateRole } from './team.ts';

const clock = createTestClock();
let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => void (app = await startTestApp({ clock })));
afterAll(() => app.close());
beforeEach(async () => void (workspace = await app.workspace()));

const hourMs = 60 * 60 * 1000;

const { come, codeOf, mint, revoke } = peopleOf(
  () => app,
  () => workspace,
);

describe('a link', () => {
  it('signs its member in, who joins, with what its role may do', async () => {
    const { memberId, status, body, headers } = await come('AGENT');
    expect([status, JSON.parse(body)]).toEqual([
      201,
      {
        expiresAt: new Date(clock.now().getTime() + 12 * hourMs).toISOString(),
        member: { id: memberId, name: expect.any(String), role: 'AGENT' },
      },
    ]);
    const { port } = new URL(app.url);
    expect(headers['set-cookie']?.[0]).toMatch(
      new RegExp(`^tributary-session-${port}=tbs_\\w{43}; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict$`),
    );
    expect(headers['cache-control']).toBe('no-store');
  });

  it('shows in the session who it is', async () => {
    const { memberId, cookie } = await come('AGENT');
    const { data } = await ask(app, cookie, '{ viewer { dialect scopes expiresAt member { id role joinedAt } } }');
    expect(data).toEqual({
      viewer: {
        dialect: 'GRAPHQL',
        scopes: roles.AGENT.scopes.toSorted(),
        expiresAt: new Date(clock.now().getTime() + 12 * hourMs).toISOString(),
        member: { id: memberId, role: 'AGENT', joinedAt: clock.now().toISOString() },
      },
    });
  });

  it('is good once, of several at once too', async () => {
    const { token } = await invite(workspace.graph, 'AGENT');
    const all = await Promise.all(Array.from({ length: 5 }, () => signIn(app, { token })));
    expect(all.map(({ status }) => String(status)).toSorted()).toEqual(['201', '401', '401', '401', '401']);
    expect((await signIn(app, { token })).status).toBe(401);
  });

  it('is refused late, and by whom has left, was removed or was invited anew, all in the same words', async () => {
    const [late, removed, revoked, again] = [
      await invite(workspace.graph, 'AGENT'),
      await invite(workspace.graph, 'AGENT'),
      await invite(workspace.graph, 'AGENT'),
      await invite(workspace.graph, 'AGENT'),
    ];
    await workspace.graph.ask(removeMember, { id: removed.memberId });
    await workspace.graph.ask('mutation ($id: ID!) { revokeInvitation(memberId: $id) { member { id } } }', {
      id: revoked.memberId,
    });
    await invite(workspace.graph, 'AGENT', again.email);
    const tokens = [removed.token, revoked.token, again.token, `tbi_${'0'.repeat(43)}`, 'x', ''];
    const answers = await Promise.all(tokens.map((token) => signIn(app, { token })));
    clock.advance(7 * 24 * hourMs);
    answers.push(await signIn(app, { token: late.token }));
    const refused = [401, { error: 'unauthenticated', message: expect.any(String) }];
    for (const { status, body } of answers) expect([status, JSON.parse(body)]).toEqual(refused);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  });

  it('that was opened at once with the member’s removal lets nobody in who is gone', async () => {
    const { memberId, token } = await invite(workspace.graph, 'AGENT');
    const [{ cookie }] = await Promise.all([
      signIn(app, { token }),
      workspace.graph.ask(removeMember, { id: memberId }),
    ]);
    expect(await codeOf(cookie)).toBe('UNAUTHENTICATED');
  });
});

describe('a key', () => {
  it.each(['graphql', 'clawcrm'] as const)('of kind %s signs in, as itself, with what it may do', async (kind) => {
    const { status, body, cookie } = await signIn(app, { key: workspace.keys[kind] });
    expect([status, JSON.parse(body)]).toMatchObject([201, { member: null }]);
    const key = await (kind === 'graphql' ? workspace.graph : createGraphClient(app.url, workspace.keys.clawcrm)).ask<{
      viewer: object;
    }>('{ viewer { apiKeyId scopes } }');
    const { data } = await ask<{ viewer: object }>(app, cookie, '{ viewer { apiKeyId scopes dialect } }');
    expect(data?.viewer).toEqual({ ...key.viewer, dialect: 'GRAPHQL' });
  });

  it.each(['quincer', 'ai93', 'widget'] as const)('of kind %s does not', async (kind) => {
    const { status, headers } = await signIn(app, { key: workspace.keys[kind] });
    expect([status, headers['set-cookie']]).toEqual([401, undefined]);
  });

  it('that is locked to a business opens a session that is locked to it', async () => {
    const { createBusiness } = await workspace.graph.ask<{ createBusiness: { business: { id: string } } }>(
      'mutation { createBusiness(input: { name: "North" }) { business { id } } }',
    );
    const { id } = createBusiness.business;
    const { key } = await workspace.graphAs(['leads:read', 'businesses:read'], id);
    const { cookie } = await signIn(app, { key });
    const { data } = await ask(app, cookie, '{ viewer { scopes business { id } } }');
    expect(data).toEqual({ viewer: { scopes: ['businesses:read', 'leads:read'], business: { id } } });
  });

  it('of a member opens a session in that member’s name, which may do no more than the key', async () => {
    const { memberId, cookie } = await come('OWNER');
    const { data } = await ask<Minted>(app, cookie, newKey, { scopes: ['leads:read', 'leads:write'] });
    const own = await signIn(app, { key: data?.createApiKey.secret });
    const { data: seen } = await ask(app, own.cookie, '{ viewer { scopes member { id } } }');
    expect(seen).toEqual({ viewer: { scopes: ['leads:read', 'leads:write'], member: { id: memberId } } });
  });

  it('is refused where it is unknown, revoked or a session’s', async () => {
    const { cookie } = await signIn(app, { key: workspace.keys.graphql });
    const { key } = await workspace.graphAs(['leads:read']);
    await revoke(key);
    for (const secret of [key, cookie.slice(cookie.indexOf('=') + 1), `tby_${'0'.repeat(43)}`, ''])
      expect((await signIn(app, { key: secret })).status).toBe(401);
  });
});

describe('what a session mints', () => {
  it('of a member outlives the session, and is bounded by the membership', async () => {
    const { memberId, cookie } = await come('ADMIN');
    const { apiKey, secret } = await mint(cookie);
    expect(apiKey).toEqual({ expiresAt: null, member: { id: memberId } });
    clock.advance(12 * hourMs);
    expect(await codeOf(cookie)).toBe('UNAUTHENTICATED');
    const graph = createGraphClient(app.url, secret);
    await graph.ask(newLead);
    await workspace.graph.ask(updateRole, { id: memberId, role: 'VIEWER' });
    expect(await graph.refusal(newLead)).toBe('FORBIDDEN');
    await workspace.graph.ask(removeMember, { id: memberId });
    expect(await graph.refusal(newLead)).toBe('UNAUTHENTICATED');
  });

  it('of a key ends no later than the key, and not with the session', async () => {
    const endsAt = new Date(clock.now().getTime() + 48 * hourMs).toISOString();
    const create = `mutation { createApiKey(input: { name: "Two days", dialect: GRAPHQL, expiresAt: "${endsAt}" }) { secret } }`;
    const { createApiKey: made } = await workspace.graph.ask<Minted>(create);
    const { cookie } = await signIn(app, { key: made.secret });
    const { apiKey, secret } = await mint(cookie);
    expect(apiKey).toEqual({ expiresAt: endsAt, member: null });
    await leave(app, cookie);
    await createGraphClient(app.url, secret).ask('{ viewer { apiKeyId } }');
  });

  it('of a key that ends within the twelve hours, the session ends with it', async () => {
    const endsAt = new Date(clock.now().getTime() + hourMs).toISOString();
    const create = `mutation { createApiKey(input: { name: "An hour", dialect: GRAPHQL, expiresAt: "${endsAt}" }) { secret } }`;
    const { createApiKey: made } = await workspace.graph.ask<Minted>(create);
    const { body, cookie } = await signIn(app, { key: made.secret });
    expect(JSON.parse(body)).toMatchObject({ expiresAt: endsAt });
    clock.advance(hourMs);
    expect(await codeOf(cookie)).toBe('UNAUTHENTICATED');
  });
});
