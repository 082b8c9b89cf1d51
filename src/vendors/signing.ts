import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { EventType } from '../events/catalogue.ts';

/** One attempt to be signed. `body` is sent byte for byte as it is signed. */
export type SigningRequest = {
  readonly eventId: string;
  readonly type: EventType;
  readonly body: string | Buffer;
  /** The time of this attempt, not of the event. */
  readonly at: Date;
  /** 1 for the first fire. */
  readonly attempt: number;
  /** The current secret first, then the ones that are still valid after a rotation. */
  readonly secrets: readonly [string, ...string[]];
};

export type WebhookHeaders = Readonly<Record<string, string>>;

/**
 * The vendors have room for one signature. While a rotation is under way the secret before signs first and the new one
 * signs the retry: whenever the consumer switches over, a delivery it refuses comes again a minute later as it wants it.
 */
export const oneSecret = ({ secrets: [current, previous = current], attempt }: SigningRequest): string =>
  attempt % 2 === 1 ? previous : current;

/** Under which the product posts where a vendor's document does not name another. */
export const ownUserAgent = 'Tributary-Webhooks/1.0';

export const toSeconds = (at: Date): string => String(Math.floor(at.getTime() / 1000));
export const hexHmac = (key: string, ...content: readonly (string | Buffer)[]): string => {
  const hmac = createHmac('sha256', key);
  for (const part of content) hmac.update(part);
  return hmac.digest('hex');
};

/** Standard Webhooks keys with what the base64 behind `whsec_` holds, not with its characters. */
export const standardKey = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64');

/** Keys that were signed with. A signature takes 3 µs with a key object, 6 with one that is made for it, and 24 with a buffer. */
const keys = new Map<string, KeyObject>();
const mostKeys = 1000;

function keyOf(secret: string): KeyObject {
  const known = keys.get(secret);
  if (known) return known;
  const key = createSecretKey(standardKey(secret));
  if (keys.size >= mostKeys) keys.clear();
  keys.set(secret, key);
  return key;
}

/**
 * Standard Webhooks specification: a signature for every valid secret, so that a rotation needs no coordination. These
 * headers may ride along with a vendor's own.
 */
export function standardSignature({
  secrets,
  body,
  at,
  eventId,
}: Pick<SigningRequest, 'secrets' | 'body' | 'at' | 'eventId'>): WebhookHeaders {
  const timestamp = toSeconds(at);
  const signatures = secrets.map((secret) => {
    const hmac = createHmac('sha256', keyOf(secret)).update(`${eventId}.${timestamp}.`).update(body);
    return `v1,${hmac.digest('base64')}`;
  });
  return { 'webhook-id': eventId, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}

export const standardHeaders = (request: SigningRequest): WebhookHeaders => ({
  'User-Agent': ownUserAgent,
  ...standardSignature(request),
});
