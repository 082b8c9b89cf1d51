import { z } from 'zod';
import { findJsonFault } from '../json.ts';
import { isBlank, isStorable } from '../text.ts';
import { invalidBy } from '../errors.ts';

/** @throws INVALID naming the first field that is wrong. */
export function parseInput<S extends z.ZodType>(schema: S, input: z.input<S>): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw invalidBy(parsed.error.issues);
}

/** Text of 1 to `max` characters once the white space around it is gone. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .refine((value) => !isBlank(value), 'must not be empty')
    .max(max, `must be at most ${max} characters`)
    .refine(isStorable, 'contains characters that cannot be stored');

/** Text that is compared with other text: composed, so that one spelling is found again whoever typed it. */
export const name = (max: number) => text(max).normalize('NFC');

/** A tag such as `en` or `pt-BR`. */
export const languageTag = text(35).regex(
  /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/,
  'must be a language tag such as en or pt-BR',
);

/** An e-mail address, kept in lower case so that one person is found again. */
export const email = z
  .string()
  .trim()
  .max(320, 'must be at most 320 characters')
  .normalize('NFC')
  .toLowerCase()
  .pipe(z.email('must be an e-mail address'));

export const phone = text(50);

/** Tags keep their order; a repeated one counts once. */
export const tags = z
  .array(name(100))
  .max(50, 'must be at most 50 tags')
  .transform((list) => [...new Set(list)]);

const maxJsonChars = 65_536;

/** Free-form JSON of at most 64 KiB. */
export const jsonObject = z
  .record(z.string(), z.json())
  .refine((value) => JSON.stringify(value).length <= maxJsonChars, `must be at most ${maxJsonChars} characters of JSON`)
  .refine((value) => findJsonFault(value) === null, 'contains what cannot be stored');

export type JsonObject = z.input<typeof jsonObject>;
