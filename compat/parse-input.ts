import type { z } from 'zod';
import { invalid } from '../src/domain/errors.ts';

/** @throws INVALID with a sentence about the first thing that is wrong, and its field. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (!issue) throw invalid('The request is not valid.');
  const field = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') throw invalid(prefixed(field, issue.message), field || undefined);
  if (field === '') throw invalid('The body must be a JSON object.');
  throw invalid(`Invalid ${field}: ${lowerFirst(issue.message)}.`, field);
}

const prefixed = (field: string, message: string) => (field === '' ? message : `In ${field}: ${message}`);

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');
