import { areas } from './find-job-title.ts';
import { firstOf } from './sentences.ts';
import { isOneOf, legalForms, neverCompanies, neverNames } from './words.ts';

const word = String.raw`[\p{Lu}\d](?:[\p{L}\d&'+-]|\.(?=[\p{L}\d])){0,39}`;
const written = new RegExp(String.raw`^(?:The |St\.? )?${word}(?: (?:& )?${word}){0,3}`, 'u');
/** "My company is …": a name in any case. */
const labelled =
  /\b(?:(?:my|our|the) (?:company|business|firm|agency|startup)(?:'s name)? (?:is|is called|name is)|company ?(?:name)? ?:|(?:company|business|firm|agency|startup) (?:called|named)) ([^\n]{1,120})/i;
/** "I work at …": a name written like one. */
const introduced = [
  /\b(?:work(?:ing|s)? (?:at|for|with)|(?:calling|writing|reaching out|messaging|emailing|here) (?:from|at)|on behalf of|i represent|i'm with|i am with|i'm at|i am at|we at|i run|i own) (?:a company called )?([^\n]{1,120})/i,
  /\b(?:ceo|cto|cfo|coo|cmo|cio|founder|co-founder|cofounder|owner|president|director|manager|head|partner|vp|engineer|developer|designer|consultant|analyst|assistant|lead)(?: of \w{1,20})? (?:at|of|for|with) ([^\n]{1,120})/i,
  /(?:[Ii]'m|[Ii] am|[Tt]his is|[Nn]ame is|[Nn]ame's) (?:(?:Mrs?|Ms|Miss|Mx|Dr|Prof)\.? )?\p{L}[\p{L}'-]{0,39}(?: \p{Lu}[\p{L}'-]{0,39}){0,2},? (?:from|at|with) ([^\n]{1,120})/u,
  /\p{Lu}[\p{L}'-]{1,39} here,? (?:from|at|with) ([^\n]{1,120})/u,
];
/** "I'm from …" is a place, unless it is written like a company. */
const origin = /\b(?:i'm|i am|we're|we are) (?:from )?([^\n]{1,120})/i;

function readCompany(rest: string): string | undefined {
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

function companyOfOrigin(sentence: string): string | undefined {
  const rest = origin.exec(sentence)?.[1];
  const company = rest === undefined ? undefined : readCompany(rest);
  return company && isOneOf(legalForms, company.split(' ').at(-1) ?? '') ? company : undefined;
}

export const findCompany = (sentence: string): string | undefined =>
  labelledCompany(sentence) ??
  firstOf(introduced, (pattern) => {
    const rest = pattern.exec(sentence)?.[1];
    const company = rest === undefined ? undefined : readCompany(rest);
    return company !== undefined && areas.includes(company.toLowerCase()) ? undefined : company;
  }) ??
  companyOfOrigin(sentence);
