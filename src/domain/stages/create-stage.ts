import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { Stage } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { conflict } from '../../errors.ts';
import { parseInput } from '../input.ts';
import { insertStage } from './insert-stage.ts';
import { readPipeline } from './list-stages.ts';
import { makeDefault } from './make-default.ts';
import { maxStages, stageFields } from './stage-input.ts';

const createStageInput = z.strictObject({
  name: stageFields.name,
  order: stageFields.order.nullish(),
  isDefault: z.boolean().nullish(),
  status: stageFields.status.optional(),
});

/** Adds a stage: behind the last one, unless it says where. @throws CONFLICT for a name there is, and for one too many. */
export async function createStage(context: DomainContext, input: z.input<typeof createStageInput>): Promise<Stage> {
  requireScope(context.actor, 'pipeline:write');
  const { name, order, isDefault, status = null } = parseInput(createStageInput, input);
  return context.write(async (tx) => {
    await tx.lockPipeline();
    const stages = await readPipeline(tx);
    if (stages.length >= maxStages) throw conflict(`A pipeline has at most ${maxStages} stages.`);
    const behind = (stages.at(-1)?.order ?? -1) + 1;
    const stage = await insertStage(tx, { name, order: order ?? behind, status }, stages);
    return isDefault ? makeDefault(tx, stage, stages) : stage;
  });
}
