import { parse } from 'tldts';

const webAddress = /\bhttps?:\/\/[^\s<>"')\]]+/giu;
const mailAddress = /[^\s<>"'()[\]:,;]{1,64}@[^\s<>"'()[\]:,;]{1,255}/gu;
/** What mail programs make a link of by themselves. */
const bareAddress = /(?<![\p{L}\p{N}@./-])(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,63}(?:\/[^\s<>"')\]]*)?/gu;
/** Nine digits or more, however they are set apart. */
const phoneNumber = /(?<!\d)\+?\d(?:[ ()./-]{0,3}\d){8,}(?!\d)/gu;

/** So that two ways to write one address are one: without its scheme, its `www.` and what ends the sentence. */
const plain = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[.,;:!?/]+$/, '');

const isAddress = (found: string): boolean => parse(found).isIcann === true;
const digitsOf = (found: string): string => found.replaceAll(/\D/g, '');

/** Where a text leads whoever reads it: its web and mail addresses, those that lack their scheme as well, and its phone numbers. */
export function contactsIn(text: string): ReadonlySet<string> {
  const told = text.normalize('NFKC').replaceAll('\u3002', '.');
  const found = (shape: RegExp): string[] => told.match(shape) ?? [];
  return new Set([
    ...[...found(webAddress), ...found(mailAddress), ...found(bareAddress).filter(isAddress)].map(plain),
    ...found(phoneNumber).map(digitsOf),
  ]);
}

/** Whether a text leads only where another one does, or to what an address there begins with: its site, a folder of it. */
export function leadsOnlyWhere(text: string, given: string): boolean {
  const allowed = [...contactsIn(given)];
  return [...contactsIn(text)].every((contact) =>
    allowed.some((one) => one === contact || one.startsWith(`${contact}/`)),
  );
}
