import type { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import { hashSecret, hintOf, faultOfImport } from '../../access/credentials.ts';
import type { ApiKey } from '../../db/generated/prisma/client.ts';
import { isUniqueViolation } from '../../db/driver-errors.ts';
import type { Tx } from '../../db/write/write.ts';
import { ownBusinessId } from '../businesses/own-business.ts';
import type { DomainContext } from '../context.ts';
import { conflict, invalidField } from '../../errors.ts';
import { parseInput, text } from '../input.ts';
import { boundedExpiry } from './bounded-expiry.ts';
import { createApiKeyInput } from './create-api-key.ts';
import { grantedScopes } from './granted-scopes.ts';
import { memberOfNewKey } from './member-of-new-key.ts';

const importApiKeyInput = createApiKeyInput.extend({ secret: text(250) });

/**
 * Takes in a key that was issued elsewhere, so that an integration keeps what it holds. Where anybody may sign up it needs
 * `staff`: else a stranger could claim a secret before its owner brings it. One that was revoked here comes back.
 * @throws CONFLICT where some workspace of the installation has it already
 */
export async function importApiKey(
  context: DomainContext,
  input: z.input<typeof importApiKeyInput>,
): Promise<Omit<ApiKey, 'hash'>> {
  const { actor, services } = context;
  requireScope(actor, 'keys:write');
  if (services.signup.open) requireScope(actor, 'staff');
  const { name, dialect, secret, scopes, businessId, expiresAt } = parseInput(importApiKeyInput, input);
  if (dialect === 'GRAPHQL' || dialect === 'WIDGET')
    throw invalidField('dialect', 'must be a vendor’s; a widget’s key comes with createWidget');
  requireImportable(dialect, secret, 'secret');
  const wanted = {
    name,
    dialect,
    scopes: grantedScopes(actor, dialect, scopes),
    expiresAt: boundedExpiry(actor, services.clock.now(), expiresAt),
    hint: hintOf(dialect, secret),
  };
  const hash = hashSecret(secret);
  const change = async (tx: Tx) => {
    const memberId = await memberOfNewKey(tx, actor);
    const row = { ...wanted, memberId, businessId: await ownBusinessId(tx, actor, businessId) };
    const known = await tx.apiKey.findFirst({ where: { hash }, select: { id: true } });
    const [made] = known
      ? await tx.apiKey.updateManyAndReturn({
          where: { id: known.id, revokedAt: { not: null } },
          data: { ...row, revokedAt: null },
        })
      : [await tx.apiKey.create({ data: { ...row, id: tx.newId(), hash, createdAt: tx.now } })];
    if (!made) throw taken();
    const { hash: _, ...apiKey } = made;
    tx.audit('api_key.imported', apiKey);
    return apiKey;
  };
  return context.write(change).catch(tellTaken);
}

/** @throws INVALID for what no vendor issues. */
export function requireImportable(dialect: ApiKey['dialect'], secret: string, field: string): void {
  const problem = faultOfImport(dialect, secret);
  if (problem !== null) throw invalidField(field, problem);
}

const taken = () => conflict('This key is already in use on this installation.');

export function tellTaken(error: unknown): never {
  throw isUniqueViolation(error) ? taken() : error;
}
