import type { Tx } from '../../../db/write/write.ts';
import type { LeadRow } from '../../../events/snapshot.ts';
import { type Confidence, type ConfidenceFactors, confidenceOf } from './confidence-of.ts';
import { readTouches } from './read-touches.ts';

export type ScoreColumns = {
  readonly confidenceScore: number;
  readonly confidenceFactors: ConfidenceFactors;
  readonly scoredAt: Date;
};

/** What is kept of a lead's confidence. */
export const toScoreColumns = ({ score, factors }: Confidence, now: Date): ScoreColumns => ({
  confidenceScore: score,
  confidenceFactors: factors,
  scoredAt: now,
});

/** The confidence of a lead, locked and as it is about to be, in one statement. */
export async function currentConfidence(tx: Tx, lead: LeadRow): Promise<Confidence> {
  const touchesOf = await readTouches(tx, [lead.id]);
  return confidenceOf(lead, touchesOf(lead.id), tx.now);
}
