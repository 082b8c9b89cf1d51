import type { Touches } from './read-touches.ts';
import type { LeadRow } from '../../../events/snapshot.ts';
import { daysSince, idleSince } from '../stalled/idle-since.ts';
import { confidenceLabel, type ConfidenceLabel } from './label.ts';
import { confidenceWeights as weights } from './weights.ts';

/** What each thing known of a lead gives, in points; staleness is 0 or less. */
export const confidenceFactors = [
  'quizScore',
  'tier',
  'proposalViews',
  'videoWatched',
  'ctaClicked',
  'meetingBooked',
  'enrichment',
  'staleness',
] as const;

export type ConfidenceFactors = Readonly<Record<(typeof confidenceFactors)[number], number>>;

/** What to do with a lead next. */
export const suggestedActions = [
  'PREPARE_MEETING',
  'BOOK_MEETING',
  'CHECK_IN_CALL',
  'SEND_PROPOSAL',
  'SEND_FOLLOW_UP_EMAIL',
  'SEND_BREAKUP_EMAIL',
  'ENRICH',
  'NURTURE',
] as const;

export type SuggestedAction = (typeof suggestedActions)[number];

export type Confidence = {
  /** 0 to 100: the sum of the factors, but not below 0. */
  readonly score: number;
  readonly label: ConfidenceLabel;
  readonly factors: ConfidenceFactors;
  readonly suggestedAction: SuggestedAction;
};

type Scored = Pick<LeadRow, 'tier' | 'enrichmentStatus' | 'lastTouchedAt' | 'createdAt'>;

/** How likely a lead is to buy, by what is known of it and how it was touched. */
export function confidenceOf(lead: Scored, touches: Touches, now: Date): Confidence {
  const factors = factorsOf(lead, touches, now);
  const sum = Object.values(factors).reduce((total, points) => total + points, 0);
  const score = Math.max(sum, 0);
  const label = confidenceLabel(score);
  return { score, label, factors, suggestedAction: actionFor(label, factors) };
}

function factorsOf(lead: Scored, touches: Touches, now: Date): ConfidenceFactors {
  const { each, most } = weights.proposalViews;
  const idleDays = daysSince(idleSince(lead), now);
  return {
    quizScore: Math.round((weights.quizScore * (touches.quizScore ?? 0)) / 100),
    tier: lead.tier === null ? 0 : weights.tier[lead.tier],
    proposalViews: Math.min(touches.proposalViews * each, most),
    videoWatched: touches.videosWatched > 0 ? weights.videoWatched : 0,
    ctaClicked: touches.ctaClicks > 0 ? weights.ctaClicked : 0,
    meetingBooked: touches.meetingsBooked > 0 ? weights.meetingBooked : 0,
    enrichment: lead.enrichmentStatus === null ? 0 : weights.enrichment[lead.enrichmentStatus],
    staleness: weights.staleness.find(({ fromDays }) => idleDays >= fromDays)?.points ?? 0,
  };
}

function actionFor(label: ConfidenceLabel, factors: ConfidenceFactors): SuggestedAction {
  const unknown = factors.enrichment === 0;
  if (label === 'HOT') return factors.meetingBooked > 0 ? 'PREPARE_MEETING' : 'BOOK_MEETING';
  if (label === 'WARM') return factors.proposalViews > 0 ? 'CHECK_IN_CALL' : 'SEND_PROPOSAL';
  if (label === 'COOL') return unknown ? 'ENRICH' : 'SEND_FOLLOW_UP_EMAIL';
  if (factors.staleness < 0) return 'SEND_BREAKUP_EMAIL';
  return unknown ? 'ENRICH' : 'NURTURE';
}
