import { requireScope } from '../../access/actor.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { ownBusinessId } from '../businesses/own-business.ts';
import type { DomainContext } from '../context.ts';
import { invalidField } from '../../errors.ts';
import { parseInput } from '../input.ts';
import { doOrPlan, type Planned } from '../plan.ts';
import { isUnlimited, requireRoomForLead } from '../plans.ts';
import { requireWidget } from '../widgets/require-widget.ts';
import { refuseDuplicate } from './find-duplicate.ts';
import { insertLead, prepareLead } from './insert-lead.ts';
import { createLeadInput, type CreateLeadInput } from './fields/lead-input.ts';

export type CreatedLead = {
  readonly lead: LeadSnapshot;
  /** How many leads the plan holds, and how many of them there are now; both null without a limit. */
  readonly leadLimit: number | null;
  readonly leadCount: number | null;
};

const oneLead = () => 1;

/**
 * Makes a lead, in the business of its widget where it names one.
 * @throws INVALID for a widget of another business; CONFLICT where duplicates are not allowed and a lead that the caller can
 * see has the e-mail address; LEAD_LIMIT_REACHED.
 */
export async function createLead(
  context: DomainContext,
  input: CreateLeadInput,
  dryRun = false,
): Promise<Planned<CreatedLead>> {
  requireScope(context.actor, 'leads:write');
  const { source, businessId, widgetId, allowDuplicate, ...fields } = parseInput(createLeadInput, input);
  return doOrPlan(context, dryRun, oneLead, async (tx) => {
    const widget = widgetId ? await requireWidget(tx, widgetId) : null;
    const ownId = await ownBusinessId(tx, context.actor, businessId ?? widget?.businessId);
    if (widget && widget.businessId !== ownId) throw invalidField('widgetId', 'belongs to another business');
    const origin = {
      source: source ?? 'manual',
      businessId: ownId,
      widgetId: widget?.id ?? null,
      conversationId: null,
    };
    // Whatever locks rows comes before the organisation is locked.
    const [prepared, unlimited] = await Promise.all([prepareLead(tx, fields), isUnlimited(tx, context.actor)]);
    if (allowDuplicate === false) await refuseDuplicate(tx, fields.email);
    const { limit, count } = await requireRoomForLead(tx, context, unlimited);
    const lead = await insertLead(tx, origin, prepared);
    return { lead, leadLimit: limit, leadCount: count === null ? null : count + 1 };
  });
}
