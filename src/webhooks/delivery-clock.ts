import { type Clock, sharedNow } from '../clock.ts';

export type DeliveryClock = {
  now(): Date;
  /** Runs a statement that says what time the database has. */
  readFrom<T>(statement: (sharedNow: Date | null) => Promise<T>, timeOf: (result: T) => Date | null): Promise<T>;
};

/**
 * The database's time between two statements: what it last said, and how long ago that was. A node whose own clock is
 * wrong, or jumps, fires and retries when all others would. An injected clock is asked as it stands.
 */
export function createDeliveryClock(clock: Clock): DeliveryClock {
  let lead: number | null = null;

  return {
    now: () => (clock.ofMachine && lead !== null ? new Date(performance.now() + lead) : clock.now()),
    async readFrom(statement, timeOf) {
      const askedAt = performance.now();
      const result = await statement(sharedNow(clock));
      const time = timeOf(result);
      // Rather a little fast: a claim must not seem to last longer than it does.
      if (time) lead = time.getTime() - askedAt;
      return result;
    },
  };
}
