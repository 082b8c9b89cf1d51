import type { Stage } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import { notFound } from '../../errors.ts';

/** Makes a stage the one where leads begin that name none, and every other one not: the pipeline is locked. */
export async function makeDefault(tx: Tx, stage: Stage, stages: readonly Stage[]): Promise<Stage> {
  for (const { id } of stages.filter((other) => other.isDefault && other.id !== stage.id)) {
    await tx.stage.updateManyAndReturn({ where: { id }, data: { isDefault: false } });
    tx.audit('stage.updated', { id, businessId: null });
  }
  if (stage.isDefault) return stage;
  const [made] = await tx.stage.updateManyAndReturn({ where: { id: stage.id }, data: { isDefault: true } });
  if (!made) throw notFound('stage');
  tx.audit('stage.updated', { id: stage.id, businessId: null });
  return made;
}
