import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allScopes } from '../../src/access/scopes.ts';
import { createLead } from '../../src/domain/leads/create-lead.ts';
import { founder } from '../../src/domain/workspaces/provision-workspace.ts';
import { originCursor } from '../../src/events/cursor.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { testEngine } from '../support/database.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import {
  type Answer,
  followThroughCuts,
  overServerSentEvents,
  overWebSocket,
  take,
  type Transport,
} from './product-client.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const transports: [string, Transport, number][] = [
  ['a websocket', overWebSocket, 200],
  ['server-sent events', overServerSentEvents, 80],
];

/** The ids in the log of a workspace, in order, of the events whose type begins so. */
async function logged({ orgId }: TestWorkspace, prefix = ''): Promise<string[]> {
  const sql = 'select id from events where org_id = $1 and starts_with(type, $2) order by position';
  const { rows } = await app.database.pool.query<{ id: string }>(sql, [orgId, prefix]);
  return rows.map(({ id }) => id);
}

const sendMessage = `mutation ($widgetId: ID!, $message: String!, $conversationId: ID) {
  sendVisitorMessage(widgetId: $widgetId, input: { message: $message, conversationId: $conversationId }) { conversation { id } }
}`;

const makeLead = 'mutation ($name: String!) { createLead(input: { name: $name }) { lead { id } } }';

/** Half of them through the graph, half through the public chat; every tenth gives a lead away. */
async function writeMessages({ graph, keys, widgetId }: TestWorkspace, count: number): Promise<void> {
  const words = (writer: number, index: number) =>
    index % 10 === 0 ? `I am Visitor, v${writer}x${index}@example.com` : `Message ${index} of ${writer}`;

  async function overGraph(writer: number): Promise<void> {
    for (let index = 0; index < count / 4; index += 1) {
      await graph.ask(sendMessage, { widgetId, message: words(writer, index) });
    }
  }
  async function overChat(writer: number): Promise<void> {
    for (let index = 0; index < count / 4; index += 1) {
      const { status } = await fetch(`${app.url}/api/chat`, {
        method: 'POST',
        headers: { authorization: `Bearer ${keys.widget}`, 'content-type': 'application/json' },
        body: JSON.stringify({ message: words(writer, index) }),
      });
      if (status >= 300) throw new Error(`The chat answered ${status}.`);
    }
  }
  await Promise.all([overGraph(1), overGraph(2), overChat(3), overChat(4)]);
}

const subscriptions = {
  conversationEvents: 'conversation.',
  leadEvents: 'lead.',
  events: '',
} as const;

describe.each(transports)('over %s', (_, transport, messages) => {
  test('a subscriber that is cut off again and again has every event once and in order', async () => {
    const workspace = await app.workspace();
    let written = false;
    const writing = writeMessages(workspace, messages).then(() => {
      written = true;
    });
    const following = Object.entries(subscriptions).map(async ([field, prefix]) => {
      let goal: string | undefined;
      const subscribe = (after: string, signal: AbortSignal) => {
        const query = `subscription ($after: ID) { ${field}(after: $after) { id type createdAt } }`;
        return transport(app, workspace.keys.graphql, { query, variables: { after } }, signal);
      };
      const watching = writing.then(async () => {
        goal = (await logged(workspace, prefix)).at(-1);
      });
      const seen = await followThroughCuts(
        subscribe,
        originCursor,
        (ids) => written && goal !== undefined && ids.at(-1) === goal,
        4,
      );
      await watching;
      expect(seen).toEqual(await logged(workspace, prefix));
      return seen.length;
    });
    const [conversations = 0, leads = 0, all = 0] = await Promise.all(following);
    expect(conversations).toBe(messages * 2);
    expect(leads).toBe(messages / 10);
    expect(all).toBeGreaterThanOrEqual(conversations + leads);
  });

  test.each([
    ['garbage', () => 'yesterday'],
    ['an unknown id', () => 'evt_00000000000000ff'],
    [
      'an id of another tenant',
      async () => {
        const other = await app.workspace();
        await other.graph.ask(makeLead, { name: 'Theirs' });
        return (await logged(other)).at(-1);
      },
    ],
  ])('%s as a place to resume is CURSOR_EXPIRED', async (_name, cursor) => {
    const { keys } = await app.workspace();
    for (const field of Object.keys(subscriptions)) {
      const query = `subscription ($after: ID) { ${field}(after: $after) { id } }`;
      const variables = { after: await cursor() };
      const [answer] = await take(transport(app, keys.graphql, { query, variables }, new AbortController().signal), 1);
      expect(answer).toMatchObject({ errors: [{ extensions: { code: 'CURSOR_EXPIRED' } }] });
    }
  });
});

test('positions follow the order of commits, whichever transaction began first', async () => {
  const workspace = await app.workspace();
  const { rows } = await app.database.pool.query<{ id: string }>('select id from api_keys where org_id = $1 limit 1', [
    workspace.orgId,
  ]);
  const ids = { orgId: workspace.orgId, apiKeyId: rows[0]?.id ?? '' };
  const actor = { ...founder(ids, 'UNLIMITED', 'test'), scopes: new Set(allScopes) };
  const committed: string[] = [];

  /** Makes a lead in a transaction that tells when its row is written, and then waits to be let on. */
  function overlap(name: string, goOn: Promise<void>) {
    const written = Promise.withResolvers<void>();
    const context = app.app.services.openAs(actor);
    const held: typeof context = {
      ...context,
      write: (change) =>
        context.write(async (tx) => {
          const result = await change(tx);
          written.resolve();
          await goOn;
          return result;
        }),
    };
    const done = createLead(held, { name }).then(() => void committed.push(name));
    return { written: written.promise, done };
  }

  const gate = Promise.withResolvers<void>();
  const query = 'subscription ($after: ID) { leadEvents(after: $after) { id lead { name } } }';
  const subscribe = (after: string, signal: AbortSignal) =>
    overWebSocket(app, workspace.keys.graphql, { query, variables: { after } }, signal);
  let finished = false;
  const following = followThroughCuts(subscribe, originCursor, (seen) => finished && seen.length >= 20);

  const pairs = Array.from({ length: 9 }, (_, index) => `Between ${index}`);
  const early = overlap('Began first', gate.promise);
  await early.written;
  const later = pairs.map((name) =>
    createLead(app.app.services.openAs(actor), { name }).then(() => void committed.push(name)),
  );
  // The embedded database has one connection: there the others wait for the first.
  if (testEngine === 'postgres') await Promise.all(later);
  gate.resolve();
  await Promise.all([early.done, ...later]);
  for (let index = 0; index < 10; index += 1) await workspace.graph.ask(makeLead, { name: `After ${index}` });
  finished = true;

  const seen = await following;
  expect(seen).toEqual(await logged(workspace, 'lead.'));
  const { events } = await workspace.graph.ask<{ events: { nodes: { lead: { name: string } }[] } }>(
    '{ events(first: 200, types: [LEAD_CREATED]) { nodes { ... on LeadEvent { lead { name } } } } }',
  );
  const names = events.nodes.map(({ lead }) => lead.name);
  expect(names.indexOf('Began first')).toBe(testEngine === 'postgres' ? 9 : 0);
  expect(new Set(names.slice(0, 10))).toEqual(new Set(committed));
});

test('a list and the cursor read beside it miss nothing', async () => {
  const { graph, keys } = await app.workspace();
  const made: string[] = [];
  async function write(writer: number): Promise<void> {
    for (let index = 0; index < 20; index += 1) {
      const answer = await graph.ask<{ createLead: { lead: { id: string } } }>(makeLead, {
        name: `${writer}/${index}`,
      });
      made.push(answer.createLead.lead.id);
    }
  }
  const writing = Promise.all([write(1), write(2), write(3)]);
  const query = 'subscription ($after: ID) { leadEvents(after: $after, types: [LEAD_CREATED]) { id lead { id } } }';
  async function read(): Promise<Set<string>> {
    const list = await graph.ask<{ eventCursor: string; leads: { nodes: { id: string }[] } }>(
      '{ leads(first: 200) { nodes { id } } eventCursor }',
    );
    const known = new Set(list.leads.nodes.map(({ id }) => id));
    const controller = new AbortController();
    for await (const { data } of overWebSocket(
      app,
      keys.graphql,
      { query, variables: { after: list.eventCursor } },
      controller.signal,
    )) {
      const lead = data?.['leadEvents']?.['lead'] as { id: string };
      known.add(lead.id);
      if (known.size === 60) break;
    }
    return known;
  }
  const readers: Promise<Set<string>>[] = [];
  while (made.length < 50) {
    await graph.ask('{ viewer { __typename } }');
    if (readers.length < 10) readers.push(read());
  }
  await writing;
  for (const known of await Promise.all(readers)) expect(known).toEqual(new Set(made));
});

test('subscribers with other rights or variables have an answer of their own', async () => {
  const { graph, keys, graphAs, widgetId } = await app.workspace();
  const business = await graph.ask<{ createBusiness: { business: { id: string } } }>(
    'mutation { createBusiness(input: { name: "North" }) { business { id } } }',
  );
  const reader = await graphAs(['conversations:read']);
  const locked = await graphAs(['conversations:read', 'leads:read'], business.createBusiness.business.id);
  const stranger = await app.workspace();
  const sent = await graph.ask<{ sendVisitorMessage: { conversation: { id: string } } }>(sendMessage, {
    widgetId,
    message: 'I am Ada Lovelace, ada@example.com',
  });
  const conversationId = sent.sendVisitorMessage.conversation.id;

  const query = `subscription ($after: ID, $content: Boolean!, $conversationId: ID) {
    conversationEvents(after: $after, conversationId: $conversationId, types: [CONVERSATION_MESSAGE_SENT]) {
      id message { role content @include(if: $content) } conversation { id lead { name } }
    }
  }`;
  const signal = new AbortController().signal;
  const follow = (key: string, content: boolean, after: string | null = originCursor) =>
    overWebSocket(app, key, { query, variables: { after, content, conversationId } }, signal);

  const [[whole], [bare], [narrow]] = await Promise.all([
    take(follow(keys.graphql, true), 1),
    take(follow(keys.graphql, false), 1),
    take(follow(reader.key, true), 1),
  ]);
  const message = { role: 'AI', content: expect.stringContaining('Ada') };
  expect(whole?.data?.['conversationEvents']).toMatchObject({
    message,
    conversation: { lead: { name: 'Ada Lovelace' } },
  });
  expect(bare?.data?.['conversationEvents']?.['message']).toEqual({ role: 'AI' });
  expect(narrow?.data?.['conversationEvents']).toMatchObject({
    message,
    conversation: { id: conversationId, lead: null },
  });
  expect(narrow?.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);

  // Neither sees what is not its own, from the oldest event on: only what comes when it is told to stop.
  for (const key of [locked.key, stranger.keys.graphql]) {
    const controller = new AbortController();
    const answers: Answer[] = [];
    const listening = (async () => {
      const variables = { after: originCursor, content: true };
      for await (const answer of overServerSentEvents(app, key, { query, variables }, controller.signal))
        answers.push(answer);
    })();
    await take(follow(keys.graphql, true), 1);
    controller.abort();
    await expect(listening).rejects.toThrow('aborted');
    expect(answers).toEqual([]);
  }
});

test('an event shows its lead as it was then', async () => {
  const { graph, keys } = await app.workspace();
  const { createLead: made } = await graph.ask<{ createLead: { lead: { id: string } } }>(makeLead, { name: 'Ada' });
  const { id } = made.lead;
  const update = 'mutation ($id: ID!, $input: UpdateLeadInput!) { updateLead(id: $id, input: $input) { lead { id } } }';
  await graph.ask(update, { id, input: { name: 'Ada King', stage: 'qualified' } });
  await graph.ask(update, { id, input: { name: 'Ada Lovelace', stage: 'won' } });
  await graph.ask('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id });
  const query =
    'subscription ($after: ID, $id: ID) { leadEvents(after: $after, leadId: $id, types: [LEAD_CREATED, LEAD_STAGE_CHANGED]) { id type lead { name stage { key } } previousStage { key } } }';
  const variables = { after: originCursor, id };
  const answers = await take(overWebSocket(app, keys.graphql, { query, variables }, new AbortController().signal), 3);
  expect(answers.map(({ data }) => data?.['leadEvents'])).toMatchObject([
    { type: 'LEAD_CREATED', lead: { name: 'Ada', stage: { key: 'new' } }, previousStage: null },
    {
      type: 'LEAD_STAGE_CHANGED',
      lead: { name: 'Ada King', stage: { key: 'qualified' } },
      previousStage: { key: 'new' },
    },
    {
      type: 'LEAD_STAGE_CHANGED',
      lead: { name: 'Ada Lovelace', stage: { key: 'won' } },
      previousStage: { key: 'qualified' },
    },
  ]);
});
