/** The places for posts: one that has not been answered for a while stops counting, so that slow endpoints hold up no others. */
export type PostPlaces = {
  /** Places that are free now. */
  readonly free: number;
  /**
   * Takes a place; a post that is known to be slow takes none. `onSlow` is told when it is given away although the post goes
   * on. Answers how to leave.
   */
  enter(onSlow: () => void, isSlow: boolean): () => void;
};

type Guest = { readonly since: number; readonly onSlow: () => void };

export type PostPlacesOptions = {
  readonly quick: number;
  /** For posts that wait for an answer, beside the quick ones. */
  readonly slow: number;
  readonly slowAfterMs: number;
};

export function createPostPlaces({ quick, slow, slowAfterMs }: PostPlacesOptions): PostPlaces {
  const guests = new Set<Guest>();
  let slowOnes = 0;
  let timer: NodeJS.Timeout | undefined;

  /** Guests stand in the order in which they came, so the first that is quick ends the search. */
  function moveSlowOnes(): void {
    timer = undefined;
    const before = performance.now() - slowAfterMs;
    for (const guest of guests) {
      if (guest.since > before) {
        timer = setTimeout(moveSlowOnes, guest.since - before + 1);
        return;
      }
      if (slowOnes >= slow) {
        timer = setTimeout(moveSlowOnes, slowAfterMs);
        return;
      }
      guests.delete(guest);
      slowOnes += 1;
      guest.onSlow();
    }
  }

  return {
    get free() {
      return quick - guests.size;
    },
    enter(onSlow, isSlow) {
      if (isSlow && slowOnes < slow) {
        slowOnes += 1;
        return () => void (slowOnes -= 1);
      }
      const guest = { since: performance.now(), onSlow };
      guests.add(guest);
      timer ??= setTimeout(moveSlowOnes, slowAfterMs);
      return () => {
        if (!guests.delete(guest)) slowOnes -= 1;
        if (guests.size > 0) return;
        clearTimeout(timer);
        timer = undefined;
      };
    },
  };
}
