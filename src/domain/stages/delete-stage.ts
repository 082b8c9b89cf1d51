import { requireScope } from '../../access/actor.ts';
import type { CampaignEffect } from '../../db/write/campaign-effect.ts';
import type { Stage } from '../../db/generated/prisma/client.ts';
import type { Rehearsed } from '../../db/write/rehearse.ts';
import type { Tx } from '../../db/write/write.ts';
import { sumEffects } from '../campaigns/sum-effects.ts';
import type { DomainContext } from '../context.ts';
import { conflict, invalidField, notFound, unavailable } from '../../errors.ts';
import { name, parseInput } from '../input.ts';
import { doOrPlan, type Planned } from '../plan.ts';
import { lockBatch, moveBatch } from './lead-batch.ts';
import { defaultStage, noSuchStage, stageOf } from './find-stage.ts';
import { readPipeline } from './list-stages.ts';
import { makeDefault } from './make-default.ts';
import { removeStage } from './remove-stage.ts';
import type { Stopped } from './stopped.ts';

export type DeletedStage = {
  readonly stage: Stage;
  /** Where its leads are now. */
  readonly movedTo: Stage;
  readonly movedLeads: number;
  readonly stopped: Stopped;
  /** What campaigns made of the moves, one for each. */
  readonly effects: readonly CampaignEffect[];
};

/** Writes in which leads kept coming in as fast as they were moved out. */
const maxWrites = 20_000;
/** What is only tried is one write, which has ten seconds: so many leads take three of them. */
const mostPlanned = 1000;

/**
 * Deletes a stage. Its leads move to the stage of that id, key or name, else to the default one, each as by any other change;
 * where the default stage goes, that is the first of the others, and becomes the default. Many leads take many writes, and
 * the stage goes in the last of them: what was begun and broke off is finished by doing it again.
 * @throws CONFLICT for the last stage; INVALID where `moveTo` is none or the stage itself.
 */
export async function deleteStage(
  context: DomainContext,
  id: string,
  moveTo?: string | null,
  dryRun = false,
): Promise<Planned<DeletedStage>> {
  requireScope(context.actor, 'pipeline:write');
  const to = parseInput(name(100).nullish(), moveTo) ?? null;
  if (dryRun) return doOrPlan(context, true, countMoved, async (tx) => orMissing(await tryGivingAway(tx, id, to)));
  return { ...orMissing(await giveAwayStage(context.write, id, to)), plan: null };
}

const countMoved = ({ result: { movedLeads } }: Rehearsed<DeletedStage>) => movedLeads;

function orMissing(deleted: DeletedStage | null): DeletedStage {
  if (!deleted) throw notFound('stage');
  return deleted;
}

/** The same in one write, which is then undone. @throws CONFLICT for a stage of more leads than that takes time for */
async function tryGivingAway(tx: Tx, id: string, moveTo: string | null): Promise<DeletedStage | null> {
  await lockLeadsToTry(tx, [id], 'The stage holds');
  return giveAwayStage((change) => change(tx), id, moveTo);
}

/**
 * Locks the leads of stages that go in a write which is only tried: leads come before the pipeline, and all of them are given away in that
 * one write. @throws CONFLICT for more of them in all than that takes time for
 */
export async function lockLeadsToTry(tx: Tx, stageIds: readonly string[], whatHolds: string): Promise<void> {
  const where = { stageId: { in: [...stageIds] } };
  const leads = await tx.lead.findMany({ where, select: { id: true }, orderBy: { id: 'asc' }, take: mostPlanned + 1 });
  if (leads.length > mostPlanned)
    throw conflict(
      `${whatHolds} ${await tx.lead.count({ where })} leads, deleted ones too: \`dryRun\` goes through ${mostPlanned} at most. Move leads out of there first, by \`updateLeads\`, or do it without \`dryRun\`.`,
    );
  if (leads.length > 0)
    await tx.lockAll(
      'leads',
      leads.map(({ id }) => id),
    );
}

/** The same for whoever has asked already; null where the stage is not there, or no more. */
export async function giveAwayStage(
  write: DomainContext['write'],
  id: string,
  moveTo: string | null,
): Promise<DeletedStage | null> {
  let movedLeads = 0;
  let effects: CampaignEffect[] = [];
  for (let count = 1; count <= maxWrites; count += 1) {
    const step = await write((tx) => deleteStep(tx, id, moveTo));
    if (!step) return null;
    movedLeads += step.moved;
    effects = sumEffects([...effects, ...step.effects]);
    const { stage, target: movedTo, stopped } = step;
    if (stopped) return { stage, movedTo, movedLeads, stopped, effects };
  }
  throw unavailable('Leads keep coming into this stage. Try again in a moment.', 5);
}

type Step = {
  readonly stage: Stage;
  readonly target: Stage;
  readonly moved: number;
  readonly effects: readonly CampaignEffect[];
  /** Null while the stage is there. */
  readonly stopped: Stopped | null;
};

async function deleteStep(tx: Tx, id: string, moveTo: string | null): Promise<Step | null> {
  const before = tx.effects.length;
  const effects = () => tx.effects.slice(before);
  const plan = await planDeletion(tx, id, moveTo);
  if (!plan) return null;
  const batch = await lockBatch(tx, plan.stage);
  if (batch.more) {
    await moveBatch(tx, batch, plan.stage, plan.target);
    return { ...plan, moved: batch.live.length, effects: effects(), stopped: null };
  }
  await tx.lockPipeline();
  // Read again behind the lock: what was planned may be gone, or have become the default.
  const now = await planDeletion(tx, id, moveTo);
  if (!now) return null;
  const { stages, stage, target } = now;
  await moveBatch(tx, batch, stage, target);
  const stopped = await removeStage(tx, stage);
  const step = { stage, target, moved: batch.live.length, effects: effects(), stopped };
  if (!step.stopped || !stage.isDefault) return step;
  const others = stages.filter((other) => other.id !== id);
  return { ...step, target: await makeDefault(tx, target, others) };
}

async function planDeletion(tx: Tx, id: string, moveTo: string | null) {
  const stages = await readPipeline(tx);
  const stage = stages.find((one) => one.id === id);
  if (!stage) return null;
  const others = stages.filter((one) => one.id !== id);
  if (others.length === 0) throw conflict('A pipeline has at least one stage.');
  if (moveTo !== null && stageOf(stages, moveTo)?.id === id) {
    throw invalidField('moveTo', 'is the stage that is to be deleted');
  }
  const target = moveTo === null ? defaultStage(others) : stageOf(others, moveTo);
  if (!target) throw noSuchStage('moveTo', others);
  return { stages, stage, target };
}
