import { systemActor } from '../../access/actor.ts';
import { hashSecret, invitationToken } from '../../access/credentials.ts';
import type { Member } from '../../db/generated/prisma/client.ts';
import type { RunAcross } from '../../db/run/run.ts';
import type { Tx } from '../../db/write/write.ts';
import { unauthenticated } from '../../errors.ts';
import type { DomainServices } from '../context.ts';
import { invitationOfToken } from './find-invitation.sql.ts';
import type { OpenedSession } from './insert-session.ts';
import { signInMember } from './sign-in-member.ts';

/**
 * Signs a person in by the token of a link, once. Of several who come with it at once one is let in.
 * @throws UNAUTHENTICATED without telling whether the link never was, was used or revoked, has expired, or its member has left
 */
export async function redeemInvitation(
  { openAs, runAcross }: Pick<DomainServices, 'openAs'> & { readonly runAcross: RunAcross },
  token: string,
  requestId: string,
): Promise<OpenedSession> {
  const [found] = invitationToken.isOne(token) ? await runAcross(invitationOfToken, { hash: hashSecret(token) }) : [];
  if (!found) throw ended();
  const { orgId, id, memberId } = found;
  return openAs({ ...systemActor(orgId, requestId), memberId }).write(async (tx) => {
    const invited = memberId === null ? null : await lockInvited(tx, memberId);
    const [redeemed] = await tx.invitation.updateManyAndReturn({
      where: { id, redeemedAt: null, revokedAt: null, expiresAt: { gt: tx.now } },
      data: { redeemedAt: tx.now },
    });
    if (!redeemed) throw ended();
    return signInMember(tx, invited ?? (await addOwner(tx)));
  });
}

async function lockInvited(tx: Tx, id: string): Promise<Member> {
  await tx.lock('members', id);
  const member = await tx.member.findFirst({ where: { id, removedAt: null, role: { not: null } } });
  if (!member) throw ended();
  return member;
}

/** Whoever takes the offer of a workspace is its owner, as long as it has none who ever came. */
async function addOwner(tx: Tx): Promise<Member> {
  await tx.serialise();
  const owner = await tx.member.findFirst({ where: { role: 'OWNER', removedAt: null, joinedAt: { not: null } } });
  if (owner) throw ended();
  return tx.member.create({
    data: { id: tx.newId(), type: 'HUMAN', name: 'Owner', role: 'OWNER', createdAt: tx.now },
  });
}

const ended = () => unauthenticated('This link was used, has ended, or never was. Ask for another one.');
