import { endOfChunk, type LogWindow } from './log-window.ts';
import { limits } from '../limits.ts';
import { type EntriesRange, isFull, type LogEntry, type ReadSize } from './read-log.ts';

const batch: ReadSize = { limit: 500, maxBytes: limits.eventReadBytes };

/** Told where the log has what was waited for; of nothing where that is to be looked for. */
export type Listener = (position?: bigint) => void;

export type TailOptions = {
  readonly orgId: string;
  readonly read: (range: EntriesRange) => Promise<LogEntry[]>;
  readonly window: LogWindow;
  /** Told of every read that failed, also one of the same again. */
  readonly onError: (error: unknown) => void;
};

/** The end of one organisation's log as this node knows it, shared by all who follow that log here. */
export class Tail {
  readonly #options: TailOptions;
  readonly #loads = new Map<bigint, Promise<LogEntry | undefined>>();
  #head: bigint | undefined;
  #newest: LogEntry | undefined;
  #goal = 0n;
  #reading = false;
  #again = false;
  #stalled = false;
  #waiting = new Set<Listener>();
  readonly #waitingFor = new Map<string, Set<Listener>>();

  constructor(options: TailOptions) {
    this.#options = options;
  }

  /** The newest position that is known to be committed. */
  get head(): bigint {
    return this.#head ?? 0n;
  }

  get waiting(): number {
    return [...this.#waitingFor.values()].reduce((sum, { size }) => sum + size, this.#waiting.size);
  }

  /** Gives a place to read on from, or tells that the log has come further. */
  start(head: bigint): void {
    this.#head ??= head;
    // A hint may have come before there was a place to read on from.
    if (this.#again || head > this.#head) this.advance();
  }

  /** Tells what a poll found: how far the log has come, and that the database answers. Answers whether that is news which no hint told. */
  reached(head: bigint): boolean {
    const isAhead = this.#head !== undefined && head > this.#head;
    // What an earlier poll told of already is none, also where it cannot be read.
    const isNews = isAhead && !this.#reading && head > this.#goal;
    if (head > this.#goal) this.#goal = head;
    if (isAhead) this.advance();
    if (this.#stalled) {
      this.#stalled = false;
      this.#wakeAll();
    }
    return isNews;
  }

  /** Reads on where that may be news. What a hint says is not taken for true: only what was read is. */
  hinted(position: bigint): void {
    if (this.#head === undefined || position > this.#head) this.advance();
  }

  /** Reads on: at once, or again after the read that is under way. */
  advance(): void {
    this.#again = true;
    if (!this.#reading && this.#head !== undefined) void this.#readOn(this.#head);
  }

  /** The event at a position up to the head, where it is in memory. */
  known(position: bigint): LogEntry | undefined {
    // Most followers are at the head, where all ask for the same one.
    if (this.#newest?.position === position) return this.#newest;
    return this.#options.window.get(this.#options.orgId, position);
  }

  /** The event at a position up to the head; undefined where it was pruned. */
  at(position: bigint): LogEntry | undefined | Promise<LogEntry | undefined> {
    return this.known(position) ?? this.#loads.get(position) ?? this.#load(position);
  }

  /** Calls back once, when the head moved; for a conversation when an event of it came. Answers how to stop waiting. */
  wait(listener: Listener, conversationId: string | null = null): () => void {
    if (conversationId !== null) return this.#waitFor(conversationId, listener);
    this.#waiting.add(listener);
    return () => this.#waiting.delete(listener);
  }

  /** As `wait`, and also when the database, which just failed the caller so, answers again. */
  waitForRetry(listener: Listener, error: unknown): () => void {
    this.#options.onError(error);
    this.#stalled = true;
    return this.wait(listener);
  }

  #waitFor(conversationId: string, listener: Listener): () => void {
    const listeners = this.#waitingFor.get(conversationId) ?? new Set();
    this.#waitingFor.set(conversationId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#waitingFor.get(conversationId) === listeners) {
        this.#waitingFor.delete(conversationId);
      }
    };
  }

  #wake(): void {
    const woken = this.#waiting;
    this.#waiting = new Set();
    for (const listener of woken) listener();
  }

  /** Those who wait for one conversation are many, and each event is of interest to hardly any of them. */
  #wakeFor({ conversationId, position }: LogEntry): void {
    const woken = conversationId === null ? undefined : this.#waitingFor.get(conversationId);
    if (conversationId === null || !woken) return;
    this.#waitingFor.delete(conversationId);
    for (const listener of woken) listener(position);
  }

  #wakeAll(): void {
    this.#wake();
    const woken = [...this.#waitingFor.values()];
    this.#waitingFor.clear();
    for (const listeners of woken) for (const listener of listeners) listener();
  }

  async #readOn(from: bigint): Promise<void> {
    this.#reading = true;
    try {
      for (let head = from; this.#again;) {
        this.#again = false;
        head = await this.#readBatch(head);
      }
    } catch (error) {
      this.#options.onError(error);
    } finally {
      this.#reading = false;
    }
  }

  async #readBatch(after: bigint): Promise<bigint> {
    const goal = this.#goal;
    const entries = await this.#read({ after, upTo: null, ...batch });
    this.#again ||= isFull(entries, batch);
    // A committed head behind which nothing is found was pruned: followers learn that when they ask for it.
    const head = entries.at(-1)?.position ?? (goal > after ? goal : after);
    if (head <= after) return head;
    this.#head = head;
    this.#newest = entries.at(-1);
    if (entries.length === 0) {
      this.#wakeAll();
      return head;
    }
    this.#wake();
    for (const entry of entries) this.#wakeFor(entry);
    return head;
  }

  #load(position: bigint): Promise<LogEntry | undefined> {
    const upTo = endOfChunk(position);
    const limit = Number(upTo - position + 1n);
    const loading = this.#read({ after: position - 1n, upTo, limit, maxBytes: batch.maxBytes })
      .then((entries) => entries.find((entry) => entry.position === position))
      .finally(() => this.#loads.delete(position));
    this.#loads.set(position, loading);
    return loading;
  }

  async #read(range: EntriesRange): Promise<LogEntry[]> {
    const entries = await this.#options.read(range);
    for (const entry of entries) this.#options.window.put(entry);
    return entries;
  }
}
