import { isDeepStrictEqual } from 'node:util';
import { limits } from '../../limits.ts';

/** What an audit row tells of a change: by field, its value before and after. */
export type AuditChanges = Readonly<Record<string, { readonly before: unknown; readonly after: unknown }>>;

/** Of each of these columns that is another than it was, what it was and what it is. What is secret, or too long to be read, is not told. */
export function changesOf(before: object, after: object, columns: readonly string[]): AuditChanges {
  const valueOf = (row: object, column: string): unknown => Reflect.get(row, column) ?? null;
  return Object.fromEntries(
    columns
      .filter((column) => !isDeepStrictEqual(valueOf(before, column), valueOf(after, column)))
      .map((column) => [column, { before: shown(valueOf(before, column)), after: shown(valueOf(after, column)) }]),
  );
}

function shown(value: unknown): unknown {
  if (value instanceof Uint8Array) return '(secret)';
  const length = JSON.stringify(value).length;
  return length > limits.auditValueChars ? `(${length} characters)` : value;
}
