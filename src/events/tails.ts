import type { Logger } from 'pino';
import type { Bus } from './bus.ts';
import { createLogWindow, type LogWindow } from './log-window.ts';
import { readEntries, readHeads, type LogDatabase } from './read-log.ts';
import { createTail, type DrivenTail, type Tail } from './tail.ts';

export type TailsOptions = {
  readonly database: LogDatabase;
  readonly bus: Pick<Bus, 'onHint'>;
  readonly log: Pick<Logger, 'error' | 'info'>;
  /** How late an event may be whose hint was lost. */
  readonly pollMs?: number;
  readonly window?: LogWindow;
};

/** What this node follows: one tail per organisation, from its first follower to its last. */
export type Tails = {
  readonly database: LogDatabase;
  /** Opens the tail or shares it. Call `release` once for every `watch`. */
  watch(orgId: string): { readonly tail: Tail; start(head: bigint): void; release(): void };
  /** The organisations watched now. */
  readonly watched: number;
  /** Those who wait for the next event now, over all organisations. */
  readonly waiting: number;
  close(): void;
};

type Watched = { readonly tail: DrivenTail; followers: number };

export function createTails({ database, bus, log, pollMs = 200, window = createLogWindow() }: TailsOptions): Tails {
  const watched = new Map<string, Watched>();
  let timer: NodeJS.Timeout | undefined;
  let polling = false;
  let failing = false;
  let closed = false;

  function onError(error: unknown): void {
    if (!failing && !closed) log.error({ err: error }, 'The event log cannot be read; followers wait.');
    failing = true;
  }

  function onSuccess(): void {
    if (failing) log.info('The event log can be read again.');
    failing = false;
  }

  function schedule(): void {
    if (polling || timer || closed || watched.size === 0) return;
    timer = setTimeout(() => {
      timer = undefined;
      void poll();
    }, pollMs);
  }

  async function poll(): Promise<void> {
    polling = true;
    try {
      const heads = await readHeads(database, [...watched.keys()]);
      onSuccess();
      for (const [orgId, head] of heads) watched.get(orgId)?.tail.reached(head);
    } catch (error) {
      onError(error);
    } finally {
      polling = false;
      schedule();
    }
  }

  function open(orgId: string): Watched {
    const tail = createTail(orgId, { read: (range) => readEntries(database, orgId, range), window, onError });
    const entry = { tail, followers: 0 };
    watched.set(orgId, entry);
    schedule();
    return entry;
  }

  function release(orgId: string, entry: Watched): void {
    entry.followers -= 1;
    if (entry.followers > 0) return;
    watched.delete(orgId);
    if (watched.size > 0) return;
    clearTimeout(timer);
    timer = undefined;
  }

  const stopListening = bus.onHint((orgId) => watched.get(orgId)?.tail.advance());

  return {
    database,
    get watched() {
      return watched.size;
    },
    get waiting() {
      return [...watched.values()].reduce((sum, { tail }) => sum + tail.waiting, 0);
    },
    watch(orgId) {
      const entry = watched.get(orgId) ?? open(orgId);
      entry.followers += 1;
      return { tail: entry.tail, start: entry.tail.start, release: () => release(orgId, entry) };
    },
    close() {
      closed = true;
      clearTimeout(timer);
      stopListening();
    },
  };
}
