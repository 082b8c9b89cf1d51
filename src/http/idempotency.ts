import { createHash } from 'node:crypto';
import type { Actor } from '../access/actor.ts';
import type { IdempotencyClaim, StoredRequest } from '../db/write/idempotency.ts';
import {
  conflict,
  type DomainError,
  type DomainErrorCode,
  type DomainErrorDetails,
  IdempotencyReplay,
  invalid,
} from '../errors.ts';

export type StoredResponse = { readonly status: number; readonly body: string };

/** What is remembered of requests that carried an `Idempotency-Key`. */
export type IdempotencyStore = {
  find(actor: Actor, key: string): Promise<StoredRequest | null>;
  saveResponse(actor: Actor, claim: IdempotencyClaim, response: StoredResponse): Promise<void>;
};

/** What its own failures name as their field. */
export const idempotencyKeyHeader = 'Idempotency-Key';

/** Refusals that a repetition of the same request would meet again for good. */
export const finalCodes: ReadonlySet<unknown> = new Set<DomainErrorCode>([
  'NOT_FOUND',
  'CONFLICT',
  'LEAD_LIMIT_REACHED',
  'CAMPAIGN_LIMIT_REACHED',
]);

/** What a repetition is told where the change stands and its answer is gone; `resourceId` is what was made, as its asker knows it. */
export const lostAnswer = (resourceId: string | null, details: DomainErrorDetails = {}): DomainError => {
  const subject = resourceId === null ? '' : ` to ${resourceId}`;
  return conflict(`What this Idempotency-Key asked for was done${subject}; its answer is not there to be repeated.`, {
    ...details,
    field: idempotencyKeyHeader,
  });
};

/** @throws INVALID unless the key is 1–255 visible ASCII characters. */
export function readIdempotencyKey(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(header)) {
    throw invalid('Idempotency-Key must be 1 to 255 visible ASCII characters.', idempotencyKeyHeader);
  }
  return header;
}

/** A widget's key is shared by all its visitors: the same Idempotency-Key of another one is another key. */
export const keyOfVisitor = (key: string, token: string): string =>
  createHash('sha256').update(`${token}\n${key}`).digest('base64url');

/** Two bodies are the same where their values are, in whatever order their keys stand. */
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** Method, path and the names in the body are the canonical ones: a retry through an older spelling is still the same request. */
export function claimOf(key: string, method: string, path: string, body: unknown): IdempotencyClaim {
  const hash = createHash('sha256')
    .update(`${method.toUpperCase()} ${path}\n${JSON.stringify(body, inOrder)}`)
    .digest();
  return { key, requestHash: new Uint8Array(hash), claimed: false };
}

type Once = {
  readonly store: IdempotencyStore;
  readonly actor: Actor;
  readonly claim: IdempotencyClaim;
  /** Answers for real; failures that are final come back as responses with `keep`. */
  readonly run: () => Promise<StoredResponse & { readonly keep: boolean }>;
  readonly rebuild: (resourceId: string | null) => Promise<StoredResponse>;
  readonly report: (error: unknown) => void;
};

/**
 * Answers a request at most once, and its repetitions with the first answer.
 * @throws CONFLICT where the key was used with another request.
 */
export async function answerOnce(once: Once): Promise<StoredResponse & { readonly replayed: boolean }> {
  const { store, actor, claim } = once;
  const earlier = await store.find(actor, claim.key);
  if (earlier) return repeat(once, earlier);
  try {
    const { keep, ...response } = await once.run();
    // The change stands: a caller must not be told otherwise because its answer could not be kept.
    if (keep) await store.saveResponse(actor, claim, response).catch(once.report);
    return { ...response, replayed: false };
  } catch (error) {
    if (!(error instanceof IdempotencyReplay)) throw error;
    const winner = await store.find(actor, claim.key);
    if (!winner) {
      throw refused(
        'A request with this Idempotency-Key is still being answered. Try again in a moment.',
        againSeconds,
      );
    }
    return repeat(once, winner);
  }
}

async function repeat({ claim, rebuild }: Once, stored: StoredRequest) {
  if (!Buffer.from(stored.requestHash).equals(claim.requestHash)) {
    throw refused('This Idempotency-Key was already used with another request.');
  }
  return { ...(stored.response ?? (await rebuild(stored.resourceId))), replayed: true };
}

const againSeconds = 1;

/** @param retryAfterSeconds only where the same request may be answered then */
const refused = (message: string, retryAfterSeconds?: number) =>
  conflict(message, { field: idempotencyKeyHeader, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) });
