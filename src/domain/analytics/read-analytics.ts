import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { Stage } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { parseInput } from '../input.ts';
import { type ConfidenceLabel, confidenceLabel, confidenceLabels } from '../leads/confidence/label.ts';
import { firstIdAt } from './first-id.ts';
import { type PipelineFigures, readPipelineFigures } from './pipeline-figures.ts';

const dayMs = 24 * 60 * 60 * 1000;

const analyticsInput = z.strictObject({
  days: z.int().min(1, 'must be 1 to 365').max(365, 'must be 1 to 365'),
});

export type Analytics = Omit<PipelineFigures, 'byStage' | 'byScore' | 'byDay'> & {
  readonly days: number;
  /** Midnight in UTC of the first day. */
  readonly since: Date;
  readonly until: Date;
  /** Converted leads of all leads, 0 to 1; null where there are none. */
  readonly conversionRate: number | null;
  /** The whole pipeline in its order, empty stages too. */
  readonly byStage: readonly { readonly stage: Stage; readonly count: number }[];
  readonly byLabel: readonly { readonly of: ConfidenceLabel; readonly count: number }[];
  /** Every day, the oldest first; the last one is today. */
  readonly byDay: readonly { readonly of: string; readonly count: number }[];
};

/**
 * What the caller's pipeline amounts to now, and what happened on the last so many days, today included.
 * @throws INVALID for fewer than 1 or more than 365 days
 */
export async function readAnalytics(context: DomainContext, input: z.input<typeof analyticsInput>): Promise<Analytics> {
  const { actor, db, services } = context;
  requireScope(actor, 'analytics:read');
  const { days } = parseInput(analyticsInput, input);
  const until = services.clock.now();
  const since = new Date((Math.floor(until.getTime() / dayMs) + 1 - days) * dayMs);
  const stages = await db.stage.findMany({ orderBy: [{ order: 'asc' }, { id: 'asc' }] });
  const { byStage, byScore, byDay, ...figures } = await readPipelineFigures(context, since, firstIdAt(since));
  return {
    ...figures,
    days,
    since,
    until,
    conversionRate: figures.leads === 0 ? null : figures.convertedLeads / figures.leads,
    byStage: stages.map((stage) => ({ stage, count: sum(byStage.filter(({ of }) => of === stage.id)) })),
    byLabel: confidenceLabels.map((label) => ({
      of: label,
      count: sum(byScore.filter(({ of }) => confidenceLabel(of) === label)),
    })),
    byDay: Array.from({ length: days }, (_, index) => {
      const day = new Date(since.getTime() + index * dayMs).toISOString().slice(0, 10);
      return { of: day, count: sum(byDay.filter(({ of }) => of === day)) };
    }),
  };
}

const sum = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((total, { count }) => total + count, 0);
