import { requireScope } from '../../access/actor.ts';
import type { Business, Prisma } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { listPage, type Page, type PageInput } from '../page.ts';

export async function listBusinesses(context: DomainContext, page: PageInput): Promise<Page<Business>> {
  requireScope(context.actor, 'businesses:read');
  return listPage<Business, Prisma.BusinessWhereInput>(context.db.business, {}, page);
}
