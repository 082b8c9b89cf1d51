import { Prisma } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { followLead } from '../campaigns/follow-lead.ts';
import { notFound } from '../errors.ts';
import { isSameValue } from '../same-value.ts';
import type { LeadColumns } from './lead-columns.ts';
import { leadEvent, snapshotLead } from './lead-snapshot.ts';
import { searchText } from './search-text.ts';

/** The columns that would really change. Another address has not bounced yet. */
function changed(before: LeadSnapshot, columns: LeadColumns): LeadColumns {
  const forgotten = columns.email === undefined || columns.email === before.email ? {} : { emailBouncedAt: null };
  const differs = ([column, value]: [string, unknown]) =>
    !isSameValue(Reflect.get(before, column), value === Prisma.DbNull ? null : value);
  return Object.fromEntries(Object.entries({ ...forgotten, ...columns }).filter(differs));
}

/**
 * Changes a locked lead and records what follows: `lead.updated` for any change, and the more specific event beside it.
 * A change to what is already there does nothing and records nothing.
 */
export async function changeLead(tx: Tx, before: LeadSnapshot, columns: LeadColumns): Promise<LeadSnapshot> {
  const data = changed(before, columns);
  if (Object.keys(data).length === 0) return before;
  const search = searchText({ ...before, ...data });
  const [row] = await tx.lead.updateManyAndReturn({
    where: { id: before.id },
    data: { ...data, ...(search !== searchText(before) && { search }), updatedAt: tx.now },
  });
  if (!row) throw notFound('lead');
  const lead = await snapshotLead(tx, row, before);
  tx.record('lead.updated', leadEvent(lead));
  if (lead.stageId !== before.stageId)
    tx.record('lead.stage_changed', leadEvent(lead, { previousStage: before.stage }));
  if (lead.status !== before.status) {
    tx.record('lead.status_changed', leadEvent(lead, { previousStatus: before.status }));
    if (lead.status === 'CONVERTED') tx.record('lead.converted', leadEvent(lead, { previousStatus: before.status }));
  }
  await followLead(tx, before, lead);
  return lead;
}
