import { setTimeout as pauseFor } from 'node:timers/promises';
import { sharedNow } from '../clock.ts';
import { isByHand } from '../domain/webhooks/by-hand.ts';
import { claimDeliveries, type ClaimedDelivery, type DeliveryDatabase } from './claim.ts';
import { deliver, isSuccess, type DeliverDependencies } from './deliver.ts';
import { createDeliveryClock } from './delivery-clock.ts';
import { createEventBodies } from './format/event-bodies.ts';
import { findDueInMs } from './next-due.ts';
import { createLanes } from './lanes.ts';
import { createPulses, type PulseLog, type Pulses } from '../pulses.ts';
import { createOpenedSecrets } from './opened-secrets.ts';
import { createOutcomeRecorder } from './outcome-recorder.ts';
import { createPostPlaces } from './post-places.ts';
import type { FailedEndpoint } from './record-outcomes.ts';
import { releaseClaims } from './release-claims.ts';
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
  const { database, log, pulses = createPulses(log), concurrency = 64, slowAfterMs = 500, pollMs = 1000 } = options;
  // With a poll until somebody notices, a delivery of a worker that died is taken again within 30 s.
  const { leaseMs = 28_000 } = options;
  const { perEndpoint = 4, mostPerEndpoint = 32, onGivenUp = () => {} } = options;
  const clock = createDeliveryClock(options.clock);
  const lanes = createLanes({ perEndpoint, mostPerEndpoint: Math.max(perEndpoint, mostPerEndpoint) });
  const places = createPostPlaces({ quick: concurrency, slow: mostUnderWay, slowAfterMs });
  const wakeUp = createWakeUp();
  const underWay = new Set<Promise<void>>();
  let running: Promise<void> | null = null;
  const stopping = new AbortController();

  const claiming = pulses.watch({
    name: 'claim deliveries',
    failing: 'Webhook deliveries cannot be claimed; none leave this node.',
    recovered: 'Webhook deliveries can be claimed again.',
  });
  const recorder = createOutcomeRecorder({
    database,
    clock,
    onGivenUp,
    pulse: pulses.watch({
      name: 'record deliveries',
      failing: 'Webhook attempts cannot be recorded; past their claim they are made again.',
      recovered: 'Webhook attempts can be recorded again.',
    }),
    pause: () => pauseFor(pollMs),
  });
  const dependencies: DeliverDependencies = {
    ...options,
    clock,
    bodies: createEventBodies(options.formats),
    secretBox: createOpenedSecrets(options.secretBox),
    onError: (error, { orgId, id }) => log.error({ err: error, orgId, deliveryId: id }, 'A webhook could not be made.'),
  };

  function track(work: Promise<void>): void {
    const tracked = work.finally(() => {
      underWay.delete(tracked);
      if (lanes.waiting < buffered / 2) wakeUp.ring();
    });
    underWay.add(tracked);
  }

  function release(deliveries: readonly ClaimedDelivery[]): void {
    if (deliveries.length === 0) return;
    const failed = (error: unknown) => log.error({ err: error }, 'Webhook deliveries could not be given back.');
    track(releaseClaims(database, deliveries).catch(failed));
  }

  async function launch(delivery: ClaimedDelivery): Promise<void> {
    const slowDown = () => {
      lanes.slowDown(delivery);
      pump();
    };
    const leave = places.enter(slowDown, lanes.isSlow(delivery));
    const outcome = await deliver(delivery, dependencies);
    leave();
    const { attempt } = outcome;
    if (attempt && !isSuccess(attempt)) release(lanes.cutBack(delivery));
    else if (attempt && attempt.durationMs < slowAfterMs) lanes.speedUp(delivery);
    lanes.leave(delivery);
    pump();
    await recorder.record(outcome);
  }

  /** Posts what waits, as far as there are places. What waited too long for its claim is left to whoever claims it next. */
  function pump(): void {
    while (places.free > 0) {
      const delivery = lanes.take();
      if (!delivery) return;
      if (delivery.claimedUntil.getTime() - clock.now().getTime() > leaseMs / 2) track(launch(delivery));
      else lanes.leave(delivery);
    }
  }

  /** Takes what there is room for; answers how long to sleep if nothing happens. */
  async function turn(): Promise<number> {
    const limit = Math.min(buffered - lanes.waiting, mostUnderWay - underWay.size);
    if (limit < buffered / 2) return pollMs;
    const windows = lanes.windows();
    const claimed = await clock.readFrom(
      (now) => claimDeliveries(database, { now, limit, perEndpoint, windows, leaseMs }),
      ([first]) => (first ? new Date(first.claimedUntil.getTime() - leaseMs) : null),
    );
    for (const delivery of claimed.filter(({ dueAt }) => isByHand(dueAt))) {
      lanes.enter(delivery);
      track(launch(delivery));
    }
    lanes.add(claimed.filter(({ dueAt }) => !isByHand(dueAt)));
    pump();
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
      release(lanes.drain());
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
