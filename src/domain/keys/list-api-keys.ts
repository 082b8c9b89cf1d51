import { requireScope } from '../../access/actor.ts';
import type { ApiKey, Prisma } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { listPage, type Page, type PageInput, type RowQuery } from '../page.ts';

export async function listApiKeys(
  context: DomainContext,
  page: PageInput,
  query: RowQuery = {},
): Promise<Page<ApiKey>> {
  requireScope(context.actor, 'keys:read');
  return listPage<ApiKey, Prisma.ApiKeyWhereInput>(context.db.apiKey, {}, page, query);
}
