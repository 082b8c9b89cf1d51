import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { SyncSource } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { conflict } from '../../errors.ts';
import { parseInput } from '../input.ts';
import { maxSyncSources, stageIdOf, syncSourceFields } from './sync-source-input.ts';

const createSyncSourceInput = z.strictObject(syncSourceFields);

/** Notes where leads of a stage are to come from. @throws INVALID for a stage there is not; CONFLICT for one source too many */
export async function createSyncSource(
  context: DomainContext,
  input: z.input<typeof createSyncSourceInput>,
): Promise<SyncSource> {
  requireScope(context.actor, 'pipeline:write');
  const { name, type, targetStage, config, enabled } = parseInput(createSyncSourceInput, input);
  return context.write(async (tx) => {
    const stageId = await stageIdOf(tx, targetStage);
    await tx.serialise();
    if ((await tx.syncSource.count({ where: {} })) >= maxSyncSources)
      throw conflict(`A workspace has at most ${maxSyncSources} sync sources.`);
    const source = await tx.syncSource.create({
      data: {
        id: tx.newId(),
        name,
        type,
        stageId: stageId ?? null,
        enabled: enabled ?? true,
        ...(config && { config }),
        createdAt: tx.now,
        updatedAt: tx.now,
      },
    });
    tx.audit('sync_source.created', { id: source.id, businessId: null });
    return source;
  });
}
