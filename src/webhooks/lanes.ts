import type { ClaimedDelivery } from './claim.ts';
import { cutBack, type Lane, openLane, slowDown, speedUp } from './lane.ts';

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

/** So much is claimed ahead of all endpoints that answer quickly together, so that the database is asked less often. */
const ahead = 1024;

/**
 * A lane for every endpoint: its window grows with each quick success and halves with each failure, and nothing is claimed
 * ahead for one that is slow. The windows of a format that is not paced are wide and stay so: its fires are to be made on time.
 */
export function createLanes({ perEndpoint, mostPerEndpoint }: LanesOptions): Lanes {
  const book = createLaneBook(perEndpoint);
  let waiting = 0;

  const changing = (change: (lane: Lane) => void) => (delivery: ClaimedDelivery) => {
    const lane = book.of(delivery);
    change(lane);
    book.update(lane);
  };

  return {
    get waiting() {
      return waiting;
    },
    enter(delivery) {
      book.of(delivery).underWay += 1;
    },
    isSlow: (delivery) => book.of(delivery).slow,
    add(deliveries) {
      waiting += deliveries.length;
      for (const delivery of deliveries) changing(({ queue }) => queue.push(delivery))(delivery);
    },
    take() {
      const lane = book.next();
      const delivery = lane?.queue.shift();
      if (!lane || !delivery) return null;
      waiting -= 1;
      lane.underWay += 1;
      book.update(lane);
      return delivery;
    },
    leave: changing((lane) => {
      lane.underWay -= 1;
    }),
    speedUp: changing((lane) => speedUp(lane, mostPerEndpoint)),
    slowDown: changing((lane) => slowDown(lane, perEndpoint)),
    cutBack(delivery) {
      const lane = book.of(delivery);
      const surplus = cutBack(lane);
      waiting -= surplus.length;
      book.update(lane);
      return surplus;
    },
    windows: () => windowsOf(book.all(), perEndpoint),
    drain() {
      waiting = 0;
      return book.all().flatMap((lane) => {
        const all = lane.queue.splice(0);
        book.update(lane);
        return all;
      });
    },
  };
}

/** The lanes that are in use, and the order in which those that may post take turns. */
function createLaneBook(perEndpoint: number) {
  const lanes = new Map<string, Lane>();
  const ready = new Set<Lane>();

  return {
    all: (): Lane[] => [...lanes.values()],
    of(delivery: ClaimedDelivery): Lane {
      const known = lanes.get(delivery.endpointId);
      if (known) return known;
      const lane = openLane(delivery, perEndpoint);
      lanes.set(lane.id, lane);
      return lane;
    },
    /** The lane whose turn it is; `update` gives it its next one. */
    next(): Lane | null {
      const [lane = null] = ready;
      if (lane) ready.delete(lane);
      return lane;
    },
    update(lane: Lane): void {
      if (lane.queue.length > 0 && lane.underWay < lane.window) ready.add(lane);
      else ready.delete(lane);
      const idle = lane.queue.length === 0 && lane.underWay === 0;
      if (idle && (lane.fixed || lane.window === perEndpoint)) lanes.delete(lane.id);
    },
  };
}

function windowsOf(all: readonly Lane[], perEndpoint: number): Record<string, number> {
  const lanes = all.filter(({ fixed, window }) => !fixed && window !== perEndpoint);
  const isQuick = ({ window }: Lane) => window > perEndpoint;
  const share = Math.ceil(ahead / Math.max(1, lanes.filter(isQuick).length));
  return Object.fromEntries(lanes.map((lane) => [lane.id, isQuick(lane) ? Math.max(lane.window, share) : lane.window]));
}
