import type { Tx } from '../../db/write/write.ts';
import { type JobKind, type JobPayload, jobKinds } from './kinds.ts';

type Enqueued<Kind extends JobKind> = {
  readonly payload: JobPayload<Kind>;
  /** What it is one of its kind by in the organisation, as long as finished jobs are kept: enqueued twice, it is done once. */
  readonly key: string;
  /** Of what it is about: a key that is locked to another one does not see it. */
  readonly businessId: string | null;
  /** The id, as clients see it, of what it is about: `toGlobalId('Task', id)`. */
  readonly subjectId?: string;
  /** When it is due; absent is once the write is committed. */
  readonly runAt?: Date;
};

/** Has something done behind the write, once it is committed: at least once, on whichever node. */
export function enqueueJob<Kind extends JobKind>(tx: Tx, kind: Kind, job: Enqueued<Kind>): void {
  const { payload, key, businessId, subjectId = null, runAt = null } = job;
  tx.enqueue({ kind, payload, key, businessId, subjectId, runAt, maxAttempts: jobKinds[kind].attempts });
}
