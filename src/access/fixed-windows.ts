/** What a bucket holds after something was asked of it. */
export type Taken = {
  readonly taken: boolean;
  readonly left: number;
  /** Until the bucket is full again. */
  readonly leftMs: number;
};

/** What is counted under one name, and how many units of it there are in a window. */
export type Bucket = { readonly name: string; readonly limit: number };

/** Counts units in windows of one length, on this node or for all nodes together. */
export type Windows = {
  /** Takes a unit of each bucket in turn, up to the first that has none left. Answers what was found of those. */
  take(buckets: readonly [Bucket, ...Bucket[]]): Promise<readonly [Taken, ...Taken[]]>;
  /** For what came to nothing after all. */
  giveBack(name: string): void;
};

/** Opens windows of a length; those of different names have nothing to do with one another. */
export type OpenWindows = (name: string, windowMs: number) => Windows;

export type FixedWindows = Windows & {
  /** The same where nothing is waited for. */
  takeNow: (buckets: readonly [Bucket, ...Bucket[]]) => [Taken, ...Taken[]];
  /** Goes on from what was counted elsewhere. */
  adopt(name: string, used: number, leftMs: number): void;
};

/**
 * Counts in windows of one length, each beginning with the first unit that is taken in it. By a clock that only goes forward: a
 * machine's time of day may be put right by hours, and a window would last for as long.
 */
export function createFixedWindows(windowMs: number): FixedWindows {
  // Nearly in the order in which they end: what was adopted ends up to one window before its place.
  const windows = new Map<string, { used: number; readonly endsAt: number }>();

  function forgetEnded(now: number): void {
    for (const [name, { endsAt }] of windows) {
      if (endsAt > now) return;
      windows.delete(name);
    }
  }

  function open(name: string, used: number, endsAt: number) {
    const window = { used, endsAt };
    // In its place at the end, also where an ended one had the name.
    windows.delete(name);
    windows.set(name, window);
    return window;
  }

  function takeOne({ name, limit }: Bucket, now: number): Taken {
    const known = windows.get(name);
    const window = known && known.endsAt > now ? known : open(name, 0, now + windowMs);
    const taken = window.used < limit;
    if (taken) window.used += 1;
    return { taken, left: Math.max(0, limit - window.used), leftMs: window.endsAt - now };
  }

  function takeNow([first, ...others]: readonly [Bucket, ...Bucket[]]): [Taken, ...Taken[]] {
    const now = performance.now();
    forgetEnded(now);
    const told: [Taken, ...Taken[]] = [takeOne(first, now)];
    for (const bucket of others) if (told.every(({ taken }) => taken)) told.push(takeOne(bucket, now));
    return told;
  }

  return {
    takeNow,
    take: (buckets) => Promise.resolve(takeNow(buckets)),
    giveBack(name) {
      const window = windows.get(name);
      if (!window) return;
      window.used -= 1;
      if (window.used <= 0) windows.delete(name);
    },
    adopt: (name, used, leftMs) => void open(name, used, performance.now() + leftMs),
  };
}
