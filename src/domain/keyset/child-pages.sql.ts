import { hash } from 'node:crypto';
import { z } from 'zod';
import { columnName } from '../../db/column-name.ts';
import { type Arg, plain, texts } from '../../db/run/args.ts';
import { family, keptFamily } from '../../db/run/family.ts';
import { statement, unchecked } from '../../db/run/statement.ts';
import { type ChildList, type ChildListDefinition, childLists, children } from './child-lists.ts';

const definitions: Readonly<Record<ChildList, ChildListDefinition>> = children;

/** In reach of the reader: for a visitor one conversation, beside which there is nothing. */
const inReach = ({ parent }: ChildListDefinition) => {
  const own =
    parent === 'conversationId' ? ' and (:conversation::text is null or conversation_id = :conversation)' : '';
  return `(:business::text is null or business_id = :business)${own}`;
};

/** The columns that a page is narrowed by. One that no list names is a defect. */
type Narrowed = { readonly list: ChildList; readonly narrowedBy: readonly string[] };

export type PageShape = Narrowed & {
  readonly hasCursor: boolean;
  readonly backward: boolean;
  readonly leftOut: boolean;
  /** Whether bytes bound it, too. */
  readonly isWeighed: boolean;
};

function narrow({ list, narrowedBy }: Narrowed): string {
  const conditions = narrowedBy.map((column) => {
    const type = definitions[list].narrowedBy?.[column];
    if (!type) throw new Error(`${definitions[list].table} are not narrowed by ${column}.`);
    return ` and ${column} = :${column}::${type}`;
  });
  return conditions.join('');
}

const argsOf = (names: readonly string[]): Readonly<Record<string, Arg<unknown>>> =>
  Object.fromEntries(names.map((name) => [name, (value: unknown) => value]));

/** The rows on one side of the cursor, in the order of the list. */
function beside({ list, hasCursor, backward, leftOut }: PageShape): string {
  const { table, order, by } = definitions[list];
  if (!hasCursor) return '';
  const isGreater = (order === 'asc') !== backward;
  const than = leftOut ? (isGreater ? '<=' : '>=') : isGreater ? '>' : '<';
  if (!by) return ` and id ${than} :cursor`;
  return ` and (${by}, id) ${than} ((select ${by} from ${table} where org_id = :org and id = :cursor), :cursor)`;
}

function pageSql(shape: PageShape, chosen?: readonly string[]): string {
  const definition = definitions[shape.list];
  const { table, parent, order, by } = definition;
  const fields = chosen ?? Object.keys(definition.fields);
  const sorted = (direction: 'asc' | 'desc') => `${by ? `${by} ${direction}, ` : ''}id ${direction}`;
  const opposite = order === 'asc' ? 'desc' : 'asc';
  // By name: what takes every column is not prepared, see name-statements.ts.
  const columns = [...new Set([...fields.map(columnName), by ?? 'id'])].join(', ');
  const answered = fields.map((field) => `${columnName(field)} as "${field}"`);
  const reading = sorted(shape.backward ? opposite : order);
  const page = `select ${columns} from ${table}
       where org_id = :org and ${columnName(parent)} = p.parent and ${inReach(definition)}${beside(shape)}${narrow(shape)}
       order by ${reading} limit :limit offset :offset`;
  return `select ${answered.join(', ')} from unnest(:parentIds::text[]) as p(parent) cross join lateral (
      ${shape.isWeighed ? withinBytes(page, columns, weightOf(shape.list), reading) : page}
    ) c order by ${sorted(order)}`;
}

const withinBytes = (page: string, columns: string, weight: string, reading: string): string =>
  `select ${columns} from (
      select ${columns}, ${weight} as bytes, sum(${weight}) over (order by ${reading}) as total from (${page}) page
    ) weighed where total - bytes < :maxBytes`;

/** A list that has none is a defect. */
function weightOf(list: ChildList): string {
  const { table, weight } = definitions[list];
  if (weight === undefined) throw new Error(`${table} are not weighed.`);
  return weight;
}

/** Every list, narrowed by none and by all of what it can be narrowed by. */
const lists: readonly Narrowed[] = childLists.flatMap((list) => {
  const columns = Object.keys(definitions[list].narrowedBy ?? {});
  return columns.length === 0
    ? [{ list, narrowedBy: [] }]
    : [
        { list, narrowedBy: [] },
        { list, narrowedBy: columns },
      ];
});

const sides = [
  { hasCursor: false, backward: false, leftOut: false },
  { hasCursor: false, backward: true, leftOut: false },
  { hasCursor: true, backward: false, leftOut: false },
  { hasCursor: true, backward: true, leftOut: false },
  { hasCursor: true, backward: false, leftOut: true },
  { hasCursor: true, backward: true, leftOut: true },
];

const weighings = (list: ChildList) => (definitions[list].weight === undefined ? [false] : [false, true]);

const nameOf = (...parts: readonly (string | false)[]) => parts.filter((part) => part !== false).join('-');

/** A row under the names of its fields. */
const rawRow = unchecked<Readonly<Record<string, unknown>>>();

/**
 * A page of children for each of many parents, in one statement whatever their number: the ORM would read every child and
 * cut the pages in memory.
 */
export const childPages = keptFamily(
  lists.flatMap((narrowed) =>
    sides.flatMap((side) => weighings(narrowed.list).map((isWeighed) => ({ ...narrowed, ...side, isWeighed }))),
  ),
  (shape: PageShape) => pageStatement(shape),
);

function pageStatement(shape: PageShape, chosen?: readonly string[]) {
  const { list, hasCursor, backward, leftOut, isWeighed, narrowedBy } = shape;
  const ways = [hasCursor && 'from', backward && 'back', leftOut && 'beside', isWeighed && 'weighed', ...narrowedBy];
  return statement({
    name: nameOf(list, ...ways, chosen !== undefined && `of-${hash('sha256', chosen.join(), 'hex').slice(0, 12)}`),
    args: {
      ...argsOf(narrowedBy),
      ...(hasCursor && { cursor: plain<string>() }),
      ...(isWeighed && { maxBytes: plain<number>() }),
      parentIds: texts,
      limit: plain<number>(),
      offset: plain<number>(),
    },
    row: rawRow,
    text: pageSql(shape, chosen),
  });
}

/** Each is prepared on every connection, and which fields are chosen together is the clients' choice. */
const mostChosen = 300;
const chosenStatements = new Map<string, ReturnType<typeof pageStatement>>();

type ChosenShape = { readonly page: PageShape; readonly fields: readonly string[] };

function chosenOf({ page, fields }: ChosenShape): readonly string[] {
  const { fields: all, parent } = definitions[page.list];
  const wanted = new Set(['id', parent, ...fields]);
  return Object.keys(all).filter((field) => wanted.has(field));
}

/** The same page, of which some fields alone are read beside those it is found by; once there are many such statements, all of them. */
export const chosenPages = family(
  childPages.samples.flatMap((page): ChosenShape[] => (page.isWeighed ? [] : [{ page, fields: ['createdAt'] }])),
  (shape: ChosenShape) => {
    const chosen = chosenOf(shape);
    const key = JSON.stringify([shape.page, chosen]);
    const known = chosenStatements.get(key);
    if (known) return known;
    if (chosenStatements.size >= mostChosen) return childPages(shape.page);
    const made = pageStatement(shape.page, chosen);
    chosenStatements.set(key, made);
    return made;
  },
);

/** How many children each of many parents has. */
export const childCounts = keptFamily(lists, (shape: Narrowed) => {
  const definition = definitions[shape.list];
  const { table, parent } = definition;
  return statement({
    name: nameOf('count', shape.list, ...shape.narrowedBy),
    args: { ...argsOf(shape.narrowedBy), parentIds: texts },
    row: z.object({ id: z.string(), count: z.number() }),
    text: `select ${columnName(parent)} as id, count(*)::int as count from ${table}
    where org_id = :org and ${columnName(parent)} = any(:parentIds::text[]) and ${inReach(definition)}${narrow(shape)} group by 1`,
  });
});

/** Whether a row is in a list that the reader can see. */
export const childCursor = keptFamily(childLists, (list) => {
  const definition = definitions[list];
  return statement({
    name: nameOf('cursor', list),
    args: { cursor: plain<string>() },
    row: rawRow,
    text: `select 1 from ${definition.table} where org_id = :org and id = :cursor and ${inReach(definition)}`,
  });
});
