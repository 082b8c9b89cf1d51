import type { LeadSnapshot } from '../../events/snapshot.ts';
import { fold } from '../../text.ts';
import { joinName } from './lead-input.ts';

type Searched = Pick<LeadSnapshot, 'firstName' | 'lastName' | 'email' | 'phone' | 'handle' | 'remark'>;

/** What a lead is searched by, folded. A line each, so that nothing is found across two of them. */
export const searchText = (lead: Searched): string =>
  fold([joinName(lead), lead.email, lead.phone, lead.handle, lead.remark].filter(Boolean).join('\n'));

/** Matches any text that holds these words as they stand, `%` and `_` too. */
export const searchPattern = (words: string): string => fold(words).replaceAll(/[\\%_]/g, String.raw`\$&`);

const aWord = String.raw`[\p{L}\p{M}\p{N}]`;
const noWord = String.raw`[^\p{L}\p{M}\p{N}]`;

/** Any three letters or digits, the beginning of a word, or two letters at the end of one: pg_trgm keeps nothing else. */
const trigram = new RegExp(`${aWord}{3}|${noWord}${aWord}|${aWord}{2}${noWord}`, 'u');

/** Whether the index can tell which leads hold these words; without a trigram it would be read as a whole. */
export const isIndexed = (words: string): boolean => fold(words).length >= 3 && trigram.test(fold(words));
