import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { DomainContext } from '../context.ts';
import { parseInput, text } from '../input.ts';
import { addTouchpoint, type Recorded } from '../touchpoints/add-touchpoint.ts';
import { lockLead } from './fields/lead-snapshot.ts';

const recordLeadReplyInput = z.strictObject({ message: text(10_000).nullish(), channel: text(50).nullish() });

/** Records that a lead answered: a touchpoint of that type, with all that follows from it. */
export async function recordLeadReply(
  context: DomainContext,
  id: string,
  input: z.input<typeof recordLeadReplyInput>,
): Promise<Recorded> {
  requireScope(context.actor, 'leads:write');
  const { message = null, channel = null } = parseInput(recordLeadReplyInput, input);
  return context.write(async (tx) => {
    const touchpoint = { type: 'REPLY', channel, summary: message, occurredAt: tx.now } as const;
    return addTouchpoint(tx, context, await lockLead(tx, id), touchpoint);
  });
}
