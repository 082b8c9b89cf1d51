import { limits } from '../limits.ts';
import type { ClaimedDelivery } from './claim.ts';
import { formatRules } from './format/format-rules.ts';

export type LanesOptions = {
  /** Posts under way at once to an endpoint of which nothing is known yet. */
  readonly perEndpoint: number;
  /** The most posts under way at once to an endpoint that answers quickly. */
  readonly mostPerEndpoint: number;
};

export type Lanes = {
  /** Deliveries that wait here for their post. */
  readonly waiting: number;
  /** Lets a delivery go now, ahead of what waits and whatever is under way. */
  enter(delivery: ClaimedDelivery): void;
  add(deliveries: readonly ClaimedDelivery[]): void;
  /** The next delivery to be posted, the endpoints taking turns; null when none may be now. */
  take(): ClaimedDelivery | null;
  /** A post ended, one way or another. */
  leave(delivery: ClaimedDelivery): void;
  /** Whether the endpoint keeps posts waiting for their answer. */
  isSlow(delivery: ClaimedDelivery): boolean;
  /** The endpoint answered at once. */
  speedUp(delivery: ClaimedDelivery): void;
  /** The endpoint has not answered yet. */
  slowDown(delivery: ClaimedDelivery): void;
  /** The endpoint failed. Answers what waited for it and can no longer. */
  cutBack(delivery: ClaimedDelivery): ClaimedDelivery[];
  /** How much of an endpoint may be claimed, where it is not `perEndpoint`. */
  windows(): Record<string, number>;
  /** Takes out everything that waits. */
  drain(): ClaimedDelivery[];
};

type Lane = {
  readonly id: string;
  readonly fixed: boolean;
  window: number;
  underWay: number;
  slow: boolean;
  queue: ClaimedDelivery[];
};

/** So much is claimed ahead of all endpoints that answer quickly together, so that the database is asked less often. */
const ahead = 1024;

/**
 * A lane for every endpoint: its window grows with each quick success and halves with each failure, and nothing is claimed
 * ahead for one that is slow. The windows of a format that is not paced are wide and stay so: its fires are to be made on time.
 */
export function createLanes({ perEndpoint, mostPerEndpoint }: LanesOptions): Lanes {
  const lanes = new Map<string, Lane>();
  const ready = new Set<Lane>();
  let waiting = 0;

  function laneOf({ endpointId: id, endpoint }: ClaimedDelivery): Lane {
    const known = lanes.get(id);
    if (known) return known;
    const fixed = endpoint !== null && !formatRules[endpoint.format].paced;
    const window = fixed ? limits.unpacedPostsPerEndpoint : perEndpoint;
    const lane = { id, fixed, window, underWay: 0, slow: false, queue: [] };
    lanes.set(id, lane);
    return lane;
  }

  function update(lane: Lane): void {
    if (lane.queue.length > 0 && lane.underWay < lane.window) ready.add(lane);
    else ready.delete(lane);
    const forgettable = lane.queue.length === 0 && lane.underWay === 0 && (lane.fixed || lane.window === perEndpoint);
    if (forgettable) lanes.delete(lane.id);
  }

  return {
    get waiting() {
      return waiting;
    },
    enter(delivery) {
      laneOf(delivery).underWay += 1;
    },
    isSlow: (delivery) => laneOf(delivery).slow,
    add(deliveries) {
      waiting += deliveries.length;
      for (const delivery of deliveries) {
        const lane = laneOf(delivery);
        lane.queue.push(delivery);
        update(lane);
      }
    },
    take() {
      const [lane] = ready;
      const delivery = lane?.queue.shift();
      if (!lane || !delivery) return null;
      waiting -= 1;
      lane.underWay += 1;
      ready.delete(lane);
      update(lane);
      return delivery;
    },
    leave(delivery) {
      const lane = laneOf(delivery);
      lane.underWay -= 1;
      update(lane);
    },
    speedUp(delivery) {
      const lane = laneOf(delivery);
      lane.slow = false;
      if (!lane.fixed) lane.window = Math.min(mostPerEndpoint, lane.window + 1);
      update(lane);
    },
    slowDown(delivery) {
      const lane = laneOf(delivery);
      lane.slow = true;
      if (!lane.fixed) lane.window = Math.min(lane.window, perEndpoint);
      update(lane);
    },
    cutBack(delivery) {
      const lane = laneOf(delivery);
      if (lane.fixed) return [];
      lane.window = Math.max(1, Math.floor(lane.window / 2));
      const surplus = lane.queue.splice(lane.window);
      waiting -= surplus.length;
      update(lane);
      return surplus;
    },
    windows: () =>
      windowsOf(
        [...lanes.values()].filter(({ fixed, window }) => !fixed && window !== perEndpoint),
        perEndpoint,
      ),
    drain() {
      const all = [...lanes.values()].flatMap((lane) => lane.queue.splice(0));
      ready.clear();
      waiting = 0;
      return all;
    },
  };
}

function windowsOf(lanes: readonly Lane[], perEndpoint: number): Record<string, number> {
  const isQuick = ({ window }: Lane) => window > perEndpoint;
  const share = Math.ceil(ahead / Math.max(1, lanes.filter(isQuick).length));
  return Object.fromEntries(lanes.map((lane) => [lane.id, isQuick(lane) ? Math.max(lane.window, share) : lane.window]));
}
