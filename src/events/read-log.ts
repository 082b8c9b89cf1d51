import type pg from 'pg';
import type { Event as EventRow } from '../db/generated/prisma/client.ts';
import type { EventType } from './catalogue.ts';
import { reviveEvent } from './revive-event.ts';
import type { LogEvent } from './snapshot.ts';

/** Whose log is read: an organisation's, or only the part of one business for a locked key, of one conversation for its visitor. */
export type LogScope = {
  readonly orgId: string;
  readonly businessId: string | null;
  readonly conversationId: string | null;
};

export type LogDatabase = { readonly pool: Pick<pg.Pool, 'query'> };

/** An event as the tails keep it: its columns for filtering, its snapshot as text until it is revived, once, when first needed. */
export type LogEntry = {
  readonly orgId: string;
  readonly position: bigint;
  readonly type: string;
  readonly businessId: string | null;
  readonly conversationId: string | null;
  /** Of its snapshot as JSON. */
  readonly bytes: number;
  event(): LogEvent;
};

type Row = Omit<EventRow, 'position'> & { readonly position: string };

/** The snapshot is not yet parsed: only its text tells how much it weighs. */
type TextRow = Omit<Row, 'snapshot'> & { readonly snapshot: string; readonly bytes: number };

const columns = `org_id as "orgId", position, id, type, business_id as "businessId", lead_id as "leadId",
  conversation_id as "conversationId", version, snapshot, created_at as "createdAt"`;

/** An event tells its type and when it happened without its snapshot, which is nearly all there is of it. */
const bareColumns = columns.replace('snapshot', `'{}'::jsonb as snapshot`);

const textColumns = columns.replace('snapshot', 'snapshot::text as snapshot');
const names =
  '"orgId", position, id, type, "businessId", "leadId", "conversationId", version, snapshot, "createdAt", bytes';

// One after the other, which positions without gaps allow: what is behind the bytes that were asked for is not even looked at.
const entriesSql = `with recursive entries as (
    (select e.*, octet_length(snapshot) as bytes, octet_length(snapshot)::bigint as total, 1 as place
       from (select ${textColumns} from events
              where org_id = $1 and position > $2 and ($3::bigint is null or position <= $3) order by position limit 1) e)
    union all
    select e.*, octet_length(e.snapshot), b.total + octet_length(e.snapshot), b.place + 1
      from entries b cross join lateral (
        select ${textColumns} from events where org_id = $1 and position = b.position + 1 offset 0) e
     where b.place < $4 and b.total < $5 and ($3::bigint is null or b.position < $3)
  ) select ${names} from entries order by position`;

/** What a page of the log may be narrowed to; every one given must hold, null and absent are the same. */
export type LogFilter = {
  readonly leadId?: string | null | undefined;
  readonly conversationId?: string | null | undefined;
  /** Inclusive. */
  readonly from?: Date | null | undefined;
  /** Exclusive. */
  readonly to?: Date | null | undefined;
};

/** Event times never decrease by position, so that a time is a place of the log. */
const placeOf = (time: string) =>
  `coalesce((select position from events where org_id = $1 and created_at >= ${time} order by created_at, position limit 1), 9223372036854775807)`;

/** Each has an index of its own, so that it stands in the text only where it is given. */
const narrowings = {
  leadId: (value) => `lead_id = ${value}`,
  conversationId: (value) => `conversation_id = ${value}`,
  from: (value) => `position >= ${placeOf(value)}`,
  to: (value) => `position < ${placeOf(value)}`,
} as const satisfies Record<keyof LogFilter, (value: string) => string>;

type Narrowing = keyof typeof narrowings;
const isGiven = (filter: LogFilter) => (name: Narrowing) => filter[name] != null;
const narrowingsOf = (filter: LogFilter): Narrowing[] =>
  (['leadId', 'conversationId', 'from', 'to'] as const).filter(isGiven(filter));

type Shape = Pick<LogPage, 'backward' | 'leftOut' | 'isBare'>;

const logSql = ({ backward = false, leftOut = false, isBare = false }: Shape, narrowed: readonly Narrowing[]) => {
  const isGreater = backward === leftOut;
  const than = `${isGreater ? '>' : '<'}${leftOut ? '=' : ''}`;
  return `select place.position is not null as "isKept", e.*
  from (select case when $2::text is null then ${backward ? '9223372036854775807' : '0'}
                    else (select position from events
                           where org_id = $1 and id = $2 and ($3::text is null or business_id = $3) and ($6::text is null or conversation_id = $6))
               end as position) place
  left join lateral (
    select ${isBare ? bareColumns : columns} from events
     where org_id = $1 and position ${than} place.position and ($3::text is null or business_id = $3) and ($4::text[] is null or type = any($4))
       and ($6::text is null or conversation_id = $6)${narrowed.map((name, index) => ` and ${narrowings[name](`$${index + 7}`)}`).join('')}
     order by position ${isGreater ? 'asc' : 'desc'} limit $5
  ) e on true
 order by e.position`;
};

const byIdSql = `select ${columns} from events
  where org_id = $1 and id = any($2) and ($3::text is null or business_id = $3) and ($4::text is null or conversation_id = $4)`;

// That the next event is kept tells that all later ones are: retention takes the oldest first.
const conversationSql = `select place."isKept", e.*
  from (select exists (select from events where org_id = $1 and position = $3::bigint + 1) as "isKept") place
  left join lateral (
    select ${names} from (
      select asked.*, octet_length(snapshot) as bytes, sum(octet_length(snapshot)) over (order by position) as total from (
        select ${textColumns} from events
         where org_id = $1 and conversation_id = $2 and position > $3 and position <= $4 and ($5::text is null or business_id = $5)
         order by position limit $6
      ) asked
    ) own where total - bytes < $7
  ) e on true
 order by e.position`;

const fromRow = (row: Row): EventRow => ({ ...row, position: BigInt(row.position) });

function toEntry({ bytes, snapshot, ...row }: TextRow): LogEntry {
  let text: string | undefined = snapshot;
  let revived: LogEvent | undefined;
  function event(): LogEvent {
    revived ??= reviveEvent(fromRow({ ...row, snapshot: parseSnapshot(text ?? '') }));
    text = undefined;
    return revived;
  }
  const { orgId, type, businessId, conversationId } = row;
  return { orgId, position: BigInt(row.position), type, businessId, conversationId, bytes, event };
}

// What the driver makes of a column of JSON.
const parseSnapshot = (text: string): EventRow['snapshot'] => JSON.parse(text) as EventRow['snapshot'];

/** What is read at once ends with so many events, or with the first that makes it so many bytes. */
export type ReadSize = { readonly limit: number; readonly maxBytes: number };

/** Whether a read ended for its size, so that there may be more. */
export const isFull = (entries: readonly LogEntry[], { limit, maxBytes }: ReadSize): boolean =>
  entries.length === limit || entries.reduce((sum, { bytes }) => sum + bytes, 0) >= maxBytes;

export type EntriesRange = ReadSize & { readonly after: bigint; readonly upTo: bigint | null };

/** Events of all businesses, for the tails; `after` is exclusive, `upTo` inclusive. */
export async function readEntries(db: LogDatabase, orgId: string, range: EntriesRange): Promise<LogEntry[]> {
  const values = [orgId, range.after, range.upTo, range.limit, range.maxBytes];
  const { rows } = await db.pool.query<TextRow>({ name: 'read-entries', text: entriesSql, values });
  return rows.map(toEntry);
}

/** The events of one conversation alone, and whether all of them are kept. `upTo` is a position that the log has. */
export async function readConversation(
  db: LogDatabase,
  scope: LogScope,
  { after, upTo, limit, maxBytes }: ReadSize & { readonly after: bigint; readonly upTo: bigint },
): Promise<{ readonly isKept: boolean; readonly entries: LogEntry[] }> {
  const values = [scope.orgId, scope.conversationId, after, upTo, scope.businessId, limit, maxBytes];
  const query = { name: 'read-conversation', text: conversationSql, values };
  const { rows } = await db.pool.query<TextRow & { readonly isKept: boolean }>(query);
  const found = rows.filter(({ id }) => id !== null).map(({ isKept: _, ...row }) => toEntry(row));
  return { isKept: rows[0]?.isKept ?? false, entries: found };
}

export type LogPage = {
  /** The event after which the page begins, or before which it ends where it is read backwards; null for the log's own end. */
  readonly cursor: string | null;
  readonly backward?: boolean;
  /** Reads what the page leaves out instead: the events on the other side of the cursor, itself included. */
  readonly leftOut?: boolean;
  readonly types: readonly EventType[] | null;
  readonly filter?: LogFilter;
  /** Whether the events are read without their snapshots. */
  readonly isBare?: boolean;
  readonly first: number;
};

type PlacedRow = Row & { readonly isKept: boolean };

/**
 * One page of the log, oldest first; null where the event it begins at is not kept in scope. Place and page are read in one
 * statement: between two, retention could take events away that nobody would miss.
 */
export async function readLog(db: LogDatabase, scope: LogScope, page: LogPage): Promise<LogEvent[] | null> {
  const { filter = {} } = page;
  const narrowed = narrowingsOf(filter);
  const own = [scope.orgId, page.cursor, scope.businessId, page.types, page.first, scope.conversationId];
  const values = [...own, ...narrowed.map((by) => filter[by])];
  const name = ['read-log', page.backward && 'back', page.leftOut && 'beside', page.isBare && 'bare', ...narrowed]
    .filter(Boolean)
    .join('-');
  const { rows } = await db.pool.query<PlacedRow>({ name, text: logSql(page, narrowed), values });
  if (!rows[0]?.isKept) return null;
  return rows.filter(({ id }) => id !== null).map(({ isKept: _, ...row }) => reviveEvent(fromRow(row)));
}

/** The events of these ids, in their order; null for one that is not kept or outside the scope. */
export async function findEvents(
  db: LogDatabase,
  scope: LogScope,
  ids: readonly string[],
): Promise<(LogEvent | null)[]> {
  const values = [scope.orgId, ids, scope.businessId, scope.conversationId];
  const { rows } = await db.pool.query<Row>({ name: 'find-events', text: byIdSql, values });
  const byId = new Map(rows.map((row) => [row.id, reviveEvent(fromRow(row))]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** How far the logs of these organisations have come. */
export async function readHeads(db: LogDatabase, orgIds: readonly string[]): Promise<ReadonlyMap<string, bigint>> {
  const text = 'select id, position from organisations where id = any($1)';
  const { rows } = await db.pool.query<{ id: string; position: string }>({
    name: 'read-heads',
    text,
    values: [orgIds],
  });
  return new Map(rows.map(({ id, position }) => [id, BigInt(position)]));
}
