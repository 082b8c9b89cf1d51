import type { LogWindow } from './log-window.ts';
import { endOfChunk } from './log-window.ts';
import type { EntriesRange, LogEntry } from './read-log.ts';

const batchSize = 500;

/** The end of one organisation's log as this node knows it, shared by all who follow that log here. */
export type Tail = {
  /** The newest position that is known to be committed. */
  readonly head: bigint;
  /** The event at a position up to the head; undefined where it was pruned. */
  at(position: bigint): LogEntry | undefined | Promise<LogEntry | undefined>;
  /** Calls back once, when the head moved. Answers how to stop waiting. */
  wait(listener: () => void): () => void;
  /** As `wait`, and also when the database, which just failed the caller, answers again. */
  waitForRetry(listener: () => void): () => void;
};

export type TailDependencies = {
  readonly read: (range: EntriesRange) => Promise<LogEntry[]>;
  readonly window: LogWindow;
  readonly onError: (error: unknown) => void;
};

export type DrivenTail = Tail & {
  /** Gives a place to read on from, or hears that the log has come further. */
  start(head: bigint): void;
  /** Reads on: at once, or again when a read is under way. */
  advance(): void;
  /** Hears from a poll how far the log has come. */
  reached(head: bigint): void;
  /** The waiting followers, for tests and metrics. */
  readonly waiting: number;
};

export function createTail(orgId: string, { read, window, onError }: TailDependencies): DrivenTail {
  let head: bigint | undefined;
  let goal = 0n;
  let reading = false;
  let again = false;
  let stalled = false;
  let listeners = new Set<() => void>();
  const loads = new Map<bigint, Promise<LogEntry | undefined>>();

  function wake(): void {
    const woken = listeners;
    listeners = new Set();
    for (const listener of woken) listener();
  }

  async function readBatch(from: bigint): Promise<void> {
    const known = goal;
    const entries = await read({ after: from, upTo: null, limit: batchSize });
    for (const entry of entries) window.put(entry);
    again ||= entries.length === batchSize;
    // A committed head behind which nothing is found was pruned: followers learn that when they ask for it.
    const last = entries.at(-1)?.position ?? (known > from ? known : from);
    if (last === from) return;
    head = last;
    wake();
  }

  async function advance(): Promise<void> {
    again = true;
    if (reading || head === undefined) return;
    reading = true;
    try {
      while (again) {
        again = false;
        await readBatch(head);
      }
    } catch (error) {
      onError(error);
    } finally {
      reading = false;
    }
  }

  function wait(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  async function load(position: bigint): Promise<LogEntry | undefined> {
    const upTo = endOfChunk(position);
    const entries = await read({ after: position - 1n, upTo, limit: Number(upTo - position + 1n) });
    for (const entry of entries) window.put(entry);
    return entries.find((entry) => entry.position === position);
  }

  return {
    get head() {
      return head ?? 0n;
    },
    get waiting() {
      return listeners.size;
    },
    start(startHead) {
      head ??= startHead;
      // A hint may have come before there was a place to read on from.
      if (again || startHead > head) void advance();
    },
    advance: () => void advance(),
    reached(newHead) {
      if (newHead > goal) goal = newHead;
      if (head !== undefined && newHead > head) void advance();
      if (!stalled) return;
      stalled = false;
      wake();
    },
    at(position) {
      const kept = window.get(orgId, position);
      if (kept) return kept;
      const underWay = loads.get(position);
      if (underWay) return underWay;
      const loading = load(position).finally(() => loads.delete(position));
      loads.set(position, loading);
      loading.catch(onError);
      return loading;
    },
    wait,
    waitForRetry(listener) {
      stalled = true;
      return wait(listener);
    },
  };
}
