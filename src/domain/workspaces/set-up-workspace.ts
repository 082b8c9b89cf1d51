import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { CampaignEffect } from '../../db/write/campaign-effect.ts';
import { isUniqueViolation } from '../../db/driver-errors.ts';
import type { Organisation, Stage } from '../../db/generated/prisma/client.ts';
import type { Rehearsed } from '../../db/write/rehearse.ts';
import type { ScopedReader } from '../../db/scoped.ts';
import type { Tx } from '../../db/write/write.ts';
import { sumEffects } from '../campaigns/sum-effects.ts';
import type { DomainContext } from '../context.ts';
import { conflict, notFound } from '../../errors.ts';
import { languageTag, name, parseInput, text } from '../input.ts';
import { doOrPlan, type Planned } from '../plan.ts';
import { isSameValue } from '../same-value.ts';
import { type DeletedStage, giveAwayStage, lockLeadsToTry } from '../stages/delete-stage.ts';
import { readPipeline } from '../stages/list-stages.ts';
import { type ReplacedStages, replaceStages, stagesToGo, wantedStages } from '../stages/replace-stages.ts';
import { type Stopped, stoppedBy } from '../stages/stopped.ts';

const setUpWorkspaceInput = z.strictObject({
  projectSlug: text(100)
    .regex(/^[\w.-]+$/, 'must be letters, digits, dots, hyphens and underscores')
    .nullish(),
  organisation: z
    .strictObject({
      name: name(200).optional(),
      industry: text(200).nullish(),
      bookingLink: z
        .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
        .max(2000, 'must be at most 2000 characters')
        .nullish(),
      agentLanguage: languageTag.optional(),
    })
    .optional(),
  stages: wantedStages.optional(),
});

export type WorkspaceSetup = {
  readonly organisation: Organisation;
  readonly stages: readonly Stage[];
  /** Leads of stages that are no more, which are in the default one now. */
  readonly movedLeads: number;
  /** By the stages that are no more. */
  readonly stopped: Stopped;
  /** What campaigns made of the moves, one for each. */
  readonly effects: readonly CampaignEffect[];
};

/**
 * Names a workspace, says what it is about, and lays its pipeline: what is absent stays. The same again changes nothing. Leads
 * of stages that are no longer listed move to the default one, many of them in further writes.
 * @throws CONFLICT where its owner has another workspace of that name.
 */
export async function setUpWorkspace(
  context: DomainContext,
  input: z.input<typeof setUpWorkspaceInput>,
  dryRun = false,
): Promise<Planned<WorkspaceSetup>> {
  requireScope(context.actor, 'workspace:write');
  if (input.stages) requireScope(context.actor, 'pipeline:write');
  const wanted = parseInput(setUpWorkspaceInput, input);
  if (dryRun)
    return doOrPlan(context, true, countSubjects, async (tx) => {
      const going = wanted.stages ? stagesToGo(await readPipeline(tx), wanted.stages) : [];
      await lockLeadsToTry(
        tx,
        going.map(({ id }) => id),
        'The stages that would go hold',
      );
      const replaced = await layOut(tx, context, wanted);
      return finish(tx, context, replaced, (stage) => giveAwayStage((change) => change(tx), stage.id, null));
    });
  const replaced = await context.write((tx) => layOut(tx, context, wanted));
  const giveAway = (stage: Stage) => giveAwayStage(context.write, stage.id, null);
  return { ...(await finish(context.db, context, replaced, giveAway)), plan: null };
}

const countSubjects = ({ subjectIds }: Rehearsed<WorkspaceSetup>) => subjectIds.size;

async function layOut(
  tx: Tx,
  context: DomainContext,
  { projectSlug, organisation, stages }: z.output<typeof setUpWorkspaceInput>,
): Promise<ReplacedStages | null> {
  const replaced = stages ? await replaceStages(tx, stages) : null;
  await changeProfile(tx, await readOrganisation(tx, context), { ...organisation, projectSlug });
  return replaced;
}

/** Gives away the leads of stages that are no more, and answers what the workspace is then. */
async function finish(
  reader: Pick<ScopedReader, 'organisation' | 'stage'>,
  context: DomainContext,
  replaced: ReplacedStages | null,
  giveAway: (stage: Stage) => Promise<DeletedStage | null>,
): Promise<WorkspaceSetup> {
  const stopped = replaced ? [replaced.stopped] : [];
  const effects: CampaignEffect[] = [];
  let movedLeads = 0;
  for (const stage of replaced?.left ?? []) {
    const given = await giveAway(stage);
    if (!given) continue;
    movedLeads += given.movedLeads;
    stopped.push(given.stopped);
    effects.push(...given.effects);
  }
  return {
    organisation: await readOrganisation(reader, context),
    stages: await readPipeline(reader),
    movedLeads,
    stopped: stoppedBy(stopped),
    effects: sumEffects(effects),
  };
}

async function readOrganisation(
  reader: Pick<ScopedReader, 'organisation'>,
  { actor }: DomainContext,
): Promise<Organisation> {
  const organisation = await reader.organisation.findFirst({ where: { id: actor.orgId } });
  if (!organisation) throw notFound('workspace');
  return organisation;
}

type Profile = {
  readonly [Field in 'name' | 'industry' | 'bookingLink' | 'agentLanguage' | 'projectSlug']?: string | null | undefined;
};

async function changeProfile(tx: Tx, before: Organisation, profile: Profile): Promise<void> {
  const wanted = Object.entries(profile).filter(([, value]) => value !== undefined);
  const changed = wanted.filter(([column, value]) => !isSameValue(Reflect.get(before, column), value));
  if (changed.length === 0) return;
  tx.audit('workspace.updated', { id: before.id, businessId: null });
  await tx.organisation.updateMany({ where: {}, data: Object.fromEntries(changed) }).catch((error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
    throw conflict('The owner of this workspace has another one of that name.');
  });
}
