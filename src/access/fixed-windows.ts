/** What a bucket holds after something was asked of it. */
export type Taken = {
  readonly taken: boolean;
  readonly left: number;
  /** Until the bucket is full again. */
  readonly leftMs: number;
};

export type FixedWindows = {
  /** Takes a unit where the bucket has one left of so many. */
  take(bucket: string, limit: number): Taken;
  /** For what came to nothing after all. */
  giveBack(bucket: string): void;
};

/**
 * Counts in windows of one length, each beginning with the first unit that is taken in it. By a clock that only goes forward: a
 * machine's time of day may be put right by hours, and a window would last for as long.
 */
export function createFixedWindows(windowMs: number): FixedWindows {
  // In the order in which they end, as all are of one length.
  const windows = new Map<string, { taken: number; readonly endsAt: number }>();

  function forgetEnded(now: number): void {
    for (const [bucket, { endsAt }] of windows) {
      if (endsAt > now) return;
      windows.delete(bucket);
    }
  }

  return {
    take(bucket, limit) {
      const now = performance.now();
      forgetEnded(now);
      const window = windows.get(bucket) ?? { taken: 0, endsAt: now + windowMs };
      windows.set(bucket, window);
      const taken = window.taken < limit;
      if (taken) window.taken += 1;
      return { taken, left: limit - window.taken, leftMs: window.endsAt - now };
    },
    giveBack(bucket) {
      const window = windows.get(bucket);
      if (!window) return;
      window.taken -= 1;
      if (window.taken === 0) windows.delete(bucket);
    },
  };
}
