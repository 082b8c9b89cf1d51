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

type Row = { readonly kind: string; readonly of: string | null; readonly count: number };

/** What each kind is grouped by holds nothing but the values of its type. */
const countsOf = <Of>(rows: readonly Row[], kind: string, of: z.ZodType<Of>): Count<Of>[] =>
  rows.filter((row) => row.kind === kind).map((row) => ({ of: of.parse(row.of), count: row.count }));

const known = (rows: readonly Row[]) => rows.filter((row) => row.of !== null);

/** Two statements, whatever the number of leads. */
export async function readPipelineFigures(
  { run }: { readonly run: Run },
  since: Date,
  sinceId: string,
): Promise<PipelineFigures> {
  const leads = await run(figuresOfLeads, { since });
  const activity = await run(figuresOfActivity, { sinceId });
  const happened = (action: string) => activity.find(({ kind, of }) => kind === 'audit' && of === action)?.count ?? 0;
  const total = leads.find(({ kind }) => kind === 'total');
  return {
    leads: total?.count ?? 0,
    newLeads: total?.newLeads ?? 0,
    convertedLeads: total?.convertedLeads ?? 0,
    enrichedLeads: total?.enrichedLeads ?? 0,
    scoredLeads: total?.scoredLeads ?? 0,
    averageConfidence: total?.averageConfidence ?? null,
    byStage: countsOf(known(leads), 'byStage', z.string()),
    byStatus: countsOf(known(leads), 'byStatus', z.enum(LeadStatus)),
    byTier: countsOf(leads, 'byTier', z.enum(LeadTier).nullable()),
    bySource: countsOf(known(leads), 'bySource', z.string()),
    byScore: countsOf(known(leads), 'byScore', z.coerce.number()),
    byDay: countsOf(known(leads), 'byDay', z.string()),
    touchpoints: countsOf(activity, 'touchpoints', z.enum(TouchpointType)),
    stageMoves: happened('lead.stage_changed'),
    conversions: happened('lead.converted'),
    enrolments: countsOf(activity, 'enrolments', z.enum(EnrolmentStatus)),
  };
}
