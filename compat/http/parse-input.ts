import { z } from 'zod';
import { invalid } from '../../src/errors.ts';

type Issue = z.core.$ZodIssue;

/** A caller that reads the answer corrects so many things at once. */
const mostNamed = 5;

/** @throws INVALID with a sentence about each thing that is wrong, fields that are not known first, and the field of the first. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value, { error: expectation });
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  if (issues.some(({ path, code }) => path.length === 0 && code !== 'unrecognized_keys'))
    throw invalid('The body must be a JSON object.');
  const inOrder = [...issues.filter(isUnknown), ...issues.filter((issue) => !isUnknown(issue))];
  const sentences = inOrder.slice(0, mostNamed).map((issue) => describe(issue, value));
  throw invalid(sentences.join(' '), fieldOf(inOrder[0]) || undefined);
}

/** What to say behind "Invalid name:" where the schema has no words of its own; else zod begins with that itself. */
function expectation({ input, ...issue }: z.core.$ZodRawIssue): string | undefined {
  const given = typeof input === 'number' && !Number.isFinite(input) ? String(input) : z.core.util.parsedType(input);
  if (issue.code === 'invalid_type') return `expected ${issue.expected}, received ${given}`;
  if (issue.code !== 'invalid_value' || issue.values.length !== 1) return undefined;
  return `expected ${z.core.util.stringifyPrimitive(issue.values[0])}`;
}

const isUnknown = ({ code }: Issue): boolean => code === 'unrecognized_keys';

const fieldOf = (issue: Issue | undefined): string => (issue?.path ?? []).map(String).join('.');

function describe(issue: Issue, value: unknown): string {
  const field = fieldOf(issue);
  if (isUnknown(issue)) return field === '' ? issue.message : `In ${field}: ${issue.message}`;
  if (valueAt(value, issue.path) === undefined) return `${field} is required.`;
  return `Invalid ${field}: ${lowerFirst(issue.message)}.`;
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce(
    (inner: unknown, key) => (typeof inner === 'object' && inner ? Reflect.get(inner, key) : undefined),
    value,
  );

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
