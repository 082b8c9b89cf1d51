import type { LeadSnapshot } from '../../events/snapshot.ts';
import type { LeadFields } from '../leads/lead-input.ts';
import { joinName } from '../leads/lead-input.ts';
import type { Captured, Facts } from './responder/captured.ts';
import { mergeCaptured } from './responder/merge-captured.ts';

const maxFact = 500;

/** What a chat gave away, as fields of a lead: only what was found, cut to what a field holds. */
export function toLeadFields({
  name,
  email,
  phone,
  company,
  jobTitle,
  bant,
  score,
  temperature,
}: Captured): LeadFields {
  const cut = (fact: string | undefined) => fact?.slice(0, maxFact);
  const { budget, authority, need, timeline } = bant;
  return {
    ...(name !== undefined && { name: name.slice(0, 200) }),
    ...(email !== undefined && { email: email.normalize('NFC').toLowerCase() }),
    ...(phone !== undefined && { phone: phone.slice(0, 50) }),
    ...(company !== undefined && { company: company.slice(0, 200) }),
    ...(jobTitle !== undefined && { jobTitle: jobTitle.slice(0, 200) }),
    ...(score !== undefined && { score }),
    ...(temperature !== undefined && { temperature }),
    bant: {
      ...(budget !== undefined && { budget: cut(budget) }),
      ...(authority !== undefined && { authority: cut(authority) }),
      ...(need !== undefined && { need: cut(need) }),
      ...(timeline !== undefined && { timeline: cut(timeline) }),
    },
  };
}

/** What is known of a lead, as facts of its own words would be. */
function toFacts(lead: LeadSnapshot): Facts {
  const { email, phone, company, jobTitle, bantBudget, bantAuthority, bantNeed, bantTimeline } = lead;
  const name = joinName(lead);
  return {
    ...(name !== null && { name }),
    ...(email !== null && { email }),
    ...(phone !== null && { phone }),
    ...(company !== null && { company }),
    ...(jobTitle !== null && { jobTitle }),
    bant: {
      ...(bantBudget !== null && { budget: bantBudget }),
      ...(bantAuthority !== null && { authority: bantAuthority }),
      ...(bantNeed !== null && { need: bantNeed }),
      ...(bantTimeline !== null && { timeline: bantTimeline }),
    },
  };
}

/** What a further message adds to a known lead. Its score only rises by it: a better one may have been set by hand. */
export function toAddedFields(lead: LeadSnapshot, found: Captured): LeadFields {
  const { score: _, temperature: __, ...fields } = toLeadFields(found);
  const { score, temperature } = mergeCaptured(toFacts(lead), found);
  const rises = score !== undefined && temperature !== undefined && score > (lead.score ?? 0);
  return rises ? { ...fields, score, temperature } : fields;
}
