import { type Clock, sharedNow } from '../clock.ts';
import type { EndedTakeover, FindEndedTakeovers } from '../domain/conversations/takeover/find-ended-takeovers.ts';
import { createSweepJob, type SweepJob, type SweepJobOptions } from './sweep-job.ts';

export type EndedTakeoversOptions = SweepJobOptions & {
  readonly find: FindEndedTakeovers;
  /** Hands one conversation back; answers whether it was still to be. */
  readonly end: (takeover: EndedTakeover) => Promise<boolean>;
  readonly clock: Clock;
};

/** Hands back what an agent holds that does not renew its lease, or whose key has ended. */
export function createEndedTakeoversJob(options: EndedTakeoversOptions): SweepJob {
  const { find, end, clock, everyMs = 3000, turnMs = 2000 } = options;
  return createSweepJob<EndedTakeover>(options, {
    find: (portion) => find(sharedNow(clock), portion),
    act: end,
    everyMs,
    turnMs,
    failing: 'A takeover that is over could not be ended; the next turn tries again.',
    pulse: {
      name: 'end takeovers',
      failing: 'Takeovers that are over are not ended in time; each turn tries again.',
      recovered: 'Takeovers that are over are ended in time again.',
    },
  });
}
