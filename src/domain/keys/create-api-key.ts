import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import { mintCredential } from '../../access/credentials.ts';
import type { ApiKey } from '../../db/generated/prisma/client.ts';
import { Dialect } from '../../db/generated/prisma/enums.ts';
import { ownBusinessId } from '../businesses/own-business.ts';
import type { DomainContext } from '../context.ts';
import { invalidField } from '../../errors.ts';
import { name, parseInput, text } from '../input.ts';
import { boundedExpiry } from './bounded-expiry.ts';
import { grantedScopes } from './granted-scopes.ts';
import { memberOfNewKey } from './member-of-new-key.ts';

export const createApiKeyInput = z.strictObject({
  name: name(200),
  dialect: z.enum(Dialect),
  /** Absent: everything the dialect documents and the caller holds, but `staff`, which must be asked for. */
  scopes: z.array(text(100)).max(100).nullish(),
  businessId: text(40).nullish(),
  expiresAt: z.date().nullish(),
});

export type IssuedKey = { readonly apiKey: Omit<ApiKey, 'hash'>; readonly secret: string };

/** Makes a key that can do no more than the caller, now or later. Its secret is answered here and never again. */
export async function createApiKey(
  context: DomainContext,
  input: z.input<typeof createApiKeyInput>,
): Promise<IssuedKey> {
  const { actor, services } = context;
  requireScope(actor, 'keys:write');
  const { name, dialect, scopes, businessId, expiresAt } = parseInput(createApiKeyInput, input);
  if (dialect === 'WIDGET')
    throw invalidField('dialect', 'a public widget key comes with its widget; use createWidget');
  const endsAt = boundedExpiry(actor, services.clock.now(), expiresAt);
  const granted = grantedScopes(actor, dialect, scopes);
  const { secret, hash, hint } = mintCredential(dialect);
  return context.write(async (tx) => {
    const { hash: _, ...apiKey } = await tx.apiKey.create({
      data: {
        id: tx.newId(),
        name,
        dialect,
        scopes: granted,
        memberId: await memberOfNewKey(tx, actor),
        businessId: await ownBusinessId(tx, actor, businessId),
        expiresAt: endsAt,
        hash,
        hint,
        createdAt: tx.now,
      },
    });
    tx.audit('api_key.created', apiKey);
    return { apiKey, secret };
  });
}
