import type { EventRecord } from '../../../db/write/event-record.ts';
import type { LeadRow, LeadSnapshot } from '../../../events/snapshot.ts';
import { isSameValue } from '../../same-value.ts';
import { leadEvent } from '../fields/lead-snapshot.ts';
import type { Confidence } from './confidence-of.ts';

type Scored = Pick<LeadRow, 'confidenceScore' | 'confidenceFactors'>;

/** Whether a lead has this score already, for the same reasons. */
export const isScoredAs = (lead: Scored, { score, factors }: Confidence): boolean =>
  lead.confidenceScore === score && isSameValue(lead.confidenceFactors, factors);

/** `lead.scored`: the lead with its new score, and the one it had; null where it had none. */
export const scoredEvent = ({ confidenceScore: previousScore }: LeadSnapshot, lead: LeadSnapshot): EventRecord =>
  leadEvent(lead, { metadata: { previousScore } });
