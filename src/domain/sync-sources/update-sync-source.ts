import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import { changesOf } from '../../db/write/audit-changes.ts';
import { Prisma, type SyncSource } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { parseInput } from '../input.ts';
import { isSameValue } from '../same-value.ts';
import { lockSource } from './lock-source.ts';
import { stageIdOf, syncSourceFields } from './sync-source-input.ts';

const updateSyncSourceInput = z.strictObject({
  name: syncSourceFields.name.optional(),
  type: syncSourceFields.type.optional(),
  targetStage: syncSourceFields.targetStage,
  config: syncSourceFields.config,
  enabled: z.boolean().optional(),
  mapping: syncSourceFields.mapping,
  signed: z.boolean().optional(),
  leadsPerHour: syncSourceFields.leadsPerHour,
});

/**
 * Changes a sync source; its `config` and `mapping` are replaced as a whole. The same again changes nothing. One that becomes of another kind is given the
 * address or secret that it lacks by `rotateSyncSourceSecret`.
 */
export async function updateSyncSource(
  context: DomainContext,
  id: string,
  input: z.input<typeof updateSyncSourceInput>,
): Promise<SyncSource> {
  requireScope(context.actor, 'pipeline:write');
  const { targetStage, config, mapping, ...fields } = parseInput(updateSyncSourceInput, input);
  return context.write(async (tx) => {
    const before = await lockSource(tx, id);
    const wanted = { ...fields, stageId: await stageIdOf(tx, targetStage), config, mapping };
    const changed = Object.entries(wanted).filter(
      ([column, value]) => value !== undefined && !isSameValue(Reflect.get(before, column), value),
    );
    if (changed.length === 0) return before;
    const data = {
      ...Object.fromEntries(changed),
      ...(config === null && { config: Prisma.DbNull }),
      ...(mapping === null && { mapping: Prisma.DbNull }),
    };
    const [source] = await tx.syncSource.updateManyAndReturn({ where: { id }, data: { ...data, updatedAt: tx.now } });
    if (!source) throw notFound('sync source');
    // What a source is configured with may be a password.
    const told = ['name', 'type', 'stageId', 'enabled', 'mapping', 'signed', 'leadsPerHour'];
    tx.audit('sync_source.updated', { id, businessId: null }, changesOf(before, source, told));
    return source;
  });
}
