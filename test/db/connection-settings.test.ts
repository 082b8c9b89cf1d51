import { describe, expect, it } from 'vitest';
import pg from 'pg';
import { silentLog } from '../../src/db/database.ts';
import { openPostgres } from '../../src/db/postgres.ts';
import { createEmptyPostgresDatabase, testEngine } from '../support/database.ts';

describe.runIf(testEngine === 'postgres')('a connection to a PostgreSQL server with settings of its own', () => {
  it('is in UTC, and its transactions are READ COMMITTED', async () => {
    const database = await createEmptyPostgresDatabase();
    const { pathname } = new URL(database.url);
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    const name = owner.escapeIdentifier(pathname.slice(1));
    await owner.query(`alter database ${name} set timezone to 'Asia/Tokyo'`);
    await owner.query(`alter database ${name} set default_transaction_isolation to 'serializable'`);
    await owner.end();

    const pools = await openPostgres(database.url, 1, silentLog);
    try {
      for (const pool of [pools.pool, pools.deliveryPool]) {
        const sql = `select current_setting('timezone') as zone, current_setting('transaction_isolation') as isolation`;
        expect((await pool.query(sql)).rows).toEqual([{ zone: 'UTC', isolation: 'read committed' }]);
      }
    } finally {
      await pools.end();
      await database.drop();
    }
  });
});
