import { z } from 'zod';

/** How the jobs of a kind are carried out, wherever they come from. */
type KindRule<Payload extends z.ZodType> = {
  /** What it does, for people to read. */
  readonly about: string;
  /** What a job carries. Nodes of two versions read it: a field that is added later is optional. */
  readonly payload: Payload;
  /** How often it is begun before it is dead. */
  readonly attempts: number;
  /** For one attempt; then its signal aborts and it counts as failed. */
  readonly deadlineMs: number;
  /** How many run at once on one node, and of one organisation on all of them. */
  readonly atOnce: number;
  readonly perOrganisation: number;
};

const kind = <Payload extends z.ZodType>(rule: KindRule<Payload>) => rule;

/** What is done once for each time that it is asked for. */
export const jobKinds = {
  TASK: kind({
    about: 'Carries out a task that the product scheduled for itself.',
    payload: z.object({ taskId: z.string() }),
    attempts: 5,
    deadlineMs: 60_000,
    atOnce: 8,
    perOrganisation: 2,
  }),
} as const satisfies Record<string, KindRule<z.ZodType>>;

export type JobKind = keyof typeof jobKinds;

export const isJobKind = (kind: string): kind is JobKind => Object.hasOwn(jobKinds, kind);

export type JobPayload<Kind extends JobKind> = z.output<(typeof jobKinds)[Kind]['payload']>;

type ScheduledRule = Pick<KindRule<z.ZodType>, 'about' | 'deadlineMs'> & {
  /** From the end of one turn to the next, on whichever node. */
  readonly everyMs: number;
};

/** What is done again and again for the whole installation, by one node at a time. */
export const scheduledKinds = {
  ENDED_TAKEOVERS: {
    about: 'Hands back what an agent holds that does not renew its lease.',
    everyMs: 3000,
    deadlineMs: 60_000,
  },
  DUE_MAIL: {
    about: 'Sends the mail that is due.',
    everyMs: 2000,
    deadlineMs: 5 * 60_000,
  },
  RETURNED_MAIL: {
    about: 'Reads what came back of mail, and what was answered.',
    everyMs: 30_000,
    deadlineMs: 5 * 60_000,
  },
  SYNC_MAILBOXES: {
    about: 'Reads what came into mailboxes that leads come from.',
    everyMs: 5000,
    deadlineMs: 5 * 60_000,
  },
  IDLE_LEADS: {
    about: 'Lets time set off the rules for leads without a touch.',
    everyMs: 60_000,
    deadlineMs: 10 * 60_000,
  },
  RETENTION: {
    about: 'Takes away rows that are no longer kept.',
    everyMs: 60 * 60_000,
    deadlineMs: 30 * 60_000,
  },
} as const satisfies Record<string, ScheduledRule>;

export type ScheduledKind = keyof typeof scheduledKinds;
