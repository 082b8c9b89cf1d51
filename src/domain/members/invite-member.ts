import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import { hashSecret, invitationToken } from '../../access/credentials.ts';
import { roles } from '../../access/roles.ts';
import { isUniqueViolation } from '../../db/driver-errors.ts';
import { changesOf } from '../../db/write/audit-changes.ts';
import type { Member } from '../../db/generated/prisma/client.ts';
import { MemberRole } from '../../db/generated/prisma/enums.ts';
import type { Tx } from '../../db/write/write.ts';
import type { DomainContext } from '../context.ts';
import { conflict, notFound } from '../../errors.ts';
import { email, name, parseInput } from '../input.ts';
import { answerWhatWaits } from '../conversations/answer-what-waits.ts';
import { requireScopesOf } from '../keys/require-scopes-of.ts';
import { lockForRole } from './lock-to-hand-back.ts';
import { requireRoleChange } from './require-role-change.ts';
import { revokeInvitations } from './revoke-invitation.ts';

const inviteMemberInput = z.strictObject({ name: name(200), email, role: z.enum(MemberRole) });

type Invited = z.output<typeof inviteMemberInput>;

export const invitationDays = 7;
const dayMs = 24 * 60 * 60 * 1000;

/** Where a token is redeemed. It stands in the fragment, which browsers send to nobody. */
export const invitationUrl = (publicUrl: string, token: string): string => `${publicUrl}/console#${token}`;

/**
 * Puts a person on the team, with a link that signs in once within seven days. Inviting the address again ends the earlier link
 * and makes another, and lets another account of the sign-in provider in; a member of that address who had no role yet gets this one.
 * @throws FORBIDDEN for a role that can do what the caller cannot; CONFLICT where somebody of that address has another role
 */
export async function inviteMember(
  context: DomainContext,
  input: z.input<typeof inviteMemberInput>,
): Promise<{ member: Member; url: string }> {
  const { actor, services } = context;
  requireScope(actor, 'members:write');
  const wanted = parseInput(inviteMemberInput, input);
  requireScopesOf(actor, roles[wanted.role]);
  const token = invitationToken.mint();
  const hash = hashSecret(token);
  const invite = async (tx: Tx) => {
    const known = await findByAddress(tx, wanted.email);
    const { member: before, handedBack } = known ? await lockForRole(tx, known.id, wanted.role) : nobody;
    const member = before ? await takeIn(tx, context, before, wanted) : await addMember(tx, wanted);
    await revokeInvitations(tx, member.id);
    await tx.memberAccount.deleteMany({ where: { memberId: member.id } });
    const expiresAt = new Date(tx.now.getTime() + invitationDays * dayMs);
    await tx.invitation.create({ data: { id: tx.newId(), memberId: member.id, hash, expiresAt, createdAt: tx.now } });
    tx.audit('member.invited', { id: member.id, businessId: null }, changesOf(before ?? {}, member, ['role']));
    return { member, handedBack };
  };
  const { member, handedBack } = await context.write(invite).catch(tellAddressTaken);
  answerWhatWaits(context, handedBack);
  return { member, url: invitationUrl(services.publicUrl, token) };
}

const nobody = { member: null, handedBack: [] } as const;

/** The person of this address: whoever has a role, else who was first. */
const findByAddress = (tx: Tx, address: string) =>
  tx.member.findFirst({
    where: { email: address, type: 'HUMAN', removedAt: null },
    orderBy: [{ role: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    select: { id: true },
  });

async function takeIn(tx: Tx, { actor }: DomainContext, before: Member, { role }: Invited): Promise<Member> {
  if (before.role && before.role !== role) {
    throw conflict(`${before.name} is on the team already, as ${before.role}. Change the role with updateMember.`);
  }
  await requireRoleChange(tx, actor, before, role);
  if (before.role) return before;
  const [member] = await tx.member.updateManyAndReturn({ where: { id: before.id }, data: { role } });
  if (!member) throw notFound('member');
  return member;
}

const addMember = (tx: Tx, { name, email: address, role }: Invited): Promise<Member> =>
  tx.member.create({ data: { id: tx.newId(), type: 'HUMAN', name, email: address, role, createdAt: tx.now } });

/** Members with a role have an address each of their own: it is how they are known when they sign in. */
export function tellAddressTaken(error: unknown): never {
  throw isUniqueViolation(error) ? conflict('Another member of the team signs in with this e-mail address.') : error;
}
