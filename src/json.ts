import { isStorable } from './text.ts';

const maxDepth = 64;

/** A JSON object, which is neither null nor a list. */
export const isJsonObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is wrong with a JSON value, as the rest of a sentence about it, and where. */
export type JsonFault = { readonly is: string; readonly field: string };

/**
 * Finds what no store, object or client of ours could keep as it was sent: text that is none, more depth than a stack holds,
 * `__proto__`, and numbers that the next program reads as others. Null where there is none.
 */
export function findJsonFault(value: unknown, path: readonly string[] = []): JsonFault | null {
  const fault = (is: string): JsonFault => ({ is, field: path.join('.') });
  if (path.length > maxDepth) return { is: `is nested deeper than ${maxDepth} levels`, field: '' };
  if (typeof value === 'string') return isStorable(value) ? null : fault(notText);
  if (typeof value === 'number') return isExact(value) ? null : fault(notExact);
  if (typeof value !== 'object' || value === null) return null;
  const isList = Array.isArray(value);
  for (const [key, item] of Object.entries(value)) {
    if (key === '__proto__') return { is: 'holds a field "__proto__"', field: [...path, key].join('.') };
    if (!isList && !isStorable(key)) return fault(notText);
    const found = findJsonFault(item, [...path, key]);
    if (found) return found;
  }
  return null;
}

const notText = 'holds a NUL character or a lone surrogate, which are not text';
const notExact = 'holds a number beyond 2^53, which programs round: send it as text';

const isExact = (value: number): boolean =>
  Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));

/** The fault as a sentence about `what`, naming the key. */
export const describeJsonFault = (what: string, { is, field }: JsonFault): string =>
  field === '' ? `${what} ${is}.` : `${what} ${is} (at ${field.slice(0, 200).toWellFormed()}).`;
