import type { z } from 'zod';
import { ProviderError } from './provider-error.ts';
import type { Chunks } from './send.ts';

const tooLarge = 'The answer of the provider was too large.';
const malformed = 'The answer of the provider was not what its protocol says.';

/** An answer that nothing can be made of; asking again is no use. */
export const malformedAnswer = () => new ProviderError(malformed);
export const tooLargeAnswer = () => new ProviderError(tooLarge);

/** @throws ProviderError for more than so many bytes, for what is no JSON, and for JSON of another shape */
export const readJson =
  <S extends z.ZodType>(shape: S, mostBytes: number) =>
  async (chunks: Chunks): Promise<z.output<S>> => {
    const kept: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of chunks) {
      length += chunk.length;
      if (length > mostBytes) throw tooLargeAnswer();
      kept.push(chunk);
    }
    const { data, success } = shape.safeParse(parse(Buffer.concat(kept).toString()));
    if (!success) throw malformedAnswer();
    return data;
  };

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
