import type { Pulse } from '../pulses.ts';

export type PollingOptions = {
  /** How long to wait, asked for after each time; or always the same. */
  readonly everyMs: number | (() => number);
  readonly job: () => Promise<void>;
  readonly pulse: Pulse;
};

export type Polling = {
  start(): void;
  stop(): void;
};

/** Does a job again and again between start and stop, never twice at once, and keeps trying when it fails. */
export function createPolling({ everyMs, job, pulse }: PollingOptions): Polling {
  let timer: NodeJS.Timeout | undefined;
  let wanted = false;
  let running = false;

  function schedule(): void {
    if (!wanted || running || timer) return;
    timer = setTimeout(() => void run(), typeof everyMs === 'number' ? everyMs : everyMs());
  }

  async function run(): Promise<void> {
    timer = undefined;
    running = true;
    try {
      await job();
      pulse.succeeded();
    } catch (error) {
      pulse.failed(error);
    } finally {
      running = false;
      schedule();
    }
  }

  return {
    start() {
      if (!wanted) pulse.begin();
      wanted = true;
      schedule();
    },
    stop() {
      wanted = false;
      clearTimeout(timer);
      timer = undefined;
      pulse.rest();
    },
  };
}
