import { base } from '../base.ts';
import { z } from 'zod';
import { leadStatusWords, leadTierWords } from '../../lead-mapping.ts';
import { route, type Route } from '../../route/route.ts';
import { queryObject } from '../../route/strict-object.ts';
import { wordOrNull, wordsOf } from '../../route/words.ts';
import { confidenceWords } from '../confidence-words.ts';
import { envelope, succeed } from '../envelope.ts';
import { AnalyticsDocument } from '../generated/operations.ts';
import { touchpointTypes, touchpointTypeWords } from '../touchpoints/wire.ts';

const count = z.int();
const instant = z.iso.datetime();

const WireAnalyticsQuery = queryObject({
  days: z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .default(30)
    .meta({ type: 'integer', minimum: 1, maximum: 365, default: 30, description: 'Days to look back, with today.' }),
});

const WireAnalytics = envelope({
  days: count,
  since: instant.meta({ description: 'Midnight in UTC of the first day.' }),
  until: instant,
  totalLeads: count,
  newLeads: count.meta({ description: 'Made on those days.' }),
  convertedLeads: count.meta({ description: 'Whose status is converted, whenever that was.' }),
  conversionRate: z.number().nullable().meta({ description: 'Converted leads of all, 0 to 1; null without leads.' }),
  conversions: count.meta({ description: 'How often a lead became converted on those days.' }),
  enrichedLeads: count,
  scoredLeads: count,
  averageConfidence: z.number().nullable(),
  stageMoves: count.meta({ description: 'How often a lead changed its stage on those days.' }),
  stages: z
    .array(z.strictObject({ id: z.string(), name: z.string(), count }))
    .meta({ description: 'The pipeline in its order.' }),
  statuses: z.array(z.strictObject({ status: z.enum(wordsOf(leadStatusWords)), count })),
  tiers: z.array(z.strictObject({ tier: z.enum(wordsOf(leadTierWords)).nullable(), count })),
  labels: z.array(z.strictObject({ label: z.enum(wordsOf(confidenceWords)), count })),
  sources: z.array(z.strictObject({ source: z.string(), count })).meta({ description: 'The 50 with most leads.' }),
  createdPerDay: z.array(z.strictObject({ day: z.string().meta({ example: '2026-05-04' }), count })),
  touchpoints: z.array(z.strictObject({ type: z.enum(touchpointTypes), count })),
  enrollments: z.strictObject({ active: count, completed: count, stopped: count }),
}).meta({ id: 'ClawcrmAnalytics', description: 'What the pipeline amounts to now, and what happened on those days.' });

/** Section "Analytics". */
export const analyticsRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/analytics',
    kind: 'read',
    scope: 'analytics:read',
    summary: 'Pipeline metrics',
    description: 'Counted anew each time; deleted leads do not count.',
    hints: { INVALID: 'Send `days` as a whole number from 1 to 365, or leave it out for 30.' },
    query: WireAnalyticsQuery,
    reply: WireAnalytics,
    operation: AnalyticsDocument,
    variables: ({ query: { days } }) => ({ days }),
    present({ analytics }) {
      const { byStage, byStatus, byTier, byLabel, bySource, touchpoints, ...figures } = analytics;
      const { activeEnrolments: active, completedEnrolments: completed, stoppedEnrolments: stopped, ...rest } = figures;
      const unscored = rest.totalLeads - rest.scoredLeads;
      return succeed(
        {
          ...rest,
          stages: byStage.map(({ stage, count: leads }) => ({ ...stage, count: leads })),
          statuses: byStatus.map((row) => ({ ...row, status: leadStatusWords[row.status] })),
          tiers: byTier.map((row) => ({ ...row, tier: wordOrNull(leadTierWords, row.tier) })),
          labels: byLabel.map((row) => ({ ...row, label: confidenceWords[row.label] })),
          sources: bySource,
          touchpoints: touchpoints.map((row) => ({ ...row, type: touchpointTypeWords[row.type] })),
          enrollments: { active, completed, stopped },
        },
        {
          nextSteps: unscored > 0 ? [`POST ${base}/leads/score { all: true } scores the ${unscored} without`] : [],
        },
      );
    },
  }),
];
