import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { wholeQueries } from './selections.ts';
import { idsIn, rowIdsOf, rowIdsOutside } from './rows.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

// Staff are shown the reports of every workspace: see staff.test.ts.
const queries = wholeQueries(schema).filter(({ field }) => field !== 'feedbackInbox');
const lists = queries.filter(({ isList }) => isList);

const bare = (id: string) => id.slice(id.indexOf('_') + 1);

type List = { totalCount?: number; nodes: { id: string }[] };

describe('everything that can be asked for without naming a row', () => {
  test.each(queries)('$field tells a tenant nothing of another', async ({ document }) => {
    const { app, a, b } = world;
    const theirs = await rowIdsOf(app.database, a.orgId);
    const answer = JSON.stringify(await b.graph.ask(document));
    expect(idsIn(answer, theirs)).toEqual([]);
    expect(answer).not.toContain('Anchorage');
    expect(answer).not.toContain('anchorage');
  });

  test.each(queries)('$field tells a locked key nothing of what lies outside its business', async ({ document }) => {
    const { app, a } = world;
    const outside = await rowIdsOutside(app.database, a.orgId, bare(a.parts.one.businessId));
    const answer = JSON.stringify(await a.locked.graph.ask(document));
    expect(idsIn(answer, outside)).toEqual([]);
    for (const word of ['Anchorage two', 'Anchorage none', 'anchorage.two', 'Anchorage/two', 'Anchorage/none']) {
      expect(answer).not.toContain(word);
    }
  });

  test.each(lists)('$field shows a tenant its own rows', async ({ field, document }) => {
    const { a, b } = world;
    const answers = [
      await a.graph.ask<Record<string, List>>(document),
      await b.graph.ask<Record<string, List>>(document),
    ];
    for (const answer of answers) expect(answer[field]?.nodes.length).toBeGreaterThan(0);
  });
});

/** Rows of each list: in the whole tenant, and in its first business. Members are the whole workspace's. */
const counted = {
  leads: [3, 1],
  conversations: [6, 2],
  tasks: [3, 1],
  businesses: [3, 1],
  widgets: [4, 1],
  webhookEndpoints: [3, 1],
  members: [1, 1],
} as const;

test.each(Object.entries(counted))('%s are counted within what the key can see', async (field, [all, own]) => {
  const document = `{ ${field}(first: 1) { totalCount } }`;
  for (const { graph, locked } of [world.a, world.b]) {
    expect(await graph.ask(document)).toEqual({ [field]: { totalCount: all } });
    expect(await locked.graph.ask(document)).toEqual({ [field]: { totalCount: own } });
  }
});

test('children are counted and paged within what the key can see', async () => {
  const { locked, parts } = world.a;
  const document = `query ($lead: ID!, $conversation: ID!) {
    lead(id: $lead) { tasks { totalCount nodes { id } } conversation { id lead { id } } }
    conversation(id: $conversation) { messages { totalCount } lead { tasks { nodes { id } } } }
  }`;
  expect(await locked.graph.ask(document, { lead: parts.one.leadId, conversation: parts.one.conversationId })).toEqual({
    lead: {
      tasks: { totalCount: 1, nodes: [{ id: parts.one.taskId }] },
      conversation: { id: parts.one.conversationId, lead: { id: parts.one.leadId } },
    },
    conversation: { messages: { totalCount: 2 }, lead: { tasks: { nodes: [{ id: parts.one.taskId }] } } },
  });
});

test('the cursor of the log is of the newest event the key can see', async () => {
  const newest = async (orgId: string, business: string | null) => {
    const sql =
      'select id from events where org_id = $1 and ($2::text is null or business_id = $2) order by position desc limit 1';
    return (await world.app.database.pool.query<{ id: string }>(sql, [orgId, business])).rows[0]?.id;
  };
  for (const { graph, locked, orgId, parts } of [world.a, world.b]) {
    expect(await graph.ask('{ eventCursor }')).toEqual({ eventCursor: await newest(orgId, null) });
    expect(await locked.graph.ask('{ eventCursor }')).toEqual({
      eventCursor: await newest(orgId, bare(parts.one.businessId)),
    });
  }
});

describe('webhooks', () => {
  const bodiesAt = (path: string) =>
    world.receiver.received.filter((one) => one.path === `/hook/${path}`).map(({ rawBody }) => rawBody.toString());

  test.each(['Anchorage', 'Bordeaux'])('of %s carry nothing of the other tenant', async (name) => {
    const { app, a, b } = world;
    const theirs = await rowIdsOf(app.database, name === 'Anchorage' ? b.orgId : a.orgId);
    for (const part of ['one', 'two', 'none']) {
      const bodies = bodiesAt(`${name}/${part}`);
      expect(bodies.length).toBeGreaterThan(0);
      expect(idsIn(bodies.join('\n'), theirs)).toEqual([]);
    }
  });

  test('bound to a business carry only what happens in it', async () => {
    const { app, a } = world;
    const outside = await rowIdsOutside(app.database, a.orgId, bare(a.parts.one.businessId));
    const bodies = bodiesAt('Anchorage/one');
    expect(idsIn(bodies.join('\n'), outside)).toEqual([]);
    const { rows } = await app.database.pool.query<{ id: string }>(
      'select id from events where org_id = $1 and business_id = $2 order by id',
      [a.orgId, bare(a.parts.one.businessId)],
    );
    const delivered = world.receiver.received.filter(({ path }) => path === '/hook/Anchorage/one');
    expect(new Set(delivered.map(({ headers }) => headers['webhook-id']))).toEqual(new Set(rows.map(({ id }) => id)));
    expect(delivered).toHaveLength(rows.length);
  });
});
