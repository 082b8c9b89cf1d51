import { limits } from '../../limits.ts';

export type StopOptions = {
  /** Finishes what is under way. */
  readonly close: () => Promise<void>;
  readonly exit: (code: number) => void;
  readonly log: Record<'info' | 'warn' | 'error', (fields: object, message: string) => void>;
  readonly deadlineMs?: number;
};

/**
 * How a process ends: the first reason to stop finishes what is under way, a second signal ends it at once, and so does the
 * deadline when something hangs, such as a database that no longer answers.
 */
export function createStop({ close, exit, log, deadlineMs = limits.stopMs }: StopOptions) {
  let since: number | undefined;

  function begin(reason: string): void {
    if (since !== undefined) return;
    since = performance.now();
    log.info({ reason }, 'Finishing what is under way.');
    setTimeout(() => {
      log.error({ deadlineMs }, 'Something did not finish in time; ending without it.');
      exit(1);
    }, deadlineMs).unref();
    close().then(
      () => exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'Stopping failed.');
        exit(1);
      },
    );
  }

  return {
    begin,
    onSignal(signal: NodeJS.Signals): void {
      if (since === undefined) return begin(signal);
      // Ctrl-C under npm arrives twice: from the terminal, and passed on by npm.
      if (performance.now() - since < limits.sameSignalMs) return;
      log.warn({ signal }, 'Told a second time to stop; ending at once.');
      exit(1);
    },
  };
}
