import type { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import { changesOf } from '../../db/write/audit-changes.ts';
import type { Member } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../input.ts';
import { differences } from '../same-value.ts';
import { createMemberInput } from './create-member.ts';
import { lockMember } from './lock-member.ts';

const updateMemberInput = createMemberInput.pick({ name: true, email: true, avatarUrl: true }).partial();

/** Changes what is given; null takes an address or picture away. The same again changes nothing. */
export async function updateMember(
  context: DomainContext,
  id: string,
  input: z.input<typeof updateMemberInput>,
): Promise<Member> {
  requireScope(context.actor, 'members:write');
  const wanted = parseInput(updateMemberInput, input);
  return context.write(async (tx) => {
    const before = await lockMember(tx, id);
    const data = differences(before, wanted);
    if (Object.keys(data).length === 0) return before;
    const [member] = await tx.member.updateManyAndReturn({ where: { id }, data });
    if (!member) throw notFound('member');
    tx.audit('member.updated', { id, businessId: null }, changesOf(before, member, Object.keys(data)));
    return member;
  });
}
