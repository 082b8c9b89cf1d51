import type { z } from 'zod';

type Body = { readonly shape: Readonly<Record<string, z.ZodType>> };

/** The names of the fields that a body may leave out, in a row; `words` are said behind the name of a field. */
export const optionalFields = ({ shape }: Body, words: Readonly<Record<string, readonly string[]>> = {}): string =>
  Object.entries(shape)
    .filter(([, field]) => field.safeParse(undefined).success)
    .map(([name]) => (words[name] ? `${name} (${words[name].join(', ')})` : name))
    .join(', ');
