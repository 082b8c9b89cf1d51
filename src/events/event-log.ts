import type { EventLog } from '../domain/events/event-log.ts';
import { resolveCursor } from './cursor.ts';
import { findEvents, readLog, type LogDatabase, type LogScope } from './read-log.ts';

/** Opens the log for one caller. */
export const createEventLog = (db: LogDatabase, scope: LogScope): EventLog => ({
  async list(after, types, first) {
    const afterPosition = after === null ? 0n : await resolveCursor(db, scope, after);
    return readLog(db, scope, { afterPosition, types, first });
  },
  find: (ids) => findEvents(db, scope, ids),
});
