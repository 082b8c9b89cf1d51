import { z } from 'zod';
import { limits } from '../../limits.ts';
import { isBlank, isStorable } from '../../text.ts';
import { ProviderError } from '../provider/provider-error.ts';
import { malformedAnswer, tooLargeAnswer } from '../provider/read-json.ts';
import type { Chunks } from '../provider/send.ts';
import { readEventStream } from './read-event-stream.ts';

const part = z.object({
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .max(100)
    .default([]),
  usage: z
    .object({ total_tokens: z.int().min(0) })
    .nullish()
    .catch(null),
  error: z.unknown().optional(),
});

export type Completion = {
  readonly text: string;
  /** What it says that the whole call took; null where it does not say. */
  readonly tokens: number | null;
};

const cutOff = () =>
  new ProviderError('The connection was closed before the answer was complete.', { isPassing: true });

/** Everything but the ends of lines. */
const unseen = /[\p{Cc}\p{Cs}]/gu;

/**
 * A completion as it is streamed, as text: calls of tools and whatever else it may hold are left out.
 * @throws ProviderError for one that is too large, is cut off, says nothing, or is no completion
 */
export async function readCompletion(chunks: Chunks): Promise<Completion> {
  let text = '';
  let tokens: number | null = null;
  let end: string | null = null;
  let isDone = false;
  for await (const data of readEventStream(chunks, limits.completionBytes)) {
    if (data === '[DONE]') {
      isDone = true;
      break;
    }
    const { choices, usage, error } = parse(data);
    if (error != null) throw new ProviderError('The provider broke off its answer.', { isPassing: true });
    text += choices[0]?.delta?.content ?? '';
    if (text.length > limits.completionChars) throw tooLargeAnswer();
    tokens = usage?.total_tokens ?? tokens;
    end = choices[0]?.finish_reason ?? end;
  }
  if (!isDone && end === null) throw cutOff();
  const told = text.replaceAll(unseen, (found) => (found === '\n' || found === '\t' ? found : '')).trim();
  if (isBlank(told) || !isStorable(told)) throw malformedAnswer();
  return { text: end === 'length' ? `${told} …` : told, tokens };
}

function parse(data: string): z.output<typeof part> {
  try {
    const { data: read } = part.safeParse(JSON.parse(data));
    if (read) return read;
  } catch {
    // No JSON: the same as another shape.
  }
  throw malformedAnswer();
}
