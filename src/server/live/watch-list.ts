import { createPolling } from '../../events/polling.ts';
import type { Pulse } from '../../pulses.ts';

export type WatchListOptions<Item> = {
  readonly everyMs: number;
  /** Looks at all that is watched. */
  readonly look: (items: readonly Item[]) => Promise<void>;
  readonly pulse: Pulse;
};

export type WatchList<Item> = {
  /** By what they are watched by. */
  readonly items: ReadonlyMap<string, Item>;
  add(id: string, item: Item): void;
  remove(id: string): void;
};

/** What is open longer than a request, looked at again and again while there is any. */
export function createWatchList<Item>({ everyMs, look, pulse }: WatchListOptions<Item>): WatchList<Item> {
  const items = new Map<string, Item>();
  const polling = createPolling({
    everyMs,
    async job() {
      if (items.size > 0) await look([...items.values()]);
    },
    pulse,
  });
  return {
    items,
    add(id, item) {
      items.set(id, item);
      polling.start();
    },
    remove(id) {
      items.delete(id);
      if (items.size === 0) polling.stop();
    },
  };
}
