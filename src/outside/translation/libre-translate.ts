import { z } from 'zod';
import { isSameLanguage, type Translation, type Translator } from '../../domain/conversations/translator.ts';
import { limits } from '../../limits.ts';
import { isBlank, isStorable } from '../../text.ts';
import { createProvider, type Provider, type Surroundings } from '../provider/provider.ts';
import { NotAskedError } from '../provider/provider-error.ts';
import { readJson } from '../provider/read-json.ts';
import { createKeptTexts } from './kept-texts.ts';

export type TranslateOptions = { readonly url: string; readonly apiKey: string | null };

const answer = z.object({
  translatedText: z
    .string()
    .max(limits.translatedChars)
    .refine((text) => isStorable(text) && !isBlank(text)),
  detectedLanguage: z
    .object({ language: z.string().max(35), confidence: z.number() })
    .nullish()
    .catch(null),
});

/** Of detection in percent, below which what was detected is a guess: two or three words of a chat often are. */
const leastConfidence = 50;

const keptChars = 4 * 1024 * 1024;

/** Its own codes: no regions, and the traditional script of Chinese apart. */
const toCode = (tag: string): string =>
  /^zh-(?:.*\b)?(?:hant|tw|hk|mo)\b/i.test(tag) ? 'zt' : (tag.toLowerCase().split('-')[0] ?? tag);

/** Translates by a server that speaks LibreTranslate's protocol. What was translated once is kept. */
export function createLibreTranslate(
  surroundings: Surroundings,
  { url, apiKey }: TranslateOptions,
): { readonly translator: Translator; readonly provider: Provider } {
  const provider = createProvider(surroundings, {
    capability: 'TRANSLATION',
    baseUrl: url,
    headers: {},
    keyVariable: 'TRANSLATE_API_KEY',
    // A little less than whoever waits for it, so that it is told what took so long.
    timeoutMs: limits.translateMs - 500,
    checkPath: '/languages',
  });
  const kept = createKeptTexts<Translation>(keptChars);

  async function translate({ text, to, signal, onBehalf }: Parameters<Translator['translate']>[0]) {
    const target = toCode(to);
    const key = JSON.stringify([onBehalf.orgId, target, text]);
    const known = kept.get(key);
    if (known) return known;
    const read = readJson(answer, limits.translationBytes);
    const made = await provider.ask<Translation>({
      onBehalf,
      signal,
      path: '/translate',
      body: { q: text, source: 'auto', target, format: 'text', ...(apiKey !== null && { api_key: apiKey }) },
      async read(chunks) {
        const { translatedText, detectedLanguage } = await read(chunks);
        const isSure = detectedLanguage && detectedLanguage.confidence >= leastConfidence;
        const from = isSure ? detectedLanguage.language : null;
        const isThere = from !== null && isSameLanguage(from, target);
        return { value: { text: isThere ? text : translatedText, from }, receivedChars: translatedText.length };
      },
    });
    kept.set(key, made, made.text.length);
    return made;
  }

  return {
    provider,
    translator: {
      translate: (input) =>
        translate(input).catch((error: unknown) => {
          if (error instanceof NotAskedError) return null;
          throw error;
        }),
    },
  };
}
