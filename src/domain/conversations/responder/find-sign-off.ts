import { findEmails } from './find-email.ts';
import { readCompany } from './find-company.ts';
import { findTitleAlone } from './find-job-title.ts';
import { findPerson, findWholeName } from './find-name.ts';
import { findPhone } from './find-phone.ts';
import { farewell } from './farewell.ts';
import { isOneOf, legalForms, neverCompanies, organisationWords } from './words.ts';

export type SignOff = { readonly name: string; readonly company?: string; readonly jobTitle?: string };

/** Longer than this nobody signs. */
const maxLength = 160;
const maxParts = 6;
const minWordsBefore = 2;

/** After a farewell, which follows some words: "thanks, Tom" alone is said to a Tom. */
const afterFarewell = new RegExp(
  String.raw`(?:[.!?;,)] |[–—-] ?)${farewell}([,!]?) ((?!${farewell}\b)[^!?]{1,160})$`,
  'iu',
);
const afterDash = /(?<=[.!?)]["']? )[–—-] ?([^–—]{1,160})$/u;
const afterDashInside = / [–—] ?([^–—]{1,160})$/u;
/** A full stop ends no sentence behind "Mrs" or "Mrs D". */
const sentenceEnd = /(?<=[.!?])(?<!\b(?:mrs?|ms|mx|dr|prof|st|mdm)(?:\.? \p{Lu})?\.) (?!\d)/iu;
const labels = /\b(?:tel|telephone|phone|mobile|mob|cell|e-?mail|mail)\b[.:]?/giu;
const honorific = /^(?:mrs?|ms|miss|mx|mdm|dr|prof|familie|familia|famille)\b\.? /iu;
const initialled = /^(?:\p{Lu}\. ?){1,2}\p{Lu}[\p{L}'-]{1,39}$/u;
/** Two who sign together: the first is who writes. */
const couple = /^(\p{L}[\p{L}'-]{1,39}) ?(?:&|\+|and|und|et|y) ?(\p{L}[\p{L}'-]{1,39})$/u;

/** How sure it is, before a name is read, that somebody signs here. */
type Ground = 'farewell' | 'sentence';

function nameIn(part: string, isSure: boolean): string | undefined {
  const [, first, second] = couple.exec(part) ?? [];
  if (first !== undefined && second !== undefined) return findPerson(second) && findPerson(first);
  const bare = part.replace(honorific, '');
  if (isSure && initialled.test(bare)) return bare;
  return isOneOf(neverCompanies, bare.split(' ').at(-1) ?? '')
    ? undefined
    : isSure || bare !== part
      ? findWholeName(bare)
      : findPerson(part);
}

/** What stands behind the name: all of it has to be a position, a company or a way to reach who signs. */
function readParts([first = '', ...rest]: readonly string[], ground: Ground): SignOff | undefined {
  const jobTitle = rest.find((part) => findTitleAlone(part) !== undefined);
  const others = rest.filter((part) => part !== jobTitle);
  const [company, ...more] = others;
  if (more.length > 0) return undefined;
  const isCompany =
    company === undefined || (readCompany(company) === company && (jobTitle !== undefined || isOrganisation(company)));
  const name = isCompany ? nameIn(first, ground === 'farewell' || jobTitle !== undefined) : undefined;
  if (name === undefined) return undefined;
  return { name, ...(company !== undefined && { company }), ...(jobTitle !== undefined && { jobTitle }) };
}

function isOrganisation(words: string): boolean {
  const last = words.split(' ').at(-1) ?? '';
  return isOneOf(legalForms, last) || isOneOf(organisationWords, last);
}

function read(signed: string | undefined, ground: Ground): SignOff | undefined {
  if (signed === undefined || signed.length > maxLength) return undefined;
  const contacts = [findPhone(signed), ...findEmails(signed).map(({ email }) => email)].filter(
    (one) => one !== undefined,
  );
  const bare = contacts.reduce((left, contact) => left.replace(contact, ','), signed).replace(labels, ',');
  const parts = bare
    .split(/[,;|/]/)
    .map((part) => part.trim().replace(/[.!]$|^\d[\d ]{5,14}$/, ''))
    .filter((part) => part !== '');
  return parts.length > maxParts ? undefined : readParts(parts, ground);
}

/** What follows the last way to reach the visitor: "text me on 718-555-0127, Inez". */
function afterContact(line: string): string | undefined {
  const contact = findEmails(line).at(-1)?.email ?? findPhone(line);
  return contact === undefined
    ? undefined
    : /^[,;] (.{1,60})$/.exec(line.slice(line.lastIndexOf(contact) + contact.length))?.[1];
}

/** Who signs at the end of the last line, behind a farewell, a dash or a full stop: "Thanks, Ada Lovelace, CTO, Acme". */
export function findSignOff(line: string, isWhole: boolean): SignOff | undefined {
  const tail = line.slice(-400);
  const farewelled = afterFarewell.exec(tail);
  const isFarewell = tail.slice(0, farewelled?.index ?? 0).split(' ').length > minWordsBefore;
  const sentences = tail.split(sentenceEnd);
  const last = sentences.at(-1) ?? '';
  return (
    read(isFarewell ? farewelled?.[2] : undefined, farewelled?.[1] === '' ? 'sentence' : 'farewell') ??
    read(afterDash.exec(tail)?.[1], 'farewell') ??
    read(afterDashInside.exec(tail)?.[1], 'sentence') ??
    (sentences.length > 1 || !isWhole ? read(last, 'sentence') : undefined) ??
    read(afterContact(last), 'sentence')
  );
}
