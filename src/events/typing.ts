import { limits } from '../limits.ts';

/** Who writes in a conversation at this moment. A person of the team is its holder. */
export const typists = ['VISITOR', 'AI', 'HUMAN'] as const;

export type Typist = (typeof typists)[number];

/** That somebody began to write, still does, or stopped. No event: it is kept nowhere, and may be lost. */
export type TypingHint = {
  readonly orgId: string;
  readonly conversationId: string;
  readonly by: Typist;
  readonly isTyping: boolean;
};

/** To and from other nodes. */
export type TypingWire = {
  tell(hint: TypingHint): void;
  /** Answers how to stop listening. */
  onTold(listener: (hint: TypingHint) => void): () => void;
};

export type TypingChannel = {
  /** What is repeated within a second, or changes more often than a person can, is not passed on. */
  tell(hint: TypingHint): void;
  /** What is told of one conversation from now on, and first who writes already. Whether the caller may see it is the caller's to know. */
  follow(orgId: string, conversationId: string): TypingFollower;
};

type Told = { readonly isTyping: boolean; readonly at: number; readonly changes: number };

/** Within a second. */
const mostChanges = 4;
const secondMs = 1000;

/** Passes on who writes, within this process and between the nodes that Redis connects. */
export function createTypingChannel(now: () => number, others?: TypingWire): TypingChannel {
  const followers = new Map<string, Set<TypingFollower>>();
  // In the order in which they were told: the oldest go first.
  const told = new Map<string, Told>();
  others?.onTold(pass);

  function pass(hint: TypingHint): void {
    remember(hint);
    for (const follower of followers.get(placeOf(hint)) ?? []) follower.tell(hint);
  }

  function remember({ isTyping, ...hint }: TypingHint): void {
    const key = `${placeOf(hint)}/${hint.by}`;
    const before = told.get(key);
    const at = now();
    const isSameSecond = before !== undefined && at - before.at < secondMs;
    told.delete(key);
    told.set(key, { isTyping, at: isSameSecond ? before.at : at, changes: isSameSecond ? before.changes + 1 : 1 });
    const [oldest] = told.keys();
    if (told.size > limits.typingsKept && oldest !== undefined) told.delete(oldest);
  }

  function isNews({ isTyping, ...hint }: TypingHint): boolean {
    const before = told.get(`${placeOf(hint)}/${hint.by}`);
    if (!before || now() - before.at >= secondMs) return true;
    return before.isTyping !== isTyping && before.changes < mostChanges;
  }

  return {
    tell(hint) {
      if (!isNews(hint)) return;
      pass(hint);
      others?.tell(hint);
    },
    follow(orgId, conversationId) {
      const place = placeOf({ orgId, conversationId });
      const all = followers.get(place) ?? new Set();
      followers.set(place, all);
      const follower = new TypingFollower(() => {
        all.delete(follower);
        if (all.size === 0 && followers.get(place) === all) followers.delete(place);
      });
      all.add(follower);
      for (const by of typists) {
        const latest = told.get(`${place}/${by}`);
        if (latest?.isTyping && now() - latest.at < limits.typingMs)
          follower.tell({ orgId, conversationId, by, isTyping: true });
      }
      return follower;
    },
  };
}

const placeOf = ({ orgId, conversationId }: Pick<TypingHint, 'orgId' | 'conversationId'>) =>
  `${orgId}/${conversationId}`;

/** One reader of a conversation's hints: of each who writes it holds the latest alone, however slowly it reads. */
export class TypingFollower implements AsyncIterableIterator<TypingHint, undefined> {
  readonly #latest = new Map<Typist, TypingHint>();
  readonly #onStop: () => void;
  #waiting: (() => void) | undefined;
  #stopped = false;

  constructor(onStop: () => void) {
    this.#onStop = onStop;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  tell(hint: TypingHint): void {
    if (this.#stopped) return;
    this.#latest.delete(hint.by);
    this.#latest.set(hint.by, hint);
    this.#goOn();
  }

  /** The next hint, where one is at hand. */
  take(): TypingHint | undefined {
    const [next] = this.#latest.values();
    if (next) this.#latest.delete(next.by);
    return next;
  }

  /** Calls back once, when there may be something to take, or nothing comes any more. */
  whenReady(callback: () => void): void {
    this.#waiting = callback;
    if (this.#stopped || this.#latest.size > 0) queueMicrotask(() => this.#goOn());
  }

  async next(): Promise<IteratorResult<TypingHint, undefined>> {
    for (;;) {
      const value = this.take();
      if (value) return { done: false, value };
      if (this.#stopped) return { done: true, value: undefined };
      await new Promise<void>((resolve) => this.whenReady(resolve));
    }
  }

  async return(): Promise<IteratorResult<TypingHint, undefined>> {
    if (!this.#stopped) {
      this.#stopped = true;
      this.#latest.clear();
      this.#onStop();
      this.#goOn();
    }
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #goOn(): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.();
  }
}
