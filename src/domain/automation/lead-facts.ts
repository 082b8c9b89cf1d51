import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import type { LeadFacts } from './conditions.ts';

/** What is known of a locked lead; its proposal views are counted at most once. */
export function leadFacts(tx: Tx, lead: LeadSnapshot, fromStageId = lead.stageId): LeadFacts {
  let views: Promise<number> | undefined;
  const { tier, confidenceScore } = lead;
  const viewCount = () => (views ??= tx.touchpoint.count({ where: { leadId: lead.id, type: 'PROPOSAL_VIEWED' } }));
  return { fromStageId, tier, confidenceScore, viewCount };
}
