import type { Rehearsed } from '../../db/write/rehearse.ts';
import type { ChangedLeads } from './fields/changed-lead.ts';

/** How many of the leads that were named would change; what is as it should be already would not. */
export const countChanged = ({ result: { leads }, subjectIds }: Rehearsed<ChangedLeads>): number =>
  leads.filter(({ id }) => subjectIds.has(id)).length;
