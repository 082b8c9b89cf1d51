import type pg from 'pg';
import type { Dialect, MemberRole, Tier } from '../db/generated/prisma/enums.ts';
import { hashSecret } from './credentials.ts';

export type KeyRow = {
  readonly hash: Buffer;
  readonly org_id: string;
  readonly id: string;
  readonly dialect: Dialect;
  readonly scopes: string[];
  readonly business_id: string | null;
  readonly member_id: string | null;
  readonly role: MemberRole | null;
  readonly widget_id: string | null;
  readonly is_session: boolean;
  readonly opened_by_id: string | null;
  readonly expires: boolean;
  readonly expires_at: Date | null;
  readonly mints_until: Date | null;
  readonly ended: boolean;
  readonly tier: Tier;
  /** Of the organisation; a bigint. */
  readonly revision: string;
  readonly event_at: Date;
};

// A session ends with the key that opened it, and every key with the membership of its member.
const keysSql = `select k.hash, k.org_id, k.id, k.dialect, k.scopes, k.business_id, k.member_id, k.widget_id, k.is_session, k.opened_by_id,
  k.expires_at is not null as expires, k.expires_at, opener.expires_at as mints_until, o.tier, o.revision, o.event_at, m.role::text as role,
  k.revoked_at is not null or opener.revoked_at is not null or m.removed_at is not null as ended
  from api_keys k join organisations o on o.id = k.org_id
  left join members m on m.org_id = k.org_id and m.id = k.member_id
  left join api_keys opener on opener.org_id = k.org_id and opener.id = k.opened_by_id
  where k.hash = any($1::bytea[])`;

export type FindKey = (token: string) => Promise<KeyRow | undefined>;

type Batch = { readonly hashes: Map<string, Uint8Array>; readonly rows: Promise<ReadonlyMap<string, KeyRow>> };

const named = (hash: Uint8Array): string => Buffer.from(hash).toString('base64');

/**
 * Looks credentials up: those of requests that arrived in one turn of the event loop in one statement, which is sent after the
 * last of them. What it tells is never older than the request that asks.
 */
export function createFindKey(pool: Pick<pg.Pool, 'query'>): FindKey {
  let open: Batch | null = null;

  async function read(hashes: Batch['hashes']): Promise<ReadonlyMap<string, KeyRow>> {
    await new Promise((resolve) => setImmediate(resolve));
    open = null;
    const { rows } = await pool.query<KeyRow>({
      name: 'authenticate',
      text: keysSql,
      values: [[...hashes.values()]],
    });
    return new Map(rows.map((row) => [named(row.hash), row]));
  }

  function openBatch(): Batch {
    const hashes: Batch['hashes'] = new Map();
    return { hashes, rows: read(hashes) };
  }

  return async (token) => {
    const { hashes, rows } = (open ??= openBatch());
    const hash = hashes.get(token) ?? hashSecret(token);
    hashes.set(token, hash);
    return (await rows).get(named(hash));
  };
}
