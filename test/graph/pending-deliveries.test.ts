import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { plansOf } from '../support/explain.ts';
import type { TestWorkspace } from '../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;

const seed = `insert into webhook_deliveries (org_id, id, endpoint_id, event_id, event_position, state, attempt_count, next_attempt_at, created_at)
  select $1, lpad(n::text, 26, '0'), lpad('1', 26, '0'), 'evt_' || lpad(n::text, 16, '0'), n,
         (case when n < 4 then 'PENDING' else 'SUCCEEDED' end)::"DeliveryState", 1, case when n < 4 then timestamptz '9999-01-01' end, now()
    from generate_series(1, 8000) n`;

beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
  await app.database.pool.query(seed, [workspace.orgId]);
  await app.database.pool.query('vacuum analyze webhook_deliveries');
});
afterAll(() => app.close());

it('the few deliveries that are pending are found without those that were taken', async () => {
  const query = '{ webhookDeliveries(state: PENDING) { nodes { id state } totalCount } }';
  const plans = await plansOf(app.database, 'webhook_deliveries', () => workspace.graph.ask(query));
  expect(plans.length).toBe(2);
  for (const plan of plans) expect(plan).toContain('webhook_deliveries_due');
  const id = (n: number) => `whd_${String(n).padStart(26, '0')}`;
  expect(await workspace.graph.ask(query)).toEqual({
    webhookDeliveries: { nodes: [3, 2, 1].map((n) => ({ id: id(n), state: 'PENDING' })), totalCount: 3 },
  });
});
