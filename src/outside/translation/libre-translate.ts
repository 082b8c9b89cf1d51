import { z } from 'zod';
import {
  isSameLanguage,
  type Translation,
  type Translator,
  type TranslatorInput,
} from '../../domain/conversations/translator.ts';
import { languageTag } from '../../domain/input.ts';
import { limits } from '../../limits.ts';
import { isBlank, isStorable } from '../../text.ts';
import { createProvider, type Provider, type Surroundings } from '../provider/provider.ts';
import { NotAskedError, ProviderError } from '../provider/provider-error.ts';
import { readJson } from '../provider/read-json.ts';
import { createKeptTexts } from './kept-texts.ts';

export type TranslateOptions = { readonly url: string; readonly apiKey: string | null };

const answer = z.object({
  translatedText: z
    .string()
    .max(limits.translatedChars)
    .refine((text) => isStorable(text) && !isBlank(text)),
  detectedLanguage: z.object({ language: languageTag, confidence: z.number() }).nullish().catch(null),
});

/** Of detection in percent, below which what was detected is a guess: two or three words of a chat often are. */
const leastConfidence = 50;

const keptChars = 4 * 1024 * 1024;
const refusedMs = 600_000;

/** Its own codes: no regions, and the traditional script of Chinese apart. */
const toCode = (tag: string): string =>
  /^zh-(?:.*\b)?(?:hant|tw|hk|mo)\b/i.test(tag) ? 'zt' : (tag.toLowerCase().split('-')[0] ?? tag);

const toTag = (code: string): string => (code === 'zt' ? 'zh-Hant' : code);

/** Whether it was answered that this text is not translated, which another try would not change. */
const isRefusal = (error: unknown): boolean =>
  error instanceof ProviderError && !error.isProviders && error.status !== null;

function toTranslation(
  { translatedText, detectedLanguage }: z.output<typeof answer>,
  text: string,
  target: string,
): Translation {
  const isSure = detectedLanguage && detectedLanguage.confidence >= leastConfidence;
  const from = isSure ? detectedLanguage.language : null;
  const isThere = from !== null && isSameLanguage(from, target);
  return { text: isThere ? text : translatedText, from: from && toTag(from) };
}

/** Translates by a server that speaks LibreTranslate's protocol. What was translated once is kept. */
export function createLibreTranslate(
  surroundings: Surroundings,
  { url, apiKey }: TranslateOptions,
): { readonly translator: Translator; readonly provider: Provider } {
  const toBody = (text: string, target: string) => ({
    q: text,
    source: 'auto',
    target,
    format: 'text',
    ...(apiKey !== null && { api_key: apiKey }),
  });
  const provider = createProvider(surroundings, {
    capability: 'TRANSLATION',
    baseUrl: url,
    headers: {},
    keyVariable: 'TRANSLATE_API_KEY',
    // A little less than whoever waits for it, so that it is told what took so long.
    timeoutMs: limits.translateMs - 500,
    checkPath: '/languages',
    // Which languages there are it tells without a key.
    tried: { path: '/translate', body: toBody('Hello', 'es') },
  });
  const kept = createKeptTexts<Translation>(keptChars);

  const refused = createKeptTexts<number>(keptChars / 16);
  const underWay = new Map<string, Promise<Translation>>();

  /** Whoever asks for the same at once waits for the one call. What the provider refused as such is not asked again for a while. */
  async function translate(input: TranslatorInput): Promise<Translation | null> {
    const target = toCode(input.to);
    const key = JSON.stringify([input.onBehalf.orgId, target, input.text]);
    const known = kept.get(key);
    if (known) return known;
    if (performance.now() < (refused.get(key) ?? 0)) return null;
    const asking = underWay.get(key) ?? ask(input, target);
    underWay.set(key, asking);
    try {
      const made = await asking;
      kept.set(key, made, made.text.length);
      return made;
    } catch (error) {
      if (isRefusal(error)) refused.set(key, performance.now() + refusedMs, 0);
      throw error;
    } finally {
      underWay.delete(key);
    }
  }

  async function ask({ text, signal, onBehalf }: TranslatorInput, target: string): Promise<Translation> {
    const read = readJson(answer, limits.translationBytes);
    return provider.ask<Translation>({
      onBehalf,
      signal,
      path: '/translate',
      body: toBody(text, target),
      async read(chunks) {
        const answered = await read(chunks);
        return { value: toTranslation(answered, text, target), receivedChars: answered.translatedText.length };
      },
    });
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
