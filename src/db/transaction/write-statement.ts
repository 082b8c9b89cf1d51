import { Prisma } from '../generated/prisma/client.ts';
import { type Column, type Columns, columnsOf } from '../reader/columns.ts';
import { conditionsOf } from '../reader/conditions.ts';
import { bind, type Draft, giveUp, openDraft } from '../reader/draft.ts';
import type { Beyond } from '../reader/statement.ts';

/** The writes that are statements of their own. */
export type CompiledWrite = 'create' | 'createUnread' | 'updateManyAndReturn' | 'deleteMany';

export type WriteArgs = { readonly where?: Record<string, unknown>; readonly data?: unknown };

export type WriteStatement = { readonly text: string; readonly values: unknown[] };

const grammar: Readonly<Record<CompiledWrite, ReadonlySet<string>>> = {
  create: new Set(['data']),
  createUnread: new Set(['data']),
  updateManyAndReturn: new Set(['where', 'data']),
  deleteMany: new Set(['where']),
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Values of a column; what the ORM would reckon with, such as an increment, is no value. */
function valueOf(draft: Draft, { isJson, isList }: Column, value: unknown): string {
  if (isJson) {
    if (value === Prisma.DbNull) return bind(draft, null);
    const isUnsure = value === null || value === Prisma.JsonNull || value === Prisma.AnyNull;
    return isUnsure ? giveUp(draft, 'a null in JSON') : bind(draft, JSON.stringify(value));
  }
  const isValue = !isObject(value) || value instanceof Date || value instanceof Uint8Array;
  return isValue || (isList && Array.isArray(value)) ? bind(draft, value) : giveUp(draft, 'no plain value');
}

/** Which columns are set, and to what. */
function dataOf(draft: Draft, columns: Columns, data: unknown): { sql: string; value: string }[] {
  if (!isObject(data) || Array.isArray(data)) return [{ sql: '', value: giveUp(draft, 'many rows') }];
  return Object.entries(data).flatMap(([field, value]: [string, unknown]) => {
    if (value === undefined) return [];
    const column = columns.byField.get(field);
    if (!column) return [{ sql: '', value: giveUp(draft, field) }];
    return [{ sql: column.sql, value: valueOf(draft, column, value) }];
  });
}

const whereOf = (draft: Draft, columns: Columns, where: object = {}): string => {
  const conditions = conditionsOf(draft, columns, where);
  return conditions.length === 0 ? giveUp(draft, 'all rows') : conditions.join(' and ');
};

const returning = ({ usual, byField }: Columns): string =>
  usual.map((field) => byField.get(field)?.selected ?? field).join(', ');

function insertion(draft: Draft, columns: Columns, data: unknown): string {
  const set = dataOf(draft, columns, data);
  const [names, values] = [set.map(({ sql }) => sql).join(', '), set.map(({ value }) => value).join(', ')];
  return `insert into ${columns.table} (${names}) values (${values})`;
}

const texts: Readonly<Record<CompiledWrite, (draft: Draft, columns: Columns, args: WriteArgs) => string>> = {
  create: (draft, columns, { data }) => `${insertion(draft, columns, data)} returning ${returning(columns)}`,
  createUnread: (draft, columns, { data }) => insertion(draft, columns, data),
  updateManyAndReturn(draft, columns, { data, where }) {
    const set = dataOf(draft, columns, data);
    if (set.length === 0) giveUp(draft, 'no change');
    const changes = set.map(({ sql, value }) => `${sql} = ${value}`).join(', ');
    return `update ${columns.table} set ${changes} where ${whereOf(draft, columns, where)} returning ${returning(columns)}`;
  },
  deleteMany: (draft, columns, { where }) => `delete from ${columns.table} where ${whereOf(draft, columns, where)}`,
};

/** A write in the ORM's terms as one statement of its table; or what of it lies beyond that. */
export function toWriteStatement(
  model: Prisma.ModelName,
  operation: CompiledWrite,
  args: WriteArgs,
): WriteStatement | Beyond {
  const draft = openDraft();
  for (const [name, value] of Object.entries(args))
    if (value !== undefined && !grammar[operation].has(name)) giveUp(draft, name);
  const text = texts[operation](draft, columnsOf(model), args);
  return draft.beyond === null ? { text, values: draft.values } : { beyond: draft.beyond };
}
