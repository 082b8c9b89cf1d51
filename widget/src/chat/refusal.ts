/** The server answered, and said no. */
export class Refusal extends Error {
  readonly status: number;
  /** What the API calls it; empty where it was not the API that answered. */
  readonly code: string;
  /** How long the server wants to be left alone; null where it did not say. */
  readonly retryAfterMs: number | null;

  constructor(status: number, code: string, retryAfterMs: number | null) {
    super(`refused with ${status}`);
    this.status = status;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

export type Verdict = 'later' | 'limited' | 'busy' | 'gone' | 'unavailable' | 'refused';

/** What a failure means for a message that waits: whatever is not the server's clear no is tried again. */
export function verdictOf(error: unknown): Verdict {
  if (!(error instanceof Refusal)) return 'later';
  const { status, code } = error;
  if (status === 429) return 'limited';
  if (status === 409) return 'busy';
  // A proxy, or a server that is being replaced, says 404 too, of what is still there.
  if (status === 404) return code === 'not_found' ? 'gone' : 'later';
  if (status === 401 || status === 403) return 'unavailable';
  return status >= 500 || status === 408 || status === 425 ? 'later' : 'refused';
}
