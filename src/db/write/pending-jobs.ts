import type { Actor } from '../../access/actor.ts';
import { sharedNowSql } from '../../clock.ts';
import type { Transaction } from '../transaction/transaction.ts';

/** Something to be done once the write that asks for it is committed; `domain/background/enqueue-job.ts` makes them. */
export type PendingJob = {
  readonly kind: string;
  /** What it is one of its kind by: enqueued again in the organisation, it is done once. */
  readonly key: string;
  readonly businessId: string | null;
  /** The id, as clients see it, of what it is about. */
  readonly subjectId: string | null;
  readonly payload: object;
  readonly maxAttempts: number;
  /** Null is at once. */
  readonly runAt: Date | null;
};

const insertSql = `
insert into jobs (org_id, id, business_id, kind, key, subject_id, payload, max_attempts, run_at, created_at)
select $1, j.item->>'id', j.item->>'businessId', j.item->>'kind', j.item->>'key', j.item->>'subjectId', j.item->'payload',
       (j.item->>'maxAttempts')::int, coalesce((j.item->>'runAt')::timestamptz, ${sharedNowSql('$3')}), $2::timestamptz
  from jsonb_array_elements($4::jsonb) as j(item)
on conflict (org_id, kind, key) do nothing`;

type Times = { readonly now: Date; readonly dueAt: Date | null };

/** Puts jobs into the queue. Answers how many were not in it before. */
export async function insertJobs(
  transaction: Pick<Transaction, 'execute'>,
  { orgId, businessId }: Pick<Actor, 'orgId' | 'businessId'>,
  { now, dueAt }: Times,
  jobs: readonly (PendingJob & { readonly id: string })[],
): Promise<number> {
  if (jobs.length === 0) return 0;
  if (businessId !== null && jobs.some((job) => job.businessId !== businessId)) {
    throw new Error('A job of another business was about to be enqueued by a locked key.');
  }
  // In the order of their keys: two writes that enqueue the same ones wait for each other, and never both.
  const inOrder = jobs.toSorted((one, other) => (one.kind + one.key < other.kind + other.key ? -1 : 1));
  return transaction.execute(insertSql, [orgId, now, dueAt, JSON.stringify(inOrder)]);
}
