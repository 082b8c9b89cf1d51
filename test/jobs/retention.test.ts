import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { createRetention } from '../../src/jobs/retention.ts';
import { originCursor } from '../../src/events/cursor.ts';
import { overWebSocket, take } from '../live/product-client.ts';
import { ask } from '../people/browser.ts';
import { peopleOf } from '../people/people-of.ts';
import { invite } from '../people/team.ts';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import { putOffSchedules } from '../support/put-off-schedules.ts';
import type { TestWorkspace } from '../support/workspace.ts';

const dayMs = 24 * 60 * 60 * 1000;
const clock = createTestClock();
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ clock });
  // What is pruned here is pruned by the tests alone.
  await putOffSchedules(app.database.pool);
});
afterAll(() => app.close());

test('events older than the retention go, newer ones stay, and who resumes after a pruned one is told', async () => {
  const { graph, orgId } = await app.workspace();
  type Events = { events: { nodes: { id: string }[] } };
  const create = 'mutation { createLead(input: { name: "Ada" }) { lead { id } } }';
  const list = '{ events(first: 10) { nodes { id } } }';
  await graph.ask(create);
  const [old] = (await graph.ask<Events>(list)).events.nodes;
  clock.advance(20 * dayMs);
  await graph.ask(create);

  const retention = createRetention({ pool: app.database.pool, clock, eventDays: 30 });
  expect(await retention.prune()).toEqual({ events: 0 });
  clock.advance(11 * dayMs);
  const revision = async () =>
    (await app.database.prisma.organisation.findUniqueOrThrow({ where: { id: orgId } })).revision;
  const before = await revision();
  expect(await retention.prune()).toEqual({ events: 1 });
  expect(await revision()).toBe(before + 1n);

  expect((await graph.ask<Events>(list)).events.nodes).toHaveLength(1);
  const resume = 'query ($after: ID) { events(after: $after) { nodes { id } } }';
  expect(await graph.refusal(resume, { after: old?.id })).toBe('CURSOR_EXPIRED');
  const query = 'subscription ($after: ID) { events(after: $after) { id } }';
  const follow = (after: string | undefined) =>
    take(overWebSocket(app, graph.key, { query, variables: { after } }, new AbortController().signal), 1);
  expect(await follow(old?.id)).toMatchObject([{ errors: [{ extensions: { code: 'CURSOR_EXPIRED' } }] }]);
  const [kept] = (await graph.ask<Events>(list)).events.nodes;
  expect(await follow(originCursor)).toMatchObject([{ data: { events: kept } }]);
  const register = `mutation {
    createWebhookEndpoint(input: { url: "http://127.0.0.1:9/", format: STANDARD }) { endpoint { id } }
  }`;
  type Made = { createWebhookEndpoint: { endpoint: { id: string } } };
  const { createWebhookEndpoint: made } = await graph.ask<Made>(register);
  const replay = `mutation ($id: ID!, $after: ID!) { replayEvents(endpointId: $id, after: $after) { replayed } }`;
  expect(await graph.refusal(replay, { id: made.endpoint.id, after: old?.id })).toBe('CURSOR_EXPIRED');
  expect(await graph.ask(replay, { id: made.endpoint.id, after: originCursor })).toEqual({
    replayEvents: { replayed: 1 },
  });
});

test('events go from the oldest on, so that a log has no gaps at any time', async () => {
  const { orgId } = await app.workspace();
  const { pool } = app.database;
  await pool.query(
    `insert into events (org_id, position, id, type, version, snapshot, created_at)
     select $1, n, 'evt_' || lpad(to_hex(n), 16, '0'), 'lead.created', 1, '{}', $2 from generate_series(2500, 1, -1) n`,
    [orgId, clock.now()],
  );
  await pool.query('update organisations set position = 2500 where id = $1', [orgId]);
  clock.advance(31 * dayMs);
  await pool.query('delete from events where org_id <> $1', [orgId]);
  const kept: string[] = [];
  const query = async (text: string, values: unknown[]) => {
    const result = await pool.query(text, values);
    const { rows } = await pool.query<{ log: string }>(
      `select count(*) || ' from ' || coalesce(min(position), 0) as log from events where org_id = $1`,
      [orgId],
    );
    if (rows[0] && kept.at(-1) !== rows[0].log) kept.push(rows[0].log);
    return result;
  };
  await createRetention({ pool: { query } as typeof pool, clock, eventDays: 30 }).prune();
  expect(kept).toEqual(['1500 from 1001', '500 from 2001', '0 from 0']);
});

describe('what people signed in with', () => {
  const people = () =>
    peopleOf(
      () => app,
      () => workspace,
    );
  let workspace: TestWorkspace;
  beforeAll(async () => void (workspace = await app.workspace()));
  const prune = () => createRetention({ pool: app.database.pool, clock, eventDays: 365 }).prune();
  const sessions = async () =>
    (await app.database.prisma.apiKey.findMany({ where: { orgId: workspace.orgId, isSession: true } })).map(
      ({ id }) => id,
    );
  const invitations = () => app.database.prisma.invitation.count({ where: { orgId: workspace.orgId } });

  it('goes thirty days after its end, of which what was written tells whose it was; keys stay', async () => {
    const { come } = people();
    const { cookie } = await come('OWNER');
    await invite(workspace.graph, 'AGENT');
    const talk = await workspace.graph.ask<{ sendVisitorMessage: { conversation: { id: string } } }>(
      'mutation ($id: ID!) { sendVisitorMessage(widgetId: $id, input: { message: "Hello" }) { conversation { id } } }',
      { id: workspace.widgetId },
    );
    const { id } = talk.sendVisitorMessage.conversation;
    for (const mutation of [
      'takeOverConversation(id: $id) { conversation { id } }',
      'replyToConversation(id: $id, message: "On it") { message { id } }',
      'handBackConversation(id: $id) { conversation { id } }',
    ])
      expect((await ask(app, cookie, `mutation ($id: ID!) { ${mutation} }`, { id })).errors).toBeUndefined();
    const shown = () =>
      workspace.graph.ask(
        `query ($id: ID!) { conversation(id: $id) { messages(first: 10) { nodes { content author { name } } } }
                            auditLog(first: 200) { nodes { action member { name } } } }`,
        { id },
      );
    const before = await shown();
    const keys = await app.database.prisma.apiKey.count({ where: { orgId: workspace.orgId, isSession: false } });

    clock.advance(30 * dayMs);
    await prune();
    expect([(await sessions()).length, await invitations()]).toEqual([1, 2]);
    clock.advance(dayMs / 2 + 1);
    await prune();
    expect([await sessions(), await invitations()]).toEqual([[], 2]);
    clock.advance(7 * dayMs);
    await prune();
    expect(await invitations()).toBe(0);
    expect(await shown()).toEqual(before);
    expect(await app.database.prisma.apiKey.count({ where: { orgId: workspace.orgId, isSession: false } })).toBe(keys);
  });

  it('stays while a conversation is held with it', async () => {
    const { cookie } = await people().come('OWNER');
    const talk = await workspace.graph.ask<{ sendVisitorMessage: { conversation: { id: string } } }>(
      'mutation ($id: ID!) { sendVisitorMessage(widgetId: $id, input: { message: "Hello" }) { conversation { id } } }',
      { id: workspace.widgetId },
    );
    const { id } = talk.sendVisitorMessage.conversation;
    await ask(app, cookie, 'mutation ($id: ID!) { takeOverConversation(id: $id) { conversation { id } } }', { id });
    clock.advance(60 * dayMs);
    await prune();
    expect(await sessions()).toHaveLength(1);
    await workspace.graph.ask('mutation ($id: ID!) { closeConversation(id: $id) { conversation { id } } }', { id });
    await prune();
    expect(await sessions()).toEqual([]);
  });

  it('goes in batches, however many there are', async () => {
    await app.database.pool.query(
      `insert into api_keys (org_id, id, dialect, name, hint, hash, scopes, is_session, expires_at, created_at)
       select $1, 'old-' || n, 'GRAPHQL', 'Console session', '', decode(md5(n::text), 'hex'), '{}', true, $2, $2 from generate_series(1, 2500) n`,
      [workspace.orgId, new Date(clock.now().getTime() - 31 * dayMs)],
    );
    const removed: (number | null)[] = [];
    const query = async (text: string, values: unknown[]) => {
      const result = await app.database.pool.query(text, values);
      if (text.includes('delete from api_keys')) removed.push(result.rowCount);
      return result;
    };
    const pool = { query } as typeof app.database.pool;
    await createRetention({ pool, clock, eventDays: 365 }).prune();
    expect(removed).toEqual([1000, 1000, 500]);
  });
});
