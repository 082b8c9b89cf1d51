import type { WebhookEndpoint } from '../../db/generated/prisma/client.ts';
import type { WebhookFormat } from '../../db/generated/prisma/enums.ts';
import { isBlank } from '../../text.ts';
import { invalidField } from '../../errors.ts';

const standardSecret = /^(?:whsec_)?(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)$/;

/** What the secret of an endpoint is sealed for, so that it opens nowhere else. */
export const secretContext = (orgId: string, endpointId: string): string => `webhook:${orgId}:${endpointId}`;

type Signed = { readonly format: WebhookFormat; readonly alsoStandard: boolean };

/**
 * A vendor's subscribers bring the secrets they already have, whatever their length.
 * @throws INVALID for a secret this format cannot sign with.
 */
export function requireUsableSecret({ format, alsoStandard }: Signed, secret: string): void {
  if (isBlank(secret) || secret.length > 256 || !secret.isWellFormed() || /\p{Cc}/u.test(secret)) {
    throw invalidField(
      'secret',
      'must be 1 to 256 characters of text, none of them a control character, and not blank',
    );
  }
  if ((format === 'STANDARD' || alsoStandard) && !standardSecret.test(secret)) {
    throw invalidField('secret', 'a Standard Webhooks secret is base64, with or without "whsec_" in front');
  }
}

const leastLength = 16;

/** What to tell whoever brings a secret: a verifier that holds a short one keeps working, so it is taken. */
export const secretWarnings = (secret: string): string[] =>
  secret.length < leastLength
    ? [
        `The secret has fewer than ${leastLength} characters and can be guessed: rotate it to a longer one when the receiver can change.`,
      ]
    : [];

/** A secret is answered where it is made and never again. */
export type WithSigningSecret = {
  readonly endpoint: WebhookEndpoint;
  readonly signingSecret: string;
  readonly warnings: readonly string[];
};
