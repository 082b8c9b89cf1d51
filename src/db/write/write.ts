import { randomBytes, randomInt } from 'node:crypto';
import { monotonicFactory } from 'ulid';
import { limits } from '../../limits.ts';
import type { Actor } from '../../access/actor.ts';
import { type Clock, sharedNow } from '../../clock.ts';
import { unavailable } from '../../errors.ts';
import { createTurns } from '../../turns.ts';
import type { EventType } from '../../events/catalogue.ts';
import type { Author } from '../../events/snapshot.ts';
import type { Organisation } from '../generated/prisma/client.ts';
import type { AuditChanges } from './audit-changes.ts';
import { type AuthorColumns, readAuthors } from '../read/authors.ts';
import type { CampaignEffect } from './campaign-effect.ts';
import { countValues, type FieldDefinition, readDefinitions } from './custom-fields.ts';
import { detachLead } from './detach-lead.ts';
import { isMissingReference, isTransientConflict, toFailure } from '../driver-errors.ts';
import { type ExpectedRow, requireExpected } from './expected-row.ts';
import { claimIdempotencyKey, type IdempotencyClaim } from './idempotency.ts';
import { readIdleRules } from '../read/idle-rules.ts';
import { createLocks, type Locks } from './locks.ts';
import type { ScopedClient, ScopedWriter } from '../scoped.ts';
import { countLeadsToScore, lockLeadsToScore, type StoredScore, storeScores } from '../read/lead-scores.ts';
import { type CaptureBudget, takeCapture } from './capture-budget.ts';
import { readTouches, type Touches } from '../read/read-touches.ts';
import { replayDeliveries, type Replayed, type ReplayRange } from './replay-deliveries.ts';
import { trackWrites } from './track-writes.ts';
import type { EventRecord } from './event-record.ts';
import { writeTail, type PendingAudit, type PendingEvent } from './write-tail.ts';

export type OrganisationProfile = Pick<Organisation, 'name' | 'industry' | 'bookingLink' | 'projectSlug' | 'tier'>;
export type NewOrganisation = Pick<Organisation, 'slug' | 'name' | 'ownerEmail' | 'tier'>;

/** What a change can use. Everything in it is scoped to the actor; nothing outside the database may be done. */
export type Tx = ScopedWriter & Locks & WriteVerbs;

type WriteVerbs = {
  /** The time of this write: every row it makes carries it. */
  readonly now: Date;
  /** A new row id, later than every other one of this write. */
  newId(): string;
  /** What campaigns made of this write so far, for its caller to be told. */
  readonly effects: CampaignEffect[];
  /** Adds an event to the log, its deliveries, and an audit row, which may tell what changed. */
  record(type: EventType, event: EventRecord, changes?: AuditChanges): void;
  /** Adds an audit row for a change that is no event. */
  audit(action: string, subject: { id: string; businessId: string | null }, changes?: AuditChanges): void;
  /** Takes from the audit what it told of the values of rows that are gone for good. */
  forgetChanges(subjectIds: readonly string[]): Promise<void>;
  /** The leads of the whole organisation that are not deleted, whatever business the actor is locked to. */
  countLeads(): Promise<number>;
  /** Who stands behind a holder's or author's columns: the member, else the key; whatever business the actor is locked to. */
  findAuthor(columns: AuthorColumns): Promise<Author | null>;
  /** How these leads were touched, in one statement. */
  readTouches(leadIds: readonly string[]): Promise<(leadId: string) => Touches>;
  /** The custom fields of these names and all required ones, which stay as they are until commit. */
  fieldDefinitions(names: readonly string[]): Promise<FieldDefinition[]>;
  /** How many leads of the whole organisation hold a value of a custom field, deleted ones too; at most `most`. */
  countCustomValues(name: string, most: number): Promise<number>;
  /** Locks so many leads in reach with the oldest scores, those without one first, and answers their ids. */
  lockLeadsToScore(limit: number): Promise<string[]>;
  /** Keeps the scores of locked leads, in one statement. */
  storeScores(scores: readonly StoredScore[]): Promise<void>;
  /** The leads in reach that have no score, or one from before `since`. */
  countLeadsToScore(since: Date): Promise<number>;
  /** The ids of the rules of trigger NO_TOUCH that are due for a lead. */
  idleRules(leadId: string): Promise<string[]>;
  /** Takes one lead from what a widget's chats may make in an hour, with the organisation locked; false where that is used up. */
  takeCapture(budget: CaptureBudget): Promise<boolean>;
  /** Locks a lead that is to go for good, and takes it off what stays without it. */
  detachLead(id: string): Promise<void>;
  /** Makes deliveries of kept events to an endpoint, whose row is locked. */
  replayDeliveries(range: ReplayRange): Promise<Replayed>;
  /** Makes the actor's own organisation: the first thing a new workspace does. */
  createOrganisation(organisation: NewOrganisation): Promise<void>;
  /** Changes what the actor's own organisation is called and about, and its plan. */
  updateOrganisation(profile: Partial<OrganisationProfile>): Promise<void>;
};

export type WriterOptions = {
  readonly clock: Clock;
  /** Told of every commit that changed something: the organisation's log moved, and so many deliveries are due. */
  readonly onCommit: (orgId: string, deliveries: number) => void;
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
    clock,
    onCommit,
    assertRoom = () => undefined,
    maxPending = limits.pendingWrites,
    perOrganisation = maxPending,
    maxWaitMs = limits.writeWaitMs,
    timeoutMs = limits.writeRunMs,
  } = options;
  // Writes of one organisation wait for each other's row; without turns they would hold every connection meanwhile.
  const turns = createTurns(perOrganisation, maxWaitMs);
  let pending = 0;

  const attempt: Writer = async (client, actor, idempotency, change, expected = null) => {
    for (let tries = 1; ; tries += 1) {
      try {
        const { result, deliveries } = await client.$transaction(
          async (transaction) => runChange(transaction, actor, clock, { idempotency, expected }, change),
          { maxWait: maxWaitMs, timeout: timeoutMs },
        );
        if (idempotency) idempotency.claimed = true;
        if (expected) expected.met = true;
        if (deliveries !== null) onCommit(actor.orgId, deliveries);
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

type Transaction = Parameters<Parameters<ScopedClient['$transaction']>[0]>[0];

/** What a request wants to hold of its first write. */
type Conditions = { readonly idempotency: IdempotencyClaim | null; readonly expected: ExpectedRow | null };

async function runChange<T>(
  transaction: Transaction,
  actor: Actor,
  clock: Clock,
  { idempotency, expected }: Conditions,
  change: (tx: Tx) => Promise<T>,
): Promise<{ result: T; deliveries: number | null }> {
  const [now, dueAt] = [clock.now(), sharedNow(clock)];
  const claim = idempotency && !idempotency.claimed ? idempotency : null;
  if (claim) await claimIdempotencyKey(transaction, actor, claim, now);
  const held = expected && !expected.met ? expected : null;
  if (held) await requireExpected(transaction, actor, held);

  const events: PendingEvent[] = [];
  const audit: PendingAudit[] = [];
  const nextUlid = monotonicFactory(randomFraction);
  const newId = () => nextUlid(now.getTime()).toLowerCase();
  const tracked = trackWrites(transaction);
  const verbs = {
    ...createLocks(transaction, actor, held),
    now,
    newId,
    effects: new Array<CampaignEffect>(),
    record(type: EventType, event: EventRecord, changes?: AuditChanges) {
      events.push({ id: `evt_${randomBytes(8).toString('hex')}`, type, ...event });
      audit.push({ id: newId(), action: type, subjectId: event.subjectId, businessId: event.businessId, changes });
    },
    audit(action: string, subject: { id: string; businessId: string | null }, changes?: AuditChanges) {
      audit.push({ id: newId(), action, subjectId: subject.id, businessId: subject.businessId, changes });
    },
    async forgetChanges(subjectIds: readonly string[]) {
      await transaction.$executeRaw`
        update audit_entries set changes = null where org_id = ${actor.orgId} and subject_id = any(${[...subjectIds]}) and changes is not null`;
    },
    async countLeads() {
      const rows = await transaction.$queryRaw<{ count: bigint }[]>`
        select count(*) as count from leads where org_id = ${actor.orgId} and deleted_at is null`;
      return Number(rows[0]?.count ?? 0);
    },
    async findAuthor(columns: AuthorColumns) {
      return (await readAuthors(transaction, actor.orgId, [columns]))[0] ?? null;
    },
    readTouches: (leadIds: readonly string[]) => readTouches(transaction, actor, leadIds),
    fieldDefinitions: async (names: readonly string[]) => readDefinitions(transaction, actor.orgId, names),
    countCustomValues: (name: string, most: number) => countValues(transaction, actor.orgId, name, most),
    lockLeadsToScore: (limit: number) => lockLeadsToScore(transaction, actor, limit),
    storeScores: (scores: readonly StoredScore[]) => storeScores(transaction, actor.orgId, scores, now),
    countLeadsToScore: (since: Date) => countLeadsToScore(transaction, actor, since),
    idleRules: (leadId: string) => readIdleRules(transaction, actor.orgId, leadId, now),
    takeCapture: (budget: CaptureBudget) => takeCapture(transaction, actor.orgId, budget, dueAt),
    detachLead: (id: string) => detachLead(transaction, actor.orgId, id, now),
    replayDeliveries: (range: ReplayRange) => replayDeliveries(transaction, actor.orgId, range, { now, dueAt }),
    async createOrganisation({ slug, name, ownerEmail, tier }: NewOrganisation) {
      await transaction.$executeRaw`
        insert into organisations (id, slug, name, owner_email, tier, event_at, created_at)
        values (${actor.orgId}, ${slug}, ${name}, ${ownerEmail}, ${tier}::"Tier", ${now}, ${now})`;
    },
    async updateOrganisation(data: Partial<OrganisationProfile>) {
      await transaction.organisation.updateMany({ where: { id: actor.orgId }, data });
    },
  };
  const result = await change(Object.assign(tracked.client, verbs));
  if (!tracked.wrote() && audit.length === 0) return { result, deliveries: null };
  if (audit.length === 0) throw new Error('A write changed rows without leaving an audit row.');
  const tail = { actor, now, dueAt, events, audit, idempotencyKey: claim?.key ?? null };
  return { result, deliveries: await writeTail(transaction, tail) };
}
