import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { type Actor, visitorActor } from '../../src/access/actor.ts';
import { allScopes } from '../../src/access/scopes.ts';
import { createBus } from '../../src/events/bus.ts';
import { originCursor } from '../../src/events/cursor.ts';
import { createTails, type Tails } from '../../src/events/tails.ts';
import { createGraph, type Graph } from '../../src/server/graphql/graph.ts';
import { createGraphContexts } from '../../src/server/graphql/graph-contexts.ts';
import { createLiveExecution, type LiveExecution } from '../../src/server/live/live-execution.ts';
import { RenderedStream } from '../../src/server/live/rendered-stream.ts';
import { createRenderCache } from '../../src/server/live/render-cache.ts';
import { makeOfEach } from '../graph/make-of-each.ts';
import { type Ids, rootFields } from '../graph/root-fields.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { idsIn, rowIdsOf } from './rows.ts';
import { wholeSelection } from './selections.ts';

let app: TestApp;
let acme: TestWorkspace;
let ids: Ids;
let visitor: Actor;
let tails: Tails;
let graph: Graph;
let live: LiveExecution;
/** The ids of everything of the workspace that is not the visitor's conversation or of it. */
let hidden: string[];

beforeAll(async () => {
  app = await startTestApp();
  acme = await app.workspace();
  ids = await makeOfEach(acme);
  const conversationId = ids.conversation.slice('cv_'.length);
  await acme.graph.ask(
    `mutation { sendVisitorMessage(widgetId: "${ids.widget}", input: { message: "I am Bo, bo@example.com", conversationId: "${ids.conversation}" }) { __typename } }`,
  );
  await acme.graph.ask(`mutation { takeOverConversation(id: "${ids.conversation}") { __typename } }`);
  await acme.graph.ask(`mutation { replyToConversation(id: "${ids.conversation}", message: "Sam") { __typename } }`);
  const { pool } = app.database;
  const { rows } = await pool.query<{ id: string; business_id: string | null; widget_id: string }>(
    `select k.id, k.business_id, k.widget_id from api_keys k join conversations c on c.org_id = k.org_id and c.widget_id = k.widget_id
      where c.id = $1`,
    [conversationId],
  );
  const key = rows[0]!;
  const widget: Actor = {
    orgId: acme.orgId,
    apiKeyId: key.id,
    dialect: 'WIDGET',
    scopes: new Set(['conversations:write']),
    businessId: key.business_id,
    memberId: null,
    role: null,
    widgetId: key.widget_id,
    conversationId: null,
    tier: 'UNLIMITED',
    expiresAt: null,
    requestId: 'test',
  };
  visitor = visitorActor(widget, conversationId);
  const own = await pool.query<{ id: string }>(
    `select id from messages where conversation_id = $1 union all select id from events where conversation_id = $1`,
    [conversationId],
  );
  const seen = new Set([conversationId, key.widget_id, ...own.rows.map(({ id }) => id)]);
  hidden = (await rowIdsOf(app.database, acme.orgId)).filter((id) => !seen.has(id));

  const log = pino({ level: 'silent' });
  tails = createTails({ database: app.database, bus: createBus(), log, pollMs: 20 });
  const write = async () => Promise.reject(new Error('Something was about to be written.'));
  const contexts = createGraphContexts({ database: app.database, write, tails, services: app.app.services });
  graph = createGraph(schema, contexts, () => undefined);
  const { createContext, maskError } = graph;
  live = createLiveExecution({ schema, createContext, maskError, cache: createRenderCache(), mayGoOn: () => true });
});
afterAll(async () => {
  tails.close();
  await app.close();
});

const ask = async (document: string, actor = visitor) =>
  graph.execute({ actor, document: graph.parse(document), variables: {} });

/** With every scope there is: what holds is the lock, not that they lack any. */
const mighty = () => ({ ...visitor, scopes: new Set(allScopes) });

describe('a visitor’s document', () => {
  const open = [
    'Query.conversation',
    'Query.eventCursor',
    'Subscription.conversationEvents',
    'Subscription.conversationTyping',
    'Mutation.tellTyping',
  ];

  test.each(Object.entries(rootFields).filter(([place]) => !open.includes(place)))(
    'is refused %s, whatever scopes there are',
    async (place, { call }) => {
      const [root = ''] = place.split('.');
      const document = `${root.toLowerCase()} { ${call(ids)} }`;
      const answer =
        root === 'Subscription'
          ? await live.subscribe({ document: graph.parse(document), actor: mighty() })
          : await ask(document, mighty());
      if (answer instanceof RenderedStream) throw new Error('It was let in.');
      expect(answer.errors?.map(({ extensions, message }) => [extensions['code'], message])).toEqual([
        ['FORBIDDEN', 'A visitor is shown the conversation and nothing else.'],
      ]);
    },
  );

  test('reads its conversation, and of what lies around it nothing, whatever it selects', async () => {
    const selection = wholeSelection(schema, 'Conversation', 3);
    for (const actor of [visitor, mighty()]) {
      const { data } = await ask(`{ conversation(id: "${ids.conversation}") { ${selection} } }`, actor);
      const conversation = data?.['conversation'] as Record<string, unknown> | null;
      // What may not be null takes the whole answer with it where it is refused.
      expect(idsIn(JSON.stringify(conversation), hidden)).toEqual([]);
    }
    const { data } = await ask(
      `{ conversation(id: "${ids.conversation}") { status transcript { content author { name type avatarUrl } } } }`,
    );
    expect(data).toMatchObject({
      conversation: {
        status: 'HUMAN_ACTIVE',
        transcript: expect.arrayContaining([expect.objectContaining({ content: 'Sam' })]),
      },
    });
  });

  test.each(['widget { id name }', 'business { id }', 'leadId', 'businessId', 'notCapturedAt', 'takenOverBy { id }'])(
    'is refused %s of its conversation',
    async (field) => {
      const { errors } = await ask(`{ conversation(id: "${ids.conversation}") { ${field} } }`, mighty());
      expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    },
  );

  test('finds no lead behind its conversation', async () => {
    const document = `{ conversation(id: "${ids.conversation}") { lead { id name email } } }`;
    expect(await acme.graph.ask(document)).toMatchObject({ conversation: { lead: { email: 'bo@example.com' } } });
    expect(await ask(document, mighty())).toEqual({ data: { conversation: { lead: null } } });
    expect((await ask(document)).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  test('finds no other conversation', async () => {
    const other = await acme.graph.ask<{ sendVisitorMessage: { conversation: { id: string } } }>(
      `mutation { sendVisitorMessage(widgetId: "${acme.widgetId}", input: { message: "Mine" }) { conversation { id } } }`,
    );
    const { id } = other.sendVisitorMessage.conversation;
    for (const actor of [visitor, mighty()]) {
      expect(await ask(`{ conversation(id: "${id}") { id transcript { content } } }`, actor)).toEqual({
        data: { conversation: null },
      });
    }
  });

  test('hears of its conversation alone, and of what an event carries beside it nothing', async () => {
    const selection = wholeSelection(schema, 'ConversationEvent', 3);
    const documents = [
      `subscription { conversationEvents(after: "${originCursor}") { ${selection} } }`,
      `subscription { conversationEvents(after: "${originCursor}") { id conversation { id status } message { content author { name } } } }`,
    ];
    const shown: string[] = [];
    for (const [index, document] of documents.entries()) {
      const stream = await live.subscribe({ document: graph.parse(document), actor: index === 0 ? mighty() : visitor });
      if (!(stream instanceof RenderedStream)) throw new Error('It was not let in.');
      const told = [];
      // Twice received and answered, taken over, and the person's reply.
      for (let n = 0; n < 6; n += 1) told.push((await stream.next()).value?.data);
      await stream.return();
      expect(idsIn(JSON.stringify(told), hidden)).toEqual([]);
      shown.push(JSON.stringify(told));
    }
    expect(shown[1]).toContain('Sam');
  });

  test('tells and hears of its conversation alone who writes', async () => {
    const other = await acme.graph.ask<{ sendVisitorMessage: { conversation: { id: string } } }>(
      `mutation { sendVisitorMessage(widgetId: "${acme.widgetId}", input: { message: "Mine" }) { conversation { id } } }`,
    );
    const { id } = other.sendVisitorMessage.conversation;
    const follow = (conversation: string) =>
      `subscription { conversationTyping(conversationId: "${conversation}") { by isTyping } }`;
    const tell = (conversation: string) => `mutation { tellTyping(conversationId: "${conversation}") { isTyping } }`;
    for (const actor of [visitor, mighty()]) {
      const strange = await live.subscribe({ document: graph.parse(follow(id)), actor });
      if (strange instanceof RenderedStream) throw new Error('It was let in.');
      const refused = [strange, await ask(tell(id), actor)];
      expect(refused.map(({ errors }) => errors?.[0]?.extensions['code'])).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    }
    const own = await live.subscribe({ document: graph.parse(follow(ids.conversation)), actor: visitor });
    if (!(own instanceof RenderedStream)) throw new Error('It was not let in.');
    expect(await ask(tell(ids.conversation))).toEqual({ data: { tellTyping: { isTyping: true } } });
    expect((await own.next()).value?.data).toEqual({ conversationTyping: { by: 'VISITOR', isTyping: true } });
    await own.return();
  });

  test('is given a head of the log that is its conversation’s', async () => {
    const { data } = await ask('{ eventCursor }');
    const { rows } = await app.database.pool.query<{ id: string }>(
      'select id from events where conversation_id = $1 order by position desc limit 1',
      [visitor.conversationId],
    );
    expect(data).toEqual({ eventCursor: rows[0]?.id });
  });
});
