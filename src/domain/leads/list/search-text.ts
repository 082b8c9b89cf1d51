import type { LeadSnapshot } from '../../../events/snapshot.ts';
import { fold } from '../../../text.ts';
import { joinName } from '../fields/lead-input.ts';

type Searched = Pick<LeadSnapshot, 'firstName' | 'lastName' | 'email' | 'phone' | 'handle' | 'remark'>;

/** What a lead is searched by, folded; the database adds the digits of its number. A line each, so that nothing is found across two of them. */
export const searchText = (lead: Searched): string =>
  fold([joinName(lead), lead.email, lead.phone, lead.handle, lead.remark].filter(Boolean).join('\n'));
