import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemActor } from '../../../src/access/actor.ts';
import { endTakeover } from '../../../src/domain/conversations/takeover/end-takeover.ts';
import type { Responder } from '../../../src/domain/conversations/responder/responder.ts';
import { bareId } from '../../../src/ids.ts';
import { join, removeMember, updateRole } from '../../people/team.ts';
import { createTestClock, startTestApp, type TestApp } from '../../support/app.ts';
import { testEngine } from '../../support/database.ts';
import type { GraphClient } from '../../support/graph-client.ts';
import type { TestWorkspace } from '../../support/workspace.ts';
import { patiently } from '../../support/patiently.ts';

const clock = createTestClock();
let whileThinking: () => Promise<unknown> = async () => undefined;
let timesAsked = 0;
const responder: Responder = {
  async respond({ messages }) {
    timesAsked += 1;
    const meanwhile = whileThinking;
    whileThinking = async () => undefined;
    await meanwhile();
    return { content: `To ${messages.at(-1)?.content}`, language: null, leftToTeam: false };
  },
};

let app: TestApp;
let workspace: TestWorkspace;
let id: string;
beforeAll(async () => void (app = await startTestApp({ responder, clock })));
afterAll(() => app.close());
beforeEach(async () => {
  workspace = await app.workspace();
  id = await say('Hello');
  timesAsked = 0;
});

async function say(message: string, conversationId?: string): Promise<string> {
  const { sendVisitorMessage } = await workspace.graph.ask<{ sendVisitorMessage: { conversation: { id: string } } }>(
    `mutation ($widgetId: ID!, $input: SendVisitorMessageInput!) {
      sendVisitorMessage(widgetId: $widgetId, input: $input) { conversation { id } } }`,
    { widgetId: workspace.widgetId, input: { message, conversationId } },
  );
  return sendVisitorMessage.conversation.id;
}

const takeOver = (graph: GraphClient = workspace.graph, leaseSeconds?: number) =>
  graph.send(
    'mutation ($id: ID!, $leaseSeconds: Int) { takeOverConversation(id: $id, leaseSeconds: $leaseSeconds) { conversation { id } } }',
    { id, leaseSeconds },
  );
const handBack = () =>
  workspace.graph.ask('mutation ($id: ID!) { handBackConversation(id: $id) { conversation { id } } }', { id });

type Said = { role: string; content: string };
async function said(): Promise<string[]> {
  const { conversation } = await workspace.graph.ask<{ conversation: { messages: { nodes: Said[] } } }>(
    'query ($id: ID!) { conversation(id: $id) { messages(first: 50) { nodes { role content } } } }',
    { id },
  );
  return conversation.messages.nodes.map(({ role, content }) => `${role} ${content}`).slice(2);
}
const statusOf = async () =>
  (
    await workspace.graph.ask<{ conversation: object }>(
      'query ($id: ID!) { conversation(id: $id) { status takenOverBy { id } } }',
      { id },
    )
  ).conversation;
const free = { status: 'ACTIVE', takenOverBy: null };

describe('what a visitor wrote while somebody held the conversation', () => {
  const answered = ['VISITOR Anybody?', 'AI To Anybody?'];

  it('is answered once it is handed back', async () => {
    await takeOver();
    await say('Anybody?', id);
    await handBack();
    await expect.poll(said).toEqual(answered);
  });

  it('is answered once, where many nodes end the lease', async () => {
    await takeOver(workspace.graph, 30);
    await say('Anybody?', id);
    clock.advance(30_000);
    const end = () => endTakeover(app.app.services.openAs(systemActor(workspace.orgId, 'lease')), bareId(id));
    await Promise.all(Array.from({ length: 8 }, end));
    await expect.poll(said).toEqual(answered);
    expect(timesAsked).toBe(1);
  });

  it('is answered once together with what they write while the AI thinks', async () => {
    await takeOver();
    await say('Anybody?', id);
    const written = Promise.withResolvers<void>();
    whileThinking = () => say('Please?', id).finally(written.resolve);
    await handBack();
    await written.promise;
    await expect.poll(said).toEqual(['VISITOR Anybody?', 'VISITOR Please?', 'AI To Please?']);
    expect(timesAsked).toBe(2);
  });

  it.each([
    ['is removed', (memberId: string) => workspace.graph.ask(removeMember, { id: memberId })],
    ['becomes a viewer', (memberId: string) => workspace.graph.ask(updateRole, { id: memberId, role: 'VIEWER' })],
  ])('is answered once the member who holds it %s', async (_, end) => {
    const { memberId, graph } = await join(app, workspace, 'AGENT');
    await takeOver(graph);
    await say('Anybody?', id);
    await end(memberId);
    expect(await statusOf()).toEqual(free);
    await expect.poll(said).toEqual(answered);
  });

  it('asks the AI for nothing where a person has answered', async () => {
    await takeOver();
    await say('Anybody?', id);
    await workspace.graph.ask(
      'mutation ($id: ID!) { replyToConversation(id: $id, message: "Yes") { message { id } } }',
      { id },
    );
    await handBack();
    await takeOver();
    await handBack();
    expect([await said(), timesAsked]).toEqual([['VISITOR Anybody?', 'HUMAN Yes'], 0]);
  });
});

// The embedded database has one connection, so nobody is met there in the middle of a write.
describe.runIf(testEngine === 'postgres')('a member who takes over while leaving', () => {
  it.each([
    ['is removed', removeMember, {}],
    ['becomes a viewer', updateRole, { role: 'VIEWER' }],
  ])('and %s holds nothing afterwards', async (_, ending, more) => {
    const { memberId, graph } = await join(app, workspace, 'AGENT');
    const locker = await app.database.pool.connect();
    const waiting = (count: number) =>
      vi.waitFor(async () => {
        const { rows } = await app.database.pool.query<{ count: number }>(
          `select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        expect(rows[0]?.count).toBeGreaterThanOrEqual(count);
      }, patiently);
    try {
      await locker.query('begin');
      await locker.query('select 1 from members where org_id = $1 and id = $2 for update', [
        workspace.orgId,
        bareId(memberId),
      ]);
      const ended = workspace.graph.send(ending, { id: memberId, ...more });
      await waiting(1);
      const taken = takeOver(graph);
      await Promise.race([taken, waiting(2)]);
      await locker.query('commit');
      expect((await ended).errors).toEqual([]);
      await taken;
    } finally {
      locker.release();
    }
    expect(await statusOf()).toEqual(free);
  });
});

describe.runIf(testEngine === 'postgres')('a member who leaves while a conversation changes hands', () => {
  it('does not hand back what somebody else holds by then', async () => {
    const { memberId, graph } = await join(app, workspace, 'AGENT');
    await takeOver(graph);
    const other = await join(app, workspace, 'AGENT');
    const changer = await app.database.pool.connect();
    try {
      await changer.query('begin');
      await changer.query('update conversations set holder_member_id = $3 where org_id = $1 and id = $2', [
        workspace.orgId,
        bareId(id),
        bareId(other.memberId),
      ]);
      const removed = workspace.graph.send(removeMember, { id: memberId });
      await vi.waitFor(
        async () => {
          const { rowCount } = await app.database.pool.query(
            `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
          );
          expect(rowCount).toBeGreaterThanOrEqual(1);
        },
        { timeout: 3000, interval: 20 },
      );
      await changer.query('commit');
      expect((await removed).errors).toEqual([]);
    } finally {
      changer.release();
    }
    expect(await statusOf()).toEqual({ status: 'HUMAN_ACTIVE', takenOverBy: { id: other.memberId } });
  });
});

it('somebody else takes over the moment a lease is over, though nobody has ended it yet', async () => {
  const { memberId, graph } = await join(app, workspace, 'AGENT');
  const reply = 'mutation ($id: ID!) { replyToConversation(id: $id, message: "On it") { message { id } } }';
  const codeOf = async (sent: ReturnType<typeof takeOver>) => (await sent).errors[0]?.extensions['code'];
  await takeOver(workspace.graph, 30);
  clock.advance(29_999);
  expect(await codeOf(takeOver(graph))).toBe('CONFLICT');
  clock.advance(1);
  expect(await codeOf(takeOver(graph))).toBeUndefined();
  expect(await statusOf()).toEqual({ status: 'HUMAN_ACTIVE', takenOverBy: { id: memberId } });
  const { rows } = await app.database.pool.query<{ type: string }>(
    'select type from events where org_id = $1 order by position desc limit 2',
    [workspace.orgId],
  );
  expect(rows.map(({ type }) => type)).toEqual(['conversation.taken_over', 'conversation.handed_back']);
  expect(await workspace.graph.refusal(reply, { id })).toBe('CONFLICT');
  await graph.ask(reply, { id });
});

it('a lease is renewed once half of it has passed, or by another length, and that is no change of the conversation', async () => {
  type Shown = { takenOverUntil: string; updatedAt: string };
  const lease = async (leaseSeconds: number) => {
    const { takeOverConversation } = await workspace.graph.ask<{ takeOverConversation: { conversation: Shown } }>(
      `mutation ($id: ID!, $leaseSeconds: Int) {
        takeOverConversation(id: $id, leaseSeconds: $leaseSeconds) { conversation { takenOverUntil updatedAt } } }`,
      { id, leaseSeconds },
    );
    const { takenOverUntil, updatedAt } = takeOverConversation.conversation;
    return { ms: Date.parse(takenOverUntil) - clock.now().getTime(), updatedAt };
  };
  const { updatedAt } = await lease(60);
  clock.advance(29_999);
  expect(await lease(60)).toEqual({ ms: 30_001, updatedAt });
  clock.advance(1);
  expect(await lease(60)).toEqual({ ms: 60_000, updatedAt });
  expect(await lease(90)).toEqual({ ms: 90_000, updatedAt });
  const { auditLog } = await workspace.graph.ask<{ auditLog: { nodes: { action: string }[] } }>(
    '{ auditLog(first: 50) { nodes { action } } }',
  );
  expect(auditLog.nodes.filter(({ action }) => action === 'conversation.lease_renewed')).toHaveLength(2);
});
