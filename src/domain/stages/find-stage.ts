import type { Stage } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write.ts';
import { invalid } from '../errors.ts';

/**
 * The stage of that id, key or name; the default one for null.
 * @throws INVALID naming the field that refers to it, and the stages there are.
 */
export async function findStage(tx: Pick<Tx, 'stage'>, reference: string | null, field = 'stage'): Promise<Stage> {
  const stages = await tx.stage.findMany({ orderBy: [{ order: 'asc' }, { id: 'asc' }] });
  const wanted = reference?.toLowerCase();
  const stage =
    wanted === undefined
      ? (stages.find(({ isDefault }) => isDefault) ?? stages[0])
      : (stages.find(({ id }) => id === wanted) ??
        stages.find(({ key }) => key === wanted) ??
        stages.find(({ name }) => name.toLowerCase() === wanted));
  if (!stage) throw invalid(`${field}: must be one of ${stages.map(({ key }) => key).join(', ')}`, field);
  return stage;
}
