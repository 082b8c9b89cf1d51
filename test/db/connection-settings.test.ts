import { describe, expect, it } from 'vitest';
import pg from 'pg';
import { silentLog } from '../../src/db/open/database.ts';
import { toFailure } from '../../src/db/driver-errors.ts';
import { openMigrationPool, openPostgres } from '../../src/db/open/postgres.ts';
import { createAuthenticate } from '../../src/access/authenticate.ts';
import { systemClock } from '../../src/clock.ts';
import { limits } from '../../src/limits.ts';
import { startTestApp } from '../support/app.ts';
import { createEmptyPostgresDatabase, openProxiedDatabase, testEngine } from '../support/database.ts';

const hostile = {
  datestyle: `'German, DMY'`,
  intervalstyle: `'sql_standard'`,
  timezone: `'Asia/Tokyo'`,
  bytea_output: `'escape'`,
  standard_conforming_strings: 'off',
  array_nulls: 'off',
  extra_float_digits: '-10',
  default_transaction_isolation: `'serializable'`,
  search_path: `'pg_catalog'`,
  jit: 'on',
  lock_timeout: '0',
};

async function makeHostile(pool: Pick<pg.Pool, 'query'>): Promise<void> {
  for (const [name, value] of Object.entries(hostile)) {
    const quoted = value.replaceAll("'", "''");
    await pool.query(
      `do $$ begin execute format('alter database %I set ${name} to ${quoted}', current_database()); end $$`,
    );
  }
}

describe.runIf(testEngine === 'postgres')('a PostgreSQL database with settings of its own', () => {
  it('is met with ours on every connection', async () => {
    const made = await createEmptyPostgresDatabase();
    const owner = new pg.Pool({ connectionString: made.url, max: 1 });
    await makeHostile(owner);
    await owner.end();
    const pools = await openPostgres({ databaseUrl: made.url, connections: 4, log: silentLog });
    const migrations = openMigrationPool(made.url);
    try {
      const read = async (pool: pg.Pool) =>
        Object.fromEntries(
          await Promise.all(
            [...Object.keys(hostile), 'statement_timeout', 'idle_in_transaction_session_timeout'].map(
              async (name) =>
                [name, (await pool.query(`select current_setting('${name}') as now`)).rows[0]?.now] as const,
            ),
          ),
        );
      const ours = {
        datestyle: 'ISO, MDY',
        intervalstyle: 'postgres',
        timezone: 'UTC',
        bytea_output: 'hex',
        standard_conforming_strings: 'on',
        array_nulls: 'on',
        extra_float_digits: '1',
        default_transaction_isolation: 'read committed',
        jit: 'off',
        search_path: 'public, pg_catalog',
      };
      const bounded = { lock_timeout: '4s', statement_timeout: '10s', idle_in_transaction_session_timeout: '15s' };
      expect(await read(pools.pool)).toEqual({ ...ours, ...bounded });
      expect(await read(pools.deliveryPool)).toEqual({ ...ours, ...bounded });
      const unbounded = { lock_timeout: '0', statement_timeout: '0', idle_in_transaction_session_timeout: '0' };
      expect(await read(migrations)).toEqual({ ...ours, ...unbounded });
    } finally {
      await migrations.end();
      await pools.end();
      await made.drop();
    }
  });

  it('serves both surfaces as any other does, and refuses an expired key', async () => {
    const on = await openProxiedDatabase();
    await makeHostile(on.direct);
    const app = await startTestApp({ database: on.database });
    try {
      const acme = await app.workspace();
      const lead = { source: 'manual', targetType: 'person', displayName: 'Ada', context: { note: 'a\\b' } };
      const headers = { authorization: `Bearer ${acme.keys.ai93}`, 'content-type': 'application/json' };
      const post = await fetch(`${app.url}/api/v1/leads`, { method: 'POST', headers, body: JSON.stringify(lead) });
      expect(post.status).toBe(201);
      const listed = await (await fetch(`${app.url}/api/v1/leads`, { headers })).json();
      expect(listed).toMatchObject({ leads: [lead], count: 1 });
      const { leads } = await acme.graph.ask<{ leads: { nodes: { createdAt: string }[] } }>(
        '{ leads(first: 5) { nodes { createdAt } } }',
      );
      expect(Math.abs(Date.parse(leads.nodes[0]?.createdAt ?? '') - Date.now())).toBeLessThan(60_000);
      await on.direct.query(`update api_keys set expires_at = now() - interval '1 minute'`);
      expect((await acme.graph.send('{ viewer { __typename } }')).status).toBe(401);
      const foreign = new pg.Pool({ ...on.direct.options, max: 1, options: '-c search_path=public' });
      const { authenticate } = createAuthenticate(foreign, systemClock, () => {});
      const answer = authenticate(acme.keys.graphql, 'a date that cannot be read');
      await expect(answer).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
      await foreign.end();
    } finally {
      await app.close();
    }
  });

  it('is given up where it says nothing for too long, by the ORM’s transactions too', async () => {
    const on = await openProxiedDatabase({ silenceMs: 400 });
    try {
      expect(limits.databaseSilenceMs).toBeGreaterThan(limits.statementMs);
      await on.database.pool.query('select 1');
      on.proxy.swallow();
      await expect(on.database.pool.query('select 1')).rejects.toMatchObject({ code: 'ETIMEDOUT' });
      on.proxy.swallow('a silent flow');
      const transaction = on.database.prisma.$transaction((tx) => tx.$queryRawUnsafe(`select 'a silent flow'`));
      await expect(transaction.catch(toFailure)).resolves.toMatchObject({ code: 'UNAVAILABLE' });
      await expect.poll(() => on.database.pool.totalCount).toBe(0);
      expect((await on.database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    } finally {
      await on.database.close();
    }
  });
});
