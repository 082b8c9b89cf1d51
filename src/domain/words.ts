import { invalidField } from '../errors.ts';
import { fold } from '../text.ts';

/** Of words to look for: each character makes another trigram to look up. */
const mostSearched = 200;

/** @throws INVALID for more words than a search takes */
export function checkWords(words: string | null | undefined): void {
  if (words && words.length > mostSearched) throw invalidField('q', `must be at most ${mostSearched} characters`);
}

/** Matches any text that holds these words as they stand, `%` and `_` too. */
export const searchPattern = (words: string): string => fold(words).replaceAll(/[\\%_]/g, String.raw`\$&`);

const aWord = String.raw`[\p{L}\p{M}\p{N}]`;
const noWord = String.raw`[^\p{L}\p{M}\p{N}]`;

/** Any three letters or digits, the beginning of a word, or two letters at the end of one: pg_trgm keeps nothing else. */
const trigram = new RegExp(`${aWord}{3}|${noWord}${aWord}|${aWord}{2}${noWord}`, 'u');

/** Whether an index of trigrams can tell what holds these words; without a trigram it would be read as a whole. */
export const isIndexed = (words: string): boolean => fold(words).length >= 3 && trigram.test(fold(words));
