import type { z } from 'zod';

export type RunningJob<Payload> = {
  readonly orgId: string;
  readonly id: string;
  readonly businessId: string | null;
  readonly payload: Payload;
  /** 1 for the first one. */
  readonly attempt: number;
  readonly startedAt: Date;
  /** Ends everything that is waited for: the attempt's time is over, the node stops, or the job is another's. */
  readonly signal: AbortSignal;
};

/** How the jobs of a kind are carried out: at least once, so a second time must find what the first one did. */
export type Runner<Payload> = {
  /** Answers what came of it, for people to read. @throws what makes it fail: see JobFailure */
  readonly run: (job: RunningJob<Payload>) => Promise<object | null>;
  /** Told that it will not be tried again, before it is dead; may be told twice. */
  readonly onGivenUp?: (job: RunningJob<Payload>, error: string) => Promise<void>;
};

/** A runner whose payload is parsed first, with what its kind says of it. */
export type Work = {
  readonly runner: Runner<unknown>;
  readonly deadlineMs: number;
  readonly atOnce: number;
  readonly perOrganisation: number;
  /** After how long it is begun again once it is done; null for what is done once. */
  readonly everyMs: number | null;
};

/** The same runner for a payload of which nothing is known yet. */
export function parsing<Payload>(schema: z.ZodType<Payload>, { run, onGivenUp }: Runner<Payload>): Runner<unknown> {
  const parsed = (job: RunningJob<unknown>) => ({ ...job, payload: schema.parse(job.payload) });
  return {
    run: async (job) => run(parsed(job)),
    ...(onGivenUp && { onGivenUp: async (job, error) => onGivenUp(parsed(job), error) }),
  };
}
