import { randomText } from './random-text.ts';
import type { Store } from './store.ts';

const leaseMs = 15_000;

/**
 * Lets one tab after the other send, so that what was written first goes first, and two first messages do not begin two
 * conversations. Where the browser has no locks (a page without https), a lease among what is kept stands in for one.
 */
export function createTurns(name: string, store: Store): (work: () => Promise<void>) => Promise<void> {
  const me = randomText(12);
  return async (work) => {
    if (!store.isShared) return work();
    if (navigator.locks) return navigator.locks.request(name, work);
    for (;;) {
      const until = Date.now() + leaseMs;
      const { turn } = await store.change((kept) =>
        kept.turn && kept.turn.by !== me && kept.turn.until > Date.now() ? kept : { ...kept, turn: { by: me, until } },
      );
      if (turn?.by === me) break;
      await new Promise((resolve) => void setTimeout(resolve, 200 + Math.random() * 300));
    }
    try {
      await work();
    } finally {
      await store.change(({ turn, ...kept }) => (turn?.by === me ? kept : { ...kept, ...(turn && { turn }) }));
    }
  };
}
