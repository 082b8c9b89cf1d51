import { afterAll, beforeAll, expect, it } from 'vitest';
import { allScopes } from '../../src/access/scopes.ts';
import { behindOrganisation } from '../support/behind-organisation.ts';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import { testEngine } from '../support/database.ts';
import { createGraphClient, type GraphClient } from '../support/graph-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';

const clock = createTestClock();
let app: TestApp;
beforeAll(async () => void (app = await startTestApp({ clock })));
afterAll(() => app.close());

const revoke = 'mutation ($id: ID!) { revokeApiKey(id: $id) { apiKey { revokedAt } } }';

async function idOf(key: string): Promise<string> {
  const asked = '{ viewer { apiKeyId } }';
  return (await createGraphClient(app.url, key).ask<{ viewer: { apiKeyId: string } }>(asked)).viewer.apiKeyId;
}

/** A workspace whose operator key is the only one that holds `keys:write`. */
async function openWithOneMinter(): Promise<TestWorkspace & { minter: string }> {
  const workspace = await app.workspace();
  await workspace.graph.ask(revoke, { id: await idOf(workspace.keys.clawcrm) });
  return { ...workspace, minter: await idOf(workspace.keys.graphql) };
}

type Issued = { createApiKey: { apiKey: { id: string }; secret: string } };

async function issue(graph: GraphClient, input: object = {}) {
  const create = 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { id } secret } }';
  const variables = { input: { name: 'Another', dialect: 'GRAPHQL', scopes: allScopes, ...input } };
  return (await graph.ask<Issued>(create, variables)).createApiKey;
}

it('the last key that mints keys is not revoked, and is told what to do first', async () => {
  const { graph, minter } = await openWithOneMinter();
  const refused = await graph.send(revoke, { id: minter });
  expect(refused.errors).toMatchObject([
    {
      message:
        'No other key of this workspace would be left that can mint keys for as long. First make one that holds keys:write with createApiKey, then end this one with it.',
      extensions: { code: 'CONFLICT' },
    },
  ]);
  const { secret } = await issue(graph);
  await createGraphClient(app.url, secret).ask(revoke, { id: minter });
  expect(await graph.refusal('{ viewer { apiKeyId } }')).toBe('UNAUTHENTICATED');
});

it.each([
  ['does not mint keys', { scopes: ['leads:read'] }],
  ['ends before it', { expiresAt: new Date(clock.now().getTime() + 60_000).toISOString() }],
])('a key that %s does not stand in for it', async (_, input) => {
  const { graph, minter } = await openWithOneMinter();
  await issue(graph, input);
  expect(await graph.refusal(revoke, { id: minter })).toBe('CONFLICT');
});

it('nor does one that is locked to a business', async () => {
  const { graph, minter } = await openWithOneMinter();
  const create = 'mutation { createBusiness(input: { name: "One" }) { business { id } } }';
  const { createBusiness } = await graph.ask<{ createBusiness: { business: { id: string } } }>(create);
  await issue(graph, { businessId: createBusiness.business.id });
  expect(await graph.refusal(revoke, { id: minter })).toBe('CONFLICT');
});

it('one that is locked to a business is no loss, however long it lasts', async () => {
  const { graph, minter, orgId } = await openWithOneMinter();
  const create = 'mutation { createBusiness(input: { name: "One" }) { business { id } } }';
  const { createBusiness } = await graph.ask<{ createBusiness: { business: { id: string } } }>(create);
  const locked = await issue(graph, { businessId: createBusiness.business.id });
  await app.database.prisma.apiKey.updateMany({
    where: { orgId, id: minter.slice(minter.indexOf('_') + 1) },
    data: { expiresAt: new Date(clock.now().getTime() + 60_000) },
  });
  expect((await graph.send(revoke, { id: locked.apiKey.id })).errors).toEqual([]);
});

it('of two that revoke each other at once, one stays', async () => {
  const { graph, minter, orgId } = await openWithOneMinter();
  const other = await issue(graph);
  const both = () =>
    Promise.all([
      graph.send(revoke, { id: other.apiKey.id }),
      createGraphClient(app.url, other.secret).send(revoke, { id: minter }),
    ]);
  const answers =
    testEngine === 'postgres' ? await behindOrganisation(app.database.pool, orgId, 2, both) : await both();
  const codes = answers.map(({ errors }) => errors[0]?.extensions['code'] ?? 'revoked');
  expect(codes.filter((code) => code === 'revoked')).toHaveLength(1);
});

it('a member whose key is the last that mints keys is not removed', async () => {
  const { graph, minter, orgId } = await openWithOneMinter();
  const create = 'mutation { createMember(input: { name: "Kim", type: HUMAN }) { member { id } } }';
  const { createMember } = await graph.ask<{ createMember: { member: { id: string } } }>(create);
  const { id } = createMember.member;
  const bare = (shown: string) => shown.slice(shown.indexOf('_') + 1);
  await app.database.prisma.apiKey.updateMany({
    where: { orgId, id: bare(minter) },
    data: { memberId: bare(id) },
  });
  const remove = 'mutation ($id: ID!) { removeMember(id: $id) { member { id } } }';
  expect(await graph.refusal(remove, { id })).toBe('CONFLICT');
  expect((await graph.send('{ viewer { apiKeyId } }')).errors).toEqual([]);
});
