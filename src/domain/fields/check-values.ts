import type { CustomField } from '../../db/generated/prisma/client.ts';
import { parseInstant } from '../../instant.ts';
import { invalidField } from '../../errors.ts';
import type { JsonObject } from '../input.ts';

export type FieldDefinition = Pick<CustomField, 'name' | 'fieldType' | 'options' | 'required'>;

type Rule = {
  readonly holds: (value: unknown, options: readonly string[]) => boolean;
  /** What is accepted, behind "must be". */
  readonly accepts: (options: readonly string[]) => string;
};

const maxText = 10_000;
const mostNamed = 50;

const listOf = (options: readonly string[]) =>
  options
    .slice(0, mostNamed)
    .map((option) => JSON.stringify(option))
    .join(', ') + (options.length > mostNamed ? ', …' : '');

const rules = {
  TEXT: {
    holds: (value) => typeof value === 'string' && value.length <= maxText,
    accepts: () => `text of at most ${maxText} characters`,
  },
  NUMBER: { holds: (value) => typeof value === 'number' && Number.isFinite(value), accepts: () => 'a number' },
  DATE: {
    holds: (value) => typeof value === 'string' && parseInstant(value) !== null,
    accepts: () => 'a date such as 2026-05-04, or an instant such as 2026-05-04T13:22:01Z',
  },
  SELECT: {
    holds: (value, options) => typeof value === 'string' && options.includes(value),
    accepts: (options) => `one of ${listOf(options)}`,
  },
  MULTISELECT: {
    holds: (value, options) =>
      Array.isArray(value) &&
      new Set(value).size === value.length &&
      value.every((item) => typeof item === 'string' && options.includes(item)),
    accepts: (options) => `a list that holds each at most once of ${listOf(options)}`,
  },
  BOOLEAN: { holds: (value) => typeof value === 'boolean', accepts: () => 'true or false' },
} as const satisfies Record<FieldDefinition['fieldType'], Rule>;

const ruleOf = ({ fieldType }: FieldDefinition): Rule => rules[fieldType];

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const ownValue = (values: JsonObject | null, name: string): unknown =>
  values !== null && Object.hasOwn(values, name) ? values[name] : undefined;

/**
 * Holds what is given to the definitions, and the whole to what is required. Values that were there before and names without
 * a definition are let be.
 * @throws INVALID naming the field and what it accepts.
 */
export function checkValues(
  definitions: readonly FieldDefinition[],
  given: JsonObject,
  whole: JsonObject | null,
): void {
  for (const definition of definitions) {
    const { name, options, required } = definition;
    const { holds, accepts } = ruleOf(definition);
    const field = `customFields.${name}`;
    const value = ownValue(given, name);
    if (value !== undefined && value !== null && !holds(value, options))
      throw invalidField(field, `must be ${accepts(options)}`);
    if (required && isEmpty(ownValue(whole, name))) throw invalidField(field, `is required: ${accepts(options)}`);
  }
}
