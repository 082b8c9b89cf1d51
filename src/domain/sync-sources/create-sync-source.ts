import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { DomainContext } from '../context.ts';
import { conflict } from '../../errors.ts';
import { parseInput } from '../input.ts';
import { mintFor, type WithShown } from './source-secrets.ts';
import { maxSyncSources, stageIdOf, syncSourceFields } from './sync-source-input.ts';

const createSyncSourceInput = z.strictObject(syncSourceFields);

/**
 * Makes a source that leads of a stage come from, with an address to post to and, where it signs, a secret: both are answered here and
 * never again. @throws INVALID for a stage there is not; CONFLICT for one source too many
 */
export async function createSyncSource(
  context: DomainContext,
  input: z.input<typeof createSyncSourceInput>,
): Promise<WithShown> {
  const { actor, services } = context;
  requireScope(actor, 'pipeline:write');
  const parsed = parseInput(createSyncSourceInput, input);
  const { name, type, targetStage, config, enabled, mapping, leadsPerHour } = parsed;
  const signed = parsed.signed ?? true;
  return context.write(async (tx) => {
    const stageId = await stageIdOf(tx, targetStage);
    await tx.serialise();
    if ((await tx.syncSource.count({ where: {} })) >= maxSyncSources)
      throw conflict(`A workspace has at most ${maxSyncSources} sync sources.`);
    const id = tx.newId();
    const minted = mintFor({ orgId: actor.orgId, id, type, signed }, services);
    const syncSource = await tx.syncSource.create({
      data: {
        id,
        name,
        type,
        stageId: stageId ?? null,
        enabled: enabled ?? true,
        ...(config && { config }),
        ...(mapping && { mapping }),
        signed,
        leadsPerHour: leadsPerHour ?? null,
        tokenHash: minted.tokenHash,
        secret: minted.secret,
        createdAt: tx.now,
        updatedAt: tx.now,
      },
    });
    tx.audit('sync_source.created', { id, businessId: null });
    return { syncSource, url: minted.url, secret: minted.plain };
  });
}
