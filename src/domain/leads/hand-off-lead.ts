import { z } from 'zod';
import { Prisma } from '../../db/generated/prisma/client.ts';
import { requireScope } from '../../access/actor.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { conflict } from '../../errors.ts';
import { jsonObject, parseInput, text } from '../input.ts';
import { changeLead } from './change/change-lead.ts';
import { leadEvent, lockLead } from './fields/lead-snapshot.ts';
import { mergeJson } from './fields/merge-json.ts';

const handOffLeadInput = z.strictObject({ destination: text(200), metadata: jsonObject.nullish() });

/** Marks a lead as another system's. The same destination again only adds to its metadata; another one is a CONFLICT. */
export async function handOffLead(
  context: DomainContext,
  id: string,
  input: z.input<typeof handOffLeadInput>,
): Promise<LeadSnapshot> {
  requireScope(context.actor, 'leads:handoff');
  const { destination, metadata } = parseInput(handOffLeadInput, input);
  return context.write(async (tx) => {
    const before = await lockLead(tx, id);
    if (before.handoffDestination === destination) {
      if (!metadata) return before;
      const merged = mergeJson('metadata', before.handoffMetadata, metadata);
      return changeLead(tx, before, { handoffMetadata: merged ?? Prisma.DbNull });
    }
    if (before.handedOffAt) throw conflict(`The lead is already handed off to ${before.handoffDestination}.`);
    const lead = await changeLead(tx, before, {
      handoffDestination: destination,
      handedOffAt: tx.now,
      ...(metadata ? { handoffMetadata: metadata } : {}),
    });
    tx.record('lead.handed_off', leadEvent(lead, metadata ? { metadata } : {}));
    return lead;
  });
}
