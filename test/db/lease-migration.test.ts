import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog, type Database } from '../../src/db/open/database.ts';
import { migrate } from '../../src/db/migrate/migrate.ts';
import { openTestDatabase, testEngine } from '../support/database.ts';

let database: Database;
let pool: pg.Pool;

const migration = '20261129171500_takeovers_are_leased';

beforeAll(async () => {
  database = await openTestDatabase();
  pool = testEngine === 'embedded' ? database.pool : new pg.Pool({ ...database.pool.options, max: 1 });
  await pool.query(`
    insert into organisations (id, slug, name, event_at, created_at) values ('o', 'o', 'Acme', now(), now());
    insert into widgets (org_id, id, name, allowed_origins, created_at) values ('o', 'w', 'Site', '{}', now())`);
});
afterAll(async () => {
  if (pool !== database.pool) await pool.end();
  await database.close();
});

const until = new Date('2026-05-04T09:00:00.000Z');

const begin = (id: string) =>
  pool.query(
    `insert into conversations (org_id, id, widget_id, visitor_token_hash, created_at, updated_at) values ('o', $1, 'w', '', now(), now())`,
    [id],
  );
const set = (id: string, change: string, ...values: unknown[]) =>
  pool.query(`update conversations set ${change} where org_id = 'o' and id = $1`, [id, ...values]);
const takeOver = (id: string) => set(id, `status = 'HUMAN_ACTIVE', taken_over_at = now()`);
/** As a node of this version does. */
const lease = (id: string, seconds = 60) => set(id, 'lease_seconds = $2, taken_over_until = $3', seconds, until);

const say = (id: string, role: string) =>
  pool.query(
    `insert into messages (org_id, id, conversation_id, role, content, original_content, created_at)
     values ('o', $1 || '-' || $2, $1, $2::"MessageRole", 'Hello', 'Hello', now())`,
    [id, role],
  );

type Leased = { lease_seconds: number | null; taken_over_until: Date | null };
const leaseOf = async (id: string) =>
  (
    await pool.query<Leased>(
      `select lease_seconds, taken_over_until from conversations where org_id = 'o' and id = $1`,
      [id],
    )
  ).rows[0];
const none = { lease_seconds: null, taken_over_until: null };

it('conversations that are held already have no lease, and are held as before', async () => {
  await begin('before');
  await takeOver('before');
  await pool.query(`
    drop trigger lease_of_conversation_ended on conversations; drop function end_lease_of_conversation;
    alter table conversations drop column lease_seconds, drop column taken_over_until`);
  await pool.query('delete from _prisma_migrations where migration_name = $1', [migration]);
  expect(await migrate(pool, silentLog)).toEqual([migration]);
  expect(await leaseOf('before')).toEqual(none);
  await say('before', 'HUMAN');
  expect(await leaseOf('before')).toEqual(none);
});

describe('a node of the version before', () => {
  let count = 0;
  async function held(): Promise<string> {
    const id = `held-${(count += 1)}`;
    await begin(id);
    await takeOver(id);
    await lease(id);
    return id;
  }

  it.each(['ACTIVE', 'CLOSED'])('leaves no lease where it ends a takeover: %s', async (status) => {
    const id = await held();
    await set(id, `status = $2::"ConversationStatus", taken_over_at = null`, status);
    expect(await leaseOf(id)).toEqual(none);
    await takeOver(id);
    expect(await leaseOf(id)).toEqual(none);
  });

  it('renews a lease by a reply, by as long as it was taken for', async () => {
    const id = await held();
    const before = new Date((await pool.query<{ now: Date }>(`select now() as now`)).rows[0]?.now ?? 0).getTime();
    await say(id, 'HUMAN');
    const { lease_seconds: seconds, taken_over_until: end } = (await leaseOf(id)) ?? none;
    expect(seconds).toBe(60);
    expect((end?.getTime() ?? 0) - before).toBeGreaterThanOrEqual(60_000 - 1);
    expect((end?.getTime() ?? 0) - before).toBeLessThan(75_000);
  });

  it.each(['VISITOR', 'AI', 'SYSTEM'])('renews nothing by a message of %s', async (role) => {
    const id = await held();
    await say(id, role);
    expect(await leaseOf(id)).toEqual({ lease_seconds: 60, taken_over_until: until });
  });

  it('keeps a lease in whatever else it changes of a conversation that is held', async () => {
    const id = await held();
    await set(id, `visitor_name = 'Ada', updated_at = now()`);
    expect(await leaseOf(id)).toEqual({ lease_seconds: 60, taken_over_until: until });
  });
});
