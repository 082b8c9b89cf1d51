import { limits } from '../limits.ts';
import { createTurns } from '../turns.ts';

export type Afterwards = {
  /** Does something once the caller has its answer; what has one name, such as an organisation's id, is done one after the other. */
  readonly run: (name: string, work: () => Promise<void>) => void;
  /** Waits until the requests are over and what they left is done, but not for long; then begins nothing more. */
  readonly close: (requestsOver: Promise<unknown>) => Promise<void>;
};

/** What requests leave to be done behind them. What fails costs nothing but itself. */
export function createAfterwards(warn: (error: unknown, message: string) => void): Afterwards {
  const turns = createTurns(1);
  const running = new Set<Promise<void>>();
  let isClosed = false;

  async function work(name: string, todo: () => Promise<void>): Promise<void> {
    try {
      await turns(name, async () => (isClosed ? undefined : todo()));
    } catch (error) {
      warn(error, 'What was to be done after a request failed.');
    }
  }

  return {
    run(name, todo) {
      if (isClosed) return;
      const done = work(name, todo).finally(() => running.delete(done));
      running.add(done);
    },
    async close(requestsOver) {
      const grace = Promise.withResolvers<void>();
      const timer = setTimeout(grace.resolve, limits.drainMs);
      await Promise.race([requestsOver.then(() => Promise.all(running)), grace.promise]);
      isClosed = true;
      clearTimeout(timer);
    },
  };
}
