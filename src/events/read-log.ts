import type pg from 'pg';
import type { Event as EventRow } from '../db/generated/prisma/client.ts';
import type { EventType } from './catalogue.ts';
import { reviveEvent, type LogEvent } from './snapshot.ts';

/** Whose log is read: an organisation's, or only the part of one business for a locked key. */
export type LogScope = { readonly orgId: string; readonly businessId: string | null };

export type LogDatabase = { readonly pool: Pick<pg.Pool, 'query'> };

/** An event as the tails keep it: its columns for filtering, its snapshot revived at most once, when first needed. */
export type LogEntry = {
  readonly orgId: string;
  readonly position: bigint;
  readonly type: string;
  readonly businessId: string | null;
  event(): LogEvent;
};

type Row = Omit<EventRow, 'position'> & { readonly position: string };

const columns = `org_id as "orgId", position, id, type, business_id as "businessId", lead_id as "leadId",
  conversation_id as "conversationId", version, snapshot, created_at as "createdAt"`;

const entriesSql = `select ${columns} from events
  where org_id = $1 and position > $2 and ($3::bigint is null or position <= $3) order by position limit $4`;

const logSql = `select place.position is not null as "isKept", e.*
  from (select case when $2::text is null then 0
                    else (select position from events where org_id = $1 and id = $2 and ($3::text is null or business_id = $3))
               end as position) place
  left join lateral (
    select ${columns} from events
     where org_id = $1 and position > place.position and ($3::text is null or business_id = $3) and ($4::text[] is null or type = any($4))
     order by position limit $5
  ) e on true
 order by e.position`;

const byIdSql = `select ${columns} from events
  where org_id = $1 and id = any($2) and ($3::text is null or business_id = $3)`;

const fromRow = (row: Row): EventRow => ({ ...row, position: BigInt(row.position) });

function toEntry(row: EventRow): LogEntry {
  let revived: LogEvent | undefined;
  const { orgId, position, type, businessId } = row;
  return { orgId, position, type, businessId, event: () => (revived ??= reviveEvent(row)) };
}

export type EntriesRange = { readonly after: bigint; readonly upTo: bigint | null; readonly limit: number };

/** Events of all businesses, for the tails; `after` is exclusive, `upTo` inclusive. */
export async function readEntries(db: LogDatabase, orgId: string, range: EntriesRange): Promise<LogEntry[]> {
  const values = [orgId, range.after, range.upTo, range.limit];
  const { rows } = await db.pool.query<Row>({ name: 'read-entries', text: entriesSql, values });
  return rows.map((row) => toEntry(fromRow(row)));
}

export type LogPage = {
  /** The event after which the page begins; null for the oldest kept. */
  readonly after: string | null;
  readonly types: readonly EventType[] | null;
  readonly first: number;
};

type PlacedRow = Row & { readonly isKept: boolean };

/**
 * One page of the log, oldest first; null where the event it begins after is not kept in scope. Place and page are read in one
 * statement: between two, retention could take events away that nobody would miss.
 */
export async function readLog(db: LogDatabase, scope: LogScope, page: LogPage): Promise<LogEvent[] | null> {
  const values = [scope.orgId, page.after, scope.businessId, page.types, page.first];
  const { rows } = await db.pool.query<PlacedRow>({ name: 'read-log', text: logSql, values });
  if (!rows[0]?.isKept) return null;
  return rows.filter(({ id }) => id !== null).map(({ isKept: _, ...row }) => reviveEvent(fromRow(row)));
}

/** The events of these ids, in their order; null for one that is not kept or outside the scope. */
export async function findEvents(
  db: LogDatabase,
  scope: LogScope,
  ids: readonly string[],
): Promise<(LogEvent | null)[]> {
  const values = [scope.orgId, ids, scope.businessId];
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
