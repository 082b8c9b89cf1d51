import { columnName } from '../column-name.ts';
import { getDatamodel } from '../generated/pothos-types.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { tables } from '../write/tables.ts';
import { neverRead } from './never-read.ts';

/** What the ORM calls a model where it is asked. */
export const delegateName = (model: string): string => model.charAt(0).toLowerCase() + model.slice(1);

export type Column = {
  /** As a statement names it, in quotes. */
  readonly sql: string;
  /** What a statement answers of it. */
  readonly value: string;
  /** The same under the name of its field. */
  readonly selected: string;
  readonly isList: boolean;
  /** What JSON is asked by has a grammar of its own. */
  readonly isJson: boolean;
  /** Whether its values may be given otherwise than they are read, such as an instant as text. */
  readonly isConverted: boolean;
  /** What is read of it where a new row sets nothing; undefined where the database chooses. */
  readonly unset: null | readonly [] | undefined;
};

export type Columns = {
  readonly table: string;
  /** By the name of their fields. */
  readonly byField: ReadonlyMap<string, Column>;
  /** What is read where nothing is selected. */
  readonly usual: readonly string[];
};

const quoted = (name: string) => `"${name}"`;

const converted: ReadonlySet<string> = new Set(['DateTime', 'BigInt', 'Bytes', 'Decimal', 'Float']);

type Field = ReturnType<typeof getDatamodel>['datamodel']['models'][string]['fields'][number];

function toColumn({ name, type, isList, isRequired, hasDefaultValue }: Field): Column {
  const sql = quoted(columnName(name));
  // The ORM answers a list that is null as an empty one.
  const value = isList ? `coalesce(${sql}, '{}')` : sql;
  const selected = value === quoted(name) ? value : `${value} as ${quoted(name)}`;
  const unset: Column['unset'] = hasDefaultValue ? undefined : isList ? [] : isRequired ? undefined : null;
  return { sql, value, selected, isList, isJson: type === 'Json', isConverted: converted.has(type), unset };
}

function readColumns(model: Prisma.ModelName): Columns {
  const fields = datamodel[model]?.fields ?? [];
  const byField = new Map(fields.filter(({ kind }) => kind !== 'object').map((field) => [field.name, toColumn(field)]));
  const left = new Map<string, object>(Object.entries(neverRead)).get(delegateName(model)) ?? {};
  const usual = [...byField.keys()].filter((field) => !Object.hasOwn(left, field));
  return { table: quoted(tables[model].table), byField, usual };
}

const datamodel = getDatamodel().datamodel.models;
const known = new Map<Prisma.ModelName, Columns>();

/** The columns of a model, as the datamodel tells them: one that is added there is read without another word. */
export function columnsOf(model: Prisma.ModelName): Columns {
  const found = known.get(model) ?? readColumns(model);
  known.set(model, found);
  return found;
}
