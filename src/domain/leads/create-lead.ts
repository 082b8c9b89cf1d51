import { requireScope } from '../../access/actor.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { ownBusinessId } from '../businesses/own-business.ts';
import type { DomainContext } from '../context.ts';
import { parseInput } from '../input.ts';
import { requireRoomForLead } from '../plans.ts';
import { requireWidget } from '../widgets/require-widget.ts';
import { insertLead } from './insert-lead.ts';
import { createLeadInput, type CreateLeadInput } from './lead-input.ts';

export async function createLead(context: DomainContext, input: CreateLeadInput): Promise<LeadSnapshot> {
  requireScope(context.actor, 'leads:write');
  const { source, businessId, widgetId, ...fields } = parseInput(createLeadInput, input);
  return context.write(async (tx) => {
    const origin = {
      source: source ?? 'manual',
      businessId: await ownBusinessId(tx, context.actor, businessId),
      widgetId: widgetId ? (await requireWidget(tx, widgetId)).id : null,
      conversationId: null,
    };
    await requireRoomForLead(tx, context.actor);
    return insertLead(tx, origin, fields);
  });
}
