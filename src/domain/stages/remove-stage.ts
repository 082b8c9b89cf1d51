import type { Stage } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import type { Stopped } from './stopped.ts';

const toId = (row: { readonly id: string }): string => row.id;

/**
 * Takes a stage out of the pipeline, which is locked, and answers what stopped by it; null where a lead has come into it
 * meanwhile, and it stays.
 */
export async function removeStage(tx: Tx, { id }: Pick<Stage, 'id'>): Promise<Stopped | null> {
  await tx.lockToDelete('stages', id);
  const left = await tx.lead.findFirst({ where: { stageId: id }, select: { id: true } });
  if (left) return null;
  const off = { enabled: false, updatedAt: tx.now };
  const targeting = { where: { targetStageId: id }, data: { ...off, targetStageId: null } };
  const leaving = { where: { fromStageId: id }, data: { ...off, fromStageId: null, fromStageGone: true } };
  const changed = [
    ...(await tx.automationRule.updateManyAndReturn(targeting)),
    ...(await tx.automationRule.updateManyAndReturn(leaving)),
  ];
  const rules = new Set(changed.map((rule) => rule.id));
  const sources = await tx.syncSource.updateManyAndReturn({ where: { stageId: id }, data: { ...off, stageId: null } });
  const asking = ['fromStageId', 'toStageId'].map((field) => ({ conditions: { path: [field], equals: id } }));
  const campaigns = await tx.campaign.findMany({ where: { enabled: true, OR: asking }, select: { id: true } });
  await tx.stage.deleteMany({ where: { id } });
  tx.audit('stage.deleted', { id, businessId: null });
  for (const rule of rules) tx.audit('automation_rule.disabled', { id: rule, businessId: null });
  for (const source of sources) tx.audit('sync_source.disabled', { id: source.id, businessId: null });
  return { rules: [...rules], syncSources: sources.map(toId), campaigns: campaigns.map(toId) };
}
