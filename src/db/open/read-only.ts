import type pg from 'pg';

const sql = `select pg_is_in_recovery() as standby, current_setting('transaction_read_only') = 'on' as "readOnly"`;

/** Why a database takes no writes, for its operator; null where it takes them. */
export async function findReadOnly(pool: Pick<pg.Pool, 'query'>): Promise<string | null> {
  const { rows } = await pool.query<{ standby: boolean; readOnly: boolean }>(sql);
  if (rows[0]?.standby) return 'it is a standby. Give the address of the primary (DATABASE_URL), or promote this one';
  if (!rows[0]?.readOnly) return null;
  return 'default_transaction_read_only is on for its server, database or user. Set it off, or give the address of the primary (DATABASE_URL)';
}
