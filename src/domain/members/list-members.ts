import { requireScope } from '../../access/actor.ts';
import type { Member, Prisma } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { listPage, type Page, type PageInput } from '../page.ts';

export async function listMembers(context: DomainContext, page: PageInput): Promise<Page<Member>> {
  requireScope(context.actor, 'members:read');
  return listPage<Member, Prisma.MemberWhereInput>(context.db.member, { removedAt: null }, page);
}
