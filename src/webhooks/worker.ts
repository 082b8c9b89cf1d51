import { setTimeout as pauseFor } from 'node:timers/promises';
import { sharedNow } from '../clock.ts';
import { claimDeliveries, type DeliveryDatabase } from './claim.ts';
import type { DeliverDependencies } from './deliver.ts';
import { createDeliveryClock } from './delivery-clock.ts';
import { findDueInMs } from './next-due.ts';
import { createPulses, type PulseLog, type Pulses } from '../pulses.ts';
import { createPosting } from './posting.ts';
import type { FailedEndpoint } from './record-outcomes.ts';
import { createWakeUp } from './wake-up.ts';

export type DeliveryWorkerOptions = Omit<DeliverDependencies, 'onError' | 'bodies'> & {
  readonly database: DeliveryDatabase;
  readonly log: PulseLog;
  readonly pulses?: Pulses;
  /** Told, possibly more than once, of an endpoint that has failed for days. */
  readonly onGivenUp?: (endpoint: FailedEndpoint) => void;
  /** Posts under way at once, without those that have been waiting for an answer longer than `slowAfterMs`. */
  readonly concurrency?: number;
  readonly slowAfterMs?: number;
  /** Posts under way at once to an endpoint of which nothing is known yet. */
  readonly perEndpoint?: number;
  /** Posts under way at once to an endpoint that answers quickly. */
  readonly mostPerEndpoint?: number;
  /** The longest time a lost wake-up can cost. */
  readonly pollMs?: number;
  /** After which a delivery of a worker that died is made again; more than twice as long as a post may take. */
  readonly leaseMs?: number;
};

export type DeliveryWorker = {
  start(): void;
  /** Says that deliveries may have been written. */
  wake(): void;
  /** Claims nothing more and waits for the posts under way. */
  stop(): Promise<void>;
};

/** Claimed ahead at most, and in all between claim and record. */
const buffered = 1024;
const mostUnderWay = 4096;

/** Between two claims: what commits meanwhile is claimed together. */
const gatherMs = 10;

/** Makes the deliveries that are due, for all organisations; any number of workers share the work. */
export function createDeliveryWorker(options: DeliveryWorkerOptions): DeliveryWorker {
  // With a poll until somebody notices, a delivery of a worker that died is taken again within 30 s.
  const { database, log, pulses = createPulses(log), pollMs = 1000, leaseMs = 28_000, perEndpoint = 4 } = options;
  const clock = createDeliveryClock(options.clock);
  const wakeUp = createWakeUp();
  const posting = createPosting({
    ...options,
    clock,
    pulses,
    pollMs,
    leaseMs,
    perEndpoint,
    mostUnderWay,
    onRoom: () => {
      if (posting.waiting < buffered / 2) wakeUp.ring();
    },
  });
  const stopping = new AbortController();
  let running: Promise<void> | null = null;

  const claiming = pulses.watch({
    name: 'claim deliveries',
    failing: 'Webhook deliveries cannot be claimed; none leave this node.',
    recovered: 'Webhook deliveries can be claimed again.',
  });

  /** Takes what there is room for; answers how long to sleep if nothing happens. */
  async function turn(): Promise<number> {
    const limit = Math.min(buffered - posting.waiting, mostUnderWay - posting.underWay);
    if (limit < buffered / 2) return pollMs;
    const windows = posting.windows();
    const claimed = await clock.readFrom(
      (now) => claimDeliveries(database, { now, limit, perEndpoint, windows, leaseMs }),
      ([first]) => (first ? new Date(first.claimedUntil.getTime() - leaseMs) : null),
    );
    posting.add(claimed);
    if (claimed.length > 0) return pollMs;
    const dueInMs = await findDueInMs(database, sharedNow(options.clock));
    return Math.min(pollMs, dueInMs ?? pollMs);
  }

  async function run(): Promise<void> {
    claiming.begin();
    while (!stopping.signal.aborted) {
      let sleepMs = pollMs;
      try {
        sleepMs = await turn();
        claiming.succeeded();
      } catch (error) {
        claiming.failed(error);
      }
      if (stopping.signal.aborted) break;
      await Promise.all([wakeUp.sleep(sleepMs), pauseFor(gatherMs)]);
    }
    claiming.rest();
  }

  return {
    start() {
      running ??= run();
    },
    wake: () => wakeUp.ring(),
    async stop() {
      stopping.abort();
      wakeUp.ring();
      await running;
      await posting.stop();
    },
  };
}
