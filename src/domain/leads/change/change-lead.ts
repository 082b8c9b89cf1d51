import type { Tx } from '../../../db/write/write.ts';
import type { LeadSnapshot } from '../../../events/snapshot.ts';
import { changeLeads, type MoveCause } from './change-leads.ts';
import type { LeadColumns } from '../fields/lead-columns.ts';

/** Changes a locked lead as one of many would be changed. */
export async function changeLead(
  tx: Tx,
  before: LeadSnapshot,
  columns: LeadColumns,
  cause?: MoveCause,
): Promise<LeadSnapshot> {
  const [lead = before] = await changeLeads(tx, [{ before, columns }], cause);
  return lead;
}
