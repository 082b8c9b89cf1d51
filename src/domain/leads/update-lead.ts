import { requireScope } from '../../access/actor.ts';
import type { DomainContext } from '../context.ts';
import { parseInput } from '../input.ts';
import { changeLead } from './change-lead.ts';
import { type UpdatedLead, updatedLead } from './changed-lead.ts';
import { refuseDuplicate } from './find-duplicate.ts';
import { toLeadColumns } from './lead-columns.ts';
import { updateLeadInput, type UpdateLeadInput } from './lead-input.ts';
import { lockLead } from './lead-snapshot.ts';

/** Changes what is given. @throws CONFLICT where duplicates are not allowed and another lead has the new e-mail address. */
export async function updateLead(context: DomainContext, id: string, input: UpdateLeadInput): Promise<UpdatedLead> {
  requireScope(context.actor, 'leads:write');
  const { allowDuplicate, ...fields } = parseInput(updateLeadInput, input);
  return context.write(async (tx) => {
    const before = await lockLead(tx, id);
    const columns = await toLeadColumns(tx, fields, before);
    if (allowDuplicate === false && fields.email !== before.email) await refuseDuplicate(tx, fields.email, id);
    return updatedLead(tx, before, await changeLead(tx, before, columns));
  });
}
