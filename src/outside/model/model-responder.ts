import { sharedNow } from '../../clock.ts';
import type { Answer, Responder, ResponderInput } from '../../domain/conversations/responder/responder.ts';
import { asksForPerson } from '../../domain/conversations/responder/reply-to.ts';
import { limits } from '../../limits.ts';
import { isBlank } from '../../text.ts';
import { createProvider, type Provider, type Surroundings } from '../provider/provider.ts';
import { NotAskedError } from '../provider/provider-error.ts';
import { readCompletion } from './read-completion.ts';
import { teamMark, toPrompt } from './to-prompt.ts';
import { reserveTokens, settleTokens } from './token-budget.ts';

export type ModelOptions = {
  /** The base of an API as OpenAI's is one: with its `/v1`. */
  readonly baseUrl: string;
  readonly apiKey: string | null;
  readonly model: string;
};

/** What a call takes at least that says nothing: no text is counted in less than a token for three bytes. */
const tokensOf = (text: string): number => Math.ceil(Buffer.byteLength(text) / 3);

const leftToTeam = 'That is for a person on the team to answer; your question is in front of them.';

/** An answer that leaves the visitor to the team says so by a mark, which is taken out. */
function toAnswer(text: string, { messages }: ResponderInput): Answer {
  const said = text.replaceAll(teamMark, '').trim();
  const asked = messages.at(-1)?.content ?? '';
  return {
    content: isBlank(said) ? leftToTeam : said,
    language: null,
    leftToTeam: text.includes(teamMark) || asksForPerson(asked),
  };
}

/** Answers visitors by a model; by `fallback`, the rules, where it may not be asked, fails or takes too long. */
export function createModelResponder(
  surroundings: Surroundings,
  { baseUrl, apiKey, model }: ModelOptions,
  fallback: Responder,
): { readonly responder: Responder; readonly provider: Provider } {
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

  async function ask(input: ResponderInput, signal: AbortSignal): Promise<Answer> {
    const { onBehalf, widgetId, tokensPerDay } = input;
    const messages = toPrompt(input);
    const most = tokensOf(JSON.stringify(messages)) + limits.completionTokens;
    const body = {
      model,
      messages,
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: limits.completionTokens,
      temperature: 0.2,
    };
    const spender = { orgId: onBehalf.orgId, widgetId, widgetTokens: tokensPerDay };
    const reserved = await reserveTokens(pool, spender, most, sharedNow(clock));
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
          return { value: toAnswer(text, input), receivedChars: text.length };
        },
      });
    } finally {
      // An answer that was given stands: what was set aside then counts as used.
      await settleTokens(pool, reserved, used).catch((error: unknown) =>
        log.warn({ err: error, orgId: onBehalf.orgId, widgetId }, 'The tokens of a call could not be settled.'),
      );
    }
  }

  async function respond(input: ResponderInput): Promise<Answer | null> {
    const last = input.messages.at(-1);
    if (last?.role !== 'VISITOR' || isBlank(last.content)) return null;
    const signal = input.signal ?? AbortSignal.timeout(limits.answerMs);
    try {
      return await ask(input, signal);
    } catch (error) {
      if (!(error instanceof NotAskedError))
        log.warn(
          { err: error, conversationId: input.onBehalf.conversationId },
          'The model gave no answer; the rules answer instead.',
        );
      return fallback.respond(input);
    }
  }

  return { provider, responder: { respond } };
}
