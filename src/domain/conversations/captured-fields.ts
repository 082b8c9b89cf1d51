import type { LeadSnapshot } from '../../events/snapshot.ts';
import type { LeadFields } from '../leads/fields/lead-input.ts';
import { type Claims, toFields } from '../leads/unproven/claims.ts';
import type { Captured, Facts } from './responder/captured.ts';
import { ratingOf } from './responder/lead-score.ts';

const maxFact = 500;

/** What a chat gave away, as a lead keeps it: only what was found, cut to what a field holds. */
export function toClaims({ name, email, phone, company, jobTitle, bant }: Facts): Claims {
  const { budget, authority, need, timeline } = bant;
  return {
    ...(name !== undefined && { name: name.slice(0, 200) }),
    ...(email !== undefined && { email: email.normalize('NFC').toLowerCase() }),
    ...(phone !== undefined && { phone: phone.slice(0, 50) }),
    ...(company !== undefined && { company: company.slice(0, 200) }),
    ...(jobTitle !== undefined && { jobTitle: jobTitle.slice(0, 200) }),
    ...(budget !== undefined && { budget: budget.slice(0, maxFact) }),
    ...(authority !== undefined && { authority: authority.slice(0, maxFact) }),
    ...(need !== undefined && { need: need.slice(0, maxFact) }),
    ...(timeline !== undefined && { timeline: timeline.slice(0, maxFact) }),
  };
}

/** A new lead of what a chat gave away. */
export const toLeadFields = ({ score, temperature, ...facts }: Captured): LeadFields => ({
  ...toFields(toClaims(facts)),
  ...(score !== undefined && { score }),
  ...(temperature !== undefined && { temperature }),
});

/** What more is known makes a lead worth more, never less: a better score may have been set by hand. */
export function worthOf({ score: before }: LeadSnapshot, known: Claims): Pick<LeadFields, 'score' | 'temperature'> {
  const { score, temperature } = ratingOf(known);
  return score !== undefined && score > (before ?? 0) ? { score, temperature } : {};
}
