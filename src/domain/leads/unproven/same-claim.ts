import { fold } from '../../../text.ts';
import { isEndOfPhone, isSamePhone } from '../../phone.ts';
import type { Claim } from './claims.ts';

const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** "Ada" and "Ada Lovelace", "Acme" and "Acme Inc." are one and the same, told shorter and longer. */
function isPartOf(one: string, other: string): boolean {
  const [short = [], long = []] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.length - b.length);
  return short.every((word) => long.includes(word));
}

/** Whether two values of one field tell the same, however they are written. */
export function isSameClaim(claim: Claim, one: string, other: string): boolean {
  if (claim === 'phone') return isSamePhone(one, other) || isEndOfPhone(one, other);
  if (claim === 'name' || claim === 'company') return isPartOf(one, other);
  return fold(one.trim()) === fold(other.trim());
}

/** A surname to a first name that was known alone; null where nothing is added to it. */
export function longerName(known: string, said: string): string | null {
  const [given = '', ...rest] = said.split(' ');
  return rest.length > 0 && fold(given) === fold(known) ? `${known} ${rest.join(' ')}` : null;
}
