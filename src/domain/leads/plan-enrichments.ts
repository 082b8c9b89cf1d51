import type { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { DomainContext } from '../context.ts';
import { parseInput } from '../input.ts';
import type { Planned } from '../plan.ts';
import { type EnrichedLead, enrichLeadsInput, isComplete, kept, missing } from './enrich-leads.ts';

/**
 * How many leads `enrichLeads` would look for more about. Nobody is asked, so how those go is not told of: of the others it tells what it
 * would, that they are complete already, or not there.
 */
export async function planEnrichments(
  context: DomainContext,
  input: z.input<typeof enrichLeadsInput>,
): Promise<Planned<{ readonly enriched: readonly EnrichedLead[] }>> {
  requireScope(context.actor, 'leads:write');
  const { ids, force } = parseInput(enrichLeadsInput, input);
  const found = await context.db.lead.findMany({ where: { id: { in: ids }, deletedAt: null } });
  const known = new Map(found.map((lead) => [lead.id, lead]));
  const isWanted = (id: string) => {
    const lead = known.get(id);
    return lead !== undefined && (force || !isComplete(lead));
  };
  const each = [...new Set(ids)];
  const enriched = each.flatMap((id) => {
    const lead = known.get(id);
    if (!lead) return [missing(id)];
    return isWanted(id) ? [] : [kept(lead)];
  });
  return { enriched, plan: { count: each.filter(isWanted).length, events: [] } };
}
