type GraphWord<Word> = Word extends string ? Uppercase<Word> : Word;

/** The graph's spelling of an enum value. */
export function graphWord<Word extends string | undefined>(word: Word): GraphWord<Word> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `toUpperCase` is `Uppercase` at run time
  return word?.toUpperCase() as GraphWord<Word>;
}

/** AI93's spelling of an enum value. */
export const ai93Word = <Word extends string>(word: Word): Lowercase<Word> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `toLowerCase` is `Lowercase` at run time
  word.toLowerCase() as Lowercase<Word>;
