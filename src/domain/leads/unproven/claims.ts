import type { LeadSnapshot } from '../../../events/snapshot.ts';
import { joinName, type LeadFields } from '../fields/lead-input.ts';

/** What somebody whom nobody knows says of a lead, in its fields' own words. */
export type Claims = {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly company?: string;
  readonly jobTitle?: string;
  readonly budget?: string;
  readonly authority?: string;
  readonly need?: string;
  readonly timeline?: string;
};

export type Claim = keyof Claims;

export const claimWords = {
  name: 'name',
  email: 'e-mail address',
  phone: 'phone',
  company: 'company',
  jobTitle: 'job title',
  budget: 'budget',
  authority: 'authority',
  need: 'need',
  timeline: 'timeline',
} as const satisfies Record<Claim, string>;

/** In the order in which a note tells of them. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets its keys
export const claimNames = Object.keys(claimWords) as readonly Claim[];

export function claimsOf(lead: LeadSnapshot): Claims {
  const { email, phone, company, jobTitle, bantBudget, bantAuthority, bantNeed, bantTimeline } = lead;
  const name = joinName(lead);
  return {
    ...(name && { name }),
    ...(email && { email }),
    ...(phone && { phone }),
    ...(company && { company }),
    ...(jobTitle && { jobTitle }),
    ...(bantBudget && { budget: bantBudget }),
    ...(bantAuthority && { authority: bantAuthority }),
    ...(bantNeed && { need: bantNeed }),
    ...(bantTimeline && { timeline: bantTimeline }),
  };
}

export function toFields({ budget, authority, need, timeline, ...contact }: Claims): LeadFields {
  return { ...contact, bant: { budget, authority, need, timeline } };
}
