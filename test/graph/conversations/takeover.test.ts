import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRuleBasedResponder } from '../../../src/domain/conversations/responder/rule-based-responder.ts';
import type { Responder } from '../../../src/domain/conversations/responder/responder.ts';
import type { Translator } from '../../../src/domain/conversations/translator.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { createGraphClient, type GraphClient } from '../../support/graph-client.ts';
import { createRestClient, type RestClient } from '../../support/rest-client.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

/** Runs between a visitor's message and the AI's answer to it. */
let whileThinking: () => Promise<unknown> = async () => undefined;
let timesAsked = 0;
const rules = createRuleBasedResponder();
const responder: Responder = {
  async respond(input) {
    timesAsked += 1;
    await whileThinking();
    return rules.respond(input);
  },
};

/** Runs while a reply is being translated. */
let whileTranslating: () => Promise<unknown> = async () => undefined;
const translator: Translator = {
  async translate({ text, to }) {
    await whileTranslating();
    if (to === 'de') return { text: `[${to}] ${text}` };
    if (to === 'sv') return new Promise(() => undefined);
    if (to === 'xx') throw new Error('The translator is down.');
    return null;
  },
};

let app: TestApp;
let workspace: TestWorkspace;
let id: string;

beforeAll(async () => {
  app = await startTestApp({ responder, translator });
  workspace = await app.workspace();
});
afterAll(() => app.close());
beforeEach(async () => {
  whileThinking = async () => undefined;
  whileTranslating = async () => undefined;
  id = (await say('Hello')).conversation.id;
  timesAsked = 0;
});

type Sent = { conversation: { id: string; status: string }; reply: { content: string } | null };

async function say(message: string, more: { conversationId?: string; language?: string } = {}): Promise<Sent> {
  const { conversationId, language } = more;
  const input = { message, conversationId, ...(language && { visitor: { language } }) };
  const { sendVisitorMessage } = await workspace.graph.ask<{ sendVisitorMessage: Sent }>(
    `mutation ($widgetId: ID!, $input: SendVisitorMessageInput!) {
      sendVisitorMessage(widgetId: $widgetId, input: $input) { conversation { id status } reply { content } } }`,
    { widgetId: workspace.widgetId, input },
  );
  return sendVisitorMessage;
}

async function mintKeys(dialect: 'QUINCER' | 'GRAPHQL', count: number): Promise<string[]> {
  const mint = async (_: unknown, number: number) => {
    const { createApiKey } = await workspace.graph.ask<{ createApiKey: { secret: string } }>(
      'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }',
      { input: { name: `Agent ${number}`, dialect } },
    );
    return createApiKey.secret;
  };
  return Promise.all(Array.from({ length: count }, mint));
}

const act = async (client: RestClient, verb: string, body?: unknown) =>
  client.send('POST', `/api/v1/conversations/${id.replace('cv_', '')}/${verb}`, body);

const takeOver = `mutation ($id: ID!) { takeOverConversation(id: $id) { conversation { status takenOverBy { id name type avatarUrl } takenOverAt } } }`;

type EventRow = {
  type: string;
  createdAt: string;
  conversation: { id: string; status: string; takenOverBy: object | null };
};

async function eventsOfConversation(): Promise<EventRow[]> {
  const { events } = await workspace.graph.ask<{ events: { nodes: Partial<EventRow>[] } }>(
    '{ events(first: 200) { nodes { type createdAt ... on ConversationEvent { conversation { id status takenOverBy { name } } } } } }',
  );
  return (events.nodes as EventRow[]).filter(({ conversation }) => conversation?.id === id);
}
const typesOfConversation = async () => (await eventsOfConversation()).map(({ type }) => type);
const takeovers = async () => (await typesOfConversation()).filter((type) => type === 'CONVERSATION_TAKEN_OVER');

const tally = (values: readonly unknown[]) =>
  Object.fromEntries([...Map.groupBy(values, String)].map(([value, all]) => [value, all.length]));

describe('50 keys that take one conversation over at once', () => {
  it('find one winner over REST', async () => {
    const clients = (await mintKeys('QUINCER', 50)).map((key) => createRestClient(app.url, key));
    const answers = await Promise.all(clients.map(async (client) => act(client, 'takeover')));
    expect(tally(answers.map(({ status }) => status))).toEqual({ 200: 1, 409: 49 });
    expect(await takeovers()).toHaveLength(1);
    const winner = answers.findIndex(({ status }) => status === 200);
    expect((await act(clients[winner]!, 'takeover')).status).toBe(200);
    expect((await act(clients[(winner + 1) % 50]!, 'takeover')).body).toMatchObject({
      error: `The conversation is already taken over by Agent ${winner}.`,
      code: 'conflict',
    });
    expect(await takeovers()).toHaveLength(1);
  });

  it('find one winner in the graph', async () => {
    const clients = (await mintKeys('GRAPHQL', 50)).map((key) => createGraphClient(app.url, key));
    const answers = await Promise.all(clients.map(async (client) => client.send(takeOver, { id })));
    expect(tally(answers.map(({ errors }) => errors[0]?.extensions['code'] ?? 'won'))).toEqual({
      won: 1,
      CONFLICT: 49,
    });
    expect(await takeovers()).toHaveLength(1);
  });
});

describe('while a conversation is held', () => {
  it('the AI is not even asked', async () => {
    await workspace.graph.ask(takeOver, { id });
    expect(await say('Anybody there?', { conversationId: id })).toMatchObject({
      conversation: { status: 'HUMAN_ACTIVE' },
      reply: null,
    });
    expect(timesAsked).toBe(0);
    expect(await typesOfConversation()).toEqual([
      'CONVERSATION_MESSAGE_RECEIVED',
      'CONVERSATION_MESSAGE_SENT',
      'CONVERSATION_TAKEN_OVER',
      'CONVERSATION_MESSAGE_RECEIVED',
    ]);
  });

  it('an answer the AI was already making is dropped', async () => {
    whileThinking = async () => workspace.graph.ask(takeOver, { id });
    expect((await say('Are you a robot?', { conversationId: id })).reply).toBeNull();
    expect((await typesOfConversation()).slice(-2)).toEqual([
      'CONVERSATION_MESSAGE_RECEIVED',
      'CONVERSATION_TAKEN_OVER',
    ]);
  });

  it('an answer is dropped as well when the conversation was closed meanwhile', async () => {
    whileThinking = async () =>
      workspace.graph.ask('mutation ($id: ID!) { closeConversation(id: $id) { conversation { status } } }', { id });
    expect((await say('Bye', { conversationId: id })).reply).toBeNull();
    expect((await typesOfConversation()).at(-1)).toBe('CONVERSATION_CLOSED');
  });
});

describe('handing back', () => {
  it('is for the holder, and changes nothing the second time', async () => {
    const [mine, others] = (await mintKeys('QUINCER', 2)).map((key) => createRestClient(app.url, key));
    await act(mine!, 'takeover');
    expect(await act(others!, 'handback')).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(await act(mine!, 'handback')).toMatchObject({
      status: 200,
      body: { status: 'active', taken_over_by: null },
    });
    const events = await typesOfConversation();
    expect(await act(mine!, 'handback')).toMatchObject({ status: 200, body: { status: 'active' } });
    expect(await act(others!, 'handback')).toMatchObject({ status: 200, body: { status: 'active' } });
    expect(await typesOfConversation()).toEqual(events);
    expect(events.at(-1)).toBe('CONVERSATION_HANDED_BACK');
    expect((await say('And now?', { conversationId: id })).reply).not.toBeNull();
  });
});

describe('replying', () => {
  const reply = async (language: string | undefined) => {
    id = (await say('Hello', language ? { language } : {})).conversation.id;
    await act(workspace.quincer, 'takeover');
    return act(workspace.quincer, 'reply', { message: 'Good day' });
  };

  it('needs the takeover, also once it is handed back', async () => {
    expect((await act(workspace.quincer, 'reply', { message: 'a' })).status).toBe(409);
    await act(workspace.quincer, 'takeover');
    await act(workspace.quincer, 'handback');
    const refused = await act(workspace.quincer, 'reply', { message: 'a' });
    expect(refused.body).toEqual({ error: 'Take the conversation over before replying to it.', code: 'conflict' });
  });

  it('says it in the visitor’s language, and keeps what was typed', async () => {
    expect(await reply('de')).toMatchObject({
      status: 201,
      body: { content: '[de] Good day', original_content: 'Good day', language: 'de', translated: true },
    });
  });

  it.each(['xx', 'sv', 'fr', undefined])(
    'is never lost where nothing translates it, or not in time (%s)',
    async (language) => {
      const answer = await reply(language);
      expect(answer).toMatchObject({
        status: 201,
        body: { content: 'Good day', original_content: 'Good day', language: null, translated: false },
      });
      const { body } = await workspace.quincer.get(`/api/v1/conversations/${id.replace('cv_', '')}`);
      expect(body).toMatchObject({ messages: [{ role: 'visitor' }, { role: 'ai' }, answer.body] });
    },
  );
});

describe('a reply that waits for its translation', () => {
  it('renews the lease before it', async () => {
    id = (await say('Hello', { language: 'de' })).conversation.id;
    const lease = 'mutation ($id: ID!) { takeOverConversation(id: $id, leaseSeconds: 60) { conversation { id } } }';
    await workspace.graph.ask(lease, { id });
    const end = async () => {
      const { pool } = app.database;
      const { rows } = await pool.query<{ at: Date }>(
        'select taken_over_until as at from conversations where org_id = $1 and id = $2',
        [workspace.orgId, id.replace('cv_', '')],
      );
      return rows[0]?.at.getTime() ?? 0;
    };
    await app.database.pool.query(
      `update conversations set taken_over_until = taken_over_until - interval '50 seconds' where org_id = $1 and id = $2`,
      [workspace.orgId, id.replace('cv_', '')],
    );
    const before = await end();
    let meanwhile = 0;
    whileTranslating = async () => void (meanwhile = await end());
    const { errors } = await workspace.graph.send(
      'mutation ($id: ID!) { replyToConversation(id: $id, message: "Good day") { message { id } } }',
      { id },
    );
    expect(errors).toEqual([]);
    expect(meanwhile).toBeGreaterThan(before + 45_000);
  });

  const closed = 'mutation ($id: ID!) { closeConversation(id: $id) { conversation { id } } }';
  const handedBack = 'mutation ($id: ID!) { handBackConversation(id: $id) { conversation { id } } }';
  const transcript = async () =>
    (await workspace.quincer.get(`/api/v1/conversations/${id.replace('cv_', '')}`)).body as { messages: object[] };

  it.each([
    ['closed', async () => workspace.graph.ask(closed, { id })],
    [
      'handed back and taken over by somebody else',
      async () => {
        await act(workspace.quincer, 'handback');
        await workspace.graph.ask(takeOver, { id });
      },
    ],
    ['handed back', async () => act(workspace.quincer, 'handback')],
  ])('is refused once the conversation is %s meanwhile, and can be sent again', async (_, meanwhile) => {
    id = (await say('Hello', { language: 'de' })).conversation.id;
    await act(workspace.quincer, 'takeover');
    whileTranslating = meanwhile;
    expect(await act(workspace.quincer, 'reply', { message: 'Good day' })).toMatchObject({
      status: 409,
      body: { error: 'Take the conversation over before replying to it.' },
    });
    expect((await transcript()).messages).toMatchObject([{ role: 'visitor' }, { role: 'ai' }]);
    expect((await typesOfConversation()).filter((type) => type === 'CONVERSATION_MESSAGE_SENT')).toHaveLength(1);

    whileTranslating = async () => undefined;
    await workspace.graph.send(handedBack, { id });
    await say('Still here', { conversationId: id });
    await act(workspace.quincer, 'takeover');
    expect((await act(workspace.quincer, 'reply', { message: 'Good day' })).status).toBe(201);
    expect((await transcript()).messages.at(-1)).toMatchObject({ role: 'human', content: '[de] Good day' });
  });
});

describe('a closed conversation', () => {
  it('is taken over, replied to and handed back by nobody until its visitor writes again', async () => {
    await act(workspace.quincer, 'takeover');
    await workspace.graph.ask('mutation ($id: ID!) { closeConversation(id: $id) { conversation { status } } }', { id });
    for (const verb of ['takeover', 'handback']) {
      expect(await act(workspace.quincer, verb)).toMatchObject({
        status: 409,
        body: { error: 'The conversation is closed.' },
      });
    }
    expect((await act(workspace.quincer, 'reply', { message: 'a' })).status).toBe(409);
    expect(await say('Me again', { conversationId: id })).toMatchObject({
      conversation: { status: 'ACTIVE' },
      reply: {},
    });
    expect((await act(workspace.quincer, 'takeover')).status).toBe(200);
  });
});

describe('a key of a member', () => {
  type Connected = { connectOpenClaw: { member: { id: string }; secret: string } };
  const connect = async () =>
    (await workspace.graph.ask<Connected>('mutation { connectOpenClaw { member { id } secret } }')).connectOpenClaw;

  it('acts under the member’s name, with its avatar and audit trail', async () => {
    const { member, secret } = await connect();
    const agent = createRestClient(app.url, secret);
    const person = { name: 'OpenClaw', type: 'agent', avatar_url: 'http://tributary.test/avatars/openclaw.svg' };
    expect((await act(agent, 'takeover')).body).toMatchObject({
      taken_over_by: { ...person, id: member.id.replace('mem_', '') },
    });
    expect((await act(agent, 'reply', { message: 'Hi' })).body).toMatchObject({ author: person });
    expect((await eventsOfConversation()).at(-1)?.conversation.takenOverBy).toEqual({ name: 'OpenClaw' });
    const { auditLog } = await workspace.graph.ask<{ auditLog: object }>(
      'query ($id: ID!, $memberId: ID!) { auditLog(subjectId: $id, memberId: $memberId) { nodes { action member { name } } } }',
      { id, memberId: member.id },
    );
    expect(auditLog).toEqual({ nodes: [{ action: 'conversation.taken_over', member: { name: 'OpenClaw' } }] });
  });

  it('holds what the member’s other keys hold', async () => {
    const [first, second] = [await connect(), await connect()].map(({ secret }) => createRestClient(app.url, secret));
    await act(first!, 'takeover');
    expect((await act(second!, 'takeover')).status).toBe(200);
    expect(await takeovers()).toHaveLength(1);
    expect((await act(second!, 'reply', { message: 'Hi' })).status).toBe(201);
    expect((await act(workspace.quincer, 'takeover')).status).toBe(409);
    expect((await act(second!, 'handback')).status).toBe(200);
  });
});

it('a key that lacks the scope is told so before anything is looked up', async () => {
  const reader: GraphClient = await workspace.graphAs(['conversations:read']);
  expect(await reader.refusal(takeOver, { id: 'cv_01jqz5v8m3k9wfp2c7hx0dtbne' })).toBe('FORBIDDEN');
});
