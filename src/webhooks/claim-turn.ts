import { type Clock, sharedNow } from '../clock.ts';
import { claimDeliveries, type DeliveryDatabase } from './claim.ts';
import type { DeliveryClock } from './delivery-clock.ts';
import { findDueInMs } from './next-due.ts';
import type { Posting } from './posting.ts';

/** Deliveries claimed ahead of their post at most, and all between claim and record. */
export const claimedAhead = 1024;
export const mostUnderWay = 4096;

export type ClaimTurnOptions = {
  readonly database: DeliveryDatabase;
  readonly clock: Clock;
  readonly deliveryClock: DeliveryClock;
  readonly posting: Posting;
  readonly pollMs: number;
  readonly leaseMs: number;
  readonly perEndpoint: number;
  readonly organisation: string | undefined;
};

export type ClaimTurn = {
  /** Claims what there is room for and hands it on to be posted; answers how much that is, null where there was no room. */
  claim(): Promise<number | null>;
  /** The same, and answers how long to sleep if nothing happens. */
  take(): Promise<number>;
};

export function createClaimTurn(options: ClaimTurnOptions): ClaimTurn {
  const { database, clock, deliveryClock, posting, pollMs, leaseMs, perEndpoint, organisation } = options;

  async function claim(): Promise<number | null> {
    const limit = Math.min(claimedAhead - posting.waiting, mostUnderWay - posting.underWay);
    if (limit < claimedAhead / 2) return null;
    const windows = posting.windows();
    const claimed = await deliveryClock.readFrom(
      (now) => claimDeliveries(database, { now, limit, perEndpoint, windows, leaseMs, organisation }),
      ([first]) => (first ? new Date(first.claimedUntil.getTime() - leaseMs) : null),
    );
    posting.add(claimed);
    return claimed.length;
  }

  return {
    claim,
    async take() {
      if ((await claim()) !== 0) return pollMs;
      const dueInMs = await findDueInMs(database, sharedNow(clock));
      return Math.min(pollMs, dueInMs ?? pollMs);
    },
  };
}
