import type { Clock } from '../../clock.ts';

const longestTimerMs = 2 ** 31 - 1;

/** Calls `passed` once an instant is over by the clock, which may be put meanwhile. Answers how to call that off. */
export function whenPassed(clock: Clock, at: Date, passed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  function arm(): void {
    const leftMs = at.getTime() - clock.now().getTime();
    const next = () => (leftMs <= longestTimerMs && at <= clock.now() ? passed() : arm());
    timer = setTimeout(next, Math.min(Math.max(leftMs, 0), longestTimerMs));
  }
  arm();
  return () => clearTimeout(timer);
}
