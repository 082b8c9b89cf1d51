import { leadStatusWords } from '../lead-mapping.ts';
import { toOrigin } from './leads/origin.ts';

type Instant = Date | string;

/** A lead as both a GraphQL answer and an event's snapshot can be read. Ids are bare. */
type Ai93LeadSource = {
  readonly id: string;
  readonly businessId: string | null;
  readonly targetType: string;
  readonly source: string;
  readonly status: keyof typeof leadStatusWords;
  readonly name: string | null;
  readonly handle: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly tags: readonly string[];
  readonly remark: string | null;
  readonly context: unknown;
  readonly handedOffAt: Instant | null;
  readonly handoffDestination: string | null;
  readonly handoffMetadata: unknown;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};

/** An instant that is text comes from the graph or the export, and is ISO 8601 in UTC already. */
const toIso = (instant: Instant): string => (typeof instant === 'string' ? instant : instant.toISOString());

/** AI93's lead, the same in REST and in webhooks. */
export function toAi93Lead(lead: Ai93LeadSource) {
  const { source, context } = toOrigin(lead.source, lead.context);
  return {
    id: `ld_${lead.id}`,
    businessId: lead.businessId === null ? null : `biz_${lead.businessId}`,
    targetType: lead.targetType,
    source,
    status: leadStatusWords[lead.status],
    displayName: lead.name ?? lead.handle ?? lead.email ?? lead.phone,
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
