import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventType } from './catalogue.ts';
import { cursorExpired, resolveStart } from './cursor.ts';
import { limits } from '../limits.ts';
import { isFull, type LogEntry, type LogScope, readConversation, type ReadSize } from './read-log.ts';
import type { LogEvent } from './snapshot.ts';
import type { Listener, Tail } from './tail.ts';
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

/** Positions up to which a conversation's events are picked from the log as it stands; what is further behind is asked for by conversation. */
const nearby = 64n;

/** Events of a conversation read at once, which its follower holds until they are taken. */
const ahead: ReadSize = { limit: 20, maxBytes: limits.eventsAheadBytes };

/**
 * Follows a log from a position: what was missed first, then live, with no gap and no duplicate. It holds no events, so a
 * consumer may take its time. Its place is looked up before it is handed out: nothing later than that is missed.
 * @throws CURSOR_EXPIRED here or while it is read, once what comes next is no longer kept.
 */
export async function follow(
  tails: Tails,
  scope: LogScope,
  { after = null, types = null, accepts = () => true, signal }: FollowOptions = {},
): Promise<Follower> {
  const { tail, release } = tails.watch(scope.orgId);
  try {
    const { position, head } = await resolveStart(tails.database, scope, after);
    tail.start(head);
    const wanted = types === null ? null : new Set<string>(types);
    const selects = ({ businessId, conversationId, type }: LogEntry) =>
      (scope.businessId === null || businessId === scope.businessId) &&
      (scope.conversationId === null || conversationId === scope.conversationId) &&
      (wanted === null || wanted.has(type));
    const abort = () => void follower.return();
    const onStop = () => {
      signal?.removeEventListener('abort', abort);
      release();
    };
    const { conversationId } = scope;
    const read = readConversation.bind(undefined, tails.database, scope);
    const conversation = conversationId === null ? null : { id: conversationId, read };
    const follower = new Follower({ tail, position, onStop, selects, accepts, conversation });
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
  /** Where only one conversation's events are followed. */
  readonly conversation: Conversation | null;
};

type Conversation = {
  readonly id: string;
  readonly read: (
    range: ReadSize & { after: bigint; upTo: bigint },
  ) => Promise<{ isKept: boolean; entries: LogEntry[] }>;
};

/** One consumer's place in a log. It is read either as an iterator, or by who takes what is at hand and waits where nothing is. */
export class Follower implements AsyncIterableIterator<LogEvent, undefined> {
  readonly #options: FollowerOptions;
  #position: bigint;
  #ahead: LogEntry[] = [];
  #turn: Promise<unknown> = Promise.resolve();
  #sinceTurn = 0;
  #stopped = false;
  #failure: { readonly error: unknown } | undefined;
  #waiting: (() => void) | undefined;
  #forget: (() => void) | undefined;

  constructor(options: FollowerOptions) {
    this.#options = options;
    this.#position = options.position;
  }

  next(): Promise<IteratorResult<LogEvent, undefined>> {
    const taken = this.#turn.then(() => this.#next());
    this.#turn = taken.catch(() => undefined);
    return taken;
  }

  async return(): Promise<IteratorResult<LogEvent, undefined>> {
    if (!this.#stopped) {
      this.#stopped = true;
      this.#options.onStop();
      this.#forget?.();
      this.#goOn();
    }
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Nothing comes any more. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** The next event, where it is at hand. @throws CURSOR_EXPIRED */
  take(): LogEvent | undefined {
    this.#throwFailure();
    while (!this.#stopped) {
      const entry = this.#ahead.shift() ?? this.#atHand();
      if (!entry) return undefined;
      const event = this.#select(entry);
      if (event) return event;
    }
    return undefined;
  }

  /** Calls back once, when there may be something to take, or nothing comes any more. */
  whenReady(callback: () => void): void {
    const { tail, conversation } = this.#options;
    const isAtHead = this.#ahead.length === 0 && this.#position >= tail.head;
    this.#waiting = callback;
    // Thousands wait for the same event: a promise for each of them would cost more than sending it.
    if (this.#stopped || !isAtHead) void this.#prepare();
    else this.#forget = tail.wait(this.#onMoved, conversation?.id);
  }

  async #next(): Promise<IteratorResult<LogEvent, undefined>> {
    for (;;) {
      const event = this.take();
      if (event) return { done: false, value: event };
      if (this.#stopped) return { done: true, value: undefined };
      await new Promise<void>((resolve) => this.whenReady(resolve));
    }
  }

  readonly #onMoved: Listener = (at) => {
    this.#sinceTurn = 0;
    this.#forget = undefined;
    // What is before it is of no interest here, or its coming would have been told.
    if (at !== undefined && at - 1n > this.#position) this.#position = at - 1n;
    this.#goOn();
  };

  #goOn(): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.();
  }

  #throwFailure(): void {
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure) throw failure.error;
  }

  /** The entry that comes next, where this node has it and others of the process have had their turn. */
  #atHand(): LogEntry | undefined {
    const { tail } = this.#options;
    const next = this.#position + 1n;
    if (next > tail.head || this.#isFarBehind() || this.#sinceTurn + 1 >= turnSize) return undefined;
    const entry = tail.known(next);
    if (!entry) return undefined;
    this.#sinceTurn += 1;
    this.#position = next;
    return entry;
  }

  #isFarBehind(): boolean {
    const { tail, conversation } = this.#options;
    return conversation !== null && tail.head - this.#position > nearby;
  }

  #select(entry: LogEntry): LogEvent | undefined {
    const { selects, accepts } = this.#options;
    if (!selects(entry)) return undefined;
    const event = entry.event();
    return accepts(event) ? event : undefined;
  }

  /** Gets what comes next where it is not at hand. */
  async #prepare(): Promise<void> {
    const { tail, conversation } = this.#options;
    try {
      if (this.#stopped || this.#ahead.length > 0) await Promise.resolve();
      else if (conversation && this.#isFarBehind()) await this.#lookAhead(conversation, tail.head);
      else if (this.#sinceTurn + 1 >= turnSize) await this.#yield();
      else await this.#load();
    } catch (error) {
      this.#failure = { error };
      await this.return();
    }
    this.#goOn();
  }

  async #load(): Promise<void> {
    const next = this.#position + 1n;
    const entry = await this.#orRetry(() => this.#options.tail.at(next));
    if (entry === 'retry' || this.#stopped) return;
    if (!entry) throw cursorExpired();
    this.#position = next;
    this.#ahead = [entry];
  }

  /** Goes up to the head over what is of other conversations. */
  async #lookAhead({ read }: Conversation, upTo: bigint): Promise<void> {
    const found = await this.#orRetry(() => read({ after: this.#position, upTo, ...ahead }));
    if (found === 'retry' || this.#stopped) return;
    if (!found.isKept) throw cursorExpired();
    this.#ahead = found.entries;
    this.#position = isFull(found.entries, ahead) ? (found.entries.at(-1)?.position ?? upTo) : upTo;
  }

  async #orRetry<Found>(read: () => Found | Promise<Found>): Promise<Found | 'retry'> {
    const { tail } = this.#options;
    try {
      return await read();
    } catch (error) {
      this.#sinceTurn = 0;
      await new Promise<void>((resolve) => {
        const forget = tail.waitForRetry(() => resolve(), error);
        this.#forget = () => {
          forget();
          resolve();
        };
      });
      this.#forget = undefined;
      return 'retry';
    }
  }

  async #yield(): Promise<void> {
    this.#sinceTurn = 0;
    await nextTurn();
  }
}
