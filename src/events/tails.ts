import type { Logger } from 'pino';
import { limits } from '../limits.ts';
import { createPulses, type Pulses } from '../pulses.ts';
import type { Bus } from './bus.ts';
import { createLogWindow, type LogWindow } from './log-window.ts';
import { createPolling } from './polling.ts';
import { type EntriesRange, readEntries, readHeads, type LogDatabase } from './read-log.ts';
import { Tail } from './tail.ts';

export type TailsOptions = {
  readonly database: LogDatabase;
  readonly bus: Pick<Bus, 'onHint'>;
  readonly log: Pick<Logger, 'error' | 'info'>;
  readonly pulses?: Pulses;
  /** How late an event may be whose hint was lost. */
  readonly pollMs?: number;
  readonly window?: LogWindow;
};

/** What this node follows: one tail per organisation, from its first follower to its last. */
export type Tails = {
  readonly database: LogDatabase;
  /** Opens the tail or shares it; `release` gives it back, once. */
  watch(orgId: string): { readonly tail: Tail; release(): void };
  /** The organisations watched now. */
  readonly watched: number;
  /** The followers that wait for an event now. */
  readonly waiting: number;
  close(): void;
};

type Watched = { readonly tail: Tail; followers: number };

export function createTails(options: TailsOptions): Tails {
  const { database, bus, log, pulses = createPulses(log), pollMs = 200, window = createLogWindow() } = options;
  const watched = new Map<string, Watched>();
  const stopListening = bus.onHint((orgId, position) => watched.get(orgId)?.tail.hinted(position));

  const pulse = pulses.watch({
    name: 'read the event log',
    failing: 'The event log cannot be read; its followers wait.',
    recovered: 'The event log can be read again.',
  });
  const reading = pulses.watch({
    name: 'read events',
    failing: 'Events cannot be read; those who follow them wait, and ask again each time the log answers.',
    recovered: 'Events can be read again.',
    lateAfterMs: null,
  });
  const failed = seldom(limits.unavailableLogMs, reading.failed);
  const pace = createPace(pollMs);
  const polling = createPolling({
    everyMs: pace.everyMs,
    async job() {
      let isNews = false;
      try {
        isNews = await findNews(database, watched);
      } finally {
        pace.polled(isNews);
      }
    },
    pulse,
  });

  function open(orgId: string): Watched {
    const read = async (range: EntriesRange) => {
      const entries = await readEntries(database, orgId, range);
      reading.succeeded();
      return entries;
    };
    const entry = { tail: new Tail({ orgId, read, window, onError: failed }), followers: 0 };
    watched.set(orgId, entry);
    polling.start();
    return entry;
  }

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
      const release = () => {
        entry.followers -= 1;
        if (entry.followers === 0) watched.delete(orgId);
        if (watched.size === 0) polling.stop();
      };
      return { tail: entry.tail, release };
    },
    close() {
      stopListening();
      polling.stop();
    },
  };
}

/** Tells the tails how far their logs have come; answers whether any of them did not know. */
async function findNews(database: LogDatabase, watched: ReadonlyMap<string, Watched>): Promise<boolean> {
  let isNews = false;
  for (const [orgId, head] of await readHeads(database, [...watched.keys()]))
    if (watched.get(orgId)?.tail.reached(head)) isNews = true;
  return isNews;
}

/** Where others write whose hints do not come, more is likely to follow: the next forty polls come four times as often. */
function createPace(pollMs: number) {
  let soon = 0;
  return {
    everyMs: () => (soon > 0 ? pollMs / 4 : pollMs),
    polled(isNews: boolean) {
      soon = isNews ? 40 : Math.max(0, soon - 1);
    },
  };
}

/** What fails for one follower succeeds for others meanwhile: it is told again, but not five times a second. */
function seldom(everyMs: number, tell: (error: unknown) => void): (error: unknown) => void {
  let toldAt = -Infinity;
  return (error) => {
    if (performance.now() - toldAt < everyMs) return;
    toldAt = performance.now();
    tell(error);
  };
}
