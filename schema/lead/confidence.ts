import {
  type Confidence,
  type ConfidenceFactors,
  type SuggestedAction,
} from '../../src/domain/leads/confidence/confidence-of.ts';
import { readFactors } from '../../src/domain/leads/confidence/read-factors.ts';
import { mostScored, scoreAllLeads, type ScoredLeads } from '../../src/domain/leads/confidence/score-all-leads.ts';
import { scoreLead, type ScoredLead } from '../../src/domain/leads/confidence/score-lead.ts';
import { builder } from '../builder/builder.ts';
import { ConfidenceLabelEnum } from '../builder/enums.ts';
import { toGlobalId } from '../../src/ids.ts';
import { rowIdOf } from '../builder/global-id.ts';
import { LeadRef } from '../builder/refs.ts';

export const SuggestedActionEnum = builder.enumType('SuggestedAction', {
  description: 'What to do with a lead next.',
  values: {
    PREPARE_MEETING: { description: 'It is about to buy and a meeting is booked: get ready for it.' },
    BOOK_MEETING: { description: 'It is about to buy: agree on a meeting.' },
    CHECK_IN_CALL: { description: 'Call it.' },
    SEND_PROPOSAL: { description: 'Send it a proposal.' },
    SEND_FOLLOW_UP_EMAIL: { description: 'Write to it again.' },
    SEND_BREAKUP_EMAIL: { description: 'Write that this is the last mail unless it answers.' },
    ENRICH: { description: 'Find out more about it.' },
    NURTURE: { description: 'Keep in touch without asking for anything.' },
  } as const satisfies Record<SuggestedAction, object>,
});

const FactorsRef = builder.objectRef<ConfidenceFactors>('ConfidenceFactors').implement({
  description: 'What each thing known of a lead gives to its confidence score, in points.',
  fields: (t) => ({
    quizScore: t.exposeInt('quizScore', { description: 'The latest quiz that has a score: 0 to 20.' }),
    tier: t.exposeInt('tier', { description: 'How much it is worth pursuing: 15, 8 or 0.' }),
    proposalViews: t.exposeInt('proposalViews', { description: '6 for each proposal it viewed, up to 18.' }),
    videoWatched: t.exposeInt('videoWatched', { description: '8 where it watched a video.' }),
    ctaClicked: t.exposeInt('ctaClicked', { description: '10 where it clicked on a call to action.' }),
    meetingBooked: t.exposeInt('meetingBooked', { description: '25 where it booked a meeting.' }),
    enrichment: t.exposeInt('enrichment', { description: '4 where its enrichment is complete.' }),
    staleness: t.exposeInt('staleness', {
      description: 'After 7, 14, 30 and 60 days without a touchpoint -5, -10, -20 and -30.',
    }),
  }),
});

const ConfidenceRef = builder.objectRef<Confidence>('Confidence').implement({
  description: 'How likely a lead is to buy, and why.',
  fields: (t) => ({
    score: t.exposeInt('score', { description: '0 to 100: the sum of the factors, but not below 0.' }),
    label: t.field({ type: ConfidenceLabelEnum, description: 'The same in a word.', resolve: ({ label }) => label }),
    factors: t.field({ type: FactorsRef, description: 'What it is made of.', resolve: ({ factors }) => factors }),
    suggestedAction: t.field({
      type: SuggestedActionEnum,
      description: 'What to do next.',
      resolve: ({ suggestedAction }) => suggestedAction,
    }),
  }),
});

builder.objectField(LeadRef, 'confidenceFactors', (t) =>
  t.field({
    type: FactorsRef,
    nullable: true,
    description: 'What `confidenceScore` is made of; null while it was not computed.',
    resolve: ({ confidenceFactors }) => readFactors(confidenceFactors),
  }),
);

const ScoreLeadPayload = builder.objectRef<ScoredLead>('ScoreLeadPayload').implement({
  description: 'The lead that was scored, and its confidence.',
  fields: (t) => ({
    lead: t.field({ type: LeadRef, description: 'The lead.', resolve: ({ lead }) => lead }),
    confidence: t.field({
      type: ConfidenceRef,
      description: 'How likely it is to buy.',
      resolve: ({ confidence }) => confidence,
    }),
  }),
});

const LeadScoreRef = builder.objectRef<ScoredLeads['results'][number]>('LeadScore').implement({
  description: 'The confidence in one of many leads.',
  fields: (t) => ({
    leadId: t.id({ description: 'The lead’s id.', resolve: ({ leadId }) => toGlobalId('Lead', leadId) }),
    confidence: t.field({
      type: ConfidenceRef,
      description: 'How likely it is to buy.',
      resolve: ({ confidence }) => confidence,
    }),
  }),
});

const DistributionRef = builder.objectRef<ScoredLeads['distribution']>('ConfidenceDistribution').implement({
  description: 'How many leads there are of each label.',
  fields: (t) => ({
    hot: t.exposeInt('HOT', { description: '70 and more.' }),
    warm: t.exposeInt('WARM', { description: '45 to 69.' }),
    cool: t.exposeInt('COOL', { description: '20 to 44.' }),
    cold: t.exposeInt('COLD', { description: 'Less than 20.' }),
  }),
});

const ScoreLeadsPayload = builder.objectRef<ScoredLeads>('ScoreLeadsPayload').implement({
  description: 'The leads that were scored.',
  fields: (t) => ({
    scored: t.int({ description: 'How many.', resolve: ({ results }) => results.length }),
    changed: t.exposeInt('changed', { description: 'How many of them have another score now, or other factors.' }),
    remaining: t.exposeInt('remaining', {
      description: 'Leads that still have no score, or one that is older than a day: call again for them.',
    }),
    distribution: t.field({
      type: DistributionRef,
      description: 'How many of those scored have each label.',
      resolve: ({ distribution }) => distribution,
    }),
    results: t.field({
      type: [LeadScoreRef],
      description: 'Each of them.',
      complexity: { field: 1, multiplier: mostScored },
      resolve: ({ results }) => results,
    }),
  }),
});

builder.mutationFields((t) => ({
  scoreLead: t.field({
    type: ScoreLeadPayload,
    description:
      'Computes the confidence in a lead from its touchpoints, tier, enrichment and staleness; `lead.scored` is fired where it became another one. Needs `leads:write`.',
    args: { id: t.arg.id({ required: true, description: 'The lead’s id.' }) },
    resolve: (_, { id }, context) => scoreLead(context, rowIdOf('Lead', id)),
  }),
  scoreLeads: t.field({
    type: ScoreLeadsPayload,
    description: `The same for up to ${mostScored} leads at once, those never scored first, then those scored longest ago. Needs \`leads:write\`.`,
    resolve: (_, __, context) => scoreAllLeads(context),
  }),
}));
