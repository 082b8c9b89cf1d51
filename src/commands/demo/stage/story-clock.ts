import type { Clock } from '../../../clock.ts';

/** The time of the story, which runs as fast as it is told. */
export type StoryClock = Clock & { moveTo(time: number): void };

export function createStoryClock(start: number): StoryClock {
  let now = start;
  return {
    now: () => new Date(now),
    moveTo(time) {
      now = Math.max(now, time);
    },
  };
}
