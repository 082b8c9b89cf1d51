import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { Member } from '../../db/generated/prisma/client.ts';
import { MemberType } from '../../db/generated/prisma/enums.ts';
import type { DomainContext } from '../context.ts';
import { holdsSpace } from '../../text.ts';
import { email, name, parseInput } from '../input.ts';

export const createMemberInput = z.strictObject({
  name: name(200),
  type: z.enum(MemberType).nullish(),
  email: email.nullish(),
  avatarUrl: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
    .max(2000)
    .refine((value) => !holdsSpace(value), 'must not hold spaces or line breaks')
    .nullish(),
});

export async function createMember(context: DomainContext, input: z.input<typeof createMemberInput>): Promise<Member> {
  requireScope(context.actor, 'members:write');
  const { name, type, email: address, avatarUrl } = parseInput(createMemberInput, input);
  return context.write(async (tx) => {
    const member = await tx.member.create({
      data: {
        id: tx.newId(),
        name,
        type: type ?? 'HUMAN',
        email: address ?? null,
        avatarUrl: avatarUrl ?? null,
        createdAt: tx.now,
      },
    });
    tx.audit('member.created', { id: member.id, businessId: null });
    return member;
  });
}
