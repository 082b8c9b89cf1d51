import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import { changesOf } from '../../db/write/audit-changes.ts';
import type { Stage } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import type { DomainContext } from '../context.ts';
import { conflict, notFound } from '../../errors.ts';
import { parseInput } from '../input.ts';
import { readPipeline } from './list-stages.ts';
import { makeDefault } from './make-default.ts';
import { stageFields, toStageKey } from './stage-input.ts';

const updateStageInput = z.strictObject({
  name: stageFields.name.optional(),
  order: stageFields.order.optional(),
  isDefault: z.boolean().optional(),
  status: stageFields.status.optional(),
});

/**
 * Renames a stage, moves it, says what status it carries, or makes it the default one. Its key follows its name, and playbooks
 * for it follow the key; leads that are in it keep their status.
 * A change to what is already there does nothing.
 * @throws CONFLICT for a name of another stage, and where the default stage is to be it no more.
 */
export async function updateStage(
  context: DomainContext,
  id: string,
  input: z.input<typeof updateStageInput>,
): Promise<Stage> {
  requireScope(context.actor, 'pipeline:write');
  const { isDefault, ...fields } = parseInput(updateStageInput, input);
  return context.write(async (tx) => {
    await tx.lockPipeline();
    const stages = await readPipeline(tx);
    const before = stages.find((stage) => stage.id === id);
    if (!before) throw notFound('stage');
    if (before.isDefault && isDefault === false) {
      throw conflict('There must be a default stage: make another one the default instead.');
    }
    const stage = await changeStage(tx, before, fields, stages);
    return isDefault ? makeDefault(tx, stage, stages) : stage;
  });
}

type StageFields = { readonly [Field in 'name' | 'order' | 'status']?: Stage[Field] | undefined };

/** Changes a stage of these, while the pipeline is locked. */
export async function changeStage(
  tx: Tx,
  before: Stage,
  { name = before.name, order = before.order, status = before.status }: StageFields,
  stages: readonly Stage[],
): Promise<Stage> {
  if (name === before.name && order === before.order && status === before.status) return before;
  const others = stages.filter(({ id }) => id !== before.id);
  const key = name === before.name ? before.key : toStageKey(name, others);
  const data = { name, order, status, ...(key !== before.key && { key }) };
  const [stage] = await tx.stage.updateManyAndReturn({ where: { id: before.id }, data });
  if (!stage) throw notFound('stage');
  tx.audit('stage.updated', { id: stage.id, businessId: null }, changesOf(before, stage, Object.keys(data)));
  if (key !== before.key) await followKey(tx, before.key, key);
  return stage;
}

async function followKey(tx: Tx, from: string, to: string): Promise<void> {
  const playbooks = await tx.playbook.updateManyAndReturn({
    where: { stageKey: from },
    data: { stageKey: to, updatedAt: tx.now },
  });
  for (const { id } of playbooks) {
    const changes = { stageKey: { before: from, after: to } };
    tx.audit('playbook.updated', { id, businessId: null }, changes);
  }
}
