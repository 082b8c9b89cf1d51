import type pg from 'pg';
import type { Clock } from '../clock.ts';
import type { Actor } from './actor.ts';
import { type BatchOptions, createBatchedUpserts } from './batched-upserts.ts';

const flushSql = `insert into alias_usage (org_id, api_key_id, alias, count, last_used_at)
  select * from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::timestamptz[])
  on conflict (org_id, api_key_id, alias) do update
    set count = least(alias_usage.count::bigint + excluded.count, 2147483647),
        last_used_at = greatest(alias_usage.last_used_at, excluded.last_used_at)`;

type Use = {
  readonly orgId: string;
  readonly apiKeyId: string;
  readonly alias: string;
  readonly count: number;
  readonly at: Date;
};

/** Counts who still uses which older spelling, and writes it down in batches: a request never waits for it. */
export function createAliasUsage(pool: pg.Pool, clock: Clock, options?: BatchOptions) {
  const write = (uses: readonly Use[]) =>
    pool.query(flushSql, [
      uses.map(({ orgId }) => orgId),
      uses.map(({ apiKeyId }) => apiKeyId),
      uses.map(({ alias }) => alias),
      uses.map(({ count }) => count),
      uses.map(({ at }) => at),
    ]);
  const uses = createBatchedUpserts(write, options);

  return {
    count({ orgId, apiKeyId }: Actor, alias: string): void {
      const key = `${orgId} ${apiKeyId} ${alias}`;
      const count = (uses.get(key)?.count ?? 0) + 1;
      uses.set(key, { orgId, apiKeyId, alias, count, at: clock.now() });
    },
    flush: uses.flush,
  };
}
