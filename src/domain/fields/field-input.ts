import { z } from 'zod';
import { CustomFieldType } from '../../db/generated/prisma/enums.ts';
import { invalidField } from '../../errors.ts';
import { name, text } from '../input.ts';

export const maxFields = 200;
const maxOptions = 200;

/** What a body can say of a custom field; the name is fixed once it is made. */
export const fieldShape = {
  name: z
    .string()
    .trim()
    .regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/, 'must be a letter, then up to 63 letters, digits or underscores'),
  label: name(200),
  fieldType: z.enum(CustomFieldType),
  options: z
    .array(text(200))
    .max(maxOptions, `must be at most ${maxOptions} options`)
    .refine((options) => new Set(options).size === options.length, 'must differ from each other'),
  required: z.boolean(),
};

const choices: ReadonlySet<CustomFieldType> = new Set<CustomFieldType>(['SELECT', 'MULTISELECT']);

/** @throws INVALID for a choice without options, and for options of what is none. */
export function fittingOptions(fieldType: CustomFieldType, options: readonly string[]): string[] {
  if (choices.has(fieldType) && options.length === 0)
    throw invalidField('options', `must name at least one for ${fieldType.toLowerCase()}`);
  if (!choices.has(fieldType) && options.length > 0)
    throw invalidField('options', `are for select and multiselect, not for ${fieldType.toLowerCase()}`);
  return [...options];
}
