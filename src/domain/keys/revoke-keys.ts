import type { Actor } from '../../access/actor.ts';
import type { ApiKey } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import { requireMinterBeside } from './require-minter-beside.ts';
import { requireScopesOf } from './require-scopes-of.ts';

type KeysOf = { readonly memberId: string } | { readonly widgetId: string };

/**
 * Revokes every key of a member or widget, with an audit row each. Whoever called it tells the open sockets after commit.
 * @throws FORBIDDEN where one of them can do what the caller cannot; CONFLICT where none that mints keys would be left
 */
export async function revokeKeys(tx: Tx, actor: Actor, of: KeysOf): Promise<Pick<ApiKey, 'id'>[]> {
  const where = { ...of, revokedAt: null };
  const keys = await tx.apiKey.findMany({ where, omit: { hash: true }, orderBy: { id: 'asc' } });
  if ('memberId' in of) for (const key of keys) requireScopesOf(actor, key);
  await tx.lockAll(
    'api_keys',
    keys.map(({ id }) => id),
  );
  await requireMinterBeside(tx, keys);
  const revoked = await tx.apiKey.updateManyAndReturn({ where, data: { revokedAt: tx.now } });
  for (const key of revoked) tx.audit('api_key.revoked', key);
  return revoked;
}
