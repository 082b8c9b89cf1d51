import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/open/database.ts';
import { openDatabase } from '../../src/db/open/open.ts';
import { openTestDatabase, testEngine } from '../support/database.ts';

const organisation = (id: string) => ({ id, slug: id, name: 'Acme', eventAt: new Date(0), createdAt: new Date(0) });

describe('the open database', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it('gives times back as they were put in, to the millisecond, in UTC', async () => {
    const createdAt = new Date('2026-03-29T01:30:00.123Z');
    await database.prisma.organisation.create({ data: { ...organisation('times'), createdAt } });
    expect((await database.prisma.organisation.findUniqueOrThrow({ where: { id: 'times' } })).createdAt).toEqual(
      createdAt,
    );
    const { rows } = await database.pool.query(`select created_at::text as text from organisations where id = 'times'`);
    expect(rows).toEqual([{ text: '2026-03-29 01:30:00.123+00' }]);
  });

  it('has the partial indexes, which are written by hand', async () => {
    const { rows } = await database.pool.query<{ name: string }>(
      'select indexrelid::regclass::text as name from pg_index where indpred is not null order by 1',
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'conversations_captured',
      'conversations_held',
      'conversations_leased',
      'conversations_not_captured',
      'jobs_due',
      'jobs_lanes',
      'jobs_running',
      'leads_by_name',
      'leads_by_score',
      'leads_by_touch',
      'leads_by_update',
      'leads_campaign',
      'leads_company',
      'leads_company_name',
      'leads_deleted',
      'leads_email_domain',
      'leads_idle',
      'leads_linkedin_url',
      'leads_live',
      'leads_of_stage',
      'leads_phone_end',
      'leads_referrer',
      'leads_search',
      'leads_tags',
      'members_of_an_address',
      'messages_of_keys',
      'messages_search',
      'people_of_an_address',
      'sessions_by_end',
      'waiting_conversations',
      'waiting_conversations_by_activity',
      'webhook_deliveries_dead',
      'webhook_deliveries_due',
    ]);
  });

  it('serves on after a transaction gave up waiting for a connection', async () => {
    const { prisma } = database;
    const release = Promise.withResolvers<void>();
    const connections = testEngine === 'embedded' ? 1 : 10;
    const holders = Array.from({ length: connections }, () =>
      prisma.$transaction(async (tx) => {
        await tx.$queryRaw`select 1`;
        await release.promise;
      }),
    );
    await expect(prisma.$transaction(async () => {}, { maxWait: 50 })).rejects.toMatchObject({ code: 'P2028' });
    release.resolve();
    await Promise.all(holders);
    await Promise.all(Array.from({ length: 20 }, () => prisma.$transaction(async (tx) => tx.$queryRaw`select 1`)));
  });

  it('rolls back a transaction that fails, and goes on', async () => {
    const { prisma } = database;
    const failing = prisma.$transaction(async (tx) => {
      await tx.organisation.create({ data: organisation('gone') });
      await tx.organisation.create({ data: organisation('gone') });
    });
    await expect(failing).rejects.toMatchObject({ code: 'P2002' });
    expect(await prisma.organisation.count({ where: { id: 'gone' } })).toBe(0);
  });

  it('lets timers tick while it is busy writing', async () => {
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 10);
    const started = performance.now();
    for (let round = 0; round < 5; round += 1) {
      await database.pool.query(
        `insert into organisations (id, slug, name, event_at, created_at)
         select $1 || n, $1 || n, repeat('x', 500), now(), now() from generate_series(1, 10000) n`,
        [`tick${round}-`],
      );
    }
    clearInterval(timer);
    // Measured with the database on the main thread: one tick in two hundred.
    expect(ticks).toBeGreaterThan(((performance.now() - started) / 10) * 0.1);
  });
});

describe('a PostgreSQL that cannot be reached', () => {
  const open = (databaseUrl: string) => openDatabase({ dataDir: '', databaseUrl });

  it('is named with the variable, the address and the cause', async () => {
    await expect(open('postgresql://someone:secret@127.0.0.1:1/shop')).rejects.toThrow(
      'DATABASE_URL leads to database "shop" on 127.0.0.1:1 as user "someone", but nothing listens there.',
    );
  });

  it('is not looked for at an address that is none', async () => {
    await expect(open('mysql://root@localhost/shop')).rejects.toThrow('DATABASE_URL must look like postgresql://');
  });
});
