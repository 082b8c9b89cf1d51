import type { ObjectRef } from '@pothos/core';
import { type Analytics, readAnalytics } from '../../src/domain/analytics/read-analytics.ts';
import { builder, type Types } from '../builder/builder.ts';
import { ConfidenceLabelEnum, LeadStatusEnum, LeadTierEnum, TouchpointTypeEnum } from '../builder/enums.ts';
import { fresh } from '../builder/fresh.ts';
import { StageRef } from '../workspace/type.ts';

type Row<Key extends keyof Analytics> = Analytics[Key] extends readonly (infer Item)[] ? Item : never;
type Ref<Shape> = ObjectRef<Types, Shape, Shape>;

const leads = 'How many leads.';

export const ByStageRef = builder.objectRef<Row<'byStage'>>('LeadsInStage').implement({
  description: 'How many leads are in a stage.',
  fields: (t) => ({
    stage: t.field({ type: StageRef, description: 'The stage.', resolve: ({ stage }) => stage }),
    count: t.exposeInt('count', { description: leads }),
  }),
});

const ByStatusRef = builder.objectRef<Row<'byStatus'>>('LeadsWithStatus').implement({
  description: 'How many leads have a status.',
  fields: (t) => ({
    status: t.field({ type: LeadStatusEnum, description: 'The status.', resolve: ({ of }) => of }),
    count: t.exposeInt('count', { description: leads }),
  }),
});

const ByTierRef = builder.objectRef<Row<'byTier'>>('LeadsOfTier').implement({
  description: 'How many leads are of a tier.',
  fields: (t) => ({
    tier: t.field({
      type: LeadTierEnum,
      nullable: true,
      description: 'The tier; null is none.',
      resolve: ({ of }) => of,
    }),
    count: t.exposeInt('count', { description: leads }),
  }),
});

const ByLabelRef = builder.objectRef<Row<'byLabel'>>('LeadsWithConfidence').implement({
  description: 'How many leads have a confidence label.',
  fields: (t) => ({
    label: t.field({ type: ConfidenceLabelEnum, description: 'The label.', resolve: ({ of }) => of }),
    count: t.exposeInt('count', { description: leads }),
  }),
});

const BySourceRef = builder.objectRef<Row<'bySource'>>('LeadsFromSource').implement({
  description: 'How many leads come from a source.',
  fields: (t) => ({
    source: t.string({ description: 'The source.', resolve: ({ of }) => of }),
    count: t.exposeInt('count', { description: leads }),
  }),
});

const ByDayRef = builder.objectRef<Row<'byDay'>>('LeadsMadeOnDay').implement({
  description: 'How many of the leads that are there were made on a day.',
  fields: (t) => ({
    day: t.string({ description: 'The day in UTC, as `2026-05-04`.', resolve: ({ of }) => of }),
    count: t.exposeInt('count', { description: leads }),
  }),
});

const ByTouchpointRef = builder.objectRef<Row<'touchpoints'>>('TouchpointsOfType').implement({
  description: 'How many touchpoints of a type were recorded.',
  fields: (t) => ({
    type: t.field({ type: TouchpointTypeEnum, description: 'The type.', resolve: ({ of }) => of }),
    count: t.exposeInt('count', { description: 'How many touchpoints.' }),
  }),
});

const enrolments = ({ enrolments: counts }: Analytics, status: Row<'enrolments'>['of']): number =>
  counts.find(({ of }) => of === status)?.count ?? 0;

const AnalyticsRef: Ref<Analytics> = builder.objectRef<Analytics>('Analytics').implement({
  description: 'What a pipeline amounts to now, and what happened on the last days. Deleted leads do not count.',
  fields: (t) => ({
    days: t.exposeInt('days', { description: 'How many days, today included.' }),
    since: t.expose('since', { type: 'DateTime', description: 'Midnight in UTC of the first of them.' }),
    until: t.expose('until', { type: 'DateTime', description: 'Now.' }),
    totalLeads: t.int({ description: 'All leads.', resolve: (figures) => figures.leads }),
    newLeads: t.exposeInt('newLeads', { description: 'Leads made on those days.' }),
    convertedLeads: t.exposeInt('convertedLeads', {
      description: 'Leads whose status is CONVERTED, whenever that was.',
    }),
    conversionRate: t.exposeFloat('conversionRate', {
      nullable: true,
      description: 'Converted leads of all leads, 0 to 1; null without leads.',
    }),
    conversions: t.exposeInt('conversions', { description: 'How often a lead became CONVERTED on those days.' }),
    enrichedLeads: t.exposeInt('enrichedLeads', { description: 'Leads whose enrichment is complete.' }),
    scoredLeads: t.exposeInt('scoredLeads', { description: 'Leads with a confidence score.' }),
    averageConfidence: t.exposeFloat('averageConfidence', {
      nullable: true,
      description: 'Their mean confidence score, 0 to 100; null while none has one.',
    }),
    stageMoves: t.exposeInt('stageMoves', { description: 'How often a lead changed its stage on those days.' }),
    byStage: t.field({
      type: [ByStageRef],
      description: 'The whole pipeline in its order.',
      resolve: ({ byStage }) => [...byStage],
    }),
    byStatus: t.field({ type: [ByStatusRef], description: 'By status.', resolve: ({ byStatus }) => [...byStatus] }),
    byTier: t.field({ type: [ByTierRef], description: 'By tier.', resolve: ({ byTier }) => [...byTier] }),
    byLabel: t.field({
      type: [ByLabelRef],
      description: 'By confidence label, the hottest first; leads without a score are in none.',
      resolve: ({ byLabel }) => [...byLabel],
    }),
    bySource: t.field({
      type: [BySourceRef],
      description: 'By source, the 50 with most leads first.',
      resolve: ({ bySource }) => bySource.toSorted((one, other) => other.count - one.count).slice(0, 50),
    }),
    createdPerDay: t.field({
      type: [ByDayRef],
      description: 'Every one of those days, the oldest first.',
      resolve: ({ byDay }) => [...byDay],
    }),
    touchpoints: t.field({
      type: [ByTouchpointRef],
      description: 'Touchpoints recorded on those days, by type.',
      resolve: ({ touchpoints }) => [...touchpoints],
    }),
    activeEnrolments: t.int({
      description: 'Leads on their way through a campaign.',
      resolve: (figures) => enrolments(figures, 'ACTIVE'),
    }),
    completedEnrolments: t.int({
      description: 'Enrolments that came to their end.',
      resolve: (figures) => enrolments(figures, 'COMPLETED'),
    }),
    stoppedEnrolments: t.int({
      description: 'Enrolments that were stopped.',
      resolve: (figures) => enrolments(figures, 'STOPPED'),
    }),
  }),
});

builder.queryField('analytics', (t) =>
  t.field({
    type: AnalyticsRef,
    description: 'Figures over the whole pipeline that the caller sees, counted anew. Needs `analytics:read`.',
    extensions: fresh('clock'),
    complexity: 50,
    args: { days: t.arg.int({ description: 'How many days to look back: 1 to 365, 30 by default.' }) },
    resolve: (_, { days }, context) => readAnalytics(context, { days: days ?? 30 }),
  }),
);
