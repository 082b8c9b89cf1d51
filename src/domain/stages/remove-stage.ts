import type { Stage } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write.ts';

/**
 * Takes a stage out of the pipeline, which is locked, unless a lead has come into it meanwhile: answers whether it is gone.
 * Rules and sources that refer to it are switched off without that reference, as they would else do something else.
 */
export async function removeStage(tx: Tx, { id }: Pick<Stage, 'id'>): Promise<boolean> {
  await tx.lockToDelete('stages', id);
  const left = await tx.lead.findFirst({ where: { stageId: id }, select: { id: true } });
  if (left) return false;
  const off = { enabled: false, updatedAt: tx.now };
  const rules = [
    ...(await tx.automationRule.updateManyAndReturn({
      where: { targetStageId: id },
      data: { ...off, targetStageId: null },
    })),
    ...(await tx.automationRule.updateManyAndReturn({
      where: { fromStageId: id },
      data: { ...off, fromStageId: null },
    })),
  ];
  const sources = await tx.syncSource.updateManyAndReturn({ where: { stageId: id }, data: { ...off, stageId: null } });
  await tx.stage.deleteMany({ where: { id } });
  tx.audit('stage.deleted', { id, businessId: null });
  for (const rule of new Set(rules.map((row) => row.id)))
    tx.audit('automation_rule.disabled', { id: rule, businessId: null });
  for (const source of sources) tx.audit('sync_source.disabled', { id: source.id, businessId: null });
  return true;
}
