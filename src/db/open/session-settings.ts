import type pg from 'pg';
import { limits } from '../../limits.ts';

/**
 * Everything of a session on which what we write and read depends: a server, a database and a user may each be set
 * otherwise. The `search_path` keeps what it had behind `public`, since extensions may live elsewhere.
 */
const relied = {
  TimeZone: 'UTC',
  DateStyle: 'ISO, MDY',
  IntervalStyle: 'postgres',
  bytea_output: 'hex',
  standard_conforming_strings: 'on',
  array_nulls: 'on',
  transform_null_equals: 'off',
  extra_float_digits: '1',
  default_transaction_isolation: 'read committed',
  // What is thought to be dear is compiled first, for 0.7 s, whether it then stops at its limit or finds nothing at all.
  jit: 'off',
} as const;

/** So that nothing waits for ever, nor makes others wait: after a node that stopped in the middle, too. */
const bounded = {
  statement_timeout: limits.statementMs,
  lock_timeout: limits.lockWaitMs,
  idle_in_transaction_session_timeout: limits.idleTransactionMs,
} as const;

/** A migration takes as long as it takes; the embedded database is timed from outside, since its own timers never fire. */
const unbounded = { statement_timeout: 0, lock_timeout: 0, idle_in_transaction_session_timeout: 0 } as const;

const toSql = (settings: Readonly<Record<string, string | number>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `set ${name} = '${value}'`)
    .join('; ');

const searchPath = `select set_config('search_path', concat_ws(', ', 'public', nullif(current_setting('search_path'), '')), false)`;

export type SessionWork = 'serving' | 'migrating' | 'embedded';

/** Makes a new connection ours; in one statement, as it costs a round trip. */
export async function prepareSession(client: pg.ClientBase, work: SessionWork): Promise<void> {
  await client.query(`${toSql(relied)}; ${toSql(work === 'serving' ? bounded : unbounded)}; ${searchPath}`);
}
