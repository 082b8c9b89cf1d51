import type { SecretBox } from '../access/secret-box.ts';
import type { Clock } from '../clock.ts';
import { secretContext } from '../domain/webhooks/signing-secret.ts';
import type { ClaimedDelivery, DeliveryEndpoint } from './claim.ts';
import type { EventBodies } from './format/event-bodies.ts';
import { formatRules } from '../vendors/format-rules.ts';
import type { WebhookFormats } from './format/formats.ts';
import type { KeptRequest } from '../domain/webhooks/kept-request.ts';
import { headersOfEveryPost, type PostRequest, type PostResult, type Poster } from './post/poster.ts';
import type { Attempt, DeliveryOutcome } from './record-outcomes.ts';
import { retryAfterMs } from './post/retry-after.ts';
import { retryAt } from './format/schedule.ts';
import { standardSignature } from '../vendors/signing.ts';

export type DeliverDependencies = {
  readonly poster: Pick<Poster, 'post'>;
  readonly formats: WebhookFormats;
  readonly bodies: EventBodies;
  readonly secretBox: Pick<SecretBox, 'open'>;
  readonly clock: Clock;
  /** Told of attempts that failed on our side. */
  readonly onError: (error: unknown, delivery: ClaimedDelivery) => void;
};

/** Makes one attempt of a claimed delivery and says what comes of it. Never throws. */
export async function deliver(delivery: ClaimedDelivery, dependencies: DeliverDependencies): Promise<DeliveryOutcome> {
  const { endpoint } = delivery;
  if (!endpoint || endpoint.deletedAt) return giveUp(delivery, 'The endpoint was deleted.');
  if (endpoint.disabledAt) return giveUp(delivery, 'The endpoint is disabled.');
  if (!delivery.event) return giveUp(delivery, 'The event is no longer kept.');
  const at = dependencies.clock.now();
  const number = delivery.attemptCount + 1;
  const prepared = prepare(delivery, endpoint, { at, number }, dependencies);
  if (prepared === null) return giveUp(delivery, 'The format of the endpoint does not carry this type.');
  const result = 'error' in prepared ? prepared : await dependencies.poster.post(endpoint.url, prepared);
  const request = 'error' in prepared ? null : sentTo(endpoint, prepared);
  const { clock } = dependencies;
  const mayHold = !('error' in result) && formatRules[endpoint.format].paced;
  const holdMs = mayHold ? retryAfterMs(result.retryAfter, clock.now()) : null;
  const holdUntil = holdMs === null ? null : new Date(clock.now().getTime() + holdMs);
  return settle(delivery, endpoint, { attempt: toAttempt(result, { at, number }, request), holdUntil });
}

/** Without an attempt: nothing is left to send, or nowhere to send it. */
const giveUp = (delivery: ClaimedDelivery, deadReason: string): DeliveryOutcome => ({
  delivery,
  state: delivery.state === 'SUCCEEDED' ? 'SUCCEEDED' : 'DEAD',
  nextAttemptAt: null,
  attempt: null,
  deadReason: delivery.state === 'SUCCEEDED' ? null : deadReason,
  paced: false,
  holdUntil: null,
});

type NotPosted = Extract<PostResult, { readonly error: string }>;

type Prepared = PostRequest & { readonly digest: string };

const sentTo = ({ url, format, consumerWorkspace }: DeliveryEndpoint, { headers, digest }: Prepared): KeptRequest => ({
  url,
  format,
  consumerWorkspace,
  headers,
  digest,
});

type Fire = { readonly at: Date; readonly number: number };

/** The signed request; null where the format does not carry the event; an error where we cannot make it. */
function prepare(
  delivery: ClaimedDelivery,
  endpoint: DeliveryEndpoint,
  { at, number }: Fire,
  { formats, bodies, secretBox, onError }: DeliverDependencies,
): Prepared | NotPosted | null {
  if (!delivery.event) return null;
  try {
    const made = bodies.bodyOf(delivery.event, endpoint);
    if (made === null) return null;
    const context = secretContext(delivery.orgId, delivery.endpointId);
    const current = secretBox.open(endpoint.secret, context);
    const previous = previousSecret(endpoint, at);
    const secrets: [string, ...string[]] = previous ? [current, secretBox.open(previous, context)] : [current];
    const { type, body, digest } = made;
    const signing = { eventId: delivery.eventId, type, body, at, attempt: number, secrets };
    const beside = endpoint.alsoStandard ? standardSignature(signing) : {};
    const headers = { ...headersOfEveryPost, ...beside, ...formats[endpoint.format].headers(signing) };
    return { body, digest, headers };
  } catch (error) {
    onError(error, delivery);
    return { error: 'The request could not be made: see the log of the server.', durationMs: 0 };
  }
}

/** The secret before the last rotation, while it is still valid. */
const previousSecret = ({ previousSecret: sealed, previousSecretExpiresAt: expiresAt }: DeliveryEndpoint, at: Date) =>
  sealed && expiresAt && expiresAt > at ? sealed : null;

const toAttempt = (result: PostResult, { at, number }: Fire, request: KeptRequest | null): Attempt => ({
  number,
  at,
  durationMs: result.durationMs,
  status: 'error' in result ? null : result.status,
  error: 'error' in result ? result.error : null,
  responseExcerpt: 'error' in result ? null : result.responseExcerpt,
  request,
});

export const isSuccess = ({ status }: Attempt): boolean => status !== null && status >= 200 && status < 300;

type Settled = { readonly attempt: Attempt; readonly holdUntil: Date | null };

/** Any 2xx is a success. A retry by hand of a finished delivery leaves it as it was when it fails. */
function settle(delivery: ClaimedDelivery, { format }: DeliveryEndpoint, settled: Settled): DeliveryOutcome {
  const { attempt, holdUntil } = settled;
  const outcome = {
    delivery,
    attempt,
    deadReason: null,
    nextAttemptAt: null,
    paced: formatRules[format].paced,
    holdUntil: null,
  };
  if (isSuccess(attempt)) return { ...outcome, state: 'SUCCEEDED' };
  if (delivery.state !== 'PENDING') return { ...outcome, state: delivery.state, holdUntil };
  const scheduled = retryAt(format, delivery.firstFiredAt ?? attempt.at, attempt);
  const nextAttemptAt = scheduled && holdUntil && holdUntil > scheduled ? holdUntil : scheduled;
  return { ...outcome, state: nextAttemptAt ? 'PENDING' : 'DEAD', nextAttemptAt, holdUntil };
}
