import type { OnBehalf } from '../outside/capabilities.ts';

export type TranslatorInput = {
  readonly text: string;
  /** The language it is to be in, as a tag such as `es` or `pt-BR`. */
  readonly to: string;
  /** Says that the time is over: the text then goes out as typed. */
  readonly signal: AbortSignal;
  readonly onBehalf: OnBehalf;
};

export type Translation = {
  readonly text: string;
  /** What the text was in, as far as the translator found out. */
  readonly from?: string | null;
};

/** Puts what one side of a conversation typed into the language of the other. */
export type Translator = {
  /** Answers null where it cannot, and throws where it fails: the text then stays as it was typed. */
  translate(input: TranslatorInput): Promise<Translation | null>;
};

/** The default: nothing is configured, so every message goes out as typed. */
export const noTranslator: Translator = { translate: () => Promise.resolve(null) };

/** Whether two tags are of one language, whatever its region. */
export const isSameLanguage = (one: string, other: string): boolean => primary(one) === primary(other);

/** A word or two of the Latin script are of many languages: "ok", "no", "hotel". */
const leastLetters = 12;

/** Whether a text is long enough to tell the language of who wrote it. */
export function isTelling(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length >= leastLetters || letters.some((letter) => !/\p{Script=Latin}/u.test(letter));
}

const primary = (tag: string) => tag.toLowerCase().split('-')[0];
