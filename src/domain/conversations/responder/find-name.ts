import { firstOf } from './sentences.ts';
import { isOneOf, nameParticles, neverNames } from './words.ts';

const token = /^[\p{L}][\p{L}'-]{0,39}$/u;
const capitalised = /^\p{Lu}/u;
const maxTokens = 4;

/** "My name is …": whatever follows is a name, in any case. */
const explicit = /\b(?:my (?:full )?name is|my name's|my name:|name ?:|the name is|the name's) ([^\n]{1,120})/i;
/** "I'm …": only what is written like a name is one. */
const implied = [
  /(?<![\p{L}\d'])(?:[Ii]'m|[Ii] am|[Ii]m|[Tt]his is|[Mm]y friends call me|[Yy]ou can call me|[Cc]all me) ([^\n]{1,120})/u,
  /^(?:(?:[Hh]i|[Hh]ello|[Hh]ey)(?: there)?[,!]? )?(\p{Lu}[\p{L}'-]{1,39}(?: \p{Lu}[\p{L}'-]{1,39})?) here(?=$|[ ,.!:])/u,
];
/** What may follow a name that was only implied. */
const afterName =
  /^(?:$|[,.!;:()&/|-]|(?:and|from|at|with|of|here|speaking|the|by|in|again|your|ceo|cto|cfo|coo|founder|owner|head|vp)\b)/i;

const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The words at the start of `rest` that can be a name, and what follows them. */
function readName(rest: string, anyCase: boolean): { words: readonly string[]; after: string } {
  const words: string[] = [];
  let after = rest;
  while (words.length < maxTokens) {
    const word = /^[^\s,.!?;:()&/|"]+/.exec(after)?.[0] ?? '';
    const particle = words.length > 0 && isOneOf(nameParticles, word);
    const fits = token.test(word) && !/'s$/i.test(word) && (particle || !isOneOf(neverNames, word));
    if (!fits || !(particle || anyCase || capitalised.test(word))) break;
    words.push(word);
    after = after.slice(word.length);
    if (!after.startsWith(' ')) break;
    after = after.slice(1);
  }
  while (words.length > 0 && isOneOf(nameParticles, words.at(-1) ?? '')) words.pop();
  return { words, after: after.trimStart() };
}

function explicitName(sentence: string): string | undefined {
  const rest = explicit.exec(sentence)?.[1];
  if (rest === undefined) return undefined;
  const written = readName(rest, false).words;
  if (written.length > 0) return written.join(' ');
  // Without capitals the end of a name shows only in what follows: "my name is ada and …".
  const { words } = readName(rest, true);
  return words.length > 0 && words.length <= 3 ? words.map(capitalise).join(' ') : undefined;
}

function impliedName(sentence: string): string | undefined {
  return firstOf(implied, (pattern) => {
    const rest = pattern.exec(sentence)?.[1];
    if (rest === undefined) return undefined;
    const { words, after } = readName(rest, false);
    const shouted = words.join('').length > 4 && words.join('') === words.join('').toUpperCase();
    return words.length > 0 && !shouted && afterName.test(after) ? words.join(' ') : undefined;
  });
}

export const findName = (sentence: string): string | undefined => explicitName(sentence) ?? impliedName(sentence);

/** A whole message that is nothing but a name, as an answer to the question for it: "Ada Lovelace". */
export function findBareName(message: string): string | undefined {
  const bare = message
    .trim()
    .replace(/^(?:it's|its|it is|sure,?|yes,?|ok,?|hi,?|hello,?) /i, '')
    .replace(/[.!]$/, '');
  if (bare.length > 80) return undefined;
  const { words, after } = readName(bare, true);
  return words.length > 0 && after === '' ? words.map(capitalise).join(' ') : undefined;
}

/** A name written just before an address: "Ada Lovelace, ada@example.com". */
export function findNameBefore(email: string, sentence: string): string | undefined {
  const before = sentence.slice(0, sentence.indexOf(email)).replace(/[\s,;:<([-]{0,4}$/, '');
  if (before === '' || before.length > 80) return undefined;
  const { words, after } = readName(before, false);
  return words.length > 0 && after === '' ? words.join(' ') : undefined;
}
