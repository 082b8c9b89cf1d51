import { toIsoInstant } from '../../src/instant.ts';
import { toGlobalId, toGlobalIdOrNull } from '../../src/ids.ts';
import { leadStatusWords } from '../lead-mapping.ts';
import type { Instant, SourceOf } from '../source-of.ts';
import type { LeadRowFragment } from './generated/operations.ts';
import { toOrigin } from './leads/origin.ts';

/** An instant that is text comes from the graph or the export, and is ISO 8601 in UTC already. */
const toIso = (instant: Instant): string => (typeof instant === 'string' ? instant : toIsoInstant(instant));

type Named = { readonly [Field in 'name' | 'handle' | 'email' | 'phone']: string | null };

export const displayNameOf = ({ name, handle, email, phone }: Named): string | null => name ?? handle ?? email ?? phone;

/** AI93's lead, the same in REST and in webhooks. The ids of its source are bare. */
export function toAi93Lead(lead: SourceOf<LeadRowFragment>) {
  const { source, context } = toOrigin(lead.source, lead.context);
  return {
    id: toGlobalId('Lead', lead.id),
    businessId: toGlobalIdOrNull('Business', lead.businessId),
    targetType: lead.targetType,
    source,
    status: leadStatusWords[lead.status],
    displayName: displayNameOf(lead),
    handle: lead.handle,
    email: lead.email,
    phone: lead.phone,
    tags: lead.tags,
    notes: lead.remark,
    context,
    createdAt: toIso(lead.createdAt),
    updatedAt: toIso(lead.updatedAt),
    handedOffAt: lead.handedOffAt === null ? null : toIso(lead.handedOffAt),
    handoffDestination: lead.handoffDestination,
    handoffMetadata: lead.handoffMetadata ?? null,
  };
}
