import { DomainError } from '../errors.ts';
import type { LogDatabase, LogScope } from './read-log.ts';

/** The cursor before every event: `after` it comes the oldest one kept. */
export const originCursor = 'evt_0000000000000000';

export const isCursor = (text: string): boolean => /^evt_[0-9a-f]{16}$/.test(text);

export const cursorExpired = () =>
  new DomainError(
    'CURSOR_EXPIRED',
    `No event with this id is kept for this key. Load the data again together with Query.eventCursor and resume after that, or start with the oldest event kept: ${originCursor}.`,
  );

/** A place in a log, and how far that log had come when it was looked up. */
export type LogStart = { readonly position: bigint; readonly head: bigint };

const startSql = `select o.position as head,
    case when $2::text is null then o.position
         when $2 = '${originCursor}' then coalesce((select min(e.position) - 1 from events e where e.org_id = o.id), o.position)
         else (select e.position from events e
                where e.org_id = o.id and e.id = $2 and ($3::text is null or e.business_id = $3)
                  and ($4::text is null or e.conversation_id = $4))
    end as start
  from organisations o where o.id = $1`;

/**
 * Finds the position to continue behind; no cursor means the head.
 * @throws CURSOR_EXPIRED where the id is malformed, unknown, pruned, or outside the scope.
 */
export async function resolveStart(db: LogDatabase, scope: LogScope, cursor: string | null): Promise<LogStart> {
  if (cursor !== null && !isCursor(cursor)) throw cursorExpired();
  const values = [scope.orgId, cursor, scope.businessId, scope.conversationId];
  const query = { name: 'resolve-cursor', text: startSql, values };
  const [row] = (await db.pool.query<{ head: string; start: string | null }>(query)).rows;
  if (!row || row.start === null) throw cursorExpired();
  return { position: BigInt(row.start), head: BigInt(row.head) };
}

const headSql = `select id from events where org_id = $1 and ($2::text is null or business_id = $2)
  order by position desc limit 1`;

// A statement of its own, so that the index of conversations answers it.
const conversationHeadSql = `select id from events
  where org_id = $1 and ($2::text is null or business_id = $2) and conversation_id = $3 order by position desc limit 1`;

/** The id of the newest event in scope, after which nothing has happened yet. */
export async function headCursor(db: LogDatabase, { orgId, businessId, conversationId }: LogScope): Promise<string> {
  const query =
    conversationId === null
      ? { name: 'head-cursor', text: headSql, values: [orgId, businessId] }
      : { name: 'conversation-cursor', text: conversationHeadSql, values: [orgId, businessId, conversationId] };
  const [row] = (await db.pool.query<{ id: string }>(query)).rows;
  return row?.id ?? originCursor;
}
