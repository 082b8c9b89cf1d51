import { requireScope } from '../../../access/actor.ts';
import type { Tx } from '../../../db/write/write.ts';
import type { LeadSnapshot } from '../../../events/snapshot.ts';
import type { DomainContext } from '../../context.ts';
import { notFound } from '../../../errors.ts';
import type { Confidence } from './confidence-of.ts';
import { currentConfidence, toScoreColumns } from './score-columns.ts';
import { isScoredAs, scoredEvent } from './scored-event.ts';
import { lockLead } from '../fields/lead-snapshot.ts';

export type ScoredLead = { readonly lead: LeadSnapshot; readonly confidence: Confidence };

/** Computes a lead's confidence anew; `lead.scored` tells of it where it is another one. @throws NOT_FOUND */
export async function scoreLead(context: DomainContext, id: string): Promise<ScoredLead> {
  requireScope(context.actor, 'leads:write');
  return context.write(async (tx) => {
    const before = await lockLead(tx, id);
    const confidence = await currentConfidence(tx, before);
    if (isScoredAs(before, confidence)) tx.audit('lead.scored', before);
    return { lead: await keepScore(tx, before, confidence), confidence };
  });
}

/** Scores a locked lead on the way; the same score leaves it as it is. */
export async function scoreLocked(tx: Tx, before: LeadSnapshot): Promise<LeadSnapshot> {
  const confidence = await currentConfidence(tx, before);
  return isScoredAs(before, confidence) ? before : keepScore(tx, before, confidence);
}

async function keepScore(tx: Tx, before: LeadSnapshot, confidence: Confidence): Promise<LeadSnapshot> {
  const data = toScoreColumns(confidence, tx.now);
  const [row] = await tx.lead.updateManyAndReturn({ where: { id: before.id }, data });
  if (!row) throw notFound('lead');
  const lead = { ...before, ...row };
  if (!isScoredAs(before, confidence)) tx.record('lead.scored', scoredEvent(before, lead));
  return lead;
}
