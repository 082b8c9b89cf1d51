import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app.close());
beforeEach(async () => void (workspace = await app.workspace()));

async function add(phone: string, more: object = {}): Promise<string> {
  const { createLead } = await workspace.graph.ask<{ createLead: { lead: { id: string } } }>(
    'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }',
    { input: { phone, ...more } },
  );
  return createLead.lead.id;
}

type Found = { leads: { totalCount: number; nodes: { id: string }[] } };

async function found(q: string, order = ''): Promise<string[]> {
  const { leads } = await workspace.graph.ask<Found>(
    `query ($q: String!) { leads(filter: { q: $q }${order}) { totalCount nodes { id } } }`,
    { q },
  );
  expect(leads.totalCount).toBe(leads.nodes.length);
  return leads.nodes.map(({ id }) => id);
}

describe('a phone number', () => {
  it.each([
    ['+442079460958', ['+44 20 7946 0958', '020 7946 0958', '0044 20 79460958', '(020) 7946-0958', '7946 0958']],
    ['+44 (0)20 7946 0958', ['+442079460958', '02079460958', '020.7946.0958']],
    ['020 7946 0958 ext. 12', ['+44 20 7946 0958', '02079460958', '0044 (20) 7946 0958']],
    ['+1 (555) 123-4567', ['+15551234567', '555 123 4567', '1-555-123-4567', '123-4567']],
    ['5551234567', ['+1 555 123 4567', '(555) 123-4567']],
    ['8 (495) 123-45-67', ['+7 495 123 45 67']],
  ])('that is written %j is found by %j', async (written, asked) => {
    const id = await add(written);
    await add('+49 30 901820');
    for (const q of asked) expect([q, await found(q)]).toEqual([q, [id]]);
  });

  it('of another country, or of which the words are a part of a date, is not found', async () => {
    await add('+49 20 7946 0958');
    expect(await found('+44 20 7946 0958')).toEqual([]);
    const noted = await add('+49 30 901820', { remark: 'Call 2026-05-04' });
    expect(await found('2026-05-04')).toEqual([noted]);
  });

  it('is found in any order, counted, and no more once it was changed', async () => {
    const ids = [await add('+1 (555) 123-4567', { name: 'B' }), await add('1 555 123 4567', { name: 'A' })];
    expect(await found('555-123-4567', ', orderBy: { field: NAME, direction: ASC }')).toEqual(ids.toReversed());
    const counted = await workspace.graph.ask<{ leadCounts: { count: number }[] }>(
      '{ leadCounts(by: STATUS, filter: { q: "(555) 1234567" }) { count } }',
    );
    expect(counted.leadCounts.reduce((sum, { count }) => sum + count, 0)).toBe(2);
    await workspace.graph.ask(
      'mutation ($id: ID!) { updateLead(id: $id, input: { phone: "+1 555 123 9999" }) { lead { id } } }',
      { id: ids[0] },
    );
    expect(await found('5551234567')).toEqual([ids[1]]);
    expect(await found('5551239999')).toEqual([ids[0]]);
  });

  it('is looked up in the index of words', async () => {
    const client = await app.database.pool.connect();
    try {
      await client.query('begin');
      await client.query(
        `insert into leads (org_id, id, stage_id, source, target_type, context, tags, search, created_at, updated_at)
         select org_id, 'zz' || n, id, 'manual', 'customer_lead', '{}', '{}', 'nobody ' || md5(n::text), now(), now()
           from stages, generate_series(1, 20000) n where org_id = $1 and is_default`,
        [workspace.orgId],
      );
      await client.query('analyze leads');
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `explain select id from leads where org_id = $1 and deleted_at is null and search like $2 and (search like $3 or search like $4)`,
        [workspace.orgId, '%4567%', '%15551234567%', '%\n5551234567\n%'],
      );
      expect(rows.map((row) => row['QUERY PLAN']).join()).toContain('leads_search');
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});
