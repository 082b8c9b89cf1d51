import type pg from 'pg';
import type { Clock } from '../clock.ts';
import type { Actor } from './actor.ts';
import { type BatchOptions, createBatchedUpserts } from './batched-upserts.ts';

const flushSql = `insert into api_key_usage (org_id, api_key_id, last_used_at)
  select * from unnest($1::text[], $2::text[], $3::timestamptz[])
  on conflict (org_id, api_key_id) do update set last_used_at = greatest(api_key_usage.last_used_at, excluded.last_used_at)`;

type Use = { readonly orgId: string; readonly apiKeyId: string; readonly at: Date };

/** Remembers when each key was last used, and writes it down in batches: a request never waits for it. */
export function createKeyUsage(pool: pg.Pool, clock: Clock, options?: BatchOptions) {
  const write = (uses: readonly Use[]) =>
    pool.query(flushSql, [
      uses.map(({ orgId }) => orgId),
      uses.map(({ apiKeyId }) => apiKeyId),
      uses.map(({ at }) => at),
    ]);
  const uses = createBatchedUpserts(write, options);

  return {
    touch: ({ orgId, apiKeyId }: Actor): void => uses.set(apiKeyId, { orgId, apiKeyId, at: clock.now() }),
    flush: uses.flush,
  };
}
