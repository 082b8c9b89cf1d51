import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventType } from './catalogue.ts';
import { cursorExpired, resolveStart } from './cursor.ts';
import type { LogEntry, LogScope } from './read-log.ts';
import type { LogEvent } from './snapshot.ts';
import type { Tail } from './tail.ts';
import type { Tails } from './tails.ts';

export type FollowOptions = {
  /** The event to continue after; absent means from now, `evt_0000000000000000` from the oldest kept. */
  readonly after?: string | null;
  readonly types?: readonly EventType[] | null;
  readonly accepts?: (event: LogEvent) => boolean;
  readonly signal?: AbortSignal;
};

/** Events looked at in a row before other work of the process gets its turn. */
const turnSize = 64;

/**
 * Follows a log from a position: what was missed first, then live, with no gap and no duplicate. It holds no events, so a
 * consumer may take its time. Its place is looked up before it is handed out: nothing later than that is missed.
 * @throws CURSOR_EXPIRED here or from `next`, once what comes next is no longer kept.
 */
export async function follow(
  tails: Tails,
  scope: LogScope,
  { after = null, types = null, accepts = () => true, signal }: FollowOptions = {},
): Promise<AsyncIterableIterator<LogEvent, undefined>> {
  const { tail, release } = tails.watch(scope.orgId);
  try {
    const { position, head } = await resolveStart(tails.database, scope, after);
    tail.start(head);
    const wanted = types === null ? null : new Set<string>(types);
    const selects = ({ businessId, type }: LogEntry) =>
      (scope.businessId === null || businessId === scope.businessId) && (wanted === null || wanted.has(type));
    const abort = () => void follower.return();
    const onStop = () => {
      signal?.removeEventListener('abort', abort);
      release();
    };
    const follower = new Follower({ tail, position, onStop, selects, accepts });
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) abort();
    return follower;
  } catch (error) {
    release();
    throw error;
  }
}

type FollowerOptions = {
  readonly tail: Tail;
  readonly position: bigint;
  readonly onStop: () => void;
  readonly selects: (entry: LogEntry) => boolean;
  readonly accepts: (event: LogEvent) => boolean;
};

class Follower implements AsyncIterableIterator<LogEvent, undefined> {
  readonly #options: FollowerOptions;
  #position: bigint;
  #turn: Promise<unknown> = Promise.resolve();
  #sinceTurn = 0;
  #stopped = false;
  #wake: (() => void) | undefined;

  constructor(options: FollowerOptions) {
    this.#options = options;
    this.#position = options.position;
  }

  next(): Promise<IteratorResult<LogEvent, undefined>> {
    const taken = this.#turn.then(() => this.#take());
    this.#turn = taken.catch(() => undefined);
    return taken;
  }

  async return(): Promise<IteratorResult<LogEvent, undefined>> {
    if (!this.#stopped) {
      this.#stopped = true;
      this.#options.onStop();
      this.#wake?.();
    }
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #take(): Promise<IteratorResult<LogEvent, undefined>> {
    try {
      while (!this.#stopped) {
        const event = await this.#step();
        if (event && !this.#stopped) return { done: false, value: event };
      }
      return { done: true, value: undefined };
    } catch (error) {
      await this.return();
      throw error;
    }
  }

  /** Moves by one position, or waits until it can. */
  async #step(): Promise<LogEvent | undefined> {
    const { tail, selects, accepts } = this.#options;
    const next = this.#position + 1n;
    if (next > tail.head) {
      await this.#wait((listener) => tail.wait(listener));
      return undefined;
    }
    if ((this.#sinceTurn += 1) >= turnSize) await this.#yield();
    const entry = await this.#at(next);
    if (entry === 'retry' || this.#stopped) return undefined;
    if (!entry) throw cursorExpired();
    this.#position = next;
    if (!selects(entry)) return undefined;
    const event = entry.event();
    return accepts(event) ? event : undefined;
  }

  async #at(position: bigint): Promise<LogEntry | undefined | 'retry'> {
    const { tail } = this.#options;
    try {
      return await tail.at(position);
    } catch {
      await this.#wait((listener) => tail.waitForRetry(listener));
      return 'retry';
    }
  }

  async #wait(wait: (listener: () => void) => () => void): Promise<void> {
    this.#sinceTurn = 0;
    await new Promise<void>((resolve) => {
      const forget = wait(resolve);
      this.#wake = () => {
        forget();
        resolve();
      };
    });
    this.#wake = undefined;
  }

  async #yield(): Promise<void> {
    this.#sinceTurn = 0;
    await nextTurn();
  }
}
