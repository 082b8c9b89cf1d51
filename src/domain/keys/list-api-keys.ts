import { requireScope } from '../../access/actor.ts';
import type { ApiKey, Prisma } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { type Delegate, listPage, type Page, type PageInput, type RowQuery } from '../page.ts';

/** The keys that are no session: one of those is no cursor either. */
const keysOf = ({ db: { apiKey } }: DomainContext): Delegate<ApiKey, Prisma.ApiKeyWhereInput> => ({
  findMany: (args) => apiKey.findMany(args),
  count: (args) => apiKey.count(args),
  findFirst: ({ where, select }) => apiKey.findFirst({ where: { ...where, isSession: false }, select }),
});

export async function listApiKeys(
  context: DomainContext,
  page: PageInput,
  query: RowQuery = {},
): Promise<Page<ApiKey>> {
  requireScope(context.actor, 'keys:read');
  return listPage<ApiKey, Prisma.ApiKeyWhereInput>(keysOf(context), { isSession: false }, page, { query });
}
