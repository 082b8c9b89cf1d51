import { leadStatusWords } from '../lead-mapping.ts';
import { lumbraId } from './ids.ts';

type Instant = Date | string;

/** A lead as both a GraphQL answer and an event's snapshot can be read. */
type PersonSource = {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly company: string | null;
  readonly status: keyof typeof leadStatusWords;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};

const toIso = (instant: Instant): string => (typeof instant === 'string' ? instant : instant.toISOString());

/** Lumbra's person, the same in REST and in webhooks. */
export const toPerson = (lead: PersonSource) => ({
  id: lumbraId('per_', lead.id),
  full_name: lead.name,
  email: lead.email,
  phone: lead.phone,
  company: lead.company,
  standing: leadStatusWords[lead.status],
  created: toIso(lead.createdAt),
  changed: toIso(lead.updatedAt),
});
