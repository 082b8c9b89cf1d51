import type { LogEvent } from '../../events/snapshot.ts';
import type { RenderCache, Rendered } from './render-cache.ts';

/** An answer that is there, or comes. */
export type Answer = {
  readonly rendered: Rendered | undefined;
  /** Why it could not be made. */
  readonly failure: unknown;
  /** Calls back once it is there, or could not be made. */
  whenMade(callback: () => void): void;
};

class Making implements Answer {
  rendered: Rendered | undefined;
  failure: unknown;
  #waiting: (() => void)[] = [];

  constructor(rendering: Promise<Rendered>) {
    void this.#settle(rendering);
  }

  whenMade(callback: () => void): void {
    this.#waiting.push(callback);
  }

  async #settle(rendering: Promise<Rendered>): Promise<void> {
    try {
      this.rendered = await rendering;
    } catch (error) {
      this.failure = error ?? new TypeError('An answer could not be made.');
    }
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const callback of waiting) callback();
  }
}

/** An answer that is one reader's alone. */
export const answerOf = (rendering: Promise<Rendered>): Answer => new Making(rendering);

/** All who asked the same with the same rights, on this node. */
export class Audience {
  readonly #key: string;
  readonly #cache: RenderCache;
  #newest: { readonly id: string; readonly answer: Answer } | undefined;
  members = 0;

  constructor(key: string, cache: RenderCache) {
    this.#key = key;
    this.#cache = cache;
  }

  /** The one answer to an event that all of them get. */
  answer({ id }: LogEvent, render: () => Promise<Rendered>): Answer {
    const newest = this.#newest;
    if (newest?.id === id && isSound(newest.answer)) return newest.answer;
    const answer = new Making(this.#cache.get(`${this.#key}/${id}`, render));
    // Ids ascend: who is behind the others does not take their answer's place.
    if (newest === undefined || id >= newest.id) this.#newest = { id, answer };
    return answer;
  }
}

/** What holds errors is shared while it is made, but not kept. */
const isSound = ({ rendered, failure }: Answer): boolean => failure === undefined && rendered?.errors === undefined;

export type Audiences = {
  join(key: string): { readonly audience: Audience; leave(): void };
};

/** An audience lives from its first member to its last. */
export function createAudiences(cache: RenderCache): Audiences {
  const audiences = new Map<string, Audience>();
  return {
    join(key) {
      const audience = audiences.get(key) ?? new Audience(key, cache);
      audiences.set(key, audience);
      audience.members += 1;
      const leave = () => {
        audience.members -= 1;
        if (audience.members === 0) audiences.delete(key);
      };
      return { audience, leave };
    },
  };
}
