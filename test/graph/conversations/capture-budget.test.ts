import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock, startTestApp, type TestApp } from '../../support/app.ts';
import { openTestDatabase } from '../../support/database.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

const hourMs = 60 * 60 * 1000;
const clock = createTestClock();
let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp({ clock });
  workspace = await app.workspace();
});
afterAll(() => app.close());

type Chat = { id: string; leadId: string | null; notCapturedAt: string | null };
type Sent = { conversation: Chat; reply: { content: string } | null };

async function openWidget(leadsPerHour: number | null, of = workspace): Promise<string> {
  const { createWidget } = await of.graph.ask<{ createWidget: { widget: { id: string } } }>(
    'mutation ($most: Int) { createWidget(input: { name: "Site", leadsPerHour: $most }) { widget { id } } }',
    { most: leadsPerHour },
  );
  return createWidget.widget.id;
}

async function say(widgetId: string, message: string, conversationId: string | null = null, of = workspace) {
  const { sendVisitorMessage } = await of.graph.ask<{ sendVisitorMessage: Sent }>(
    `mutation ($widgetId: ID!, $input: SendVisitorMessageInput!) {
      sendVisitorMessage(widgetId: $widgetId, input: $input) { conversation { id leadId notCapturedAt } reply { content } } }`,
    { widgetId, input: { message, conversationId } },
  );
  return sendVisitorMessage;
}

let people = 0;
/** Half of them give an address, half a number. */
const introduce = () => {
  people += 1;
  return people % 2 === 0 ? `I am Ada, ada${people}@example.com` : `Call me at +49 30 1234${1000 + people}`;
};

const widgetOf = async (id: string) =>
  (
    await workspace.graph.ask<{ node: object }>(
      'query ($id: ID!) { node(id: $id) { ... on Widget { leadsPerHour conversationsNotCaptured } } }',
      { id },
    )
  ).node;

const chatsNotCaptured = async (widgetId: string) =>
  (
    await workspace.graph.ask<{ conversations: { nodes: Chat[] } }>(
      'query ($widgetId: ID!) { conversations(first: 100, filter: { widgetId: $widgetId, notCaptured: true }) { nodes { id } } }',
      { widgetId },
    )
  ).conversations.nodes.map(({ id }) => id);

describe('the leads that a widget’s chats may make in an hour', () => {
  it('are as many as it says, when all come at once; the others are answered too, and its owner is told', async () => {
    const widgetId = await openWidget(2);
    const sent = await Promise.all(Array.from({ length: 6 }, async () => say(widgetId, introduce())));
    const captured = sent.filter(({ conversation }) => conversation.leadId !== null);
    const others = sent.filter(({ conversation }) => conversation.leadId === null);
    expect([captured.length, others.length]).toEqual([2, 4]);
    expect(sent.every(({ reply }) => reply !== null)).toBe(true);
    expect(captured.every(({ conversation }) => conversation.notCapturedAt === null)).toBe(true);
    expect(others.every(({ conversation }) => conversation.notCapturedAt !== null)).toBe(true);
    expect(await widgetOf(widgetId)).toEqual({ leadsPerHour: 2, conversationsNotCaptured: 4 });
    expect((await chatsNotCaptured(widgetId)).toSorted()).toEqual(
      others.map(({ conversation }) => conversation.id).toSorted(),
    );
  });

  it('come free an hour after each, for a chat that went on without', async () => {
    const widgetId = await openWidget(1);
    await say(widgetId, introduce());
    clock.advance(hourMs / 2);
    const { conversation } = await say(widgetId, introduce());
    expect(conversation).toMatchObject({ leadId: null, notCapturedAt: expect.any(String) });
    clock.advance(hourMs / 2 - 1);
    expect((await say(widgetId, 'Hello?', conversation.id)).conversation).toEqual(conversation);
    clock.advance(1);
    const { leadId, notCapturedAt } = (await say(widgetId, 'Anybody there?', conversation.id)).conversation;
    expect([leadId, notCapturedAt]).toEqual([expect.any(String), null]);
    expect(await chatsNotCaptured(widgetId)).toEqual([]);
  });

  it('are each widget’s own, and a lead that is there already takes none', async () => {
    const [one, other] = [await openWidget(1), await openWidget(1)];
    const known = 'I am Ida, ida@example.com';
    const first = await say(one, known);
    const again = await say(one, `${known}, I work at Acme`);
    expect(again.conversation).toMatchObject({ leadId: first.conversation.leadId, notCapturedAt: null });
    expect((await say(other, introduce())).conversation.leadId).not.toBeNull();
  });

  it('are set when it is made, or later, between none and 10,000', async () => {
    expect(await widgetOf(await openWidget(null))).toMatchObject({ leadsPerHour: 30 });
    const widgetId = await openWidget(0);
    expect((await say(widgetId, introduce())).conversation.leadId).toBeNull();
    const update = `mutation ($id: ID!, $most: Int!) { updateWidget(id: $id, input: { leadsPerHour: $most }) { widget { leadsPerHour } } }`;
    await workspace.graph.ask(update, { id: widgetId, most: 1 });
    expect((await say(widgetId, introduce())).conversation.leadId).not.toBeNull();
    for (const most of [-1, 10_001]) {
      expect(await workspace.graph.refusal(update, { id: widgetId, most })).toBe('INVALID');
    }
  });

  it('are no more to tell of once the chat is closed', async () => {
    const widgetId = await openWidget(0);
    const { id } = (await say(widgetId, introduce())).conversation;
    await workspace.graph.ask('mutation ($id: ID!) { closeConversation(id: $id) { conversation { id } } }', { id });
    expect(await widgetOf(widgetId)).toMatchObject({ conversationsNotCaptured: 0 });
  });

  it('are the usual ones in events from before there were any', async () => {
    const widgetId = await openWidget(3);
    await say(widgetId, introduce());
    const query = `{ events(first: 200) { nodes {
      ... on ConversationEvent { conversation { widgetId notCapturedAt widget { leadsPerHour } } }
      ... on LeadEvent { lead { widgetId widget { leadsPerHour } } }
      ... on TaskEvent { task { widgetId widget { leadsPerHour } } } } } }`;
    type Subject = { widgetId: string; widget: { leadsPerHour: number } };
    const told = async () => {
      const { events } = await workspace.graph.ask<{ events: { nodes: Record<string, Subject>[] } }>(query);
      const subjects = events.nodes.flatMap((event) => Object.values(event));
      return subjects.flatMap((subject) => (subject.widgetId === widgetId ? subject.widget.leadsPerHour : []));
    };
    expect(await told()).toEqual([3, 3, 3, 3]);
    await app.database.pool.query(`update events set snapshot = snapshot #- '{conversation,widget,leadsPerHour}'
      #- '{lead,widget,leadsPerHour}' #- '{task,widget,leadsPerHour}' #- '{conversation,notCapturedAt}'`);
    expect(await told()).toEqual([30, 30, 30, 30]);
  });

  it('leave the plan to its owner, whatever visitors write', async () => {
    const free = await app.workspace('Free');
    await app.database.pool.query(`update organisations set tier = 'FREE' where name = 'Free'`);
    const sent: Sent[] = [];
    for (let batch = 0; batch < 5; batch += 1) {
      const chats = Array.from({ length: 8 }, async () => say(free.widgetId, introduce(), null, free));
      sent.push(...(await Promise.all(chats)));
    }
    expect(sent.filter(({ conversation }) => conversation.leadId !== null)).toHaveLength(30);
    await free.graph.ask('mutation { createLead(input: { name: "By hand" }) { lead { id } } }');
  });
});

it('the hour is the database’s, whatever the clocks of nodes say', async () => {
  let behindMs = 2 * hourMs;
  const node = await startTestApp({
    database: await openTestDatabase(),
    clock: { now: () => new Date(Date.now() - behindMs), ofMachine: true },
  });
  try {
    const of = await node.workspace();
    const widgetId = await openWidget(1, of);
    expect((await say(widgetId, introduce(), null, of)).conversation.leadId).not.toBeNull();
    behindMs = 0;
    expect((await say(widgetId, introduce(), null, of)).conversation.leadId).toBeNull();
    behindMs = -2 * hourMs;
    expect((await say(widgetId, introduce(), null, of)).conversation.leadId).toBeNull();
  } finally {
    await node.close();
  }
});
