import { setTimeout as pauseFor } from 'node:timers/promises';
import { claimedAhead, createClaimTurn, mostUnderWay } from './claim-turn.ts';
import { createDeliveryClock } from './delivery-clock.ts';
import { createPulses } from '../pulses.ts';
import { createPosting } from './posting.ts';
import { createWakeUp } from '../wake-up.ts';
import type { DeliveryWorkerOptions } from './worker-options.ts';

export type DeliveryWorker = {
  start(): void;
  /** Says that deliveries may have been written. */
  wake(): void;
  /** Claims once, comes back when all of it is posted and recorded, and answers how much that was: for who moves the clock by hand. */
  makeDue(): Promise<number>;
  /** Claims nothing more and waits for the posts under way. */
  stop(): Promise<void>;
};

/** Between two claims: what commits meanwhile is claimed together. */
const gatherMs = 10;

/** Makes the deliveries that are due, for all organisations; any number of workers share the work. */
export function createDeliveryWorker(options: DeliveryWorkerOptions): DeliveryWorker {
  // With a poll until somebody notices, a delivery of a worker that died is taken again within 30 s.
  const {
    database,
    clock,
    log,
    pulses = createPulses(log),
    pollMs = 1000,
    leaseMs = 28_000,
    perEndpoint = 4,
    organisation,
  } = options;
  const deliveryClock = createDeliveryClock(clock);
  const wakeUp = createWakeUp();
  const posting = createPosting({
    ...options,
    clock: deliveryClock,
    pulses,
    pollMs,
    leaseMs,
    perEndpoint,
    mostUnderWay,
    onRoom: () => {
      if (posting.waiting < claimedAhead / 2) wakeUp.ring();
    },
  });
  const turn = createClaimTurn({ database, clock, deliveryClock, posting, pollMs, leaseMs, perEndpoint, organisation });
  const stopping = new AbortController();
  let running: Promise<void> | null = null;

  const claiming = pulses.watch({
    name: 'claim deliveries',
    failing: 'Webhook deliveries cannot be claimed; none leave this node.',
    recovered: 'Webhook deliveries can be claimed again.',
  });

  async function run(): Promise<void> {
    claiming.begin();
    while (!stopping.signal.aborted) {
      let sleepMs = pollMs;
      try {
        sleepMs = await turn.take();
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
    async makeDue() {
      const claimed = await turn.claim();
      await posting.ended();
      return claimed ?? 0;
    },
    async stop() {
      stopping.abort();
      wakeUp.ring();
      await running;
      await posting.stop();
    },
  };
}
