import { limits } from '../limits.ts';
import type { LogEntry } from './read-log.ts';

const chunkSize = 64n;
const firstOf = (position: bigint) => position - (position % chunkSize);

/** What an entry takes beside its snapshot. */
const entryBytes = 500;

type Chunk = { readonly entries: Map<bigint, LogEntry>; bytes: number };

export type LogWindow = {
  get(orgId: string, position: bigint): LogEntry | undefined;
  put(entry: LogEntry): void;
  /** What is kept, its snapshots counted as JSON. */
  readonly bytes: number;
};

/** The last position of the stretch of the log that is kept, and dropped, together with this one. */
export const endOfChunk = (position: bigint): bigint => firstOf(position) + chunkSize - 1n;

/**
 * The events this node read lately, for all its followers together: a follower keeps a position and no events, so memory
 * is bounded by `maxBytes` however many followers lag behind and however large events are. The stretch of 64 that was not asked for
 * longest goes first.
 */
export function createLogWindow(maxBytes: number = limits.eventWindowBytes): LogWindow {
  const chunks = new Map<string, Chunk>();
  let bytes = 0;
  const keyOf = (orgId: string, position: bigint) => `${orgId}/${firstOf(position)}`;

  function touch(key: string, chunk: Chunk): void {
    chunks.delete(key);
    chunks.set(key, chunk);
  }

  function trim(): void {
    for (const [key, chunk] of chunks) {
      if (bytes <= maxBytes) return;
      chunks.delete(key);
      bytes -= chunk.bytes;
    }
  }

  return {
    get(orgId, position) {
      const key = keyOf(orgId, position);
      const chunk = chunks.get(key);
      if (!chunk) return undefined;
      touch(key, chunk);
      return chunk.entries.get(position);
    },
    put(entry) {
      const key = keyOf(entry.orgId, entry.position);
      const chunk = chunks.get(key) ?? { entries: new Map<bigint, LogEntry>(), bytes: 0 };
      touch(key, chunk);
      if (chunk.entries.has(entry.position)) return;
      chunk.entries.set(entry.position, entry);
      const weight = entry.bytes + entryBytes;
      chunk.bytes += weight;
      bytes += weight;
      trim();
    },
    get bytes() {
      return bytes;
    },
  };
}
