import { createFixedWindows, type Bucket, type Taken, type Windows } from '../access/fixed-windows.ts';
import type { Counter } from './counter.ts';

export type SharedWindowsOptions = {
  readonly counter: Counter;
  /** What a bucket is counted under: no name of ours stands in the server's memory. */
  readonly keyOf: (bucket: string) => string;
  readonly windowMs: number;
};

/** Windows that all nodes count in together. This node remembers what it was told, and counts on from there while it is told nothing. */
export function createSharedWindows({ counter, keyOf, windowMs }: SharedWindowsOptions): Windows {
  const own = createFixedWindows(windowMs);

  function remember({ name, limit }: Bucket, { left, leftMs }: Taken): void {
    own.adopt(name, limit - left, leftMs);
  }

  return {
    async take(buckets) {
      const told = await counter.take(buckets.map(({ name, limit }) => ({ key: keyOf(name), limit, windowMs })));
      if (told === null) return own.takeNow(buckets);
      const [first, ...others] = told;
      for (const [at, taken] of told.entries()) {
        const bucket = buckets[at];
        if (bucket) remember(bucket, taken);
      }
      return [first, ...others];
    },
    giveBack(name) {
      own.giveBack(name);
      counter.giveBack(keyOf(name));
    },
  };
}
