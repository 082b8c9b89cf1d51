import type pg from 'pg';
import { type BatchOptions, createBatchedUpserts } from './batched-upserts.ts';

// A conversation that is gone meanwhile has no token.
const flushSql = `insert into visitor_token_uses (org_id, conversation_id, last_used_at)
  select u.* from unnest($1::text[], $2::text[], $3::timestamptz[]) as u (org_id, conversation_id, last_used_at)
    join conversations c on c.org_id = u.org_id and c.id = u.conversation_id
  on conflict (org_id, conversation_id) do update
     set last_used_at = greatest(visitor_token_uses.last_used_at, excluded.last_used_at)`;

export type VisitorUse = { readonly orgId: string; readonly conversationId: string; readonly at: Date };

/** Writes down in batches when visitors last showed their tokens: no request waits for it, and no conversation's row is touched. */
export function createVisitorUsage(pool: pg.Pool, options?: BatchOptions) {
  const write = (uses: readonly VisitorUse[]) =>
    pool.query(flushSql, [
      uses.map(({ orgId }) => orgId),
      uses.map(({ conversationId }) => conversationId),
      uses.map(({ at }) => at),
    ]);
  const uses = createBatchedUpserts(write, options);

  return {
    seen: (use: VisitorUse): void => uses.set(`${use.orgId}/${use.conversationId}`, use),
    flush: uses.flush,
  };
}
