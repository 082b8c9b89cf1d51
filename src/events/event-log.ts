import type { EventLog } from '../domain/events/event-log.ts';
import { cursorExpired, isCursor, originCursor } from './cursor.ts';
import { findEvents, readLog, type LogDatabase, type LogScope } from './read-log.ts';

/** Opens the log for one caller. */
export const createEventLog = (db: LogDatabase, scope: LogScope): EventLog => ({
  async list(after, types, first) {
    if (after !== null && !isCursor(after)) throw cursorExpired();
    const events = await readLog(db, scope, { after: after === originCursor ? null : after, types, first });
    if (!events) throw cursorExpired();
    return events;
  },
  find: (ids) => findEvents(db, scope, ids),
});
