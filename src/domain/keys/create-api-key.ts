import { z } from 'zod';
import { type Actor, requireScope } from '../../access/actor.ts';
import { mintCredential } from '../../access/credentials.ts';
import { dialectScopes, isScope, type Scope } from '../../access/scopes.ts';
import type { ApiKey } from '../../db/generated/prisma/client.ts';
import { Dialect } from '../../db/generated/prisma/enums.ts';
import { ownBusinessId } from '../businesses/own-business.ts';
import type { DomainContext } from '../context.ts';
import { forbidden, invalid } from '../errors.ts';
import { name, parseInput, text } from '../input.ts';
import { boundedExpiry } from './bounded-expiry.ts';

const createApiKeyInput = z.strictObject({
  name: name(200),
  dialect: z.enum(Dialect),
  /** Absent: everything the dialect documents and the caller holds, but `staff`, which must be asked for. */
  scopes: z.array(text(100)).max(100).nullish(),
  businessId: text(40).nullish(),
  expiresAt: z.date().nullish(),
});

export type IssuedKey = { readonly apiKey: Omit<ApiKey, 'hash'>; readonly secret: string };

/** @throws INVALID for a scope there is not or the dialect has not; FORBIDDEN for one the caller does not hold itself. */
function grantedScopes(actor: Actor, dialect: Dialect, asked: readonly string[] | null | undefined): Scope[] {
  const documented: readonly Scope[] = dialectScopes[dialect];
  if (!asked) return documented.filter((scope) => scope !== 'staff' && actor.scopes.has(scope));
  return [...new Set(asked)].map((scope) => {
    if (!isScope(scope))
      throw invalid(`scopes: there is no scope ${scope}; a ${dialect} key can hold ${documented.join(', ')}`, 'scopes');
    if (!documented.includes(scope)) {
      throw invalid(`scopes: a ${dialect} key can hold ${documented.join(', ')}, not ${scope}`, 'scopes');
    }
    if (!actor.scopes.has(scope)) throw forbidden(`This API key cannot grant ${scope}, which it lacks.`, { scope });
    return scope;
  });
}

/** Makes a key that can do no more than the caller. Its secret is answered here and never again. */
export async function createApiKey(
  context: DomainContext,
  input: z.input<typeof createApiKeyInput>,
): Promise<IssuedKey> {
  const { actor, services } = context;
  requireScope(actor, 'keys:write');
  const { name, dialect, scopes, businessId, expiresAt } = parseInput(createApiKeyInput, input);
  if (dialect === 'WIDGET')
    throw invalid('dialect: a public widget key comes with its widget; use createWidget', 'dialect');
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
