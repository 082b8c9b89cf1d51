import { getDatamodel } from '../generated/pothos-types.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { tenantFilter, type TenantScope } from '../scoped.ts';
import { columnsOf } from './columns.ts';
import { conditionsOf } from './conditions.ts';
import { type Draft, giveUp } from './draft.ts';

/** A row that a row points to, read by the statement that reads the one. */
export type Reference = {
  readonly field: string;
  /** What is read of it, its id first, by which it is known whether there is one. */
  readonly fields: readonly string[];
  /** How the statement answers that. */
  readonly selected: readonly string[];
  readonly joined: string;
};

const { models } = getDatamodel().datamodel;
const isModel = (name: string): name is Prisma.ModelName => Object.hasOwn(models, name);

/** The model that a field of one points to, and the field by which it does so beside the tenant. */
function pointerOf(model: Prisma.ModelName, name: string) {
  const field = models[model]?.fields.find((each) => each.name === name);
  if (field?.kind !== 'object' || field.isList || !isModel(field.type)) return null;
  // Its own table would go by one name twice.
  if (field.type === model) return null;
  const [tenant, by, ...more] = field.relationFromFields ?? [];
  return tenant === 'orgId' && by !== undefined && more.length === 0 ? { model: field.type, by } : null;
}

/**
 * What `select` asks of a row that is pointed to, its id among it, in reach of the same actor: what lies beyond that is null. Its columns go by names that no column has, so that
 * around it each name still stands for one.
 */
export function referenceOf(
  draft: Draft,
  { model, scope }: { readonly model: Prisma.ModelName; readonly scope: TenantScope },
  field: string,
  fields: readonly string[],
): Reference {
  const pointer = pointerOf(model, field);
  const by = pointer && columnsOf(model).byField.get(pointer.by);
  if (!pointer || !by || !fields.includes('id')) {
    giveUp(draft, `${field} of another table`);
    return { field, fields: [], selected: [], joined: '' };
  }
  const { table, byField } = columnsOf(pointer.model);
  const read = ['id', ...fields.filter((name) => name !== 'id')];
  const selected = read.map((name) => `"${field}.${name}"`);
  const columns = read.map((name, at) => `${byField.get(name)?.value ?? giveUp(draft, name)} as ${selected[at]}`);
  const reach = tenantFilter(pointer.model, scope).flatMap((where) =>
    conditionsOf(draft, columnsOf(pointer.model), where),
  );
  const where = [`"id" = ${columnsOf(model).table}.${by.sql}`, ...reach].join(' and ');
  const joined = ` left join lateral (select ${columns.join(', ')} from ${table} where ${where}) "${field}" on true`;
  return { field, fields: read, selected, joined };
}

/** Rows as the ORM answers them, from the columns of a row and then those of each reference. */
export function toRows(
  rows: readonly (readonly unknown[])[],
  fields: readonly string[],
  references: readonly Reference[],
): Record<string, unknown>[] {
  return rows.map((values) => {
    const row: Record<string, unknown> = {};
    let at = 0;
    for (const field of fields) row[field] = values[at++];
    for (const { field, fields: below } of references) {
      const referred: Record<string, unknown> = {};
      const isThere = values[at] !== null;
      for (const name of below) referred[name] = values[at++];
      row[field] = isThere ? referred : null;
    }
    return row;
  });
}
