export type PollingOptions = {
  readonly everyMs: number;
  readonly job: () => Promise<void>;
  /** Told of a failure once, not again before the job has succeeded. */
  readonly onFailure: (error: unknown) => void;
  readonly onRecovery: () => void;
};

export type Polling = {
  start(): void;
  stop(): void;
  /** Reports a failure of the same kind from elsewhere. */
  failed(error: unknown): void;
};

/** Does a job again and again between start and stop, never twice at once, and keeps trying when it fails. */
export function createPolling({ everyMs, job, onFailure, onRecovery }: PollingOptions): Polling {
  let timer: NodeJS.Timeout | undefined;
  let wanted = false;
  let running = false;
  let failing = false;

  function failed(error: unknown): void {
    if (!failing) onFailure(error);
    failing = true;
  }

  function schedule(): void {
    if (!wanted || running || timer) return;
    timer = setTimeout(() => void run(), everyMs);
  }

  async function run(): Promise<void> {
    timer = undefined;
    running = true;
    try {
      await job();
      if (failing) onRecovery();
      failing = false;
    } catch (error) {
      failed(error);
    } finally {
      running = false;
      schedule();
    }
  }

  return {
    start() {
      wanted = true;
      schedule();
    },
    stop() {
      wanted = false;
      clearTimeout(timer);
      timer = undefined;
    },
    failed,
  };
}
