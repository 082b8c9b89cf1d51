import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import { changesOf } from '../../db/write/audit-changes.ts';
import type { ApiKey } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { name, parseInput } from '../input.ts';
import { requireScopesOf } from './require-scopes-of.ts';
import { scopesInUse } from './scopes-in-use.ts';

const updateApiKeyInput = z.strictObject({ name: name(200).optional() });

/** Renames a key. What it may do stays. @throws FORBIDDEN for a key that can do what the caller cannot */
export async function updateApiKey(
  context: DomainContext,
  id: string,
  input: z.input<typeof updateApiKeyInput>,
): Promise<Omit<ApiKey, 'hash'>> {
  requireScope(context.actor, 'keys:write');
  const wanted = parseInput(updateApiKeyInput, input);
  return context.write(async (tx) => {
    await tx.lock('api_keys', id);
    const before = await tx.apiKey.findFirst({ where: { id, isSession: false }, omit: { hash: true } });
    if (!before) throw notFound('API key');
    requireScopesOf(context.actor, { scopes: await scopesInUse(tx, before) });
    if (wanted.name === undefined || wanted.name === before.name) return before;
    await tx.apiKey.updateManyAndReturn({ where: { id }, data: { name: wanted.name } });
    const apiKey = { ...before, name: wanted.name };
    tx.audit('api_key.updated', apiKey, changesOf(before, apiKey, ['name']));
    return apiKey;
  });
}
