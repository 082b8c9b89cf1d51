import { sharedNow } from '../../clock.ts';
import type { OnBehalf } from '../../domain/outside/capabilities.ts';
import { limits } from '../../limits.ts';
import { createProvider, type Provider, type Surroundings } from '../provider/provider.ts';
import { NotAskedError } from '../provider/provider-error.ts';
import { readCompletion } from './read-completion.ts';
import { reserveTokens, settleTokens } from './token-budget.ts';

export type ModelOptions = {
  /** The base of an API as OpenAI's is one: with its `/v1`. */
  readonly baseUrl: string;
  readonly apiKey: string | null;
  readonly model: string;
  /** Whether it reads leads from chats, too. */
  readonly readsLeads: boolean;
};

export type PromptMessage = { readonly role: 'system' | 'user' | 'assistant'; readonly content: string };

type Asked<T> = {
  readonly onBehalf: OnBehalf;
  /** Whose tokens it takes beside the workspace's; null for the workspace's alone. */
  readonly widget: { readonly id: string; readonly tokensPerDay: number } | null;
  readonly messages: readonly PromptMessage[];
  readonly maxTokens: number;
  readonly temperature: number;
  /** What its answer has to be; null for text. */
  readonly shape: { readonly name: string; readonly schema: object } | null;
  readonly signal: AbortSignal;
  readonly read: (text: string) => T;
};

export type ModelClient = {
  readonly provider: Provider;
  /** One completion, counted to the budgets. @throws ProviderError where it failed; NotAskedError where nothing was sent */
  complete<T>(asked: Asked<T>): Promise<T>;
};

/** What a call takes at least that says nothing: no text is counted in less than a token for three bytes. */
const tokensOf = (text: string): number => Math.ceil(Buffer.byteLength(text) / 3);

/** The one way a model is asked for anything: tokens are set aside before, and counted afterwards. */
export function createModelClient(surroundings: Surroundings, { baseUrl, apiKey, model }: ModelOptions): ModelClient {
  const { pool, clock, log } = surroundings;
  const provider = createProvider(surroundings, {
    capability: 'MODEL',
    baseUrl,
    headers: apiKey === null ? {} : { Authorization: `Bearer ${apiKey}` },
    keyVariable: 'AI_API_KEY',
    // A little less than whoever waits for it, so that the rules answer where the model does not.
    timeoutMs: limits.answerMs - 2000,
    checkPath: '/models',
  });

  async function complete<T>({ onBehalf, widget, messages, maxTokens, temperature, shape, signal, read }: Asked<T>) {
    const most = tokensOf(JSON.stringify({ messages, shape })) + maxTokens;
    const body = {
      model,
      messages,
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: maxTokens,
      temperature,
      ...(shape && { response_format: { type: 'json_schema', json_schema: { ...shape, strict: true } } }),
    };
    const reserved = await reserveTokens(pool, { orgId: onBehalf.orgId, widget }, most, sharedNow(clock));
    if (!reserved) throw new NotAskedError('MODEL', 'USED_UP');
    // What fails costs nothing that is known of; what was begun and broke off, all that was set aside.
    let used = 0;
    try {
      return await provider.ask({
        onBehalf,
        signal,
        path: '/chat/completions',
        body,
        async read(chunks) {
          used = most;
          const { text, tokens } = await readCompletion(chunks);
          // A provider's figure is believed within reason: a budget that it could not move would be none.
          if (tokens !== null && tokens > 0 && tokens <= most * 4) used = tokens;
          return { value: read(text), receivedChars: text.length };
        },
      });
    } finally {
      // An answer that was given stands: what was set aside then counts as used.
      await settleTokens(pool, reserved, used).catch((error: unknown) =>
        log.warn(
          { err: error, orgId: onBehalf.orgId, widgetId: widget?.id },
          'The tokens of a call could not be settled.',
        ),
      );
    }
  }

  return { provider, complete };
}
