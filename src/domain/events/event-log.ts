import type { EventType } from '../../events/catalogue.ts';
import type { LogEvent } from '../../events/snapshot.ts';

/** The log as one caller may read it. */
export type EventLog = {
  /** Events after a cursor, oldest first. @throws CURSOR_EXPIRED */
  list(after: string | null, types: readonly EventType[] | null, first: number): Promise<LogEvent[]>;
  /** The events of these ids; null for one that is not kept or not the caller's. */
  find(ids: readonly string[]): Promise<(LogEvent | null)[]>;
};
