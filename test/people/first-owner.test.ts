import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { rateLimitPolicy } from '../../src/access/rate-limit.ts';
import { offerOwnership } from '../../src/domain/sessions/offer-ownership.ts';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { ask, signIn } from './browser.ts';
import { invite } from './team.ts';

const clock = createTestClock();
let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => void (app = await startTestApp({ clock })));
afterAll(() => app.close());
beforeEach(async () => void (workspace = await app.workspace()));

const minuteMs = 60_000;

async function offer(): Promise<string> {
  const url = await offerOwnership(app.app.services, workspace.orgId);
  if (url === null) throw new Error('Nothing was offered.');
  return new URL(url).hash.slice(1);
}

const members = () => workspace.graph.ask('{ members { nodes { name type role email } } }');

it('the link of the first start makes who opens it the owner, and no member before', async () => {
  const token = await offer();
  expect(await members()).toEqual({ members: { nodes: [] } });
  const { status, cookie } = await signIn(app, { token });
  expect(status).toBe(201);
  const owner = { name: 'Owner', type: 'HUMAN', role: 'OWNER', email: null };
  expect(await members()).toEqual({ members: { nodes: [owner] } });
  expect((await ask(app, cookie, '{ viewer { member { role } } }')).data).toEqual({
    viewer: { member: { role: 'OWNER' } },
  });
  expect((await signIn(app, { token })).status).toBe(401);
});

it('is good for fifteen minutes', async () => {
  const [token] = [await offer()];
  clock.advance(15 * minuteMs);
  expect((await signIn(app, { token })).status).toBe(401);
  const next = await offer();
  clock.advance(15 * minuteMs - 1);
  expect((await signIn(app, { token: next })).status).toBe(201);
});

it('a further one ends the one before, and there is none once an owner came', async () => {
  const [first, second] = [await offer(), await offer()];
  expect((await signIn(app, { token: first })).status).toBe(401);
  expect((await signIn(app, { token: second })).status).toBe(201);
  expect(await offerOwnership(app.app.services, workspace.orgId)).toBeNull();
});

it('makes no second owner beside one who came by an invitation meanwhile', async () => {
  const token = await offer();
  const invited = await invite(workspace.graph, 'OWNER');
  expect((await signIn(app, { token: invited.token })).status).toBe(201);
  expect((await signIn(app, { token })).status).toBe(401);
});

it('signing in is limited by address, and a session by the key that opened it', async () => {
  const policy = rateLimitPolicy(3);
  const limited = await startTestApp({ database: app.database, clock, rateLimitPolicy: policy });
  const { cookie } = await signIn(limited, { key: workspace.keys.graphql });
  const codes: unknown[] = [];
  for (let asked = 0; asked < 4; asked += 1)
    codes.push((await ask(limited, cookie, '{ viewer { apiKeyId } }')).errors?.[0]?.extensions['code']);
  expect(codes).toEqual([undefined, undefined, undefined, 'LIMITED']);
  const again = await signIn(limited, { key: workspace.keys.graphql });
  expect((await ask(limited, again.cookie, '{ viewer { apiKeyId } }')).errors?.[0]?.extensions['code']).toBe('LIMITED');
  const attempts = Array.from({ length: policy.addresses.session }, () => signIn(limited, { token: 'x' }));
  const statuses = (await Promise.all(attempts)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  await limited.app.close();
});

it.each([
  ['nothing', {}],
  ['both', { key: 'tby_1', token: 'tbi_1' }],
  ['what is no text', { key: 1 }],
  ['more than there is', { token: 'tbi_1', role: 'OWNER' }],
])('%s is no credential', async (_, credential) => {
  const { status, body } = await signIn(app, credential);
  expect([status, JSON.parse(body)]).toMatchObject([400, { error: 'invalid' }]);
});
