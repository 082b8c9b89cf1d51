import { fold } from '../../../text.ts';
import { email as emailRule } from '../../input.ts';
import { leastPhoneDigits } from '../../phone.ts';
import type { FactName, Facts, FlatFacts } from './captured.ts';
import { toPlainAddresses } from './plain-address.ts';
import { toLines } from './sentences.ts';

type Check = {
  /** What no value of the field is longer than. */
  readonly most: number;
  /** What a value has to look like. */
  readonly fits: (value: string) => boolean;
  /** Whether the value would go on with this before it, or after it. */
  readonly goesOn: (before: string, after: string) => boolean;
};

/** Scripts that put space between words: in others a word stands beside the next one. */
const joined = String.raw`\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{N}`;
const wordBefore = new RegExp(`[${joined}]$`, 'u');
const wordAfter = new RegExp(`^[${joined}]`, 'u');
const addressBefore = /[\p{L}\p{M}\p{N}_.+%@/&!#$*^~-]$|[\p{L}\p{M}\p{N}]'$/u;
const addressAfter = /^(?:[\p{L}\p{M}\p{N}_@-]|\.[\p{L}\p{N}])/u;
const digitBefore = /\d[ ().\-/]?$/;
const digitAfter = /^[ ().\-/]?\d/;

const goesOnAsWord = (before: string, after: string) => wordBefore.test(before) || wordAfter.test(after);
const holdsLetter = (value: string) => /[\p{L}\p{N}]/u.test(value);
const digitsOf = (value: string) => value.replace(/(?:ext\.?|extension|x) ?\d{1,6}$/i, '').replaceAll(/\D/g, '').length;

const words = { most: 500, fits: holdsLetter, goesOn: goesOnAsWord } as const;
const label = { ...words, most: 200, fits: (value: string) => holdsLetter(value) && !/[<>@\\]/.test(value) } as const;

const checks = {
  name: { ...label, fits: (value) => /^\p{L}[\p{L}\p{M}' .,-]{0,79}$/u.test(value) && value.split(' ').length <= 6 },
  email: {
    most: 254,
    fits: (value) => emailRule.safeParse(value).success,
    goesOn: (before, after) => addressBefore.test(before) || addressAfter.test(after),
  },
  phone: {
    most: 50,
    fits: (value) => /^[+(]?\d/.test(value) && digitsOf(value) >= leastPhoneDigits && digitsOf(value) <= 15,
    goesOn: (before, after) => digitBefore.test(before) || digitAfter.test(after),
  },
  company: label,
  jobTitle: label,
  budget: words,
  authority: words,
  need: words,
  timeline: words,
} as const satisfies Record<FactName, Check>;

const plain = (text: string): string => toPlainAddresses(toLines(text).join(' ').replaceAll(/\s+/g, ' ').trim());

function standsIn(text: string, value: string, goesOn: Check['goesOn']): boolean {
  for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + 1))
    if (!goesOn(text.slice(Math.max(0, at - 2), at), text.slice(at + value.length, at + value.length + 2))) return true;
  return false;
}

export const factNames = [
  'name',
  'email',
  'phone',
  'company',
  'jobTitle',
  'budget',
  'authority',
  'need',
  'timeline',
] as const satisfies readonly FactName[];

/**
 * Of what somebody found in a visitor's messages, what stands there: letter for letter but for case, space and quotes, and as
 * a whole. Lines that quote others are not the visitor's.
 */
export function saidFacts(found: FlatFacts, messages: readonly string[]): FlatFacts {
  const texts = messages.map((text) => fold(plain(text)));
  const said: { [name in FactName]?: string } = {};
  for (const name of factNames) {
    const { most, fits, goesOn }: Check = checks[name];
    const value = plain((found[name] ?? '').slice(0, most + 1));
    if (value === '' || value.length > most || !fits(value)) continue;
    if (texts.some((text) => standsIn(text, fold(value), goesOn))) said[name] = value;
  }
  return said;
}

/** With the contact details beside it that the rules read, whose few are nearly always right. */
export const withContacts = (said: FlatFacts, { bant: _, ...contacts }: Facts): FlatFacts => ({ ...contacts, ...said });
