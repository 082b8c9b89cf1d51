export type Chance = ReturnType<typeof createChance>;

/** Chance that is the same at every run. */
export function createChance(seed: number) {
  let state = seed;
  // mulberry32
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  /** A whole number from 0 on. */
  const below = (count: number): number => Math.floor(next() * count);
  function pick<T>(values: readonly T[]): T {
    const value = values[below(values.length)];
    if (value === undefined) throw new Error('There is nothing to choose from.');
    return value;
  }
  /** Null every third time or so. */
  const maybe = <T>(make: () => T): T | null => (below(3) ? make() : null);
  return { below, pick, maybe };
}
