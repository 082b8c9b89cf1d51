import { isPositionWord } from './find-job-title.ts';
import { isGivenName } from './given-names.ts';
import { isOrdinaryWord, neverAnswers } from './never-answers.ts';
import { readName, writeName } from './read-name.ts';
import { isOneOf, legalForms, namesThatAreWords, neverCompanies, organisationWords } from './words.ts';

/** "My name is …": whatever follows is a name, in any case. */
const explicit =
  /\b(?:my (?:full )?name is|my name's|my name:|(?<!(?:account|brand|business|company|domain|event|file|last|product|project|shop|user) ?)name ?:|^name -|the name is|the name's|je m'appelle|me llamo|mein name ist|ich heiße(?: übrigens)?) ([^\n]{1,120})/i;
/** "I'm …": only what is written like a name is one. */
const introduced =
  /(?<![\p{L}\d'])(?:[Ii]'m|[Ii] am|[Ii]m|[Tt]his is|[Mm]y friends call me|[Yy]ou can call me|[Cc]all me|[Mm]oi,? c'est|[Ss]oy|ici(?: le| la)?(?= (?:Dr|M|Mme|Mlle)\b)) (?=([^\n]{1,120}))/gu;
/** "It's …" is far more often something else. */
const presented = /(?<![\p{L}\d'])(?:[Ii]t'?s|[Jj]e suis|[Ii]ch bin) (?=([^\n]{1,120}))/gu;
const presentedAgain = /(?<![\p{L}\d'])[Ii]t'?s (\p{Lu}[\p{L}'-]{1,39}(?: \p{Lu}[\p{L}'-]{1,39})?) (?:again|here)\b/u;
/** "I'm her son, Martin". */
const related =
  /(?<![\p{L}\d'])I(?:'m| am) (?:[\p{L}']{2,20} ){1,3}(?:son|daughter|wife|husband|mother|father|brother|sister|assistant|secretary|partner), (\p{Lu}[\p{L}'-]{1,39}(?: \p{Lu}[\p{L}'-]{1,39})?)(?=$|[.,;!])/u;
const here =
  /^(?:(?:[Hh]i|[Hh]ello|[Hh]ey)(?: there)?[,!]? )?((?:(?:Mrs?|Ms|Miss|Mx|Dr|Prof)\.? )?\p{Lu}[\p{L}'-]{1,39}(?: \p{Lu}[\p{L}'-]{1,39})?) (?:(?:from [^\n]{1,60} )?(?:here|speaking))(?=$|[ ,.!:])/u;
/** What may follow a name that was only implied. */
const afterName =
  /^(?:$|[,.!;:()<&/|-]|\S{1,64}@|(?:and|from|at|with|of|here|speaking|the|by|in|again|your|need|ceo|cto|cfo|coo|founder|owner|head|vp)\b)/i;

/** … behind one in small letters, which might as well be another word. */
const afterSmallName = /^(?:$|[,!;:(<&|.-]|\S{1,64}@|(?:again|and|at|from|here|need)\b)/i;

/** Whether words are of an organisation, a position or an initial rather than a name. */
function isOtherwise(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  const isOrganisation = words.length > 1 && (isOneOf(legalForms, last) || isOneOf(organisationWords, last));
  return isOrganisation || isPositionWord(words[0] ?? '') || words.every(({ length }) => length === 1);
}

/** What stands where a name could, and is one: no word of everyday chats. Behind a first name any word is a surname. */
function canBeName(words: readonly string[]): boolean {
  const [first = '', ...rest] = words;
  if (isOtherwise(words) || isOneOf(neverAnswers, first) || isOrdinaryWord(first)) return false;
  const isWritten = words.every((word) => word !== word.toLowerCase());
  return isWritten || rest.every((word) => !isOneOf(neverAnswers, word) && !isOrdinaryWord(word));
}

function explicitName(sentence: string): string | undefined {
  const rest = explicit.exec(sentence)?.[1];
  if (rest === undefined) return undefined;
  const first = /^\p{Lu}\p{Ll}{1,20}(?=$|[ ,.!;])/u.exec(rest)?.[0];
  if (first !== undefined && isOneOf(namesThatAreWords, first)) {
    return writeName([first, ...readName(rest.slice(first.length + 1), false).words.slice(0, 2)]);
  }
  const written = readName(rest, false).words;
  if (written.length > 0) return writeName(written);
  // Without capitals the end of a name shows only in what follows: "my name is ada and …".
  const { words } = readName(rest, true);
  return words.length > 0 && words.length <= 3 ? writeName(words) : undefined;
}

function introducedIn(rest: string): string | undefined {
  const { words, after } = readName(rest, false);
  if (words.length === 0) return givenNameIn(rest);
  const shouted = words.join('').length > 4 && words.join('') === words.join('').toUpperCase();
  const isName = !isOtherwise(words) && (words.length > 1 || !isOrdinaryWord(words[0] ?? ''));
  return isName && !shouted && afterName.test(after) ? writeName(words) : undefined;
}

/** In any case: "im ada". */
function givenNameIn(rest: string): string | undefined {
  const [first = ''] = readName(rest, true).words;
  const isOfAddress = /^\.\S/.test(rest.slice(first.length));
  return isGivenName(first) && !isOfAddress && afterSmallName.test(rest.slice(first.length).trimStart())
    ? writeName([first])
    : undefined;
}

/** Nobody introduces themselves so often in one sentence. */
const maxIntroductions = 20;

function firstIntroduced(
  sentence: string,
  opening: RegExp,
  find: (rest: string) => string | undefined,
): string | undefined {
  let tried = 0;
  for (const { 1: rest = '' } of sentence.matchAll(opening)) {
    const found = find(rest);
    tried += 1;
    if (found !== undefined || tried === maxIntroductions) return found;
  }
  return undefined;
}

/** Christmas comes again too. */
const nameNotDay = (text: string): string | undefined =>
  isOneOf(neverCompanies, text) ? undefined : findWholeName(text);

const impliedName = (sentence: string): string | undefined =>
  firstIntroduced(sentence, introduced, introducedIn) ??
  findWholeName(here.exec(sentence)?.[1] ?? '') ??
  nameNotDay(presentedAgain.exec(sentence)?.[1] ?? '') ??
  findWholeName(related.exec(sentence)?.[1] ?? '') ??
  firstIntroduced(sentence, presented, givenNameIn);

export const findName = (sentence: string): string | undefined => explicitName(sentence) ?? impliedName(sentence);

/** A whole message that is nothing but a name, as an answer to the question for it: "Ada Lovelace". */
export function findBareName(message: string): string | undefined {
  const bare = message
    .trim()
    .replace(/^(?:(?:it's|its|it is|sure,?|yes,?|ok,?|hi,?|hello,?|i'm|im|i am|this is) ){1,3}/i, '')
    .replace(/[.!]$/, '');
  if (bare.length > 80) return undefined;
  const { words, after } = readName(bare, true);
  const isWhole = after === '' || (after.startsWith(',') && isGivenName(words[0] ?? ''));
  return words.length > 0 && isWhole && canBeName(words) ? writeName(words) : undefined;
}

/** Words that are the name of a person and nothing else: written like one, or begun with a common given name. */
export function findWholeName(text: string): string | undefined {
  if (text === '' || text.length > 80) return undefined;
  const written = readName(text, false);
  const { words, after } = written.words.length > 0 ? written : readName(text, true);
  const isWritten = words === written.words || isGivenName(words[0] ?? '');
  return words.length > 0 && after === '' && isWritten && canBeName(words) ? writeName(words) : undefined;
}

/** The same where companies stand as well: only what begins with a common given name. */
export function findPerson(text: string): string | undefined {
  const name = findWholeName(text);
  return name !== undefined && isGivenName(name.split(' ')[0] ?? '') ? name : undefined;
}

/** What was written before an address or number, without what joins the two: "Ada Lovelace, ada@example.com". */
export const beforeContact = (before: string): string =>
  before
    .replace(
      / (?:and|und|et|y) (?:my|the) e-?mail(?: address)? is:? ?$| (?:and|und|et|y) (?:my|the) mail(?: address)? is:? ?$/i,
      '',
    )
    .replace(/[\s,;:<([/|–-]{0,4}$/, '');
