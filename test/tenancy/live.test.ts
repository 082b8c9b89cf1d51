import { createClient, type Client } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { eventCatalogue, eventTypes } from '../../src/events/catalogue.ts';
import { originCursor } from '../../src/events/cursor.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { attemptsToFollow, type Following } from './attempts-to-follow.ts';
import { openWorld, type Part, type World } from './world.ts';

let world: World;
const clients: Client[] = [];
beforeAll(async () => void (world = await openWorld()));
afterAll(async () => {
  for (const client of clients) await client.dispose();
  await world.close();
});

type Told = { id: string; type: string; businessId: string | null };
type Answer = { data?: Record<string, Told> | null; errors?: readonly { extensions: Record<string, unknown> }[] };

/** Subscribes over a socket of its own and keeps what it is told. */
function follow({ key }: GraphClient, document: string, variables: Record<string, unknown> = {}) {
  const client = createClient({
    url: world.app.wsUrl,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${key}` },
  });
  clients.push(client);
  const told: Told[] = [];
  const codes: unknown[] = [];
  const take = ({ data, errors }: Answer) => {
    told.push(...Object.values(data ?? {}));
    codes.push(...(errors ?? []).map(({ extensions }) => extensions['code']));
  };
  client.subscribe<Record<string, Told>>(
    { query: document, variables },
    {
      next: (answer) => take(answer as Answer),
      error: (error) => take({ errors: Array.isArray(error) ? error : [{ extensions: { code: String(error) } }] }),
      complete: () => undefined,
    },
  );
  return { told, codes };
}

const rename = (graph: GraphClient, { leadId }: Part, company: string) =>
  graph.ask(
    'mutation ($id: ID!, $company: String!) { updateLead(id: $id, input: { company: $company }) { lead { id } } }',
    {
      id: leadId,
      company,
    },
  );

const say = (graph: GraphClient, { widgetId, conversationId }: Part) =>
  graph.ask(
    `mutation ($widgetId: ID!, $conversationId: ID!) {
      sendVisitorMessage(widgetId: $widgetId, input: { message: "Still there?", conversationId: $conversationId }) { message { id } }
    }`,
    { widgetId, conversationId },
  );

const attempts = Object.entries<Following>(attemptsToFollow).map(([place, following]) => ({ place, following }));
const withIds = attempts.filter(({ following }) => following.answers === 'NOTHING');
const refused = attempts.filter(({ following }) => following.answers !== 'NOTHING');

describe('a row of somebody else', () => {
  test.each(refused)('is not there to follow: $place', async ({ following: { document, variables, answers } }) => {
    const { a, b } = world;
    const strangers = [
      follow(b.graph, document, variables(a.parts.one)),
      follow(b.locked.graph, document, variables(a.parts.one)),
      follow(a.locked.graph, document, variables(a.parts.two)),
      follow(a.locked.graph, document, variables(a.parts.none)),
    ];
    for (const { codes } of strangers) await expect.poll(() => codes).toEqual([answers]);
    expect(strangers.flatMap(({ told }) => told)).toEqual([]);
  });
});

test.each(withIds)('$place of somebody else tells nothing while they write', async ({ following }) => {
  const { a, b } = world;
  const { document, variables, ofTheWorkspace } = following;
  const ask = document.replace(/\(\$value: (\w+)!\) \{ (\w+)\(/, `($value: $1!) { $2(after: "${originCursor}", `);
  const owner = follow(a.graph, ask, variables(a.parts.two));
  const lockedOwner = follow(a.locked.graph, ask, variables(a.parts.one));
  const strangers = [follow(b.graph, ask, variables(a.parts.two)), follow(b.locked.graph, ask, variables(a.parts.one))];
  if (!ofTheWorkspace)
    strangers.push(
      follow(a.locked.graph, ask, variables(a.parts.two)),
      follow(a.locked.graph, ask, variables(a.parts.none)),
    );
  const witnesses = [b.graph, b.locked.graph, a.locked.graph].map((graph) =>
    follow(graph, 'subscription { events { id type businessId } }'),
  );

  await expect.poll(() => owner.told.length).toBeGreaterThan(0);
  await expect.poll(() => lockedOwner.told.length).toBeGreaterThan(0);
  const before = owner.told.length;
  await rename(a.graph, a.parts.two, `${following.document.length} ${before}`);
  await say(a.graph, a.parts.two);
  await expect.poll(() => owner.told.length).toBeGreaterThan(before);
  await rename(a.graph, a.parts.one, `${following.document.length} ${before}`);
  await rename(b.graph, b.parts.one, `${following.document.length} ${before}`);
  for (const { told } of witnesses) await expect.poll(() => told.length).toBeGreaterThan(0);
  expect(strangers.map(({ told, codes }) => [told, codes])).toEqual(strangers.map(() => [[], []]));
});

test.each(['events', 'leadEvents', 'conversationEvents'])(
  '%s tell a key what it can see and nothing else, kept and live',
  async (field) => {
    const { a, b } = world;
    const document = `subscription { ${field}(after: "${originCursor}") { id type businessId } }`;
    const whole = follow(a.graph, document);
    const locked = follow(a.locked.graph, document);
    const other = follow(b.graph, document);
    for (const part of [a.parts.two, a.parts.none, a.parts.one]) {
      await rename(a.graph, part, `Acme ${field}`);
      await say(a.graph, part);
    }
    await rename(b.graph, b.parts.one, `Acme ${field}`);

    const subject = { events: null, leadEvents: 'lead', conversationEvents: 'conversation' }[field];
    const types = eventTypes.filter((type) => !subject || eventCatalogue[type].subject === subject);
    const kept = async (orgId: string, business: string | null): Promise<string[]> => {
      const sql = `select id from events where org_id = $1 and type = any($2) and ($3::text is null or business_id = $3) order by position`;
      const { rows } = await world.app.database.pool.query<{ id: string }>(sql, [orgId, types, business]);
      return rows.map(({ id }) => id);
    };
    const idsOf = (told: readonly Told[]) => told.map(({ id }) => id);
    const business = a.parts.one.businessId;
    const expected = {
      whole: await kept(a.orgId, null),
      locked: await kept(a.orgId, business.slice('biz_'.length)),
      other: await kept(b.orgId, null),
    };
    await expect.poll(() => idsOf(whole.told)).toEqual(expected.whole);
    await expect.poll(() => idsOf(locked.told)).toEqual(expected.locked);
    await expect.poll(() => idsOf(other.told)).toEqual(expected.other);
    expect(locked.told.every(({ businessId }) => businessId === business)).toBe(true);
  },
);
