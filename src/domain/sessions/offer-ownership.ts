import { systemActor } from '../../access/actor.ts';
import { hashSecret, invitationToken } from '../../access/credentials.ts';
import type { DomainServices } from '../context.ts';
import { invitationUrl } from '../members/invite-member.ts';

const offerMs = 15 * 60 * 1000;

/**
 * A link that makes whoever opens it the first owner of a workspace, once within fifteen minutes; for who starts the product. A
 * further one ends the one before. Null where an owner has signed in already.
 */
export async function offerOwnership(
  { openAs, publicUrl }: Pick<DomainServices, 'openAs' | 'publicUrl'>,
  orgId: string,
): Promise<string | null> {
  const token = invitationToken.mint();
  const hash = hashSecret(token);
  return openAs(systemActor(orgId, 'first-start')).write(async (tx) => {
    await tx.serialise();
    const owner = await tx.member.findFirst({ where: { role: 'OWNER', removedAt: null, joinedAt: { not: null } } });
    if (owner) return null;
    await tx.invitation.updateManyAndReturn({
      where: { memberId: null, redeemedAt: null, revokedAt: null },
      data: { revokedAt: tx.now },
    });
    const expiresAt = new Date(tx.now.getTime() + offerMs);
    const offer = await tx.invitation.create({
      data: { id: tx.newId(), memberId: null, hash, expiresAt, createdAt: tx.now },
    });
    tx.audit('workspace.offered', { id: offer.id, businessId: null });
    return invitationUrl(publicUrl, token);
  });
}
