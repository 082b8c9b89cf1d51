import { requireScope } from '../../access/actor.ts';
import type { Prisma, SyncSource } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { listPage, type Page, type PageInput } from '../page.ts';

export async function listSyncSources(context: DomainContext, page: PageInput): Promise<Page<SyncSource>> {
  requireScope(context.actor, 'leads:read');
  return listPage<SyncSource, Prisma.SyncSourceWhereInput>(context.db.syncSource, {}, page);
}
