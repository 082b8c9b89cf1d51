import { limits } from '../limits.ts';

/** What an audit row tells of a change: by field, its value before and after. */
export type AuditChanges = Readonly<Record<string, { readonly before: unknown; readonly after: unknown }>>;

/** Of each column of `columns` what it was and what it is. What is secret, or too long to be read, is not told. */
export function changesOf(before: object, after: object, columns: readonly string[]): AuditChanges {
  const values = (row: object, column: string) => shown(Reflect.get(row, column));
  return Object.fromEntries(
    columns.map((column) => [column, { before: values(before, column), after: values(after, column) }]),
  );
}

function shown(value: unknown): unknown {
  if (value instanceof Uint8Array) return '(secret)';
  const length = JSON.stringify(value ?? null).length;
  return length > limits.auditValueChars ? `(${length} characters)` : (value ?? null);
}
