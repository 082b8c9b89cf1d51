import { requireScope } from '../../access/actor.ts';
import type { SyncSource } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { lockSource } from './lock-source.ts';

/** Removes a sync source for good. @throws NOT_FOUND, the second time too */
export async function deleteSyncSource(context: DomainContext, id: string): Promise<SyncSource> {
  requireScope(context.actor, 'pipeline:write');
  return context.write(async (tx) => {
    const source = await lockSource(tx, id);
    await tx.syncSource.deleteMany({ where: { id } });
    tx.audit('sync_source.deleted', { id, businessId: null });
    return source;
  });
}
