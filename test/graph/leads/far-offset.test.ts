import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { countStatements } from '../../support/count-statements.ts';
import type { GraphClient } from '../../support/graph-client.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
let businessId: string;
const clients = new Map<'all' | 'locked', GraphClient>();

const seed = `insert into leads (org_id, id, business_id, stage_id, source, target_type, context, tags, status, remark, search, deleted_at, created_at, updated_at)
  select $1, lpad(n::text, 26, '0'), case when n % 2 = 0 then $2 end, (select id from stages where org_id = $1 and key = case when n % 5 = 0 then 'won' else 'new' end),
         'manual', 'customer_lead', '{}', '{}', 'NEW', '', '', case when n % 50 = 0 then now() end, now(), now()
    from generate_series(1, 1700) n`;

beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
  type Made = { createBusiness: { business: { id: string } } };
  const { createBusiness } = await workspace.graph.ask<Made>(
    'mutation { createBusiness(input: { name: "One" }) { business { id } } }',
  );
  businessId = createBusiness.business.id.slice('biz_'.length);
  await app.database.pool.query(seed, [workspace.orgId, businessId]);
  clients.set('all', workspace.graph);
  clients.set('locked', await workspace.graphAs(['leads:read'], `biz_${businessId}`));
});
afterAll(() => app.close());

const cases = (['all', 'locked'] as const).flatMap((name) =>
  [null, 'new'].flatMap((stage) => (['ASC', 'DESC'] as const).map((direction) => ({ name, stage, direction }))),
);

it.each(cases)('passes over half of them at most: $name, stage $stage, $direction', async (given) => {
  const { name, stage, direction } = given;
  const graph = clients.get(name) ?? workspace.graph;
  const rows = await app.database.prisma.lead.findMany({
    where: {
      orgId: workspace.orgId,
      deletedAt: null,
      ...(name === 'locked' && { businessId }),
      ...(stage !== null && { stage: { key: stage } }),
    },
    orderBy: { id: direction === 'ASC' ? 'asc' : 'desc' },
    select: { id: true },
  });
  const counter = countStatements(app.database);
  const half = Math.floor(rows.length / 2);
  for (const offset of [501, half - 1, half, half + 1, rows.length - 2, rows.length - 1, rows.length, 9000]) {
    if (offset <= 500) continue;
    const query = `query ($offset: Int, $stage: String) {
      leads(first: 3, offset: $offset, orderBy: { field: CREATED_AT, direction: ${direction} }, filter: { stage: $stage }) { nodes { id } totalCount }
    }`;
    type Listed = { leads: { nodes: { id: string }[]; totalCount: number } };
    let found: Listed['leads'] | undefined;
    const sent = await counter.statementsDuring(async () => {
      found = (await graph.ask<Listed>(query, { offset, stage })).leads;
    });
    const expected = rows.slice(offset, offset + 3).map(({ id }) => `ld_${id}`);
    expect({ offset, ...found, nodes: found?.nodes.map(({ id }) => id) }).toEqual({
      offset,
      totalCount: rows.length,
      nodes: expected,
    });
    const passedOver = sent.flatMap(({ text, values }) => (/ offset \$\d+$/.test(text) ? [Number(values.at(-1))] : []));
    // The last one is the first from the end.
    expect(passedOver.length).toBe(offset < rows.length - 1 ? 1 : 0);
    for (const count of passedOver) expect(count).toBeLessThanOrEqual(half);
  }
});
