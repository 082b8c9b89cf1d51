import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { changeLead } from './change/change-lead.ts';
import { leadEvent } from './fields/lead-snapshot.ts';

type Reply = { readonly message: string | null; readonly channel: string | null };

/** A locked lead answered: `lead.replied`, and REPLIED for one that had not come that far. */
export async function hearLead(tx: Tx, before: LeadSnapshot, reply: Reply): Promise<LeadSnapshot> {
  const early = before.status === 'NEW' || before.status === 'CONTACTED';
  const lead = await changeLead(tx, before, early ? { status: 'REPLIED' } : { updatedAt: tx.now });
  tx.record('lead.replied', leadEvent(lead, { metadata: reply }));
  return lead;
}
