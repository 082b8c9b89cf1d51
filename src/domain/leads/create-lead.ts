import { requireScope } from '../../access/actor.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { ownBusinessId } from '../businesses/own-business.ts';
import type { DomainContext } from '../context.ts';
import { invalid } from '../errors.ts';
import { parseInput } from '../input.ts';
import { requireRoomForLead } from '../plans.ts';
import { requireWidget } from '../widgets/require-widget.ts';
import { insertLead } from './insert-lead.ts';
import { createLeadInput, type CreateLeadInput } from './lead-input.ts';

/** Makes a lead, in the business of its widget where it names one. @throws INVALID for a widget of another business. */
export async function createLead(context: DomainContext, input: CreateLeadInput): Promise<LeadSnapshot> {
  requireScope(context.actor, 'leads:write');
  const { source, businessId, widgetId, ...fields } = parseInput(createLeadInput, input);
  return context.write(async (tx) => {
    const widget = widgetId ? await requireWidget(tx, widgetId) : null;
    const ownId = await ownBusinessId(tx, context.actor, businessId ?? widget?.businessId);
    if (widget && widget.businessId !== ownId) throw invalid('widgetId: belongs to another business', 'widgetId');
    const origin = {
      source: source ?? 'manual',
      businessId: ownId,
      widgetId: widget?.id ?? null,
      conversationId: null,
    };
    await requireRoomForLead(tx, context);
    return insertLead(tx, origin, fields);
  });
}
