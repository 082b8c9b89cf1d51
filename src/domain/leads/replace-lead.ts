import { requireScope } from '../../access/actor.ts';
import type { DomainContext } from '../context.ts';
import { parseInput } from '../input.ts';
import { findStage } from '../stages/find-stage.ts';
import { changeLead } from './change/change-lead.ts';
import { type UpdatedLead, updatedLead } from './fields/changed-lead.ts';
import { refuseDuplicate } from './find-duplicate.ts';
import { toLeadColumns } from './fields/lead-columns.ts';
import { replaceLeadInput, type ReplaceLeadInput } from './fields/lead-input.ts';
import { lockLead } from './fields/lead-snapshot.ts';

const { allowDuplicate: _, ...replaced } = replaceLeadInput.shape;

/** What each field is where it is not given. */
const absent = Object.fromEntries(Object.keys(replaced).map((field) => [field, null]));

/**
 * Makes a lead's profile what is given: fields of it that are absent are reset, the stage to the default one and the status to
 * the one that the stage carries, else NEW; flexible data is replaced whole. Whatever is not part of the profile stays.
 * @throws CONFLICT where duplicates are not allowed and another lead has the new e-mail address.
 */
export async function replaceLead(context: DomainContext, id: string, input: ReplaceLeadInput): Promise<UpdatedLead> {
  requireScope(context.actor, 'leads:write');
  const { allowDuplicate, ...fields } = parseInput(replaceLeadInput, input);
  return context.write(async (tx) => {
    const before = await lockLead(tx, id);
    const { id: stage, status } = await findStage(tx, fields.stage ?? null);
    const columns = await toLeadColumns(tx, { ...absent, status, ...fields, stage });
    if (allowDuplicate === false && fields.email !== before.email) await refuseDuplicate(tx, fields.email, id);
    return updatedLead(tx, before, await changeLead(tx, before, columns));
  });
}
