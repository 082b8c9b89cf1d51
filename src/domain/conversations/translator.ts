/** Turns what an agent typed into the visitor's language. Answers null where it cannot: the text is then sent as typed. */
export type Translator = {
  translate(input: { text: string; to: string }): Promise<{ text: string } | null>;
};

/** The default: nothing is configured, so every message goes out as typed. */
export const noTranslator: Translator = { translate: () => Promise.resolve(null) };
