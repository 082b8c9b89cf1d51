import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/open/database.ts';
import { reserveTokens, settleTokens } from '../../src/outside/model/token-budget.ts';
import { openWriter } from '../domain/open-writer.ts';
import { openTestDatabase, testEngine } from '../support/database.ts';

let database: Database;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

const lockSql = 'select from model_usage where org_id = $1 and widget_id = $2 for update nowait';
const waitingSql = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
const usedSql = 'select widget_id as widget, tokens from model_usage where org_id = $1 order by widget_id';

// Embedded, statements come one after the other.
describe.runIf(testEngine === 'postgres')('tokens', () => {
  it('are settled in the order they are set aside in, so that no two calls wait for each other', async () => {
    const { pool } = database;
    const { orgId } = (await openWriter(database)).actor;
    const reserve = async (id: string) => reserveTokens(pool, { orgId, widget: { id, tokensPerDay: 1000 } }, 10, null);
    await reserve('one');
    const reserved = await reserve('two');
    if (!reserved) throw new Error('Nothing was set aside.');
    const other = await pool.connect();
    try {
      await other.query('begin');
      await other.query(lockSql, [orgId, 'two']);
      const settled = settleTokens(pool, reserved, 4);
      await expect.poll(async () => (await pool.query(waitingSql)).rowCount).toBe(1);
      await other.query(lockSql, [orgId, '']);
      await other.query('commit');
      await settled;
    } finally {
      other.release(true);
    }
    expect((await pool.query(usedSql, [orgId])).rows).toEqual([
      { widget: '', tokens: 14 },
      { widget: 'one', tokens: 10 },
      { widget: 'two', tokens: 4 },
    ]);
  });
});
