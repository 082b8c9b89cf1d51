import type { OutsideCapability } from '../../db/generated/prisma/enums.ts';

/** What may be done about a call that failed. */
export type Failing = {
  /** The HTTP status of the answer; null where none came. */
  readonly status?: number | null;
  /** Whether the same call may succeed a moment later. */
  readonly isPassing?: boolean;
  /** For how long the provider asked to be left alone. */
  readonly retryAfterMs?: number | null;
  /** Whether it tells against the provider, and not against what it was asked. */
  readonly isProviders?: boolean;
};

/** A call that failed: its message is a sentence for operators, which holds nothing of what was sent or came back. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';
  readonly status: number | null;
  readonly isPassing: boolean;
  readonly retryAfterMs: number | null;
  readonly isProviders: boolean;

  constructor(message: string, { status, isPassing, retryAfterMs, isProviders }: Failing = {}) {
    super(message);
    this.status = status ?? null;
    this.isPassing = isPassing ?? false;
    this.retryAfterMs = retryAfterMs ?? null;
    this.isProviders = isProviders ?? true;
  }
}

/** Nothing was sent. */
export class NotAskedError extends Error {
  override readonly name = 'NotAskedError';
  readonly why: 'NOT_GRANTED' | 'PAUSED' | 'USED_UP' | 'BUSY';

  constructor(capability: OutsideCapability, why: NotAskedError['why']) {
    super(`No provider was asked for ${capability}: ${why}.`);
    this.why = why;
  }
}

const refusedKey = (variable: string) => `The provider refused the key. Check ${variable}.`;

/** An answer that is no success, as a sentence. What it says is not told: it may repeat what was sent. */
export function toRefusal(status: number, retryAfterMs: number | null, keyVariable: string): ProviderError {
  if (status === 401 || status === 403) return new ProviderError(refusedKey(keyVariable), { status });
  if (status === 429) {
    const failing = { status, retryAfterMs, isPassing: true };
    return new ProviderError('The provider takes no more calls for now (HTTP 429).', failing);
  }
  if (status >= 500) {
    const failing = { status, retryAfterMs, isPassing: true };
    return new ProviderError(`The provider failed (HTTP ${status}).`, failing);
  }
  if (status >= 300 && status < 400)
    return new ProviderError(`The provider redirects (HTTP ${status}), which is not followed. Check its address.`, {
      status,
    });
  if (status === 404) return new ProviderError('The provider has no such address or model (HTTP 404).', { status });
  return new ProviderError(`The provider refused the request (HTTP ${status}).`, { status, isProviders: false });
}
