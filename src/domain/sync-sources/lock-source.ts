import type { SyncSource } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import { notFound } from '../../errors.ts';

/** Locks a sync source and reads it as it now is. @throws NOT_FOUND */
export async function lockSource(tx: Tx, id: string): Promise<SyncSource> {
  await tx.lock('sync_sources', id);
  const source = await tx.syncSource.findFirst({ where: { id } });
  if (!source) throw notFound('sync source');
  return source;
}
