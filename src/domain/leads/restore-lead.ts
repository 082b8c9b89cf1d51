import { requireScope } from '../../access/actor.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { requireRoomForLead } from '../plans.ts';
import { leadEvent, lockLead } from './fields/lead-snapshot.ts';

/** Brings a deleted lead back; it counts against the plan again. Restoring one that is there changes nothing. */
export async function restoreLead(context: DomainContext, id: string): Promise<LeadSnapshot> {
  requireScope(context.actor, 'leads:write');
  return context.write(async (tx) => {
    const before = await lockLead(tx, id, { deleted: true });
    if (!before.deletedAt) return before;
    await requireRoomForLead(tx, context);
    const [row] = await tx.lead.updateManyAndReturn({ where: { id }, data: { deletedAt: null, updatedAt: tx.now } });
    if (!row) throw notFound('lead');
    const lead = { ...before, ...row };
    tx.record('lead.restored', leadEvent(lead));
    return lead;
  });
}
