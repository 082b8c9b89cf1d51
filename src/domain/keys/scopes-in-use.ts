import { boundScopes } from '../../access/roles.ts';
import type { Scope } from '../../access/scopes.ts';
import type { ApiKey } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';

/** What a key can do now: of its own scopes those that its member’s role has. */
export async function scopesInUse(tx: Tx, { scopes, memberId }: Pick<ApiKey, 'scopes' | 'memberId'>): Promise<Scope[]> {
  const member = memberId && (await tx.member.findFirst({ where: { id: memberId }, select: { role: true } }));
  return boundScopes(scopes, member ? member.role : null);
}
