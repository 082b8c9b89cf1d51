import type { Actor } from '../../access/actor.ts';
import { boundScopes } from '../../access/roles.ts';
import type { ApiKey, Member } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import { requireMinterBeside } from './require-minter-beside.ts';
import { requireScopesOf } from './require-scopes-of.ts';

type KeysOf = { readonly member: Member } | { readonly widgetId: string };

/**
 * Revokes every key of a member or widget, a member's sessions too, with an audit row each. Whoever called it tells the open sockets after commit.
 * @throws FORBIDDEN where one of them can do what the caller cannot; CONFLICT where none that mints keys would be left
 */
export async function revokeKeys(tx: Tx, actor: Actor, of: KeysOf): Promise<Pick<ApiKey, 'id'>[]> {
  const member = 'member' in of ? of.member : null;
  const where = { ...('member' in of ? { memberId: of.member.id } : of), revokedAt: null };
  const found = await tx.apiKey.findMany({ where, omit: { hash: true }, orderBy: { id: 'asc' } });
  const keys = found.map((key) => ({ ...key, scopes: boundScopes(key.scopes, member?.role ?? null) }));
  if (member) for (const key of keys) requireScopesOf(actor, key);
  await tx.lockAll(
    'api_keys',
    keys.map(({ id }) => id),
  );
  await requireMinterBeside(
    tx,
    keys.filter(({ isSession }) => !isSession),
  );
  const revoked = await tx.apiKey.updateManyAndReturn({ where, data: { revokedAt: tx.now } });
  for (const key of revoked) tx.audit(key.isSession ? 'session.closed' : 'api_key.revoked', key);
  return revoked;
}
