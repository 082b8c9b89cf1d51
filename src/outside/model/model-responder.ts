import type { Logger } from 'pino';
import type { Answer, Responder, ResponderInput } from '../../domain/conversations/responder/responder.ts';
import { asksForPerson } from '../../domain/conversations/responder/reply-to.ts';
import { limits } from '../../limits.ts';
import { isBlank } from '../../text.ts';
import { NotAskedError } from '../provider/provider-error.ts';
import type { ModelClient } from './model-client.ts';
import { teamMark, toPrompt } from './to-prompt.ts';

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
export const createModelResponder = (
  { complete }: ModelClient,
  log: Pick<Logger, 'warn'>,
  fallback: Responder,
): Responder => ({
  async respond(input) {
    const { messages, onBehalf, widgetId, tokensPerDay } = input;
    const last = messages.at(-1);
    if (last?.role !== 'VISITOR' || isBlank(last.content)) return null;
    try {
      return await complete({
        onBehalf,
        widget: { id: widgetId, tokensPerDay },
        messages: toPrompt(input),
        maxTokens: limits.completionTokens,
        temperature: 0.2,
        shape: null,
        signal: input.signal ?? AbortSignal.timeout(limits.answerMs),
        read: (text) => toAnswer(text, input),
      });
    } catch (error) {
      if (!(error instanceof NotAskedError))
        log.warn(
          { err: error, conversationId: onBehalf.conversationId },
          'The model gave no answer; the rules answer instead.',
        );
      return fallback.respond(input);
    }
  },
});
