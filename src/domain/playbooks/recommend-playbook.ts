import { requireScope } from '../../access/actor.ts';
import type { LeadTier, Playbook } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { maxPlaybooks } from './playbook-input.ts';
import { readSteps } from './playbook-steps.ts';
import { type NextStep, progressIn, type Progress } from './next-step.ts';

export type Recommendation = {
  /** Null where no playbook is for such a lead. */
  readonly playbook: Playbook | null;
  /** Why this playbook, and why this step, in sentences. */
  readonly reason: string;
  /** Null where there is no playbook, or every step was taken. */
  readonly nextStep: (NextStep & { readonly isDue: boolean }) | null;
  readonly suggestedAction: string;
};

type Standing = { readonly tier: LeadTier | null; readonly stage: { readonly key: string; readonly name: string } };

/** How many of the latest contacts are looked at: more than any playbook has steps. */
const remembered = 50;

/** The best playbook for a lead as it stands, and the step that comes next. @throws NOT_FOUND where there is no such lead */
export async function recommendPlaybook(context: DomainContext, leadId: string): Promise<Recommendation> {
  const { actor, db, services } = context;
  requireScope(actor, 'leads:read');
  const lead = await db.lead.findFirst({
    where: { id: leadId, deletedAt: null },
    select: { tier: true, stageId: true, createdAt: true },
  });
  if (!lead) throw notFound('lead');
  const stage = await db.stage.findFirst({ where: { id: lead.stageId }, select: { key: true, name: true } });
  if (!stage) throw notFound('stage');
  const standing = { tier: lead.tier, stage };
  const playbook = bestFor(await db.playbook.findMany({ orderBy: { id: 'desc' }, take: maxPlaybooks }), standing);
  if (!playbook) return { ...nonePlaybook(standing), playbook: null, nextStep: null };
  const contacts = await db.touchpoint.findMany({
    where: { leadId },
    orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
    take: remembered,
    select: { type: true, occurredAt: true },
  });
  const progress = progressIn(readSteps(playbook.steps), contacts, lead.createdAt);
  return { playbook, ...advise(playbook, progress, standing, services.clock.now()) };
}

/** A playbook for the stage comes before one for the tier, and the newest before others like it. */
function bestFor(playbooks: readonly Playbook[], { tier, stage }: Standing): Playbook | null {
  const rank = (playbook: Playbook) => (playbook.stageKey === null ? 0 : 2) + (playbook.tier === null ? 0 : 1);
  const fitting = playbooks.filter(
    (playbook) =>
      (playbook.tier === null || playbook.tier === tier) &&
      (playbook.stageKey === null || playbook.stageKey === stage.key),
  );
  return fitting.toSorted((one, other) => rank(other) - rank(one))[0] ?? null;
}

const tierOf = (tier: LeadTier | null) => (tier === null ? 'no tier' : `tier ${tier.toLowerCase()}`);

const nonePlaybook = ({ tier, stage }: Standing) => ({
  reason: `No playbook is for leads of ${tierOf(tier)} in stage ${stage.name}.`,
  suggestedAction: 'Create a playbook for this stage.',
});

function advise(playbook: Playbook, { taken, lastMove, next }: Progress, { tier, stage }: Standing, now: Date) {
  const forStage = playbook.stageKey === null ? 'any stage' : `stage ${stage.name}`;
  const forTier = playbook.tier === null ? 'any tier' : tierOf(tier);
  const since = lastMove === null ? 'so far' : `since the lead’s last move (${words(lastMove.type)})`;
  const reason = `It is for leads of ${forTier} in ${forStage}. Contacts ${since}: ${taken}.`;
  if (!next) {
    return {
      reason,
      nextStep: null,
      suggestedAction: 'Every step was taken: move the lead to another stage or close it.',
    };
  }
  const isDue = next.dueAt <= now;
  const how = next.step.channel === null ? '' : ` by ${next.step.channel}`;
  const suggestedAction = isDue
    ? `Do step ${next.number}${how} now: ${next.step.title}.`
    : `Wait until ${next.dueAt.toISOString().slice(0, 10)}, then do step ${next.number}${how}: ${next.step.title}.`;
  return { reason, nextStep: { ...next, isDue }, suggestedAction };
}

const words = (type: string) => type.toLowerCase().replaceAll('_', ' ');
