import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AutomationRule, Lead } from '../../src/db/generated/prisma/client.ts';
import type { Database } from '../../src/db/open/database.ts';
import { createRun, createRunAcross, createRunInWrite } from '../../src/db/run/run.ts';
import { conditionsHold } from '../../src/domain/automation/conditions.ts';
import { createFindIdleLeads, type IdleLead } from '../../src/domain/automation/find-idle-leads.ts';
import { idleRules } from '../../src/domain/automation/idle-rules.sql.ts';
import { confidenceLabel } from '../../src/domain/leads/confidence/label.ts';
import { daysBefore, idleSince } from '../../src/domain/leads/stalled/idle-since.ts';
import { findStalledLeads } from '../../src/domain/leads/stalled/find-stalled-leads.ts';
import { closingWords, isOpenStatus } from '../../src/domain/leads/stalled/open-leads.ts';
import {
  overdueAfterDays,
  stalledPolicyAt,
  stalledPriorities,
  type StalledPriority,
} from '../../src/domain/leads/stalled/stalled-policy.ts';
import { openTestDatabase } from '../support/database.ts';
import { createChance } from '../support/chance.ts';
import { seedAtRandom, type RandomWorkspace } from './random-workspace.ts';

/** What SQL and TypeScript both say of a lead, held to each other over leads of all kinds. */
const now = new Date('2026-05-04T12:00:00.000Z');
const chance = createChance(20260504);

let database: Database;
let workspaces: readonly RandomWorkspace[];

beforeAll(async () => {
  database = await openTestDatabase();
  workspaces = [await seedAtRandom(database, chance, 'o1', now), await seedAtRandom(database, chance, 'o2', now)];
});
afterAll(() => database.close());

function isOpen({ stages }: RandomWorkspace, { status, stageId }: Lead): boolean {
  const words: readonly string[] = stages.find(({ id }) => id === stageId)?.key.split('-') ?? [];
  return isOpenStatus(status) && !closingWords.some((word) => words.includes(word));
}

/** Whether a lead was moved so, since somebody was last in touch, that the rule has to leave it alone. */
const isHeldBack = ({ runs }: RandomWorkspace, rule: AutomationRule, lead: Lead): boolean =>
  runs.some(
    ({ leadId, trigger, createdAt, ruleId, fromStageId }) =>
      leadId === lead.id &&
      trigger === 'NO_TOUCH' &&
      createdAt >= idleSince(lead) &&
      (ruleId === rule.id || fromStageId === rule.targetStageId),
  );

async function isDue(workspace: RandomWorkspace, rule: AutomationRule, lead: Lead): Promise<boolean> {
  const { enabled, trigger, targetStageId, minDaysSinceTouch } = rule;
  if (!enabled || trigger !== 'NO_TOUCH' || targetStageId === null || minDaysSinceTouch === null) return false;
  if (lead.deletedAt !== null || lead.stageId === targetStageId) return false;
  if (idleSince(lead) > daysBefore(now, minDaysSinceTouch)) return false;
  if (rule.fromStageId === null && !isOpen(workspace, lead)) return false;
  if (isHeldBack(workspace, rule, lead)) return false;
  const { tier, confidenceScore, stageId: fromStageId } = lead;
  const viewCount = async () => workspace.views.get(lead.id) ?? 0;
  return conditionsHold(rule, { fromStageId, tier, confidenceScore, viewCount });
}

async function dueRules(workspace: RandomWorkspace, lead: Lead): Promise<string[]> {
  const due: string[] = [];
  for (const rule of workspace.rules) if (await isDue(workspace, rule, lead)) due.push(rule.id);
  return due;
}

it('the rules that are due for a lead are those whose conditions hold of it', async () => {
  const expected: IdleLead[] = [];
  for (const workspace of workspaces) {
    for (const lead of workspace.leads) {
      const [orgId, leadId] = [workspace.orgId, lead.id];
      const due = await dueRules(workspace, lead);
      const bound = { orgId, businessId: null, conversationId: null, now };
      const found = await createRunInWrite(database.pool, bound, () => undefined)(idleRules, { leadId });
      expect({ leadId, rules: found.map(({ id }) => id).toSorted() }).toEqual({ leadId, rules: due });
      if (due.length > 0) expected.push({ orgId, leadId });
    }
  }
  // Neither nearly none nor nearly all: else they would agree whatever they say.
  expect(expected.length).toBeGreaterThan(100);
  expect(expected.length).toBeLessThan(300);
  expect(
    await createFindIdleLeads(createRunAcross(database.pool))(now, { behind: null, organisations: 1000, ofEach: 1000 }),
  ).toEqual(expected);
});

function priorityOf({ tier, confidenceScore }: Lead): StalledPriority {
  const label = confidenceScore === null ? null : confidenceLabel(confidenceScore);
  if (tier === 'HIGH' || label === 'HOT') return 'HIGH';
  const unknown = tier === null && label === null;
  return tier === 'MEDIUM' || label === 'WARM' || unknown ? 'MEDIUM' : 'LOW';
}

/** As `stalledLeads` shows them: the most urgent first, then those idle the longest. */
function stalledOf(workspace: RandomWorkspace, businessId: string | null) {
  return workspace.leads
    .filter((lead) => lead.deletedAt === null && isOpen(workspace, lead))
    .filter((lead) => businessId === null || lead.businessId === businessId)
    .map((lead) => ({ id: lead.id, priority: priorityOf(lead), since: idleSince(lead) }))
    .filter(({ priority, since }) => since <= daysBefore(now, overdueAfterDays[priority]))
    .toSorted(
      (one, other) =>
        stalledPriorities.indexOf(one.priority) - stalledPriorities.indexOf(other.priority) ||
        one.since.getTime() - other.since.getTime() ||
        (one.id < other.id ? -1 : 1),
    )
    .map(({ id, priority }) => ({ id, priority }));
}

it('the leads that are stalled are those that are open and overdue', async () => {
  for (const workspace of workspaces) {
    for (const businessId of [null, ...workspace.businesses]) {
      const rows = stalledOf(workspace, businessId);
      expect(rows.length).toBeGreaterThan(10);
      const run = createRun(database.pool, { orgId: workspace.orgId, businessId, conversationId: null });
      const found = await findStalledLeads({ run }, stalledPolicyAt(now), { limit: 1000, offset: 0 });
      expect(found).toEqual({ rows, total: rows.length });
    }
  }
});
