import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { Stage } from '../../db/generated/prisma/client.ts';
import { requireWholeWorkspace } from '../businesses/require-whole-workspace.ts';
import type { DomainContext } from '../context.ts';
import { conflict } from '../errors.ts';
import { parseInput } from '../input.ts';
import { readPipeline } from './list-stages.ts';
import { makeDefault } from './make-default.ts';
import { maxStages, stageFields, toStageKey } from './stage-input.ts';

const createStageInput = z.strictObject({
  name: stageFields.name,
  order: stageFields.order.nullish(),
  isDefault: z.boolean().nullish(),
});

/** Adds a stage: behind the last one, unless it says where. @throws CONFLICT for a name there is, and for one too many. */
export async function createStage(context: DomainContext, input: z.input<typeof createStageInput>): Promise<Stage> {
  requireScope(context.actor, 'pipeline:write');
  requireWholeWorkspace(context.actor);
  const { name, order, isDefault } = parseInput(createStageInput, input);
  return context.write(async (tx) => {
    await tx.lockPipeline();
    const stages = await readPipeline(tx);
    if (stages.length >= maxStages) throw conflict(`A pipeline has at most ${maxStages} stages.`);
    const stage = await tx.stage.create({
      data: {
        id: tx.newId(),
        key: toStageKey(name, stages),
        name,
        order: order ?? (stages.at(-1)?.order ?? -1) + 1,
        createdAt: tx.now,
      },
    });
    tx.audit('stage.created', { id: stage.id, businessId: null });
    return isDefault ? makeDefault(tx, stage, stages) : stage;
  });
}
