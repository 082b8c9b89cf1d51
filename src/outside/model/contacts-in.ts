import { isIPv4 } from 'node:net';
import { parse } from 'tldts';
import { withoutEnd } from '../../text.ts';

const webAddress = /[a-z][a-z\d]{0,30}:\/\/[^\s<>"')\]]+/giu;
const mailAddress = /[^\s<>"'()[\]:,;]{1,64}@[^\s<>"'()[\]:,;]{1,255}/gu;
/** What mail programs may make a link of by themselves: names with dots between them, and what may follow a host. */
const dotted =
  /(?<![\p{L}\p{N}])([\p{L}\p{N}][\p{L}\p{M}\p{N}-]{0,62}(?:\.[\p{L}\p{N}][\p{L}\p{M}\p{N}-]{0,62})+)((?::\d{1,5})?(?:\/[^\s<>"')\]]*)?)/gu;
/** Nine digits or more, however they are set apart. */
const phoneNumber = /(?<!\d)\+?\d(?:[ ()./-]{0,3}\d){8,}(?!\d)/gu;

const day = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const month = String.raw`(?:0?[1-9]|1[0-2])`;
const year = String.raw`(?:19|20)\d{2}`;
const dates = [`${year}-${month}-${day}`, ...['-', '/', '\\.'].map((by) => `${day}${by}${month}${by}${year}`)];
/** A day, and a time of it. */
const date = new RegExp(
  String.raw`(?<![\d+])(?:${dates.join('|')})(?:[T ,]{1,2}\d{1,2}[:.h]\d{2}(?::\d{2})?)?(?!\d)`,
  'gu',
);

/** Two sentences without a space between them, where the second begins with a word that is a country's domain too. */
const nextSentence = /^\p{L}+\.(?:Am|As|At|Be|Do|Id|In|Is|It|Me|My|No|So|To|Us)$/u;

/** So that two ways to write one address are one: without its scheme, its `www.` and what ends the sentence. */
const plain = (address: string): string =>
  withoutEnd(
    address
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/^www\./, ''),
    '.,;:!?/',
  );

/** The address that dotted names are or begin with, where the next sentence follows without a space. */
function addressIn([written, names = '', rest = '']: readonly string[]): string[] {
  if (written === undefined || nextSentence.test(written)) return [];
  if (isIPv4(names)) return [written];
  // No host has more labels.
  const labels = names.split('.').slice(0, 127);
  for (let count = labels.length; count > 1; count -= 1) {
    if (count < labels.length && !/^\p{Lu}/u.test(labels[count] ?? '')) continue;
    const host = labels.slice(0, count).join('.');
    if (parse(host).isIcann === true) return [host === names ? `${host}${rest}` : host];
  }
  return [];
}

const digitsOf = (found: string): string => found.replaceAll(/\D/g, '');

/** Where a text leads whoever reads it: its web and mail addresses, those that lack their scheme as well, and its phone numbers. */
export function contactsIn(text: string): ReadonlySet<string> {
  const told = text.normalize('NFKC').replaceAll('\u3002', '.');
  const bare = told.replaceAll(webAddress, ' ').replaceAll(mailAddress, ' ');
  return new Set([
    ...[...(told.match(webAddress) ?? []), ...(told.match(mailAddress) ?? [])].map(plain),
    ...[...bare.matchAll(dotted)].flatMap((found) => addressIn([...found])).map(plain),
    ...(told.replaceAll(date, '\n').match(phoneNumber) ?? []).map(digitsOf),
  ]);
}

/** Whether a text leads only where another one does, or to what an address there begins with: its site, a folder of it. */
export function leadsOnlyWhere(text: string, given: string): boolean {
  const allowed = [...contactsIn(given)];
  return [...contactsIn(text)].every((contact) =>
    allowed.some((one) => one === contact || one.startsWith(`${contact}/`)),
  );
}
