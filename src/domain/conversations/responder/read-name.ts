import { isOneOf, nameParticles, neverNames } from './words.ts';

const token = /^\p{L}[\p{L}\p{M}'-]{0,39}$/u;
const contraction = /'(?:s|m|ve|re|ll|d)$/i;
const capitalised = /^\p{Lu}|^\p{Lo}/u;
const honorific =
  /^(?:mr|mrs|ms|miss|mx|mdm|dr|prof|sir|madam|familie|señora?|sra?|herr|frau|monsieur|madame|mme|signora?)\.? /iu;
const maxTokens = 4;

const isParticle = (word: string): boolean => isOneOf(nameParticles, word);

/**
 * The words at the start of `rest` that can be a name, and what follows them. A title before them is no part of it: a
 * first name is what people are greeted by.
 */
export function readName(rest: string, anyCase: boolean): { words: readonly string[]; after: string } {
  const words: string[] = [];
  let after = rest.replace(honorific, '');
  while (words.length < maxTokens) {
    const word = /^[^\s,.!?;:()<>&/|"]+/.exec(after)?.[0] ?? '';
    const particle = words.length > 0 && isParticle(word);
    const fits = token.test(word) && !contraction.test(word) && (particle || !isOneOf(neverNames, word));
    if (!fits || !(particle || anyCase || capitalised.test(word))) break;
    words.push(word);
    after = after.slice(word.length);
    if (!after.startsWith(' ')) break;
    after = after.slice(1);
  }
  while (words.length > 1 && isParticle(words.at(-1) ?? '')) words.pop();
  return { words, after: after.trimStart() };
}

const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** As a name is written: what came in capitals or mixed stays, particles stay small. */
export function writeName(words: readonly string[]): string {
  const isWritten = words.some((word) => word !== word.toLowerCase());
  return words.map((word, at) => (isWritten || (at > 0 && isParticle(word)) ? word : capitalise(word))).join(' ');
}
