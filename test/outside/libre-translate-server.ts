import { answerJson, type Behaviour, openProviderServer } from './provider-server.ts';

/** Translates by putting the language in front; what begins with a language in brackets is in that one. */
export const translating: Behaviour = (response, request) => {
  const { q, target, api_key: key } = request.body;
  if (key !== 'the key') return answerJson({ error: 'Invalid API key' }, 403)(response, request);
  const text = String(q);
  const language = /^\((\w+)\)/.exec(text)?.[1] ?? 'en';
  const translatedText = language === target ? text : `[${String(target)}] ${text}`;
  answerJson({ translatedText, detectedLanguage: { confidence: 92, language } })(response, request);
};

/** Translates the phrases of a book, each by its languages; what is not in it stays as it is. */
export const byTheBook =
  (book: readonly Readonly<Record<string, string>>[]): Behaviour =>
  (response, request) => {
    const { q, target } = request.body;
    const phrase = book.find((words) => Object.values(words).some((text) => text === q)) ?? {};
    const [language = 'en'] = Object.entries(phrase).find(([, text]) => text === q) ?? [];
    const translatedText = phrase[String(target)] ?? q;
    answerJson({ translatedText, detectedLanguage: { confidence: 92, language } })(response, request);
  };

/** A server as LibreTranslate is one: `POST /translate`, errors as `{error}`. */
export const openLibreTranslate = () => openProviderServer(translating);
