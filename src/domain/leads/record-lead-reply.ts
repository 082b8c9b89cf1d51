import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { parseInput, text } from '../input.ts';
import { addTouchpoint } from '../touchpoints/add-touchpoint.ts';
import { changeLead } from './change-lead.ts';
import { leadEvent, lockLead } from './lead-snapshot.ts';

const recordLeadReplyInput = z.strictObject({ message: text(10_000).nullish(), channel: text(50).nullish() });

/**
 * Records that a lead answered: `lead.replied`, a touchpoint, and the status of a lead that had not got that far becomes
 * REPLIED. Campaigns stop writing to it.
 */
export async function recordLeadReply(
  context: DomainContext,
  id: string,
  input: z.input<typeof recordLeadReplyInput>,
): Promise<LeadSnapshot> {
  requireScope(context.actor, 'leads:write');
  const { message = null, channel = null } = parseInput(recordLeadReplyInput, input);
  return context.write(async (tx) => {
    const before = await lockLead(tx, id);
    const early = before.status === 'NEW' || before.status === 'CONTACTED';
    const replied = await changeLead(tx, before, early ? { status: 'REPLIED' } : { updatedAt: tx.now });
    tx.record('lead.replied', leadEvent(replied, { metadata: { message, channel } }));
    const touchpoint = { type: 'REPLY', channel, summary: message, occurredAt: tx.now } as const;
    return (await addTouchpoint(tx, context, replied, touchpoint)).lead;
  });
}
