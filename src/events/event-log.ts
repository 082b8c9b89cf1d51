import { cursorExpired, isCursor, originCursor } from './cursor.ts';
import { findEvents, readLog, type LogDatabase, type LogPage, type LogScope } from './read-log.ts';
import type { LogEvent } from './snapshot.ts';

/** The log as one caller may read it. */
export type EventLog = {
  /** Events after or before a cursor, oldest first. @throws CURSOR_EXPIRED */
  list(page: LogPage): Promise<LogEvent[]>;
  /** The events of these ids; null for one that is not kept or not the caller's. */
  find(ids: readonly string[]): Promise<(LogEvent | null)[]>;
};

/** Opens the log for one caller. */
export const createEventLog = (db: LogDatabase, scope: LogScope): EventLog => ({
  async list(page) {
    const { cursor, backward = false, leftOut = false } = page;
    if (cursor !== null && !isCursor(cursor)) throw cursorExpired();
    // Nothing stands before the origin, and everything behind it.
    if (cursor === originCursor && backward !== leftOut) return [];
    const placed = cursor === originCursor ? { ...page, cursor: null, backward: false, leftOut: false } : page;
    const events = await readLog(db, scope, placed);
    if (!events) throw cursorExpired();
    return events;
  },
  find: (ids) => findEvents(db, scope, ids),
});
