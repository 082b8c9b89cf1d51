import { areas, ranks } from './find-job-title.ts';
import { firstOf, isQuestion } from './sentences.ts';
import { isOneOf, legalForms, neverCompanies, neverNames } from './words.ts';

const word = String.raw`[\p{Lu}\d](?:[\p{L}\d&'+-]|\.(?=[\p{L}\d])){0,39}`;
const written = new RegExp(String.raw`^(?:The |St\.? )?${word}(?: (?:& )?${word}){0,3}`, 'u');
/** "My company is …": a name in any case. */
const labelled =
  /\b(?:(?:my|our|the) (?:company|business|firm|agency|startup)(?:'s name)? (?:is|is called|name is)|company ?(?:name)? ?:|^company -|(?:company|business|firm|agency|startup) (?:called|named)) ([^\n]{1,120})/i;
/** "I work at …": a name written like one. */
const introduced = [
  /\b(?:work(?:ing|s)? (?:at|for|with)|(?:calling|writing|reaching out|messaging|emailing|here) (?:from|at)|on behalf of|i represent|i'm with|i am with|i'm at|i am at|we at|i run|i own) (?:a company called )?([^\n]{1,120})/i,
  new RegExp(
    String.raw`\b(?:${ranks.join('|')})(?: of \w{1,20})? (?:at|of|for|with) (?:(?-i:the) )?([^\n]{1,120})`,
    'i',
  ),
  new RegExp(
    String.raw`\bi (?:run|head|lead|manage|handle|do) (?:(?:the|all|our) )?(?:(?:${areas.join('|')}) ){1,3}(?:for|at) ([^\n]{1,120})`,
    'i',
  ),
  /\b(?:du cabinet|de la société|de l'agence|de l'entreprise|(?:gerente|directora?|dueñ[oa]|responsable|encargad[oa]) de) ([^\n]{1,120})/i,
  /(?:[Ii]'m|[Ii] am|[Tt]his is|[Nn]ame is|[Nn]ame's) (?:(?:Mrs?|Ms|Miss|Mx|Dr|Prof)\.? )?\p{L}[\p{L}'-]{0,39}(?: \p{Lu}[\p{L}'-]{0,39}){0,2},? (?:from|at|with) ([^\n]{1,120})/u,
  /\p{Lu}[\p{L}'-]{1,39} here,? (?:from|at|with) ([^\n]{1,120})/u,
  /^(?:\p{Lu}[\p{L}'-]{1,39} ){1,3}from ([^\n]{1,80}) (?:here|speaking)\b/u,
];
/** "I'm from …" is a place, unless it is written like a company. */
const origin = /\b(?:i'm|i am|we're|we are|chez|bei(?: der| dem)?) (?:from )?([^\n]{1,120})/i;
const bracketed = /\((\p{Lu}[^()]{1,80})\)/u;
const ofOurs = /\b(?:i own|i run|we|we're|our|wir|unsere?|unser|nous|notre|nuestr[oa])\b/i;

export function readCompany(rest: string): string | undefined {
  const company = written.exec(rest)?.[0];
  if (company === undefined) return undefined;
  const words = company.split(' ');
  const stop = words.findIndex((part, at) => at > 0 && isOneOf(neverNames, part));
  const kept = (stop === -1 ? words : words.slice(0, stop)).join(' ');
  const first = words.find((part) => part !== 'The' && part !== 'St.') ?? '';
  const isDigits = /^\d[\d.-]*$/.test(kept);
  return isDigits || isOneOf(neverCompanies, first) || isOneOf(neverNames, first) ? undefined : kept;
}

function labelledCompany(sentence: string): string | undefined {
  const rest = labelled.exec(sentence)?.[1];
  if (rest === undefined) return undefined;
  const lowerCase = /^[\p{L}\d][\p{L}\d&'+-]{1,39}(?=$|[,.!;]| and )/u.exec(rest)?.[0];
  return readCompany(rest) ?? (lowerCase && !isOneOf(neverNames, lowerCase) ? lowerCase : undefined);
}

const hasLegalForm = (company: string): boolean => isOneOf(legalForms, company.split(' ').at(-1) ?? '');

function companyOfOrigin(sentence: string): string | undefined {
  const rest = origin.exec(sentence)?.[1];
  const company = rest === undefined ? undefined : readCompany(rest);
  return company && hasLegalForm(company) ? company : undefined;
}

/** "We run a studio (Acme & Co.)": in brackets, and written like the name of a company beyond doubt. */
function bracketedCompany(sentence: string): string | undefined {
  const inside = ofOurs.test(sentence) ? bracketed.exec(sentence)?.[1] : undefined;
  const company = inside === undefined ? undefined : readCompany(inside);
  return company && (company.includes(' & ') || hasLegalForm(company)) ? company : undefined;
}

const wholeLine = new RegExp(String.raw`^(?:The )?${word}(?: (?:(?:&|and|of) )?${word}){0,3}$`, 'u');

/** A line of a signature that is written like a name, beside lines that tell the position or how to reach who signed. */
export const findSignedCompany = (lines: readonly string[], isOther: (line: string) => boolean): string | undefined =>
  lines.some(isOther)
    ? lines.slice(0, 3).find((line) => wholeLine.test(line) && !isOther(line) && readCompany(line) !== undefined)
    : undefined;

/** A question of whom others work with tells nothing of whom the visitor works for. */
const isOfOthers = (sentence: string): boolean =>
  isQuestion(sentence) && !/\b(?:i|i'm|i've|i'd|my|we|we're|we've|our|this is)\b/i.test(sentence);

export const findCompany = (sentence: string): string | undefined =>
  labelledCompany(sentence) ??
  firstOf(isOfOthers(sentence) ? [] : introduced, (pattern) => {
    const rest = pattern.exec(sentence)?.[1];
    const company = rest === undefined ? undefined : readCompany(rest);
    return company !== undefined && areas.includes(company.toLowerCase()) ? undefined : company;
  }) ??
  companyOfOrigin(sentence) ??
  bracketedCompany(sentence);
