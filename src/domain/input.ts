import { z } from 'zod';
import { invalid } from './errors.ts';

/** @throws INVALID naming the first field that is wrong. */
export function parseInput<S extends z.ZodType>(schema: S, input: z.input<S>): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  throw invalid(
    field ? `${field}: ${issue?.message ?? 'is not valid'}` : (issue?.message ?? 'The input is not valid.'),
    field,
  );
}

/** PostgreSQL stores neither a NUL nor half a surrogate pair. */
export const isStorableText = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** Text of 1 to `max` characters once the white space around it is gone. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(max, `must be at most ${max} characters`)
    .refine(isStorableText, 'contains characters that cannot be stored');

/** An e-mail address, kept in lower case so that one person is found again. */
export const email = z
  .string()
  .trim()
  .max(320, 'must be at most 320 characters')
  .toLowerCase()
  .pipe(z.email('must be an e-mail address'));

export const phone = text(50);

/** Tags keep their order; a repeated one counts once. */
export const tags = z
  .array(text(100))
  .max(50, 'must be at most 50 tags')
  .transform((list) => [...new Set(list)]);

const maxJsonChars = 65_536;

/** Free-form JSON of at most 64 KiB. */
export const jsonObject = z
  .record(z.string(), z.json())
  .refine((value) => JSON.stringify(value).length <= maxJsonChars, `must be at most ${maxJsonChars} characters of JSON`)
  .refine((value) => isStorableJson(value), 'contains characters that cannot be stored');

export type JsonObject = z.input<typeof jsonObject>;

function isStorableJson(value: unknown): boolean {
  if (typeof value === 'string') return isStorableText(value);
  if (Array.isArray(value)) return value.every(isStorableJson);
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).every(([key, item]) => isStorableText(key) && isStorableJson(item));
  }
  return true;
}
