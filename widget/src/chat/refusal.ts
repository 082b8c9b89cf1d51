/** The server answered, and said no. */
export class Refusal extends Error {
  readonly status: number;
  /** How long the server wants to be left alone; null where it did not say. */
  readonly retryAfterMs: number | null;

  constructor(status: number, retryAfterMs: number | null) {
    super(`refused with ${status}`);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

export type Verdict = 'later' | 'limited' | 'busy' | 'gone' | 'unavailable' | 'refused';

/** What a failure means for a message that waits: whatever is not the server's clear no is tried again. */
export function verdictOf(error: unknown): Verdict {
  if (!(error instanceof Refusal)) return 'later';
  const { status } = error;
  if (status === 429) return 'limited';
  if (status === 409) return 'busy';
  if (status === 404) return 'gone';
  if (status === 401 || status === 403) return 'unavailable';
  return status >= 500 || status === 408 || status === 425 ? 'later' : 'refused';
}
