import type { Chance } from '../../support/chance.ts';
import { columnsOf, type Field, models, randomValue } from './random-rows.ts';

type Where = Record<string, unknown>;
type Row = Record<string, unknown>;

const some = <T>(chance: Chance, values: readonly T[]): T[] => values.filter(() => chance.below(2) === 0);

/** A value that some row has, or that none may have. */
function operand(chance: Chance, field: Field, rows: readonly Row[]): unknown {
  const value = rows.length > 0 && chance.below(3) > 0 ? chance.pick(rows)[field.name] : null;
  return value ?? randomValue(chance, field);
}

function testOf(chance: Chance, field: Field, rows: readonly Row[]): unknown {
  const one = () => operand(chance, field, rows);
  const several = () => Array.from({ length: chance.below(4) }, one);
  if (field.isList) {
    const value = [one()].flat();
    return chance.pick([{ hasEvery: value }, { hasSome: value }, { has: value[0] ?? 'a' }]);
  }
  const tests: unknown[] = [one(), { equals: one() }, { not: one() }, { equals: undefined }];
  if (field.type !== 'Boolean') tests.push({ in: several() }, { notIn: several() });
  if (!field.isRequired) tests.push(null, { not: null }, { equals: null });
  if (field.kind !== 'enum' && field.type !== 'Boolean' && field.type !== 'Bytes')
    tests.push({ gte: one() }, { lt: one() }, { gt: one(), lte: one() }, {});
  if (field.type === 'String') tests.push({ contains: 'e' }, { contains: String.raw`\%` }, { startsWith: 'Zo' });
  return chance.pick(tests);
}

function whereOf(chance: Chance, model: string, rows: readonly Row[], depth: number): Where {
  const asked = columnsOf(model).filter(
    ({ type }) => type !== 'Json' && chance.below(Math.max(8, columnsOf(model).length)) === 0,
  );
  const where: Where = Object.fromEntries(asked.map((field) => [field.name, testOf(chance, field, rows)]));
  if (depth === 0) return where;
  const below = () => whereOf(chance, model, rows, depth - 1);
  if (chance.below(4) === 0) where['AND'] = chance.pick([below(), [below(), below()], []]);
  // Of nothing the ORM has a word of its own for each case.
  const part = () => whereOf(chance, model, rows, 0);
  const parts = [part(), part()].filter((part) => Object.values(part).some((test) => isSaid(test)));
  if (chance.below(4) === 0 && parts.length > 0) where['OR'] = parts;
  return where;
}

/** Whether it is a condition at all. */
const isSaid = (test: unknown): boolean =>
  Object.getPrototypeOf(Object(test)) !== Object.prototype ||
  Object.values(Object(test) as object).some((part) => part !== undefined);

/** Rows in no order of their own would be compared in one. */
const keyOf = (model: string) =>
  columnsOf(model).filter(({ name, isId }) => isId || /^(id|orgId|.*Id|key|alias|number|position)$/.test(name));

/** The fields of a model that point to one row of another. */
export const referencesOf = (model: string): readonly Field[] =>
  (models[model]?.fields ?? []).filter(
    ({ isList, type, relationFromFields }) => !isList && type !== model && relationFromFields?.length === 2,
  );

/** Of some rows that are pointed to their id and some of what else there is of them. */
function referencesAsked(chance: Chance, model: string): Record<string, { select: object }> {
  const asked = referencesOf(model).filter(() => chance.below(2) === 0);
  return Object.fromEntries(
    asked.map(({ name, type }) => {
      const below = some(chance, columnsOf(type)).map((field) => [field.name, true]);
      return [name, { select: { ...Object.fromEntries(below), id: true } }];
    }),
  );
}

export type RandomRead = { readonly operation: 'findMany' | 'findFirst' | 'count'; readonly args: object };

/** A read in the ORM's terms, such as lists and look-ups make; `rows` are what there is. */
export function randomRead(chance: Chance, model: string, rows: readonly Row[]): RandomRead {
  const columns = columnsOf(model);
  const where = chance.below(6) === 0 ? {} : { where: whereOf(chance, model, rows, 2) };
  if (chance.below(6) === 0) return { operation: 'count', args: where };
  const sortable = columns.filter(({ isList, type }) => !isList && type !== 'Json' && type !== 'Bytes');
  const way = () => chance.pick(['asc', 'desc'] as const);
  const sorted = [chance.pick(sortable), ...keyOf(model)];
  const orderBy = [...new Map(sorted.map(({ name }) => [name, { [name]: way() }])).values()];
  const names = columns.map(({ name }) => name);
  const chosen = Object.fromEntries(
    (some(chance, names).length ? some(chance, names) : names).map((name) => [name, true]),
  );
  const columnsAsked = chance.pick([{}, {}, { select: { id: true, ...chosen } }, { omit: { createdAt: true } }]);
  const { select, ...others } = onlyOf(columnsAsked, names);
  const selected = select && { select: { ...select, ...referencesAsked(chance, model) } };
  const asked = { ...where, orderBy, ...others, ...selected };
  if (chance.below(4) === 0) return { operation: 'findFirst', args: asked };
  return {
    operation: 'findMany',
    args: { ...asked, ...chance.pick([{}, { take: 3 }, { take: 2, skip: 2 }, { skip: 0 }]) },
  };
}

/** Without the columns that a model does not have. */
const onlyOf = (asked: Record<string, Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(
    Object.entries(asked).flatMap(([word, fields]) => {
      const known = Object.entries(fields).filter(([name]) => names.includes(name));
      return known.length > 0 ? [[word, Object.fromEntries(known)]] : [];
    }),
  );
