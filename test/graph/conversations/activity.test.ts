import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestClock, startTestApp, type TestApp } from '../../support/app.ts';
import type { TestWorkspace } from '../../support/workspace.ts';
import { createRuleBasedResponder } from '../../../src/domain/conversations/responder/rule-based-responder.ts';

const rules = createRuleBasedResponder();
let speaks = true;
let whileThinking: () => Promise<unknown> = async () => undefined;
const clock = createTestClock();
let app: TestApp;
let workspace: TestWorkspace;
let id: string;

beforeAll(async () => {
  app = await startTestApp({
    clock,
    responder: {
      async respond(input) {
        await whileThinking();
        return speaks ? rules.respond(input) : null;
      },
    },
  });
  workspace = await app.workspace();
});
afterAll(() => app.close());
beforeEach(async () => {
  speaks = true;
  whileThinking = async () => undefined;
  id = (await say('Hello', null)).conversation.id;
});

type Sent = { conversation: { id: string }; message: { id: string; createdAt: string }; reply: { id: string } | null };

/** A minute later, so that times differ. */
async function say(message: string, conversationId: string | null = id): Promise<Sent> {
  clock.advance(60_000);
  const { sendVisitorMessage } = await workspace.graph.ask<{ sendVisitorMessage: Sent }>(
    `mutation ($widgetId: ID!, $input: SendVisitorMessageInput!) {
      sendVisitorMessage(widgetId: $widgetId, input: $input) { conversation { id } message { id createdAt } reply { id } } }`,
    { widgetId: workspace.widgetId, input: { message, conversationId } },
  );
  return sendVisitorMessage;
}

const act = (mutation: string) => workspace.graph.ask(`mutation ($id: ID!) { ${mutation} }`, { id });
const takeOver = () => act('takeOverConversation(id: $id) { conversation { id } }');
const handBack = () => act('handBackConversation(id: $id) { conversation { id } }');
const close = () => act('closeConversation(id: $id) { conversation { id } }');
const reply = () => act('replyToConversation(id: $id, message: "On it") { message { id } }');

type Activity = {
  messageCount: number;
  lastMessage: { id: string; role: string; content: string } | null;
  lastMessageAt: string;
  waitingSince: string | null;
};
const shown = 'messageCount lastMessage { id role content author { name } } lastMessageAt waitingSince';

const activity = async () =>
  (
    await workspace.graph.ask<{ conversation: Activity }>(`query ($id: ID!) { conversation(id: $id) { ${shown} } }`, {
      id,
    })
  ).conversation;
const waitingSince = async () => (await activity()).waitingSince;

describe('a conversation', () => {
  it('tells its latest message, when that came, and how many there are', async () => {
    const { message, reply: answer } = await say('I am Ada.');
    expect(await activity()).toMatchObject({
      messageCount: 4,
      lastMessage: { id: answer?.id, role: 'AI', author: null },
      lastMessageAt: message.createdAt,
    });
    await takeOver();
    clock.advance(1000);
    await reply();
    const held = await activity();
    expect(held).toMatchObject({
      messageCount: 5,
      lastMessage: { role: 'HUMAN', content: 'On it', author: { name: expect.any(String) as string } },
    });
    expect(new Date(held.lastMessageAt).getTime()).toBe(new Date(message.createdAt).getTime() + 1000);
  });

  it('is shown so by what changes it', async () => {
    const { replyToConversation } = await workspace.graph.ask<{ replyToConversation: { conversation: Activity } }>(
      `mutation ($id: ID!) {
        takeOverConversation(id: $id) { conversation { ${shown} } }
        replyToConversation(id: $id, message: "Yes") { conversation { ${shown} } }
      }`,
      { id },
    );
    expect(replyToConversation.conversation).toMatchObject({ messageCount: 3, lastMessage: { content: 'Yes' } });
  });
});

describe('a visitor waits', () => {
  it('not for what the AI answers by itself', async () => {
    await say('I am Ada.');
    expect(await waitingSince()).toBeNull();
  });

  it.each(['Can I talk to a human?', 'What does it cost?', 'Do you ship to Mars?'])(
    'from the message on that the rules leave to the team: %s',
    async (words) => {
      const { message } = await say(words);
      await say('I am Ada.');
      expect(await waitingSince()).toBe(message.createdAt);
    },
  );

  it('from the message on that asks for a person, whoever answers', async () => {
    speaks = false;
    await say('Hm.');
    expect(await waitingSince()).toBeNull();
    const { message } = await say('Let me speak to a real person');
    expect(await waitingSince()).toBe(message.createdAt);
  });

  it('from the first message on to whom somebody holds the conversation, until they are answered', async () => {
    await takeOver();
    expect(await waitingSince()).toBeNull();
    const { message } = await say('Hm.');
    await say('Are you there?');
    expect(await waitingSince()).toBe(message.createdAt);
    await reply();
    expect(await waitingSince()).toBeNull();
    const next = await say('Thanks');
    expect(await waitingSince()).toBe(next.message.createdAt);
  });

  it('from a message on that was not answered when somebody took over', async () => {
    whileThinking = takeOver;
    const { message, reply: answer } = await say('Hm.');
    expect([answer, await waitingSince()]).toEqual([null, message.createdAt]);
  });

  it('still when the conversation is handed back without an answer, and no longer when it is closed', async () => {
    await takeOver();
    const { message } = await say('Hm.');
    await handBack();
    await say('I am Ada.');
    expect(await waitingSince()).toBe(message.createdAt);
    await close();
    expect(await waitingSince()).toBeNull();
    await say('Me again');
    expect(await waitingSince()).toBeNull();
  });
});

describe('its events', () => {
  it('tell all of it as it was then', async () => {
    await takeOver();
    const asked = await say('Hm.');
    await reply();
    await handBack();
    const { events } = await workspace.graph.ask<{
      events: { nodes: ({ conversation?: Activity & { id: string } } & { type: string })[] };
    }>(
      `{ events(first: 200) { nodes { type ... on ConversationEvent { conversation { id ${shown} } message { id } } } } }`,
    );
    const own = events.nodes.filter(({ conversation }) => conversation?.id === id);
    expect(
      own.map(({ type, conversation: then }) => [
        type,
        then?.messageCount,
        then?.lastMessage?.role,
        then?.waitingSince ?? null,
      ]),
    ).toEqual([
      ['CONVERSATION_MESSAGE_RECEIVED', 1, 'VISITOR', null],
      ['CONVERSATION_MESSAGE_SENT', 2, 'AI', null],
      ['CONVERSATION_TAKEN_OVER', 2, 'AI', null],
      ['CONVERSATION_MESSAGE_RECEIVED', 3, 'VISITOR', asked.message.createdAt],
      ['CONVERSATION_MESSAGE_SENT', 4, 'HUMAN', null],
      ['CONVERSATION_HANDED_BACK', 4, 'HUMAN', null],
    ]);
  });

  it('keep a message they tell of once', async () => {
    const { rows } = await app.database.pool.query<{ kept: boolean; last: unknown }>(
      `select snapshot->'conversation'->'lastMessage' as last from events
        where org_id = $1 and snapshot ? 'message' order by position desc limit 1`,
      [workspace.orgId],
    );
    expect(rows[0]?.last).toBeNull();
  });
});
