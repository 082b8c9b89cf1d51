import { type ScheduledKind, scheduledKinds } from '../domain/background/kinds.ts';
import { mapValues } from '../map-values.ts';
import type { PulseOptions, Pulses } from '../pulses.ts';
import type { RunningJob, Work } from './queue/runner.ts';

/** Does all there is to do, in bounded steps, and asks before each whether to end; answers what came of it. */
export type Turn = (isStopping: () => boolean) => Promise<object | null>;

const tellings = {
  ENDED_TAKEOVERS: {
    name: 'end takeovers',
    failing: 'Takeovers that are over are not ended in time; each turn tries again.',
    recovered: 'Takeovers that are over are ended in time again.',
  },
  DUE_MAIL: {
    name: 'send mail',
    failing: 'Mail is not sent in time; each turn tries again.',
    recovered: 'Mail is sent in time again.',
  },
  RETURNED_MAIL: {
    name: 'read returned mail',
    failing: 'The mailbox of BOUNCE_IMAP_URL cannot be read; each turn tries again.',
    recovered: 'The mailbox of BOUNCE_IMAP_URL can be read again.',
  },
  SYNC_MAILBOXES: {
    name: 'read mailboxes of sync sources',
    failing: 'The mailboxes of sync sources are not read in time; each turn tries again.',
    recovered: 'The mailboxes of sync sources are read in time again.',
  },
  IDLE_LEADS: {
    name: 'look for idle leads',
    failing: 'The rules for leads without a touch do not act in time; each turn tries again.',
    recovered: 'The rules for leads without a touch act in time again.',
  },
  RETENTION: {
    name: 'prune old rows',
    failing: 'Old rows cannot be pruned; each turn tries again.',
    recovered: 'Old rows can be pruned again.',
  },
} as const satisfies Record<ScheduledKind, Pick<PulseOptions, 'name' | 'failing' | 'recovered'>>;

/** What is done again and again, as the queue carries it out: by one node at a time, so that no other one is late. */
export function scheduledWorks(
  pulses: Pulses,
  turns: Readonly<Record<ScheduledKind, Turn>>,
): Readonly<Record<ScheduledKind, Work>> {
  return mapValues(scheduledKinds, ({ everyMs, deadlineMs }, kind) => {
    const pulse = pulses.watch({ ...tellings[kind], lateAfterMs: null, isReadyWithout: true });
    async function run({ signal }: RunningJob<unknown>): Promise<object | null> {
      pulse.begin();
      const failed = () => pulse.failed(signal.reason);
      signal.addEventListener('abort', failed);
      try {
        const result = await turns[kind](() => signal.aborted);
        if (!signal.aborted) pulse.succeeded();
        return result;
      } catch (error) {
        pulse.failed(error);
        throw error;
      } finally {
        signal.removeEventListener('abort', failed);
      }
    }
    return { runner: { run }, deadlineMs, atOnce: 1, perOrganisation: 1, everyMs };
  });
}
