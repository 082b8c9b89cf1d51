import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createRuleBasedResponder } from '../../../src/domain/conversations/responder/rule-based-responder.ts';
import type { Responder } from '../../../src/domain/conversations/responder/responder.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

/** Runs between a visitor's message and the AI's answer to it. */
let whileThinking: () => Promise<unknown> = async () => undefined;
const rules = createRuleBasedResponder();
const responder: Responder = {
  async respond(input) {
    await whileThinking();
    return rules.respond(input);
  },
};

let app: TestApp;
let workspace: TestWorkspace;
let id: string;

beforeAll(async () => {
  app = await startTestApp({ responder });
  workspace = await app.workspace();
});
afterAll(() => app.close());
beforeEach(async () => {
  whileThinking = async () => undefined;
  id = (await say('Hello', null)).conversation.id;
});

type Said = { id: string; content: string; language: string | null; inReplyTo: string[] };
type Sent = {
  conversation: { id: string; language: string | null; visitor: { language: string | null } };
  message: Said;
  reply: Said | null;
};

async function say(message: string, conversationId: string | null = id, language?: string): Promise<Sent> {
  const input = { message, conversationId, ...(language && { visitor: { language } }) };
  const { sendVisitorMessage } = await workspace.graph.ask<{ sendVisitorMessage: Sent }>(
    `mutation ($widgetId: ID!, $input: SendVisitorMessageInput!) {
      sendVisitorMessage(widgetId: $widgetId, input: $input) {
        conversation { id language visitor { language } }
        message { id content language inReplyTo }
        reply { id content language inReplyTo }
      } }`,
    { widgetId: workspace.widgetId, input },
  );
  return sendVisitorMessage;
}

const change = async (mutation: string) =>
  workspace.graph.ask(`mutation ($id: ID!) { ${mutation} { conversation { id } } }`, { id });

it('one reply names the message it answers', async () => {
  const { message, reply } = await say('What does it cost?');
  expect([message.inReplyTo, reply?.inReplyTo]).toEqual([[], [message.id]]);
});

it('fifteen messages at once get one reply, which names them all', async () => {
  let asked = 0;
  const allAsked = Promise.withResolvers<void>();
  whileThinking = async () => {
    asked += 1;
    if (asked === 15) allAsked.resolve();
    return allAsked.promise;
  };
  const sent = await Promise.all(Array.from({ length: 15 }, async (_, number) => say(`Question ${number}`)));
  const replies = sent.flatMap(({ reply }) => reply ?? []);
  expect(replies).toHaveLength(1);
  expect(replies[0]?.inReplyTo).toEqual(sent.map(({ message }) => message.id).toSorted());
});

it('a message that comes while the AI thinks is answered together with the one before', async () => {
  const [secondIsThere, firstIsDone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let second: Promise<Sent> | undefined;
  whileThinking = async () => {
    whileThinking = async () => {
      secondIsThere.resolve();
      return firstIsDone.promise;
    };
    second = say('And when?');
    return secondIsThere.promise;
  };
  const first = await say('What does it cost?');
  firstIsDone.resolve();
  const then = await second;
  expect(first.reply).toBeNull();
  expect(then?.reply?.inReplyTo).toEqual([first.message.id, then?.message.id]);
});

it('what a person answered waits for nothing', async () => {
  await change('takeOverConversation(id: $id)');
  await say('Are you there?');
  await change('replyToConversation(id: $id, message: "I am")');
  await change('handBackConversation(id: $id)');
  const { message, reply } = await say('Thanks');
  expect(reply?.inReplyTo).toEqual([message.id]);
});

it('what nobody answered while a person held the conversation is answered with what is written as the AI thinks of it', async () => {
  await change('takeOverConversation(id: $id)');
  const unheard = await say('Are you there?');
  const [thinks, secondIsThere] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  whileThinking = async () => {
    whileThinking = async () => secondIsThere.resolve();
    thinks.resolve();
    return secondIsThere.promise;
  };
  await change('handBackConversation(id: $id)');
  await thinks.promise;
  const { message, reply } = await say('Hello?');
  expect(reply?.inReplyTo).toEqual([unheard.message.id, message.id]);
});

it('replies from before they named anything count as answers to all before them', async () => {
  await say('What does it cost?');
  await app.database.pool.query(`update messages set in_reply_to = '{}'`);
  const { message, reply } = await say('And when?');
  expect(reply?.inReplyTo).toEqual([message.id]);
});

it('the log tells which messages a reply answers, and of older events that they name none', async () => {
  const { message } = await say('What does it cost?');
  const told = async () => {
    const { events } = await workspace.graph.ask<{ events: { nodes: { message?: Said }[] } }>(
      '{ events(first: 200, types: [CONVERSATION_MESSAGE_SENT]) { nodes { ... on ConversationEvent { message { inReplyTo } } } } }',
    );
    return events.nodes.at(-1)?.message?.inReplyTo;
  };
  expect(await told()).toEqual([message.id]);
  await app.database.pool.query(`update events set snapshot = snapshot #- '{message,inReplyTo}'`);
  expect(await told()).toEqual([]);
});

it('a message’s language is what its text is in, the visitor’s what they read', async () => {
  const { conversation, message, reply } = await say('¿Cuánto cuesta?', null, 'es');
  expect([conversation.language, conversation.visitor.language]).toEqual(['es', 'es']);
  expect([message.language, reply?.language]).toEqual(['es', 'en']);
});
