import type { LogEntry } from './read-log.ts';

const chunkSize = 64n;
const firstOf = (position: bigint) => position - (position % chunkSize);

export type LogWindow = {
  get(orgId: string, position: bigint): LogEntry | undefined;
  put(entry: LogEntry): void;
};

/** The last position of the stretch of the log that is kept, and dropped, together with this one. */
export const endOfChunk = (position: bigint): bigint => firstOf(position) + chunkSize - 1n;

/**
 * The events this node read lately, for all its followers together: a follower keeps a position and no events, so memory
 * is bounded by `maxChunks` stretches of 64 events however many followers lag behind.
 */
export function createLogWindow(maxChunks = 512): LogWindow {
  const chunks = new Map<string, Map<bigint, LogEntry>>();
  const keyOf = (orgId: string, position: bigint) => `${orgId}/${firstOf(position)}`;

  function touch(key: string, chunk: Map<bigint, LogEntry>): void {
    chunks.delete(key);
    chunks.set(key, chunk);
  }

  return {
    get(orgId, position) {
      const key = keyOf(orgId, position);
      const chunk = chunks.get(key);
      if (!chunk) return undefined;
      touch(key, chunk);
      return chunk.get(position);
    },
    put(entry) {
      const key = keyOf(entry.orgId, entry.position);
      const chunk = chunks.get(key) ?? new Map<bigint, LogEntry>();
      touch(key, chunk);
      if (!chunk.has(entry.position)) chunk.set(entry.position, entry);
      if (chunks.size > maxChunks) chunks.delete(chunks.keys().next().value ?? key);
    },
  };
}
