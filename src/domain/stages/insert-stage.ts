import type { Stage } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import { toStageKey } from './stage-input.ts';

/** Adds a stage beside these, while the pipeline is locked. @throws CONFLICT for a name there is. */
export async function insertStage(
  tx: Tx,
  { name, order, status }: Pick<Stage, 'name' | 'order' | 'status'>,
  stages: readonly Stage[],
): Promise<Stage> {
  const stage = await tx.stage.create({
    data: { id: tx.newId(), key: toStageKey(name, stages), name, order, status, createdAt: tx.now },
  });
  tx.audit('stage.created', { id: stage.id, businessId: null });
  return stage;
}
