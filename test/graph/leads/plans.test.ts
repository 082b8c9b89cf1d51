import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { plansOf } from '../../support/explain.ts';
import type { GraphClient } from '../../support/graph-client.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
let locked: GraphClient;

const seed = `insert into leads (org_id, id, business_id, stage_id, source, target_type, context, tags, status, tier, first_name, score, last_touched_at, remark, search, deleted_at, created_at, updated_at)
  select s.org_id, lpad(n::text, 26, '0'), case when n % 50 = 0 then $2 end, s.id, 'source ' || n % 9, 'customer_lead', '{}', array['t' || n % 100],
         case when n % 5 = 0 then 'SPAM' else 'NEW' end::"LeadStatus", case when n % 2 = 0 then 'HIGH' end::"LeadTier", 'name ' || n,
         case when n % 3 > 0 then n % 101 end, case when n % 4 > 0 then timestamptz '2026-01-01' + n * interval '1 s' end,
         repeat('x', 300), 'name ' || n, case when n % 200 = 0 then now() end, timestamptz '2026-01-01', timestamptz '2026-01-01' + n * interval '1 s'
    from generate_series(1, 8000) n
    join (select org_id, id, row_number() over (order by "order") - 1 as nth from stages where org_id = $1) s on s.nth = n % 6`;

beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
  type Made = { createBusiness: { business: { id: string } } };
  const { createBusiness } = await workspace.graph.ask<Made>(
    'mutation { createBusiness(input: { name: "One" }) { business { id } } }',
  );
  const { id } = createBusiness.business;
  locked = await workspace.graphAs(['leads:read'], id);
  await app.database.pool.query(seed, [workspace.orgId, id.slice(4)]);
  await app.database.pool.query('vacuum analyze leads');
});
afterAll(() => app.close());

const list = `query ($orderBy: LeadOrder, $filter: LeadFilter, $first: Int, $after: String, $last: Int, $before: String) {
  leads(orderBy: $orderBy, filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    nodes { id } pageInfo { startCursor endCursor }
  }
}`;
type Page = { leads: { pageInfo: { startCursor: string; endCursor: string } } };

/** How a page is found: by an index in its order, which is not sorted, nor looked through as a whole. */
async function plansOfPage(variables: object, graph: GraphClient = workspace.graph): Promise<string[]> {
  const plans = await plansOf(app.database, 'leads', () => graph.ask(list, variables));
  expect(plans.join('\n')).not.toContain('Seq Scan');
  // The rows of a page are read by their ids once these are known.
  return plans.filter((plan) => !plan.includes('leads_pkey') && !/\bid = ANY/.test(plan));
}

const indexes = {
  UPDATED_AT: 'leads_by_update',
  SCORE: 'leads_by_score',
  NAME: 'leads_by_name',
  LAST_TOUCHED_AT: 'leads_by_touch',
} as const;
const orders = Object.entries(indexes).flatMap(([field, index]) =>
  ['ASC', 'DESC'].map((direction) => ({ field, direction, index })),
);

describe.each(orders)('a page by $field $direction', ({ index, ...orderBy }) => {
  /** The plans that read anything but that index, or sort what they read. */
  const others = (plans: readonly string[]) =>
    plans.filter(
      (plan) => !new RegExp(`Index Only Scan (Backward )?using ${index}`).test(plan) || plan.includes('Sort'),
    );

  it('is read from the index alone: first, next, last, and those before and without a value', async () => {
    const { leads: first } = await workspace.graph.ask<Page>(list, { orderBy, first: 50 });
    const { leads: last } = await workspace.graph.ask<Page>(list, { orderBy, last: 50 });
    for (const page of [
      { first: 50 },
      { first: 50, after: first.pageInfo.endCursor },
      { last: 50 },
      { last: 50, before: last.pageInfo.startCursor },
      { first: 50, after: last.pageInfo.startCursor },
    ]) {
      const plans = await plansOfPage({ orderBy, ...page });
      expect([plans.length > 0, others(plans)]).toEqual([true, []]);
    }
  });

  it('is read from the index alone of stages and statuses', async () => {
    const several = { stages: ['won', 'lost'], statuses: ['NEW'] };
    expect(others(await plansOfPage({ orderBy, first: 50, filter: several }))).toEqual([]);
  });

  it('goes on from the very place of a cursor', async () => {
    const { leads } = await workspace.graph.ask<Page>(list, { orderBy, first: 200 });
    const plans = await plansOfPage({ orderBy, first: 50, after: leads.pageInfo.endCursor });
    const filtered = plans.filter((plan) =>
      /Filter: .*(id|updated_at|score|sort_name|last_touched_at) [<>]/.test(plan),
    );
    expect(filtered).toEqual([]);
  });
});

it.each(orders)(
  'a locked key’s page by $field $direction looks at no row of another business',
  async ({ index, ...orderBy }) => {
    const plans = await plansOfPage({ orderBy, first: 50 }, locked);
    // What a business has is sorted where it is little, and else picked from the index of the order.
    for (const plan of plans) expect(plan).toMatch(new RegExp(`${index}|leads_org_id_business_id_id_idx`));
  },
);

it('deleted leads are found among themselves, in whatever order', async () => {
  const orderBy = { field: 'NAME', direction: 'ASC' };
  const plans = await plansOf(app.database, 'leads', () =>
    workspace.graph.ask(list, { orderBy, first: 50, filter: { deletedOnly: true } }),
  );
  expect(plans.join('\n')).not.toContain('Seq Scan');
  expect(plans.some((plan) => plan.includes('leads_deleted'))).toBe(true);
});

it.each([
  [{ updated: { from: '2026-01-01T01:00:00Z', to: '2026-01-01T01:30:00Z' } }, 'UPDATED_AT', 'leads_by_update'],
  [{ score: { from: 20, to: 30 } }, 'SCORE', 'leads_by_score'],
])('the range %j is one of the index', async (filter, field, index) => {
  const plans = await plansOfPage({ orderBy: { field, direction: 'DESC' }, first: 50, filter });
  for (const plan of plans) expect(plan).toContain(index);
});

it('a time of making is a range of ids, which are the order', async () => {
  const filter = { created: { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' } };
  const plans = await plansOf(app.database, 'leads', () => workspace.graph.ask(list, { first: 50, filter }));
  expect(plans.join('\n')).not.toMatch(/Seq Scan|Sort/);
  expect(plans.some((plan) => /Index Cond: .*id >= .*id < /.test(plan))).toBe(true);
});

it('one of several tags is looked up in their index', async () => {
  const sql = `explain select id from leads where org_id = $1 and deleted_at is null and tags && array['t1', 't2']`;
  const { rows } = await app.database.pool.query<{ 'QUERY PLAN': string }>(sql, [workspace.orgId]);
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('leads_tags');
});

describe('leads are counted without reading one', () => {
  it.each(['STAGE', 'STATUS', 'SOURCE', 'TIER'])('by %s, for a key of the workspace and a locked one', async (by) => {
    const plansFor = (graph: GraphClient) =>
      plansOf(app.database, 'leads', () => graph.ask(`{ leadCounts(by: ${by}) { key count } }`));
    expect(await plansFor(workspace.graph)).toEqual([]);
    expect(await plansFor(locked)).toEqual([]);
  });
});
