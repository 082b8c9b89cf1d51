import type { AutomationRule, AutomationRun, Lead, Stage } from '../../src/db/generated/prisma/client.ts';
import { LeadStatus, LeadTier, RuleTrigger, TouchpointType } from '../../src/db/generated/prisma/enums.ts';
import type { Database } from '../../src/db/open/database.ts';
import { daysBefore, idleSince } from '../../src/domain/leads/stalled/idle-since.ts';
import { stageKey } from '../../src/domain/stages/default-stages.ts';
import type { Chance } from '../support/chance.ts';

export type RandomWorkspace = {
  readonly orgId: string;
  readonly stages: readonly Stage[];
  readonly businesses: readonly string[];
  readonly leads: readonly Lead[];
  readonly rules: readonly AutomationRule[];
  readonly runs: readonly AutomationRun[];
  /** How many proposals each lead viewed. */
  readonly views: ReadonlyMap<string, number>;
};

const stageNames = [
  'New',
  'Won',
  'Closed Lost',
  'Wonder',
  '✅ Closed',
  'Unclosed',
  'Re-engage: lost',
  'Wonlost',
  'LOST 2',
];

/** A workspace with 200 leads, 40 rules, and what was done with the leads, all by chance. */
export async function seedAtRandom(
  { prisma }: Database,
  chance: Chance,
  orgId: string,
  now: Date,
): Promise<RandomWorkspace> {
  const at = daysBefore(now, 400);
  const rows = <Row>(prefix: string, count: number, make: (index: number) => Row) =>
    Array.from({ length: count }, (_, index) => ({
      orgId,
      id: `${prefix}${String(index).padStart(4, '0')}`,
      ...make(index),
    }));
  await prisma.organisation.create({ data: { id: orgId, slug: orgId, name: orgId, eventAt: at, createdAt: at } });
  const ofStage = (name: string, order: number) => ({ key: stageKey(name), name, order, createdAt: at });
  const stages = await prisma.stage.createManyAndReturn({
    data: rows('s', stageNames.length, (index) => ofStage(stageNames[index] ?? '', index)),
  });
  const made = await prisma.business.createManyAndReturn({
    data: rows('b', 2, (index) => ({ name: `Business ${index}`, createdAt: at })),
  });
  const businesses = made.map(({ id }) => id);
  const leads = await prisma.lead.createManyAndReturn({
    data: rows('l', 200, () => someLead(chance, stages, businesses, now)),
  });
  const rules = await prisma.automationRule.createManyAndReturn({
    data: rows('r', 40, () => ({ ...someRule(chance, stages), createdAt: at, updatedAt: at })),
  });
  const touches = await prisma.touchpoint.createManyAndReturn({
    data: rows('t', 300, () => ({
      leadId: chance.pick(leads).id,
      type: chance.below(2) ? 'PROPOSAL_VIEWED' : chance.pick(Object.values(TouchpointType)),
      occurredAt: now,
      createdAt: now,
    })),
  });
  const runs = await prisma.automationRun.createManyAndReturn({
    data: rows('x', 300, () => someRun(chance, stages, rules, chance.pick(leads))),
  });
  const viewed = touches.filter(({ type }) => type === 'PROPOSAL_VIEWED');
  const views = new Map(leads.map(({ id }) => [id, viewed.filter(({ leadId }) => leadId === id).length]));
  return { orgId, stages, businesses, leads, rules, runs, views };
}

/** So many days before now, often to the millisecond at which something begins. */
function someTime({ pick }: Chance, now: Date): Date {
  const days = pick([0, 1, 2, 3, 5, 7, 10, 14, 20, 40]);
  return new Date(daysBefore(now, days).getTime() + pick([-1, 0, 0, 1]));
}

function someLead(chance: Chance, stages: readonly Stage[], businesses: readonly string[], now: Date) {
  const { pick, below, maybe } = chance;
  return {
    businessId: maybe(() => pick(businesses)),
    // Half of them are where there is something to win, so that the other conditions decide.
    stageId: below(2) ? 's0000' : pick(stages).id,
    status: below(2) ? 'NEW' : pick(Object.values(LeadStatus)),
    tier: maybe(() => pick(Object.values(LeadTier))),
    confidenceScore: maybe(() => pick([0, 19, 44, 45, 69, 70, 100])),
    lastTouchedAt: maybe(() => someTime(chance, now)),
    createdAt: someTime(chance, now),
    updatedAt: now,
    deletedAt: below(10) ? null : now,
    source: 'manual',
    targetType: 'customer_lead',
    context: {},
  };
}

const someRule = ({ pick, below, maybe }: Chance, stages: readonly Stage[]) => ({
  name: 'Rule',
  trigger: below(5) ? 'NO_TOUCH' : pick(Object.values(RuleTrigger)),
  targetStageId: below(10) ? pick(stages).id : null,
  fromStageId: maybe(() => pick(stages).id),
  tier: below(3) ? null : pick(Object.values(LeadTier)),
  minViewCount: below(3) ? null : pick([1, 2]),
  minConfidenceScore: below(3) ? null : pick([0, 45, 70]),
  minDaysSinceTouch: pick([1, 2, 3, 7, 14]),
  enabled: below(6) > 0,
});

const someRun = ({ pick, below }: Chance, stages: readonly Stage[], rules: readonly AutomationRule[], lead: Lead) => ({
  leadId: lead.id,
  ruleId: pick(rules).id,
  ruleName: 'Rule',
  trigger: below(4) ? ('NO_TOUCH' as const) : ('CTA_CLICKED' as const),
  fromStageId: pick(stages).id,
  // The names of stages change: what they were says nothing.
  fromStageName: pick(stageNames),
  toStageName: 'New',
  createdAt: new Date(idleSince(lead).getTime() + pick([-1, 0, 1, 1000])),
});
