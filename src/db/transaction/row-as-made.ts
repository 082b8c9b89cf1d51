import { Prisma } from '../generated/prisma/client.ts';
import { type Column, columnsOf } from '../reader/columns.ts';

/** A value as it is read once it was written; undefined where that is not sure. */
function asRead({ isJson, isList, isConverted, unset }: Column, value: unknown): unknown {
  if (value === undefined) return unset;
  if (value === null || value === Prisma.DbNull) return null;
  if (isJson) return JSON.parse(JSON.stringify(value));
  if (isConverted) return value instanceof Date ? value : undefined;
  return isList === Array.isArray(value) ? value : undefined;
}

/** A row as it will be read once it is made of this, but for the order of keys in JSON; null where the database has a say in that. */
export function rowAsMade(model: Prisma.ModelName, data: object): Record<string, unknown> | null {
  const { usual, byField } = columnsOf(model);
  const row: Record<string, unknown> = {};
  for (const field of usual) {
    const column = byField.get(field);
    const value = column && asRead(column, Reflect.get(data, field));
    if (value === undefined) return null;
    row[field] = value;
  }
  return row;
}
