import { z } from 'zod';
import type { Stage } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import { fold } from '../../text.ts';
import { stageKey, statusOfName } from './default-stages.ts';
import { defaultStage } from './find-stage.ts';
import { insertStage } from './insert-stage.ts';
import { readPipeline } from './list-stages.ts';
import { makeDefault } from './make-default.ts';
import { removeStage } from './remove-stage.ts';
import { maxStages, stageFields } from './stage-input.ts';
import { type Stopped, stoppedBy } from './stopped.ts';
import { changeStage } from './update-stage.ts';

const wantedStage = z.strictObject({
  name: stageFields.name,
  /** Its place in the list by default. */
  order: stageFields.order.nullish(),
  isDefault: z.boolean().nullish(),
  /** A stage that is made here carries what its name says by default; one that is there keeps its own. */
  status: stageFields.status.optional(),
});

const different = (list: readonly WantedStage[]) => new Set(list.map(({ name }) => fold(name))).size === list.length;

export const wantedStages = z
  .array(wantedStage)
  .min(1, 'must be at least one')
  .max(maxStages, `must be at most ${maxStages}`)
  .refine(different, 'must have different names')
  .refine((list) => list.filter(({ isDefault }) => isDefault).length <= 1, 'can have one default only');

export type WantedStage = z.output<typeof wantedStage>;

export type ReplacedStages = {
  /** Stages that are to go and hold leads. */
  readonly left: readonly Stage[];
  /** By those that went. */
  readonly stopped: Stopped;
};

/**
 * Makes these the pipeline. A stage that is there by name, or else by key, stays the one it is; one that is not listed goes,
 * unless it holds leads: those are answered, for the caller to give their leads away. The default is the one that says so,
 * or the one it was, or the first.
 */
export async function replaceStages(tx: Tx, wanted: readonly WantedStage[]): Promise<ReplacedStages> {
  await tx.lockPipeline();
  let stages = await readPipeline(tx);
  const known = matchStages(stages, wanted);
  const listed: Stage[] = [];
  for (const [index, { name, order, status }] of wanted.entries()) {
    const fields = { name, order: order ?? index, status };
    const before = known[index];
    const stage = before
      ? await changeStage(tx, before, fields, stages)
      : await insertStage(tx, { ...fields, status: status === undefined ? statusOfName(name) : status }, stages);
    stages = [...stages.filter(({ id }) => id !== stage.id), stage];
    listed.push(stage);
  }
  const first = listed.toSorted((one, other) => one.order - other.order);
  const chosen = listed[wanted.findIndex(({ isDefault }) => isDefault)] ?? defaultStage(first);
  if (chosen) await makeDefault(tx, chosen, stages);
  const left: Stage[] = [];
  const stopped: Stopped[] = [];
  for (const stage of stages.filter((one) => !listed.includes(one))) {
    const removed = await removeStage(tx, stage);
    if (removed) stopped.push(removed);
    else left.push(stage);
  }
  return { left, stopped: stoppedBy(stopped) };
}

/** Stages of a pipeline that would go, whether they hold leads or not. */
export function stagesToGo(stages: readonly Stage[], wanted: readonly WantedStage[]): Stage[] {
  const known = new Set(matchStages(stages, wanted));
  return stages.filter((stage) => !known.has(stage));
}

/** The stage that each of them is already, if any: by name first, so that no other one takes it. */
function matchStages(stages: readonly Stage[], wanted: readonly WantedStage[]): (Stage | undefined)[] {
  const byName = wanted.map(({ name }) => stages.find((stage) => fold(stage.name) === fold(name)));
  const free = stages.filter((stage) => !byName.includes(stage));
  return wanted.map(({ name }, index) => {
    const found = byName[index] ?? free.find(({ key }) => key === stageKey(name));
    if (found && free.includes(found)) free.splice(free.indexOf(found), 1);
    return found;
  });
}
