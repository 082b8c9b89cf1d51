import { limits } from '../limits.ts';
import type { ClaimedDelivery } from './claim.ts';
import { formatRules } from '../vendors/format-rules.ts';

/** What waits for one endpoint, and how many posts it may have under way at once. */
export type Lane = {
  readonly id: string;
  /** Its window stays as it is. */
  readonly fixed: boolean;
  window: number;
  underWay: number;
  slow: boolean;
  readonly queue: ClaimedDelivery[];
};

export function openLane({ endpointId: id, endpoint }: ClaimedDelivery, perEndpoint: number): Lane {
  const fixed = endpoint !== null && !formatRules[endpoint.format].paced;
  const window = fixed ? limits.unpacedPostsPerEndpoint : perEndpoint;
  return { id, fixed, window, underWay: 0, slow: false, queue: [] };
}

export function speedUp(lane: Lane, mostPerEndpoint: number): void {
  lane.slow = false;
  if (!lane.fixed) lane.window = Math.min(mostPerEndpoint, lane.window + 1);
}

export function slowDown(lane: Lane, perEndpoint: number): void {
  lane.slow = true;
  if (!lane.fixed) lane.window = Math.min(lane.window, perEndpoint);
}

/** Halves the window, and answers what waited and no longer fits. */
export function cutBack(lane: Lane): ClaimedDelivery[] {
  if (lane.fixed) return [];
  lane.window = Math.max(1, Math.floor(lane.window / 2));
  return lane.queue.splice(lane.window);
}
