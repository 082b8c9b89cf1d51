import { type CountryCode, parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/min';

/** Fewer digits are an extension, or no number at all. */
export const leastPhoneDigits = 7;

/** The extension at a number's end; the index leads_phone_end leaves it out by the same expression. */
const extension = /(?<=\d)\D*[x#]\D*(\d{1,7})\D*$/i;

const withoutExtension = (written: string): string => written.replace(extension, '');

/** The digits alone, without those of an extension. */
const digitsOf = (written: string): string => withoutExtension(written).replaceAll(/\D/g, '');

/** What two ways to write one number have in common: its last digits. Null for what is too short to be one. */
export function endOfPhone(written: string): string | null {
  const digits = digitsOf(written);
  return digits.length < leastPhoneDigits ? null : digits.slice(-leastPhoneDigits);
}

/** A number that tells its country, such as `+44 (0)20 7946 0958`; null for one as it is dialled at home, and for none. */
function readAbroad(written: string): PhoneNumber | null {
  // Dialled before a country's code in most countries; the library reads it of a country alone that it is told.
  const number = withoutExtension(written)
    .trim()
    .replace(/^00(?=\s?[1-9])/, '+');
  return number.startsWith('+') ? (parsePhoneNumberFromString(number, { extract: false }) ?? null) : null;
}

/** A number as it is dialled at home, read in the country of another one. */
function readAtHome(written: string, { country, countryCallingCode }: PhoneNumber): PhoneNumber | null {
  const home: { defaultCountry: CountryCode } | { defaultCallingCode: string } =
    country === undefined ? { defaultCallingCode: countryCallingCode } : { defaultCountry: country };
  return parsePhoneNumberFromString(withoutExtension(written), { ...home, extract: false }) ?? null;
}

/** Whether a number that tells its country has as many digits as numbers have there. One that tells none may be any. */
export const mayBePhone = (written: string): boolean =>
  !written.startsWith('+') || (readAbroad(written)?.isPossible() ?? false);

type Same = 'SAME' | 'OTHER' | 'UNKNOWN';

function compare(one: string, other: string): Same {
  const [ours, theirs] = [extension.exec(one)?.[1], extension.exec(other)?.[1]];
  if (ours !== undefined && theirs !== undefined && ours !== theirs) return 'OTHER';
  const [left, right] = [readAbroad(one), readAbroad(other)];
  if (left && right) return left.number === right.number ? 'SAME' : 'OTHER';
  const isSame =
    digitsOf(one) === digitsOf(other) ||
    (left && readAtHome(other, left)?.number === left.number) ||
    (right && readAtHome(one, right)?.number === right.number);
  return isSame ? 'SAME' : 'UNKNOWN';
}

/**
 * Whether two numbers reach the same telephone however they are written: with the code of the country or as at home, with spaces and
 * brackets. One with an extension and one without tell the same, longer and shorter; two extensions do not.
 */
export const isSamePhone = (one: string, other: string): boolean => compare(one, other) === 'SAME';

/** Whether one may be the other without the code of its country or town. Shorter ends may be equal by chance. */
export function isEndOfPhone(one: string, other: string): boolean {
  const [short = '', long = ''] = [digitsOf(one), digitsOf(other)].toSorted((a, b) => a.length - b.length);
  return compare(one, other) !== 'OTHER' && short.length >= leastPhoneDigits && long.endsWith(short);
}

/** Nothing else is in a number that somebody looks for. */
const onlyNumber = /^\s*\+?[\d\s().\-/]+$/;

/** A number that is looked for. */
type SoughtPhone = {
  /** Digits that stand together however it is written, so that one look into an index finds all that may hold it. */
  readonly common: string;
  /** One of them is held where it is written otherwise. */
  readonly written: readonly string[];
};

/**
 * What a number is looked for by where the digits of numbers stand in a line each, as the trigger `phone_searched` writes them: with its
 * country’s code anywhere in one, as it is dialled at home as the whole of one; null for words that are no number.
 */
export function soughtPhone(words: string): SoughtPhone | null {
  const common = onlyNumber.test(words) ? commonDigits(words) : null;
  if (common === null) return null;
  const abroad = readAbroad(words);
  if (abroad) {
    const { countryCallingCode, nationalNumber } = abroad;
    const atHome = [nationalNumber, abroad.formatNational().replaceAll(/\D/g, '')];
    const whole = new Set(atHome.map((digits) => `\n${digits}\n`));
    return { common, written: [`${countryCallingCode}${nationalNumber}`, ...whole] };
  }
  // Dialled before a town’s code at home, and never behind a country’s.
  const digits = digitsOf(words).replace(/^0+/, '');
  return digits.length < leastPhoneDigits ? null : { common, written: [digits] };
}

/** Of the only group its end; of several none of the first, which others write without the country’s code, or without its 0. */
function commonDigits(words: string): string | null {
  const [first = '', ...others] = words.match(/\d+/g) ?? [];
  const groups = others.length === 0 ? [first.replace(/^0+/, '').slice(-leastPhoneDigits)] : others;
  const longest = groups.reduce((one, other) => (other.length > one.length ? other : one), '');
  return longest.length < 3 ? null : longest;
}
