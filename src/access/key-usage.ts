import type pg from 'pg';
import type { Clock } from '../clock.ts';
import type { Actor } from './actor.ts';

const flushSql = `insert into api_key_usage (org_id, api_key_id, last_used_at)
  select * from unnest($1::text[], $2::text[], $3::timestamptz[])
  on conflict (org_id, api_key_id) do update set last_used_at = greatest(api_key_usage.last_used_at, excluded.last_used_at)`;

/** Remembers when each key was last used, and writes it down in batches: a request never waits for it. */
export function createKeyUsage(pool: pg.Pool, clock: Clock, flushMs = 10_000) {
  const used = new Map<string, { orgId: string; at: Date }>();
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (used.size === 0) return;
    const batch = [...used];
    used.clear();
    await pool.query(flushSql, [
      batch.map(([, { orgId }]) => orgId),
      batch.map(([id]) => id),
      batch.map(([, { at }]) => at),
    ]);
  }

  return {
    touch(actor: Actor): void {
      used.set(actor.apiKeyId, { orgId: actor.orgId, at: clock.now() });
      // Losing a time of last use is better than failing the request that was served.
      timer ??= setTimeout(() => void flush().catch(() => undefined), flushMs).unref();
    },
    flush,
  };
}
