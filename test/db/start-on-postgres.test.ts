import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { silentLog } from '../../src/db/open/database.ts';
import { openDatabase } from '../../src/db/open/open.ts';
import { createEmptyPostgresDatabase, testEngine } from '../support/database.ts';

/** As the owner of the database, whatever it does to others. */
async function alter(url: string, change: string): Promise<void> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query('set default_transaction_read_only = off');
  await owner.query(`do $$ begin execute format('alter database %I ${change}', current_database()); end $$`);
  await owner.end();
}

describe.runIf(testEngine === 'postgres')('a start on a PostgreSQL database', () => {
  it('that takes no writes names the reason, and serves reads', async () => {
    const made = await createEmptyPostgresDatabase();
    const warnings: object[] = [];
    const log = { ...silentLog, warn: (details: object) => warnings.push(details) };
    try {
      await (await openDatabase({ dataDir: '', databaseUrl: made.url })).close();
      await alter(made.url, 'set default_transaction_read_only = on');
      const database = await openDatabase({ dataDir: '', databaseUrl: made.url, log });
      expect(await database.prisma.organisation.count()).toBe(0);
      await database.close();
      expect(warnings).toEqual([{ reason: expect.stringMatching('default_transaction_read_only is on') }]);
    } finally {
      await alter(made.url, 'set default_transaction_read_only = off');
      await made.drop();
    }
  });

  it('that lets nobody in says whose limit that is', async () => {
    const made = await createEmptyPostgresDatabase();
    const owner = new pg.Client({ connectionString: made.url });
    await owner.connect();
    const user = `limited_${process.pid}`;
    await owner.query(`create role ${user} login`);
    try {
      await alter(made.url, 'connection limit 0');
      const url = new URL(made.url);
      url.username = user;
      const refused = openDatabase({ dataDir: '', databaseUrl: url.href });
      await expect(refused).rejects.toThrow('it has no connection left: too many connections for database');
      await expect(refused).rejects.toThrow('connection limit -1');
    } finally {
      await alter(made.url, 'connection limit -1');
      await owner.query(`drop role ${user}`);
      await owner.end();
      await made.drop();
    }
  });
});
