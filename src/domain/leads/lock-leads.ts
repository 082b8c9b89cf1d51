import { z } from 'zod';
import type { Tx } from '../../db/write/write.ts';
import { DomainError } from '../../errors.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { isRowId, toGlobalId } from '../../ids.ts';
import { parseInput } from '../input.ts';
import { snapshotLeads } from './fields/lead-snapshot.ts';

export const mostChanged = 200;

const ids = z
  .array(z.string().max(100, 'must be at most 100 characters'))
  .min(1, 'must name at least one lead')
  .max(mostChanged, `must be at most ${mostChanged} leads`);

/** The leads to change together; one named twice counts once. @throws INVALID for none or too many */
export const toLeadIds = (given: readonly string[]): string[] => [
  ...new Set(parseInput(z.strictObject({ ids }), { ids: [...given] }).ids),
];

/**
 * Locks many leads in the order of their ids and reads them as they now are, in six statements whatever their number.
 * @throws NOT_FOUND naming the first one that is not there, a deleted one as well unless it is asked for
 */
export async function lockLeads(tx: Tx, named: readonly string[], { deleted = false } = {}): Promise<LeadSnapshot[]> {
  const leads = await lockLeadsThere(tx, named);
  const there = new Set(leads.filter(({ deletedAt }) => deleted || deletedAt === null).map(({ id }) => id));
  const missing = named.find((id) => !there.has(id));
  if (missing !== undefined) {
    // What is no id at all is named as it was given.
    const name = isRowId(missing) ? toGlobalId('Lead', missing) : missing;
    throw new DomainError('NOT_FOUND', `No such lead: ${name}.`, { resourceId: name });
  }
  return leads;
}

/** The same of those that are there, deleted ones too. */
export async function lockLeadsThere(tx: Tx, named: readonly string[]): Promise<LeadSnapshot[]> {
  await tx.lockAll('leads', named);
  const rows = await tx.lead.findMany({ where: { id: { in: [...named] } }, orderBy: { id: 'asc' } });
  return snapshotLeads(tx, rows);
}

/** The leads in the order they were named in. */
export function inOrderOf(named: readonly string[], leads: readonly LeadSnapshot[]): LeadSnapshot[] {
  const found = new Map(leads.map((lead) => [lead.id, lead]));
  return named.flatMap((id) => found.get(id) ?? []);
}
