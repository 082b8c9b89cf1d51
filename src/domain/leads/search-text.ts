import type { LeadSnapshot } from '../../events/snapshot.ts';
import { joinName } from './lead-input.ts';

type Searched = Pick<LeadSnapshot, 'firstName' | 'lastName' | 'email' | 'phone' | 'handle' | 'remark'>;

/** What a lead is searched by, in lower case. A line each, so that nothing is found across two of them. */
export const searchText = (lead: Searched): string =>
  [joinName(lead), lead.email, lead.phone, lead.handle, lead.remark].filter(Boolean).join('\n').toLowerCase();

/** Matches any text that holds these words as they stand, `%` and `_` too. */
export const searchPattern = (words: string): string => words.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`);
