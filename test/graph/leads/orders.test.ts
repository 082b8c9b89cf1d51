import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fold } from '../../../src/text.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { countStatements } from '../../support/count-statements.ts';
import type { GraphClient } from '../../support/graph-client.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
let other: TestWorkspace;
/** Of a business that has a third of the leads. */
let locked: GraphClient;

type Node = { id: string; name: string | null; score: number | null; updatedAt: string; lastTouchedAt: string | null };
type Page = {
  totalCount: number;
  nodes: Node[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
};

const fields = ['CREATED_AT', 'UPDATED_AT', 'SCORE', 'NAME', 'LAST_TOUCHED_AT'] as const;
const directions = ['ASC', 'DESC'] as const;
type Order = { field: (typeof fields)[number]; direction: (typeof directions)[number] };
const orders: Order[] = fields.flatMap((field) => directions.map((direction) => ({ field, direction })));
const byColumn = orders.filter(({ field }) => field !== 'CREATED_AT');

const list = `query ($orderBy: LeadOrder, $filter: LeadFilter, $first: Int, $after: String, $last: Int, $before: String, $offset: Int) {
  leads(orderBy: $orderBy, filter: $filter, first: $first, after: $after, last: $last, before: $before, offset: $offset) {
    totalCount
    nodes { id name score updatedAt lastTouchedAt }
    edges { cursor }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;
const read = async (variables: object, { graph }: Pick<TestWorkspace, 'graph'> = workspace) =>
  (await graph.ask<{ leads: Page }>(list, variables)).leads;
const refusal = (variables: object, { graph } = workspace) => graph.refusal(list, variables);

const names = ['Zoé', 'Éva', 'eve', 'Eve B', 'ÅSA', 'bob', 'Bob', null, null, 'İnci', 'inci', 'O’Neil'];

/** Two hundred leads of few values, many of them null, so that pages begin and end among rows of one value. */
const seed = `
  insert into leads (org_id, id, business_id, stage_id, source, target_type, context, tags, status, first_name, score, last_touched_at, search, created_at, updated_at)
  select $1, lpad(n::text, 26, '0'), case when n % 3 = 1 then $4 end, (select id from stages where org_id = $1 and key = case when n % 4 = 0 then 'won' else 'new' end),
         'manual', 'customer_lead', '{}', '{}', case when n % 5 = 0 then 'SPAM' else 'NEW' end::"LeadStatus",
         ($2::text[])[1 + n % 12], case when n % 3 = 0 then null else n % 7 end,
         case when n % 2 = 0 then null else timestamptz '2026-01-01' + (n % 9) * interval '1 hour' end,
         concat_ws(chr(10), ($3::text[])[1 + n % 12], case when n % 10 = 0 then 'fireplace' when n % 13 = 0 then 'zq' end),
         timestamptz '2026-01-01', timestamptz '2026-02-01' + (n % 11) * interval '1 ms'
    from generate_series(1, 200) n`;

beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
  other = await app.workspace();
  type Made = { createBusiness: { business: { id: string } } };
  const { createBusiness } = await workspace.graph.ask<Made>(
    'mutation { createBusiness(input: { name: "One" }) { business { id } } }',
  );
  const { id } = createBusiness.business;
  locked = await workspace.graphAs(['leads:read'], id);
  const folded = names.map((name) => name && fold(name));
  await app.database.pool.query(seed, [workspace.orgId, names, folded, id.slice('biz_'.length)]);
  await app.database.pool.query('analyze leads');
});
afterAll(() => app.close());

const plain = (name: string) =>
  name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toLowerCase();
const valueOf = (node: Node, { field }: Order): string | number | null =>
  field === 'CREATED_AT'
    ? node.id
    : field === 'UPDATED_AT'
      ? node.updatedAt
      : field === 'SCORE'
        ? node.score
        : field === 'NAME'
          ? node.name && plain(node.name)
          : node.lastTouchedAt;

/** What the order says, told another way: null behind everything, then the value, then the id. */
function sorted(nodes: readonly Node[], order: Order): Node[] {
  const sign = order.direction === 'ASC' ? 1 : -1;
  return nodes.toSorted((a, b) => {
    const [one, two] = [valueOf(a, order), valueOf(b, order)];
    if ((one === null) !== (two === null)) return one === null ? 1 : -1;
    if (one !== two && one !== null && two !== null) return (one < two ? -1 : 1) * sign;
    return (a.id < b.id ? -1 : 1) * sign;
  });
}

type Reader = Pick<TestWorkspace, 'graph'>;

async function readOn(variables: object, size: number, reader?: Reader): Promise<Node[]> {
  const seen: Node[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { nodes, pageInfo }: Page = await read({ ...variables, first: size, after }, reader);
    expect(pageInfo.hasPreviousPage).toBe(seen.length > 0);
    seen.push(...nodes);
    [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  return seen;
}

async function readBack(variables: object, size: number, reader?: Reader): Promise<Node[]> {
  const seen: Node[] = [];
  for (let before: string | null = null, more = true; more;) {
    const { nodes, pageInfo }: Page = await read({ ...variables, last: size, before }, reader);
    expect(pageInfo.hasNextPage).toBe(seen.length > 0);
    seen.unshift(...nodes);
    [before, more] = [pageInfo.startCursor, pageInfo.hasPreviousPage];
  }
  return seen;
}

const ids = (nodes: readonly { id: string }[]) => nodes.map(({ id }) => id);

describe.each(orders)('leads by $field $direction', (orderBy) => {
  it.each([7, 200])('are read whole in pages of %s, on and back', async (size) => {
    const all = await readOn({}, 200);
    const expected = ids(sorted(all, orderBy));
    expect(expected).toHaveLength(200);
    expect(ids(await readOn({ orderBy }, size))).toEqual(expected);
    expect(ids(await readBack({ orderBy }, size))).toEqual(expected);
  });

  it('are those of its business to a locked key, on and back', async () => {
    const all = await readOn({}, 200, { graph: locked });
    const expected = ids(sorted(all, orderBy));
    expect(expected).toHaveLength(67);
    expect(ids(await readOn({ orderBy }, 9, { graph: locked }))).toEqual(expected);
    expect(ids(await readBack({ orderBy }, 9, { graph: locked }))).toEqual(expected);
  });

  it.each([
    { stages: ['won'] },
    { statuses: ['SPAM'] },
    { score: { from: 2, to: 4 } },
    { stage: 'won', updated: { from: '2026-02-01T00:00:00.003Z', to: '2026-02-01T00:00:00.008Z' } },
    { q: 'fireplace' },
    { q: 'zq' },
  ])('holds together with the filter %j', async (filter) => {
    const all = await readOn({ filter }, 200);
    const expected = ids(sorted(all, orderBy));
    expect(ids(await readOn({ orderBy, filter }, 6))).toEqual(expected);
    expect(ids(await readBack({ orderBy, filter }, 6))).toEqual(expected);
    expect((await read({ orderBy, filter, first: 1 })).totalCount).toBe(all.length);
  });
});

describe('a cursor', () => {
  it('of newest first is the lead’s id, whatever the direction', async () => {
    for (const direction of directions) {
      const { nodes, edges } = await read({ orderBy: { field: 'CREATED_AT', direction }, first: 3 });
      expect(edges.map(({ cursor }) => cursor)).toEqual(ids(nodes));
    }
  });

  it.each(byColumn)('of $field $direction is good for that order alone', async (orderBy) => {
    const { edges } = await read({ orderBy, first: 100 });
    const cursor = edges[99]?.cursor;
    expect((await read({ orderBy, after: cursor })).nodes.length).toBeGreaterThan(0);
    expect((await read({ orderBy, before: cursor })).nodes.length).toBeGreaterThan(0);
    for (const another of orders) {
      if (another.field === orderBy.field && another.direction === orderBy.direction) continue;
      const places = [{ after: cursor }, { before: cursor }];
      const refused = places.map((place) => refusal({ orderBy: another, ...place }));
      expect([another, ...(await Promise.all(refused))]).toEqual([another, 'INVALID', 'INVALID']);
    }
    expect(await refusal({ after: cursor })).toBe('INVALID');
  });

  const encode = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  const id = '00000000000000000000000007';

  it.each([
    ['', 'UPDATED_AT DESC'],
    ['nonsense', 'UPDATED_AT DESC'],
    [`ld_${id}`, 'UPDATED_AT DESC'],
    [encode(['UPDATED_AT desc', '2026-02-01', id]), 'UPDATED_AT DESC'],
    [encode(['UPDATED_AT desc', '2026-02-01T00:00:00Z', id]), 'UPDATED_AT DESC'],
    [encode(['UPDATED_AT desc', null, id]), 'UPDATED_AT DESC'],
    [encode(['UPDATED_AT desc', '2026-02-01T00:00:00.007Z', id, 'more']), 'UPDATED_AT DESC'],
    [encode(['UPDATED_AT desc', '2026-02-01T00:00:00.007Z', "' or true --"]), 'UPDATED_AT DESC'],
    [encode(['UPDATED_AT desc', '2026-02-01T00:00:00.007Z', '01jqz5v8m3k9wfp2c7hx0dtbne']), 'UPDATED_AT DESC'],
    [`${encode(['UPDATED_AT desc', '2026-02-01T00:00:00.007Z', id])}=`, 'UPDATED_AT DESC'],
    [encode({ field: 'SCORE desc' }), 'SCORE DESC'],
    [encode(['SCORE desc', 5.5, id]), 'SCORE DESC'],
    [encode(['SCORE desc', '5', id]), 'SCORE DESC'],
    [encode(['SCORE desc', 1e12, id]), 'SCORE DESC'],
    [encode(['NAME asc', 'a\0', id]), 'NAME ASC'],
    [encode(['NAME asc', 'a'.repeat(1001), id]), 'NAME ASC'],
  ])('that is %j is refused', async (cursor, order) => {
    const [field, direction] = order.split(' ');
    expect(await refusal({ orderBy: { field, direction }, after: cursor })).toBe('INVALID');
    expect(await refusal({ orderBy: { field, direction }, before: cursor })).toBe('INVALID');
  });

  it('of another tenant is refused as one that is not known', async () => {
    for (const orderBy of byColumn) {
      const { edges } = await read({ orderBy, first: 1 });
      expect(await refusal({ orderBy, after: edges[0]?.cursor }, other)).toBe('INVALID');
      expect(await refusal({ orderBy, before: edges[0]?.cursor }, other)).toBe('INVALID');
    }
  });

  it('of what a locked key cannot see is refused', async () => {
    const { createBusiness } = await workspace.graph.ask<{ createBusiness: { business: { id: string } } }>(
      'mutation { createBusiness(input: { name: "Locked" }) { business { id } } }',
    );
    const graph = await workspace.graphAs(['leads:read'], createBusiness.business.id);
    const orderBy = { field: 'SCORE', direction: 'DESC' };
    const { edges } = await read({ orderBy, first: 1 });
    expect(await graph.refusal(list, { orderBy, after: edges[0]?.cursor })).toBe('INVALID');
    expect(await graph.ask(list, { orderBy })).toMatchObject({ leads: { totalCount: 0, nodes: [] } });
  });
});

it('goes with no offset, and needs leads:read', async () => {
  expect(await refusal({ orderBy: { field: 'SCORE' }, offset: 5 })).toBe('INVALID');
  expect(await refusal({ orderBy: { field: 'SCORE' }, offset: 5, filter: { q: 'zz' } })).toBe('INVALID');
  expect((await read({ orderBy: { field: 'CREATED_AT', direction: 'ASC' }, first: 1, offset: 5 })).nodes).toHaveLength(
    1,
  );
  const graph = await workspace.graphAs(['tasks:read']);
  expect(await graph.refusal(list, { orderBy: { field: 'SCORE' } })).toBe('FORBIDDEN');
});

describe('while leads change under the reader', () => {
  const update = 'mutation ($id: ID!, $input: UpdateLeadInput!) { updateLead(id: $id, input: $input) { lead { id } } }';
  const create = 'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }';
  const orderBy = { field: 'SCORE', direction: 'DESC' };

  async function makeFour(): Promise<{ own: TestWorkspace; made: string[] }> {
    const own = await app.workspace();
    const made: string[] = [];
    for (const score of [40, 30, 20, 10]) {
      const answer = await own.graph.ask<{ createLead: { lead: { id: string } } }>(create, { input: { score } });
      made.push(answer.createLead.lead.id);
    }
    return { own, made };
  }

  it('the next page goes on from where the cursor’s lead stood, wherever that is now', async () => {
    const { own, made } = await makeFour();
    const [, second, third, fourth] = made;
    const first = await read({ orderBy, first: 2 }, own);
    await own.graph.ask(update, { id: second, input: { score: 5 } });
    await own.graph.ask('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id: made[0] });
    const next = await read({ orderBy, first: 10, after: first.pageInfo.endCursor }, own);
    expect(ids(next.nodes)).toEqual([third, fourth, second]);
  });

  it('a page behind a lead that was purged meanwhile still follows', async () => {
    const { own, made } = await makeFour();
    const first = await read({ orderBy, first: 2 }, own);
    await own.graph.ask('mutation ($id: ID!) { purgeLead(id: $id) { lead { id } } }', { id: made[1] });
    const next = await read({ orderBy, first: 10, after: first.pageInfo.endCursor }, own);
    expect(ids(next.nodes)).toEqual(made.slice(2));
  });
});

it('takes two statements beside the ones that find out who asks and know the cursor, and one for each further stretch', async () => {
  const counter = countStatements(app.database);
  const count = async (variables: object) => {
    const query = list.replace('totalCount', '').replace('hasPreviousPage', '');
    return (await counter.during(() => workspace.graph.ask(query, variables))).length;
  };
  const updated = { field: 'UPDATED_AT', direction: 'DESC' };
  const touched = { field: 'LAST_TOUCHED_AT', direction: 'DESC' };
  const { edges } = await read({ orderBy: updated, first: 3 });
  expect({
    first: await count({ orderBy: updated, first: 1 }),
    fifty: await count({ orderBy: updated, first: 50 }),
    behind: await count({ orderBy: updated, first: 50, after: edges[2]?.cursor }),
    intoThoseWithout: await count({ orderBy: touched, first: 150 }),
  }).toEqual({ first: 3, fifty: 3, behind: 5, intoThoseWithout: 4 });
});
