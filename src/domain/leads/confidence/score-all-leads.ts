import { requireScope } from '../../../access/actor.ts';
import type { Tx } from '../../../db/write/write.ts';
import type { DomainContext } from '../../context.ts';
import { type Confidence, confidenceOf } from './confidence-of.ts';
import type { ConfidenceLabel } from './label.ts';
import { countLeadsToScore, lockLeadsToScore } from './lead-scores.sql.ts';
import { readTouches } from './read-touches.ts';
import { toScoreColumns } from './score-columns.ts';
import { isScoredAs, scoredEvent } from './scored-event.ts';
import { daysBefore } from '../stalled/idle-since.ts';
import { snapshotLeads } from '../fields/lead-snapshot.ts';
import { storeLeads } from '../change/store-leads.ts';

/** Leads that one call scores at most. */
export const mostScored = 500;

/** A score is fresh for so long. */
const freshDays = 1;

export type ScoredLeads = {
  readonly results: readonly { readonly leadId: string; readonly confidence: Confidence }[];
  /** How many of them have another score now, or the same for other reasons. */
  readonly changed: number;
  /** Leads that still have no score, or one that is older than a day. */
  readonly remaining: number;
  readonly distribution: Readonly<Record<ConfidenceLabel, number>>;
};

/**
 * Scores up to 500 leads in reach, those with the oldest scores first, so that calling it again goes on with the others. The
 * number of statements is the same for 500 leads as for one.
 */
export async function scoreAllLeads(context: DomainContext): Promise<ScoredLeads> {
  const { actor } = context;
  requireScope(actor, 'leads:write');
  return context.write(async (tx) => {
    const ids = (await tx.run(lockLeadsToScore, { limit: mostScored })).map(({ id }) => id);
    const scored = ids.length > 0 ? await scoreLocked(tx, ids) : { results: [], changed: 0 };
    if (ids.length > 0) tx.audit('leads.scored', { id: actor.orgId, businessId: actor.businessId });
    const [stale] = await tx.run(countLeadsToScore, { since: daysBefore(tx.now, freshDays) });
    return { ...scored, remaining: stale?.count ?? 0, distribution: distributionOf(scored.results) };
  });
}

async function scoreLocked(tx: Tx, ids: readonly string[]): Promise<Pick<ScoredLeads, 'results' | 'changed'>> {
  const leads = await snapshotLeads(tx, await tx.lead.findMany({ where: { id: { in: [...ids] } } }));
  const touchesOf = await readTouches(tx, ids);
  const scored = leads.map((lead) => ({ lead, confidence: confidenceOf(lead, touchesOf(lead.id), tx.now) }));
  const stored = scored.map(({ lead: { id }, confidence }) => ({ id, columns: toScoreColumns(confidence, tx.now) }));
  await storeLeads(tx, stored);
  const changed = scored.filter(({ lead, confidence }) => !isScoredAs(lead, confidence));
  for (const { lead, confidence } of changed) {
    tx.record('lead.scored', scoredEvent(lead, { ...lead, ...toScoreColumns(confidence, tx.now) }));
  }
  const results = scored.map(({ lead: { id: leadId }, confidence }) => ({ leadId, confidence }));
  return { results, changed: changed.length };
}

function distributionOf(results: ScoredLeads['results']): ScoredLeads['distribution'] {
  const distribution = { HOT: 0, WARM: 0, COOL: 0, COLD: 0 };
  for (const { confidence } of results) distribution[confidence.label] += 1;
  return distribution;
}
