import { hashSecret, hookToken, mintSigningSecret } from '../../access/credentials.ts';
import type { SyncSource } from '../../db/generated/prisma/client.ts';
import type { DomainServices } from '../context.ts';
import { hookUrl } from '../hook-url.ts';
import { hasAddress, isSigned } from './is-signed.ts';

/** What the secret of a source is sealed for, so that it opens nowhere else. */
export const sourceSecretContext = (orgId: string, sourceId: string): string => `sync_source:${orgId}:${sourceId}`;

export const mailboxSecretContext = (orgId: string, sourceId: string): string => `sync_mailbox:${orgId}:${sourceId}`;

/** Shown where they are made and never again: both null where nothing new was made. */
export type Shown = { readonly url: string | null; readonly secret: string | null };

export type WithShown = Shown & { readonly syncSource: SyncSource };

/** A new address and a new secret, as far as the source takes them, with the columns that keep them. */
export function mintFor(
  source: Pick<SyncSource, 'type' | 'signed'> & { readonly orgId: string; readonly id: string },
  { publicUrl, secretBox }: Pick<DomainServices, 'publicUrl' | 'secretBox'>,
) {
  const token = hasAddress(source) ? hookToken.mint() : null;
  const secret = isSigned(source) ? mintSigningSecret() : null;
  return {
    url: token && hookUrl(publicUrl, 'in', token),
    tokenHash: token === null ? null : hashSecret(token),
    plain: secret,
    secret: secret === null ? null : secretBox.seal(secret, sourceSecretContext(source.orgId, source.id)),
  };
}
