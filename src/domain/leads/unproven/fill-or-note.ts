import type { Tx } from '../../../db/write/write.ts';
import type { LeadSnapshot } from '../../../events/snapshot.ts';
import { changeLead } from '../change/change-lead.ts';
import { toLeadColumns } from '../fields/lead-columns.ts';
import type { LeadFields } from '../fields/lead-input.ts';
import { type Claims, claimsOf, toFields } from './claims.ts';
import { findLeadOfAddress } from './find-lead-of-address.ts';
import { noteDoubts } from './note-doubts.ts';
import { weighClaims } from './weigh-claims.ts';

export type Unproven = {
  readonly said: Claims;
  /** What the same person said before. */
  readonly own: () => Claims;
  /** Where it was said, as in "said in a chat". */
  readonly where: string;
  /** What a lead of which so much is known is worth; asked only where nothing is in doubt. */
  readonly worth: (before: LeadSnapshot, known: Claims) => Pick<LeadFields, 'score' | 'temperature'>;
};

type Told = {
  /** Where nothing changes, it is the very same. */
  readonly lead: LeadSnapshot;
  /** Whether a note says more than before. */
  readonly hasNoted: boolean;
};

/**
 * The one way to a lead that is there for what nobody proved, such as a visitor's words: it fills what is empty. What contradicts
 * the lead is left to people, as a note, and then nothing that was said raises the score. An e-mail address that another lead
 * has is such a contradiction too: two leads of one address would be one person twice.
 */
export async function fillOrNote(tx: Tx, before: LeadSnapshot, unproven: Unproven): Promise<Told> {
  const { said, own, where, worth } = unproven;
  const known = claimsOf(before);
  const { accepted, contradicted } = weighClaims(known, said, own);
  const { email, ...rest } = accepted;
  const holder = email === undefined || email === before.email ? null : await findLeadOfAddress(tx, before, email);
  const taken = holder === null ? accepted : rest;
  const doubts = [
    ...contradicted.map(({ claim, said: value, known: kept }) => ({ claim, value, because: `the lead has ${kept}` })),
    ...(holder === null || email === undefined
      ? []
      : [{ claim: 'email', value: email, because: `another lead has it: ${holder.id}` } as const]),
  ];
  const raised = doubts.length === 0 && Object.keys(taken).length > 0 ? worth(before, { ...known, ...taken }) : {};
  const lead = await changeLead(tx, before, await toLeadColumns(tx, { ...toFields(taken), ...raised }));
  return { lead, hasNoted: await noteDoubts(tx, lead, where, doubts) };
}
