import { endOfChunk, type LogWindow } from './log-window.ts';
import type { EntriesRange, LogEntry } from './read-log.ts';

const batchSize = 500;

export type TailOptions = {
  readonly orgId: string;
  readonly read: (range: EntriesRange) => Promise<LogEntry[]>;
  readonly window: LogWindow;
  readonly onError: (error: unknown) => void;
};

/** The end of one organisation's log as this node knows it, shared by all who follow that log here. */
export class Tail {
  readonly #options: TailOptions;
  readonly #loads = new Map<bigint, Promise<LogEntry | undefined>>();
  #head: bigint | undefined;
  #goal = 0n;
  #reading = false;
  #again = false;
  #stalled = false;
  #waiting = new Set<() => void>();

  constructor(options: TailOptions) {
    this.#options = options;
  }

  /** The newest position that is known to be committed. */
  get head(): bigint {
    return this.#head ?? 0n;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Gives a place to read on from, or tells that the log has come further. */
  start(head: bigint): void {
    this.#head ??= head;
    // A hint may have come before there was a place to read on from.
    if (this.#again || head > this.#head) this.advance();
  }

  /** Tells what a poll found: how far the log has come, and that the database answers. */
  reached(head: bigint): void {
    if (head > this.#goal) this.#goal = head;
    if (this.#head !== undefined && head > this.#head) this.advance();
    if (!this.#stalled) return;
    this.#stalled = false;
    this.#wake();
  }

  /** Reads on: at once, or again after the read that is under way. */
  advance(): void {
    this.#again = true;
    if (!this.#reading && this.#head !== undefined) void this.#readOn(this.#head);
  }

  /** The event at a position up to the head; undefined where it was pruned. */
  at(position: bigint): LogEntry | undefined | Promise<LogEntry | undefined> {
    return this.#options.window.get(this.#options.orgId, position) ?? this.#loads.get(position) ?? this.#load(position);
  }

  /** Calls back once, when the head moved. Answers how to stop waiting. */
  wait(listener: () => void): () => void {
    this.#waiting.add(listener);
    return () => this.#waiting.delete(listener);
  }

  /** As `wait`, and also when the database, which just failed the caller, answers again. */
  waitForRetry(listener: () => void): () => void {
    this.#stalled = true;
    return this.wait(listener);
  }

  #wake(): void {
    const woken = this.#waiting;
    this.#waiting = new Set();
    for (const listener of woken) listener();
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
    const entries = await this.#read({ after, upTo: null, limit: batchSize });
    this.#again ||= entries.length === batchSize;
    // A committed head behind which nothing is found was pruned: followers learn that when they ask for it.
    const head = entries.at(-1)?.position ?? (goal > after ? goal : after);
    if (head > after) {
      this.#head = head;
      this.#wake();
    }
    return head;
  }

  #load(position: bigint): Promise<LogEntry | undefined> {
    const upTo = endOfChunk(position);
    const loading = this.#read({ after: position - 1n, upTo, limit: Number(upTo - position + 1n) })
      .then((entries) => entries.find((entry) => entry.position === position))
      .finally(() => this.#loads.delete(position));
    this.#loads.set(position, loading);
    loading.catch(this.#options.onError);
    return loading;
  }

  async #read(range: EntriesRange): Promise<LogEntry[]> {
    const entries = await this.#options.read(range);
    for (const entry of entries) this.#options.window.put(entry);
    return entries;
  }
}
