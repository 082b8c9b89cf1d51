import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import type { LeadFacts } from './conditions.ts';

/** Answers how often each of these locked leads has viewed a proposal; counted once for all of them, and only when asked. */
export function readViewCounts(tx: Tx, leadIds: readonly string[]): (leadId: string) => Promise<number> {
  let counts: Promise<ReadonlyMap<string, number>> | undefined;
  return async (leadId) => (await (counts ??= countViews(tx, leadIds))).get(leadId) ?? 0;
}

async function countViews(tx: Tx, leadIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const groups = await tx.touchpoint.groupBy({
    by: ['leadId'],
    where: { leadId: { in: [...leadIds] }, type: 'PROPOSAL_VIEWED' },
    _count: true,
  });
  return new Map(groups.map(({ leadId, _count }) => [leadId, _count]));
}

/** What is known of a locked lead. */
export function leadFacts(
  lead: LeadSnapshot,
  viewCount: (leadId: string) => Promise<number>,
  fromStageId = lead.stageId,
): LeadFacts {
  const { tier, confidenceScore } = lead;
  return { fromStageId, tier, confidenceScore, viewCount: () => viewCount(lead.id) };
}
