import type { Clock } from '../../src/clock.ts';

/** The time of day, and later once it is put forward. */
export function createRunningClock(): Clock & { advance(ms: number): void } {
  let ahead = 0;
  return { now: () => new Date(Date.now() + ahead), advance: (ms) => void (ahead += ms) };
}
