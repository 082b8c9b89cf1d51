import type { z } from 'zod';
import { ProviderError } from '../provider/provider-error.ts';

/** Models that keep to no shape of answer put JSON between fences. */
const fenced = /^```(?:json)?([^]*)```$/;

/** Reads JSON of that shape. @throws ProviderError for anything else; the provider itself is well all the same */
export const readShaped =
  <S extends z.ZodType>(shape: S) =>
  (text: string): z.output<S> => {
    const { data, success } = shape.safeParse(parse(fenced.exec(text)?.[1] ?? text));
    if (success) return data;
    throw new ProviderError('The model did not answer in the form that it was asked for.', { isProviders: false });
  };

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
