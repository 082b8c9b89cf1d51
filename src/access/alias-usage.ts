import type pg from 'pg';
import type { Clock } from '../clock.ts';
import type { Actor } from './actor.ts';

const flushSql = `insert into alias_usage (org_id, api_key_id, alias, count, last_used_at)
  select * from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::timestamptz[])
  on conflict (org_id, api_key_id, alias) do update
    set count = least(alias_usage.count::bigint + excluded.count, 2147483647),
        last_used_at = greatest(alias_usage.last_used_at, excluded.last_used_at)`;

type Use = { readonly orgId: string; readonly apiKeyId: string; readonly alias: string; count: number; at: Date };

/** Counts who still uses which older spelling, and writes it down in batches: a request never waits for it. */
export function createAliasUsage(pool: pg.Pool, clock: Clock, flushMs = 10_000) {
  const uses = new Map<string, Use>();
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (uses.size === 0) return;
    // In the order of the key, so that two nodes take their row locks alike.
    const batch = [...uses].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, use]) => use);
    uses.clear();
    await pool.query(flushSql, [
      batch.map(({ orgId }) => orgId),
      batch.map(({ apiKeyId }) => apiKeyId),
      batch.map(({ alias }) => alias),
      batch.map(({ count }) => count),
      batch.map(({ at }) => at),
    ]);
  }

  return {
    count({ orgId, apiKeyId }: Actor, alias: string): void {
      const key = `${orgId} ${apiKeyId} ${alias}`;
      const use = uses.get(key) ?? { orgId, apiKeyId, alias, count: 0, at: clock.now() };
      use.count += 1;
      use.at = clock.now();
      uses.set(key, use);
      // Losing a count is better than failing the request that was served.
      timer ??= setTimeout(() => void flush().catch(() => undefined), flushMs).unref();
    },
    flush,
  };
}
