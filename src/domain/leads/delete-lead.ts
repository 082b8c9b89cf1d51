import { requireScope } from '../../access/actor.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { tell } from '../campaigns/consequence.ts';
import { stopAllEnrolments } from '../campaigns/stop-enrolments.ts';
import type { DomainContext } from '../context.ts';
import type { ChangedLead } from './fields/changed-lead.ts';
import { leadEvent, lockLead } from './fields/lead-snapshot.ts';

/** Hides a lead until it is restored, and ends the campaigns it is in. Deleting it again changes nothing. */
export async function deleteLead(context: DomainContext, id: string): Promise<ChangedLead> {
  requireScope(context.actor, 'leads:write');
  return context.write(async (tx) => {
    const before = await lockLead(tx, id, { deleted: true });
    const [lead = before] = await deleteLocked(tx, [before]);
    return { lead, effects: tx.effects };
  });
}

/** The same of leads that this write has locked; each is told of with the campaigns that end by it. */
export async function deleteLocked(tx: Tx, leads: readonly LeadSnapshot[]): Promise<readonly LeadSnapshot[]> {
  const ids = leads.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id);
  if (ids.length === 0) return leads;
  const rows = await tx.lead.updateManyAndReturn({
    where: { id: { in: ids } },
    data: { deletedAt: tx.now, updatedAt: tx.now },
  });
  const hidden = new Map(rows.map((row) => [row.id, row]));
  const after = leads.map((before) => ({ ...before, ...hidden.get(before.id) }));
  const gone = after.filter(({ id }) => hidden.has(id));
  const { consequences } = await stopAllEnrolments(tx, gone, 'lead_deleted');
  const byLead = Map.groupBy(consequences, ({ leadId }) => leadId);
  for (const lead of gone) {
    tx.record('lead.deleted', leadEvent(lead));
    tell(tx, byLead.get(lead.id) ?? []);
  }
  return after;
}
