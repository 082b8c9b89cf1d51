import { type Clock, sharedNow } from '../clock.ts';
import type { EndedTakeover, FindEndedTakeovers } from '../domain/conversations/takeover/find-ended-takeovers.ts';
import { sweep, type SweepJob, type SweepJobOptions } from './sweep.ts';

export type EndedTakeoversOptions = SweepJobOptions & {
  readonly find: FindEndedTakeovers;
  /** Hands one conversation back; answers whether it was still to be. */
  readonly end: (takeover: EndedTakeover) => Promise<boolean>;
  readonly clock: Clock;
};

/** Hands back what an agent holds that does not renew its lease, or whose key has ended. */
export function createEndedTakeoversJob({ find, end, clock, log, turnMs = 2000 }: EndedTakeoversOptions): SweepJob {
  return {
    run: (isStopping = () => false) =>
      sweep<EndedTakeover>({
        find: (portion) => find(sharedNow(clock), portion),
        act: end,
        turnMs,
        log,
        failing: 'A takeover that is over could not be ended; the next turn tries again.',
        isStopping,
      }),
  };
}
