import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { standardKey } from '../vendors/signing.ts';

const toleranceSeconds = 300;

export const hmac = (key: string | Buffer, ...parts: readonly (string | Uint8Array)[]): Buffer => {
  const made = createHmac('sha256', key);
  for (const part of parts) made.update(part);
  return made.digest();
};

/** Whether two are the same, found out in the time that their lengths take. */
export const isSame = (given: Buffer, wanted: Buffer): boolean =>
  given.length === wanted.length && timingSafeEqual(given, wanted);

/** Whether it is the HMAC-SHA256 of these in hex. */
export const isHexHmac = (hex: string, secret: string, ...parts: readonly (string | Uint8Array)[]): boolean =>
  /^[0-9a-f]{64}$/i.test(hex) && isSame(Buffer.from(hex, 'hex'), hmac(secret, ...parts));

export const one = (header: string | string[] | undefined): string => (typeof header === 'string' ? header : '');

export type Signed = { readonly headers: IncomingHttpHeaders; readonly body: Uint8Array; readonly now: Date };

/** Whether seconds since 1970 are so few away from now. */
export const isOfNow = (stamp: string, now: Date, seconds: number): boolean =>
  /^\d{1,12}$/.test(stamp) && Math.abs(now.getTime() / 1000 - Number(stamp)) <= seconds;

/** Whether a body is signed as the Standard Webhooks specification has it, no more than five minutes ago. */
export function isStandardSigned(secret: string, { headers, body, now }: Signed): boolean {
  const [id, stamp] = [one(headers['webhook-id']), one(headers['webhook-timestamp'])];
  if (id === '' || !isOfNow(stamp, now, toleranceSeconds)) return false;
  const wanted = hmac(standardKey(secret), `${id}.${stamp}.`, body);
  const signatures = one(headers['webhook-signature']).split(' ').slice(0, 10);
  return signatures.some((text) => text.startsWith('v1,') && isSame(Buffer.from(text.slice(3), 'base64'), wanted));
}
