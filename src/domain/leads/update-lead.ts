import { requireScope } from '../../access/actor.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { parseInput } from '../input.ts';
import { changeLead } from './change-lead.ts';
import { toLeadColumns } from './lead-columns.ts';
import { updateLeadInput, type UpdateLeadInput } from './lead-input.ts';
import { lockLead } from './lead-snapshot.ts';

export async function updateLead(context: DomainContext, id: string, input: UpdateLeadInput): Promise<LeadSnapshot> {
  requireScope(context.actor, 'leads:write');
  const fields = parseInput(updateLeadInput, input);
  return context.write(async (tx) => {
    const before = await lockLead(tx, id);
    return changeLead(tx, before, await toLeadColumns(tx, fields, before));
  });
}
