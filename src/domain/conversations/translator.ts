/**
 * Turns what an agent typed into the visitor's language. Answers null where it cannot: the text is then sent as typed, as it is
 * where the signal says that the time is over.
 */
export type Translator = {
  translate(input: { text: string; to: string; signal: AbortSignal }): Promise<{ text: string } | null>;
};

/** The default: nothing is configured, so every message goes out as typed. */
export const noTranslator: Translator = { translate: () => Promise.resolve(null) };
