import { randomBytes, randomInt } from 'node:crypto';
import type pg from 'pg';
import { monotonicFactory } from 'ulid';
import { limits } from '../../limits.ts';
import type { Actor } from '../../access/actor.ts';
import { type Clock, sharedNow, sharedNowSql } from '../../clock.ts';
import { unavailable } from '../../errors.ts';
import { createTurns } from '../../turns.ts';
import type { EventType } from '../../events/catalogue.ts';
import type { AuditChanges } from './audit-changes.ts';
import type { CampaignEffect } from './campaign-effect.ts';
import { isMissingReference, isTransientConflict, toFailure } from '../driver-errors.ts';
import { type ExpectedRow, requireExpected } from './expected-row.ts';
import { claimIdempotencyKey, type IdempotencyClaim } from './idempotency.ts';
import { createLocks, type Locks } from './locks.ts';
import type { ScopedClient, ScopedWriter } from '../scoped.ts';
import { createRunInWrite, type RunInWrite } from '../run/run.ts';
import { createJoinedOrm, type JoinedOrm } from '../transaction/joined-orm.ts';
import { openTables } from '../transaction/tables-in-transaction.ts';
import { createTransactions, type Transaction } from '../transaction/transaction.ts';
import { trackWrites } from './track-writes.ts';
import type { EventRecord } from './event-record.ts';
import { insertJobs, type PendingJob } from './pending-jobs.ts';
import { type Committed, writeTail, type PendingAudit, type PendingEvent } from './write-tail.ts';

/** What a change can use. Everything in it is scoped to the actor; nothing outside the database may be done. */
export type Tx = ScopedWriter & Locks & WriteVerbs;

type WriteVerbs = {
  /** The time of this write: every row it makes carries it. */
  readonly now: Date;
  /** Now as all nodes have it: by the database’s clock, of which a node’s own may differ. */
  sharedNow(): Promise<Date>;
  /** A new row id, later than every other one of this write. */
  newId(): string;
  /** What campaigns made of this write so far, for its caller to be told. */
  readonly effects: CampaignEffect[];
  /** Adds an event to the log, its deliveries, and an audit row, which may tell what changed. Answers the event's id. */
  record(type: EventType, event: EventRecord, changes?: AuditChanges): string;
  /** Adds an audit row for a change that is no event. */
  audit(action: string, subject: { id: string; businessId: string | null }, changes?: AuditChanges): void;
  /** What is to be told of this write so far. */
  pending(): { readonly events: readonly PendingEvent[]; readonly audit: readonly PendingAudit[] };
  /** Has something done behind the write, once it is committed. Domain verbs ask by `enqueueJob`, which knows the kinds. */
  enqueue(job: PendingJob): void;
  /** Resolves once the rows that were made without waiting for them are. */
  settle(): Promise<void>;
  /** Runs a statement in this write; the tenant and its times are bound to it. */
  readonly run: RunInWrite;
};

export type WriterOptions = {
  /** The one that the ORM is on, too. */
  readonly pool: pg.Pool;
  readonly clock: Clock;
  /** Told of every commit that changed something. */
  readonly onCommit: (orgId: string, committed: Committed) => void;
  /** Told of every commit that put jobs into the queue. */
  readonly onEnqueued?: () => void;
  /** Refuses every write while there is no room for it. */
  readonly assertRoom?: () => void;
  /** Writes waiting or running at once on this node, above which callers are turned away. */
  readonly maxPending?: number;
  /** Writes of one organisation that run at once on this node, so that they leave connections to the others. */
  readonly perOrganisation?: number;
  readonly maxWaitMs?: number;
  readonly timeoutMs?: number;
};

export type Writer = <T>(
  client: ScopedClient,
  actor: Actor,
  idempotency: IdempotencyClaim | null,
  change: (tx: Tx) => Promise<T>,
  expected?: ExpectedRow | null,
) => Promise<T>;

const maxAttempts = 6;

/** A character of an id at random. The library by itself asks the system for each: 70 µs an id instead of 3. */
const randomFraction = (): number => randomInt(32) / 32;

/**
 * Makes the only way to change anything a client can read: one READ COMMITTED transaction that holds the change, its audit
 * row, its events and their deliveries. The change is run again after a deadlock, so it does nothing outside the database.
 */
export function createWriter(options: WriterOptions): Writer {
  const {
    pool,
    clock,
    onCommit,
    onEnqueued = () => undefined,
    assertRoom = () => undefined,
    maxPending = limits.pendingWrites,
    perOrganisation = maxPending,
    maxWaitMs = limits.writeWaitMs,
    timeoutMs = limits.writeRunMs,
  } = options;
  // Writes of one organisation wait for each other's row; without turns they would hold every connection meanwhile.
  const turns = createTurns(perOrganisation, maxWaitMs);
  const inTransaction = createTransactions(pool);
  let pending = 0;

  const attempt: Writer = async (client, actor, idempotency, change, expected = null) => {
    for (let tries = 1; ; tries += 1) {
      try {
        const { result, committed, enqueued } = await inTransaction({ maxWaitMs, timeoutMs }, async (transaction) => {
          const orm = createJoinedOrm(client, transaction, timeoutMs);
          try {
            return await runChange({ transaction, orm }, actor, clock, { idempotency, expected }, change);
          } finally {
            await orm.leave();
          }
        });
        if (idempotency) idempotency.claimed = true;
        if (expected) expected.met = true;
        if (committed) onCommit(actor.orgId, committed);
        if (enqueued > 0) onEnqueued();
        return result;
      } catch (error) {
        // What a row would have referred to is gone since it was looked up: run again, the look-up says so.
        if ((isTransientConflict(error) || isMissingReference(error)) && tries < maxAttempts) continue;
        throw toFailure(error);
      }
    }
  };

  return async function write(client, actor, idempotency, change, expected) {
    assertRoom();
    if (pending >= maxPending) throw unavailable('Too many writes are waiting. Try again in a moment.', 1);
    pending += 1;
    try {
      return await turns(actor.orgId, () => attempt(client, actor, idempotency, change, expected));
    } finally {
      pending -= 1;
    }
  };
}

type Done<Result> = { readonly result: Result; readonly committed: Committed | null; readonly enqueued: number };

/** What a request wants to hold of its first write. */
type Conditions = { readonly idempotency: IdempotencyClaim | null; readonly expected: ExpectedRow | null };

async function runChange<T>(
  { transaction, orm }: { readonly transaction: Transaction; readonly orm: JoinedOrm },
  actor: Actor,
  clock: Clock,
  { idempotency, expected }: Conditions,
  change: (tx: Tx) => Promise<T>,
): Promise<Done<T>> {
  const [now, dueAt] = [clock.now(), sharedNow(clock)];
  const claim = idempotency && !idempotency.claimed ? idempotency : null;
  if (claim) await claimIdempotencyKey(transaction, actor, claim, now);
  const held = expected && !expected.met ? expected : null;
  if (held) await requireExpected(transaction, actor, held);

  const events: PendingEvent[] = [];
  const audit: PendingAudit[] = [];
  const jobs: (PendingJob & { readonly id: string })[] = [];
  const nextUlid = monotonicFactory(randomFraction);
  const newId = () => nextUlid(now.getTime()).toLowerCase();
  const tracked = trackWrites(openTables(transaction, actor, orm));
  const verbs = {
    ...createLocks(transaction, actor, held),
    now,
    newId,
    async sharedNow() {
      const rows = await transaction.rows<{ now: Date }>(`select ${sharedNowSql('$1')} as now`, [dueAt]);
      return rows[0]?.now ?? now;
    },
    effects: new Array<CampaignEffect>(),
    record(type: EventType, event: EventRecord, changes?: AuditChanges) {
      const id = `evt_${randomBytes(8).toString('hex')}`;
      events.push({ id, type, ...event });
      audit.push({ id: newId(), action: type, subjectId: event.subjectId, businessId: event.businessId, changes });
      return id;
    },
    audit(action: string, subject: { id: string; businessId: string | null }, changes?: AuditChanges) {
      audit.push({ id: newId(), action, subjectId: subject.id, businessId: subject.businessId, changes });
    },
    pending: () => ({ events, audit }),
    enqueue: (job: PendingJob) => void jobs.push({ ...job, id: newId() }),
    settle: () => transaction.settle(),
    run: createRunInWrite(transaction, { ...actor, now, sharedNow: dueAt }, tracked.noteWrite),
  };
  const result = await change(Object.assign(tracked.client, verbs));
  const enqueued = await insertJobs(transaction, actor, { now, dueAt }, jobs);
  if (!tracked.wrote() && audit.length === 0) return { result, committed: null, enqueued };
  if (audit.length === 0) throw new Error('A write changed rows without leaving an audit row.');
  const tail = { actor, now, dueAt, events, audit, idempotencyKey: claim?.key ?? null };
  return { result, committed: await writeTail(transaction, tail), enqueued };
}
