import { randomBytes } from 'node:crypto';
import type { WebhookFormat } from '../db/generated/prisma/enums.ts';

const standardPrefix = 'whsec_';
const standardSecret = /^(?:whsec_)?(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)$/;

/** A secret that every format can sign with: 32 random bytes as Standard Webhooks writes them. */
export const mintSigningSecret = (): string => standardPrefix + randomBytes(32).toString('base64');

/** The key behind a Standard Webhooks secret: what its base64 holds, not its characters. */
export const standardKey = (secret: string): Buffer =>
  Buffer.from(secret.startsWith(standardPrefix) ? secret.slice(standardPrefix.length) : secret, 'base64');

/** The context a signing secret is sealed under, so that no row can borrow another one's secret. */
export const signingSecretContext = (orgId: string, endpointId: string): string => `webhook/${orgId}/${endpointId}`;

/** Why a secret of the caller's own cannot serve this format, as a sentence for its owner; null when it can. */
export function signingSecretProblem(format: WebhookFormat, secret: string): string | null {
  // A vendor's subscribers bring the secrets they already have, whatever their length.
  if (secret.length === 0 || secret.length > 256) return 'A signing secret has 1 to 256 characters.';
  if (format !== 'STANDARD' || standardSecret.test(secret)) return null;
  return 'A Standard Webhooks secret is base64, with or without "whsec_" in front.';
}
