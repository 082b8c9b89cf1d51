import type { Column, Columns } from './columns.ts';
import { bind, type Draft, giveUp } from './draft.ts';

type Test = (draft: Draft, column: string, operand: unknown) => string;

const compared =
  (operator: string): Test =>
  (draft, column, operand) =>
    operand === null ? giveUp(draft, `${operator} null`) : `${column} ${operator} ${bind(draft, operand)}`;

const equals: Test = (draft, column, operand) =>
  operand === null ? `${column} is null` : `${column} = ${bind(draft, operand)}`;

/** One list is one parameter, however long: a statement for each length would be one to prepare. Of one value it is an equation, which an index answers in its order. */
const isIn: Test = (draft, column, operand) => {
  if (!Array.isArray(operand) || operand.includes(null)) return giveUp(draft, 'in');
  return operand.length === 1 ? equals(draft, column, operand[0]) : `${column} = any(${bind(draft, operand)})`;
};

const isNotIn: Test = (draft, column, operand) =>
  Array.isArray(operand) && !operand.includes(null)
    ? `${column} <> all(${bind(draft, operand)})`
    : giveUp(draft, 'notIn');

const isNot: Test = (draft, column, operand) => {
  if (operand === null) return `${column} is not null`;
  return isTests(operand) ? giveUp(draft, 'not of tests') : `${column} <> ${bind(draft, operand)}`;
};

const like =
  (before: string, after: string): Test =>
  (draft, column, operand) =>
    typeof operand === 'string' ? `${column} like ${bind(draft, before + operand + after)}` : giveUp(draft, 'like');

const testsOfOne: Readonly<Record<string, Test>> = {
  equals,
  not: isNot,
  in: isIn,
  notIn: isNotIn,
  lt: compared('<'),
  lte: compared('<='),
  gt: compared('>'),
  gte: compared('>='),
  contains: like('%', '%'),
  startsWith: like('', '%'),
};

const testsOfList: Readonly<Record<string, Test>> = {
  has: (draft, column, operand) => compared('@>')(draft, column, operand === null ? null : [operand]),
  hasEvery: compared('@>'),
  hasSome: compared('&&'),
};

/** Whether it is an object of the grammar, and no value such as a date. */
function isTests(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function testsOf(draft: Draft, { sql, isList, isJson }: Column, field: string, asked: unknown): string[] {
  if (isJson) return [giveUp(draft, `${field} as JSON`)];
  if (!isTests(asked)) return [isList ? giveUp(draft, `${field} as a whole`) : equals(draft, sql, asked)];
  const tests = isList ? testsOfList : testsOfOne;
  return Object.entries(asked).flatMap(([name, operand]: [string, unknown]) => {
    if (operand === undefined) return [];
    const test = Object.hasOwn(tests, name) ? tests[name] : undefined;
    return [test ? test(draft, sql, operand) : giveUp(draft, `${field}.${name}`)];
  });
}

const partOf = (draft: Draft, columns: Columns, part: unknown): string[] =>
  isTests(part) ? conditionsOf(draft, columns, part) : [giveUp(draft, 'a part that is no condition')];

function anyOf(draft: Draft, columns: Columns, parts: unknown): string {
  if (!Array.isArray(parts) || parts.length === 0) return giveUp(draft, 'OR of nothing');
  const conditions = parts.map((part: unknown) => partOf(draft, columns, part));
  if (conditions.some(({ length }) => length === 0)) return giveUp(draft, 'OR of nothing');
  return `(${conditions.map((all) => (all.length === 1 ? all[0] : `(${all.join(' and ')})`)).join(' or ')})`;
}

/** What must hold of a row, in the ORM's terms, as conditions of a statement that reads nothing but its table. */
export function conditionsOf(draft: Draft, columns: Columns, where: object): string[] {
  return Object.entries(where).flatMap(([field, asked]: [string, unknown]) => {
    if (asked === undefined) return [];
    if (field === 'AND') return [asked].flat().flatMap((part: unknown) => partOf(draft, columns, part));
    if (field === 'OR') return [anyOf(draft, columns, asked)];
    const column = columns.byField.get(field);
    return column ? testsOf(draft, column, field, asked) : [giveUp(draft, field)];
  });
}
