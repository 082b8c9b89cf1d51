import type { Pulse } from '../pulses.ts';

export type Job = {
  start(): void;
  /** Ends after the step under way. */
  stop(): Promise<void>;
};

export type JobOptions = {
  readonly everyMs: number;
  /** Does all there is to do, in bounded steps, and asks before each whether to end. */
  readonly run: (isStopping: () => boolean) => Promise<unknown>;
  readonly pulse: Pulse;
};

/** When to tell that turns do not come to their end: some that were missed, or one that takes far longer than a write may. */
export const lateAfterTurns = (everyMs: number): number => 5 * everyMs + 30_000;

/** Runs something again and again, never twice at once, with a pause between the end of one turn and the next. */
export function createJob({ everyMs, run, pulse }: JobOptions): Job {
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();

  const pause = () => (timer = setTimeout(turn, everyMs).unref());

  function turn(): void {
    running = run(() => stopping)
      .then(pulse.succeeded, pulse.failed)
      .finally(() => {
        if (!stopping) pause();
      });
  }

  return {
    start() {
      pulse.begin();
      pause();
    },
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await running;
    },
  };
}
