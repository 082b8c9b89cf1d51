import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import { roles } from '../../access/roles.ts';
import { changesOf } from '../../db/write/audit-changes.ts';
import type { Member } from '../../db/generated/prisma/client.ts';
import { MemberRole } from '../../db/generated/prisma/enums.ts';
import type { Tx } from '../../db/write/write.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../input.ts';
import { differences } from '../same-value.ts';
import { answerWhatWaits } from '../conversations/answer-what-waits.ts';
import { requireScopesOf } from '../keys/require-scopes-of.ts';
import { createMemberInput } from './create-member.ts';
import { tellAddressTaken } from './invite-member.ts';
import { lockForRole } from './lock-to-hand-back.ts';
import { requireRoleChange } from './require-role-change.ts';

const updateMemberInput = createMemberInput
  .pick({ name: true, email: true, avatarUrl: true })
  .partial()
  .extend({ role: z.enum(MemberRole).optional() });

/**
 * Changes what is given; null takes an address or picture away. The same again changes nothing. A role holds at once, also on
 * what the member has open; one that may not take over hands back what the member holds.
 * @throws FORBIDDEN where the role, before or after, can do what the caller cannot; CONFLICT for the last owner, and for an
 * address that another member signs in with
 */
export async function updateMember(
  context: DomainContext,
  id: string,
  input: z.input<typeof updateMemberInput>,
): Promise<Member> {
  requireScope(context.actor, 'members:write');
  const wanted = parseInput(updateMemberInput, input);
  const change = async (tx: Tx) => {
    const { member: before, handedBack } = await lockForRole(tx, id, wanted.role);
    if (before.role) requireScopesOf(context.actor, roles[before.role]);
    const data = differences(before, wanted);
    if (Object.keys(data).length === 0) return { member: before, handedBack };
    if (data.role) await requireRoleChange(tx, context.actor, before, data.role);
    const [member] = await tx.member.updateManyAndReturn({ where: { id }, data });
    if (!member) throw notFound('member');
    tx.audit('member.updated', { id, businessId: null }, changesOf(before, member, Object.keys(data)));
    return { member, handedBack };
  };
  const { member, handedBack } = await context.write(change).catch(tellAddressTaken);
  answerWhatWaits(context, handedBack);
  return member;
}
