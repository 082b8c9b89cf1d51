/**
 * Why a job failed, as a sentence for people to read, and whether it is worth trying again. Whatever else a runner throws is tried
 * again after the usual time; of what is no `DomainError` nothing but that it failed is told.
 */
export class JobFailure extends Error {
  /** Null: never. */
  readonly againAfterMs: number | null;

  constructor(message: string, { againAfterMs }: { readonly againAfterMs: number | null }) {
    super(message);
    this.againAfterMs = againAfterMs;
  }
}

const minuteMs = 60_000;
const retriesAfterMs = [5000, 30_000, 2 * minuteMs, 10 * minuteMs];
const laterMs = 60 * minuteMs;

/** How long after so many attempts the next one is made. */
export const retryAfterMs = (attempts: number): number => retriesAfterMs[attempts - 1] ?? laterMs;
