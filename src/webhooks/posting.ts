import { setTimeout as pauseFor } from 'node:timers/promises';
import { isByHand } from '../db/write/by-hand.ts';
import type { Pulses } from '../pulses.ts';
import type { ClaimedDelivery } from './claim.ts';
import { deliver, isSuccess, type DeliverDependencies } from './deliver.ts';
import { createEventBodies } from './format/event-bodies.ts';
import { createLanes } from './lanes.ts';
import { createOpenedSecrets } from './opened-secrets.ts';
import { createOutcomeRecorder } from './outcome-recorder.ts';
import { createPostPlaces } from './post-places.ts';
import { releaseClaims } from './release-claims.ts';
import { createWorkUnderWay } from './work-under-way.ts';
import type { DeliveryWorkerOptions } from './worker-options.ts';

export type PostingOptions = DeliveryWorkerOptions & {
  readonly pulses: Pulses;
  readonly pollMs: number;
  readonly leaseMs: number;
  readonly perEndpoint: number;
  /** In all between claim and record. */
  readonly mostUnderWay: number;
  /** Told whenever there may be room for more. */
  readonly onRoom: () => void;
};

/** What one worker has claimed: it waits in its endpoint's lane for a place, is posted, and recorded. */
export type Posting = {
  /** Deliveries that wait for their post. */
  readonly waiting: number;
  /** Deliveries between their post and their record. */
  readonly underWay: number;
  /** How much of an endpoint may be claimed, where it is not `perEndpoint`. */
  windows(): Record<string, number>;
  add(claimed: readonly ClaimedDelivery[]): void;
  /** Resolves once all that was added is posted and recorded. */
  ended(): Promise<void>;
  /** Gives back what waits, and waits for what is under way. */
  stop(): Promise<void>;
};

export function createPosting(options: PostingOptions): Posting {
  const { database, log, clock, leaseMs, onRoom, slowAfterMs = 500, mostUnderWay: slow } = options;
  const { perEndpoint, mostPerEndpoint = 32, concurrency: quick = 64 } = options;
  const lanes = createLanes({ perEndpoint, mostPerEndpoint: Math.max(perEndpoint, mostPerEndpoint) });
  const places = createPostPlaces({ quick, slow, slowAfterMs });
  const recorder = recorderOf(options);
  const dependencies = dependenciesOf(options);
  const underWay = createWorkUnderWay(onRoom);
  function release(deliveries: readonly ClaimedDelivery[]): void {
    if (deliveries.length === 0) return;
    const failed = (error: unknown) => log.error({ err: error }, 'Webhook deliveries could not be given back.');
    underWay.add(releaseClaims(database, deliveries).catch(failed));
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
      if (delivery.claimedUntil.getTime() - clock.now().getTime() > leaseMs / 2) underWay.add(launch(delivery));
      else lanes.leave(delivery);
    }
  }

  return {
    get waiting() {
      return lanes.waiting;
    },
    get underWay() {
      return underWay.size;
    },
    windows: () => lanes.windows(),
    add(claimed) {
      for (const delivery of claimed.filter(({ dueAt }) => isByHand(dueAt))) {
        lanes.enter(delivery);
        underWay.add(launch(delivery));
      }
      lanes.add(claimed.filter(({ dueAt }) => !isByHand(dueAt)));
      pump();
    },
    ended: () => underWay.ended(),
    async stop() {
      release(lanes.drain());
      await underWay.ended();
    },
  };
}

const dependenciesOf = (options: PostingOptions): DeliverDependencies => ({
  ...options,
  bodies: createEventBodies(options.formats),
  secretBox: createOpenedSecrets(options.secretBox),
  onError: (error, { orgId, id }) =>
    options.log.error({ err: error, orgId, deliveryId: id }, 'A webhook could not be made.'),
});

const recorderOf = ({ database, clock, pulses, pollMs, onGivenUp = () => {} }: PostingOptions) =>
  createOutcomeRecorder({
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
