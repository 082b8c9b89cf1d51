import { sharedNowSql } from '../../clock.ts';
import type { SyncSource } from '../../db/generated/prisma/client.ts';
import type { Pool } from '../provider/gate.ts';

/** What is known of a source by its address alone. */
export type FoundSource = Pick<SyncSource, 'orgId' | 'id' | 'type' | 'signed' | 'enabled' | 'mapping'> & {
  /** Sealed: its own, and the one before while that is taken. */
  readonly secrets: readonly Uint8Array[];
};

type Row = Omit<FoundSource, 'secrets'> & {
  readonly secret: Uint8Array | null;
  readonly previousSecret: Uint8Array | null;
};

const findSql = `select org_id as "orgId", id, type::text as type, signed, enabled, mapping, secret,
       case when previous_expires_at > ${sharedNowSql('$2')} then previous_secret end as "previousSecret"
  from sync_sources
 where token_hash = $1 or (previous_token_hash = $1 and previous_expires_at > ${sharedNowSql('$2')})`;

/** The source whose address ends in a token of this hash, of whichever workspace. */
export async function findSource(pool: Pool, hash: Uint8Array, now: Date | null): Promise<FoundSource | null> {
  const { rows } = await pool.query<Row>(findSql, [hash, now]);
  const [row] = rows;
  if (!row) return null;
  const { secret, previousSecret, ...source } = row;
  return { ...source, secrets: [secret, previousSecret].filter((sealed) => sealed !== null) };
}
