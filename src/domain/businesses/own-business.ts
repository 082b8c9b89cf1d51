import type { Actor } from '../../access/actor.ts';
import type { Tx } from '../../db/write/write.ts';
import { forbidden, invalidField } from '../../errors.ts';

/**
 * The business a new row belongs to: a locked key's own, else the one asked for, else none.
 * @throws FORBIDDEN when a locked key names another one; INVALID when there is none of that id.
 */
export async function ownBusinessId(
  tx: Pick<Tx, 'business'>,
  actor: Actor,
  asked: string | null | undefined,
): Promise<string | null> {
  if (actor.businessId !== null) {
    if (asked && asked !== actor.businessId) {
      throw forbidden('This API key is locked to another business.', { reason: 'business_scope_mismatch' });
    }
    return actor.businessId;
  }
  if (!asked) return null;
  const business = await tx.business.findFirst({ where: { id: asked }, select: { id: true } });
  if (!business) throw invalidField('businessId', 'is no business of this workspace');
  return business.id;
}
