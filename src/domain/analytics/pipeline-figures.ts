import { z } from 'zod';
import { EnrolmentStatus, LeadStatus, LeadTier, TouchpointType } from '../../db/generated/prisma/enums.ts';
import type { Run } from '../../db/run/run.ts';
import { figuresOfActivity, figuresOfLeads } from './pipeline-figures.sql.ts';

type Count<Of> = { readonly of: Of; readonly count: number };

/** What a pipeline amounts to, counted by the database: no lead is read. */
export type PipelineFigures = {
  readonly leads: number;
  readonly newLeads: number;
  readonly convertedLeads: number;
  readonly enrichedLeads: number;
  readonly scoredLeads: number;
  readonly averageConfidence: number | null;
  /** By stage id. */
  readonly byStage: readonly Count<string>[];
  readonly byStatus: readonly Count<LeadStatus>[];
  readonly byTier: readonly Count<LeadTier | null>[];
  readonly bySource: readonly Count<string>[];
  /** By confidence score. */
  readonly byScore: readonly Count<number>[];
  /** New leads by day in UTC, `2026-05-04`; days without any are left out. */
  readonly byDay: readonly Count<string>[];
  readonly touchpoints: readonly Count<TouchpointType>[];
  readonly stageMoves: number;
  readonly conversions: number;
  readonly enrolments: readonly Count<EnrolmentStatus>[];
};

type Row = { readonly kind: string; readonly key: string; readonly count: number };

const sum = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((total, { count }) => total + count, 0);

/** The counts of a kind by what `toKey` makes of their keys, which hold nothing but the values of its type. */
function countsOf<Of>(
  rows: readonly Row[],
  kind: Row['kind'],
  of: z.ZodType<Of>,
  toKey = (key: string): unknown => key,
) {
  const counts = new Map<Of, number>();
  for (const { key, count } of rows.filter((row) => row.kind === kind)) {
    const value = of.parse(toKey(key));
    counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return [...counts].map(([value, count]): Count<Of> => ({ of: value, count }));
}

/** Two statements, whatever the number of leads, none of which is read. */
export async function readPipelineFigures(
  { run }: { readonly run: Run },
  since: Date,
  sinceId: string,
): Promise<PipelineFigures> {
  const kept = await run(figuresOfLeads, { sinceDay: since.toISOString().slice(0, 10) });
  const activity = await run(figuresOfActivity, { sinceId });
  const happened = (action: string) => activity.find(({ kind, key }) => kind === 'audit' && key === action)?.count ?? 0;
  const byGroup = (part: number) => (key: string) => key.split(' ')[part];
  const byStatus = countsOf(kept, 'LEADS', z.enum(LeadStatus), byGroup(1));
  const byScore = countsOf(kept, 'LEAD_SCORES', z.coerce.number());
  const byDay = countsOf(kept, 'LEAD_DAYS', z.string());
  const scoredLeads = sum(byScore);
  const points = byScore.reduce((total, { of, count }) => total + of * count, 0);
  return {
    leads: sum(byStatus),
    newLeads: sum(byDay),
    convertedLeads: sum(byStatus.filter(({ of }) => of === 'CONVERTED')),
    enrichedLeads: sum(kept.filter(({ kind, key }) => kind === 'LEAD_ENRICHMENTS' && key === 'COMPLETE')),
    scoredLeads,
    averageConfidence: scoredLeads === 0 ? null : points / scoredLeads,
    byStage: countsOf(kept, 'LEADS', z.string(), byGroup(0)),
    byStatus,
    byTier: countsOf(kept, 'LEADS', z.enum(LeadTier).nullable(), (key) => noneToNull(key.split(' ')[2])),
    bySource: countsOf(kept, 'LEAD_SOURCES', z.string()),
    byScore,
    byDay,
    touchpoints: countsOf(activity, 'touchpoints', z.enum(TouchpointType)),
    stageMoves: happened('lead.stage_changed'),
    conversions: happened('lead.converted'),
    enrolments: countsOf(activity, 'enrolments', z.enum(EnrolmentStatus)),
  };
}

const noneToNull = (tier: string | undefined) => (tier === 'NONE' ? null : tier);
