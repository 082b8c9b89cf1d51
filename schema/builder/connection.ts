import type { ArgBuilder, ObjectRef } from '@pothos/core';
import { z } from 'zod';
import type { ChildFilter } from '../../src/domain/keyset/child-lists.ts';
import { invalid } from '../../src/errors.ts';
import { checkPage, cursorField, maxPageSize, type Page, type PageInput } from '../../src/domain/page.ts';
import { builder, type Types } from './builder.ts';
import { type NodeType, toGlobalId } from '../../src/ids.ts';
import { referencedRowId } from './global-id.ts';
import type { Children } from './loaders.ts';
import { PageInfoRef } from './page-info.ts';

/** What the resolver of a list answers; what is a function may cost a statement and runs only where it is asked for. */
export type ConnectionShape<Row> = {
  readonly rows: readonly Row[];
  /** The cursor of the row that stands there on the page. */
  readonly cursorAt: (index: number) => string;
  readonly hasNextPage: () => Promise<boolean>;
  readonly hasPreviousPage: () => Promise<boolean>;
  readonly countAll: () => Promise<number>;
};

export const defaultPageSize = 50;

type Arguments = ArgBuilder<Types>;

const pageSize = z.int().min(1, 'must be at least 1').max(maxPageSize, `must be at most ${maxPageSize}`).nullish();

/** `first` and `after`, `last` and `before`, the same for every list. */
export const pageArgs = (arg: Arguments) => ({
  first: arg.int({
    description: `How many to answer from the beginning of the list or behind \`after\`: 1 to ${maxPageSize}, ${defaultPageSize} by default.`,
    validate: pageSize,
  }),
  after: arg.string({
    description: 'The cursor behind which the page begins, to read on; one that is not known is INVALID.',
  }),
  last: arg.int({
    description: `How many to answer from the end of the list or before \`before\`, in the list’s own order: 1 to ${maxPageSize}, ${defaultPageSize} by default. Not together with \`first\` or \`after\`, which is INVALID.`,
    validate: pageSize,
  }),
  before: arg.string({
    description:
      'The cursor before which the page ends, to read back; one that is not known is INVALID, and so are `first` or `after` beside it.',
  }),
});

/** Rows to skip, where a legacy API pages that way. */
export const offsetArg = (arg: Arguments) => ({
  offset: arg.int({
    description: 'Rows to skip: the legacy way of paging. Not together with `after`.',
    validate: z.int().min(0, 'must be 0 or more').nullish(),
  }),
});

/** The cost of a list: its page size times what it selects of each row. */
export const pageComplexity = ({ first, last }: Record<string, unknown>) => {
  const size = first ?? last;
  return { field: 1, multiplier: typeof size === 'number' ? size : defaultPageSize };
};

/** Filters that no index answers: rows are looked through until the page is full. */
const lookedThrough = ['source', 'listedSource', 'tags', 'tagsAny', 'targetType', 'temperature', 'tier'] as const;

/** The cost of finding leads: searching is the dearest that one field can ask for, 0.5 s for a frequent word. */
function findingCost({ filter }: Record<string, unknown>): number {
  const fields = typeof filter === 'object' && filter !== null ? filter : {};
  const given = (name: string) => Reflect.get(fields, name) != null;
  return (lookedThrough.some(given) ? 100 : 0) + (given('q') ? 300 : 0);
}

/** The cost of a list of leads. */
export function leadsComplexity(args: Record<string, unknown>) {
  const { field, multiplier } = pageComplexity(args);
  return { field: field + findingCost(args), multiplier };
}

/** The cost of counting leads by kind: all that match are read, as for a `totalCount`, and a board's worth of kinds answered. */
export const countsComplexity = (args: Record<string, unknown>) => ({ field: 101 + findingCost(args), multiplier: 5 });

/** A row that is changed with others takes as long as twenty that are read. */
const costOfChange = 20;

/** The cost of changing many rows at once. */
export function bulkComplexity({ ids }: Record<string, unknown>) {
  const count = Array.isArray(ids) ? ids.length : 1;
  return { field: 1 + count * costOfChange, multiplier: count };
}

/** The rows of a page: the list around them has already counted its size. */
export const rowsComplexity = { field: 1, multiplier: 1 } as const;

type PageArgs = {
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  offset?: number | null | undefined;
};

/** The page that is asked for, its cursor as it was given. @throws INVALID where it is asked for in both directions. */
export function readPage({ first, after, last, before, offset }: PageArgs): PageInput {
  if (first != null && last != null) throw invalid('Give either first or last, not both.', 'last');
  if (after != null && before != null) throw invalid('Give either after or before, not both.', 'before');
  if (first != null && before != null) throw invalid('first goes with after: give last with before.', 'first');
  if (last != null && after != null) throw invalid('last goes with before: give first with after.', 'last');
  const backward = last != null || before != null;
  return { size: first ?? last ?? defaultPageSize, cursor: after ?? before, backward, offset };
}

export function toPageInput(type: NodeType, args: PageArgs): PageInput {
  const page = readPage(args);
  return { ...page, cursor: referencedRowId(type, cursorField(page), page.cursor) };
}

/** Whether more follow and come before, which is looked up where it is asked for, once. */
export function readFlags({ backward, hasMore, hasOther }: Pick<Page<unknown>, 'backward' | 'hasMore' | 'hasOther'>) {
  let found: Promise<boolean> | undefined;
  const other = () => (found ??= hasOther());
  const more = () => Promise.resolve(hasMore);
  return backward ? { hasNextPage: other, hasPreviousPage: more } : { hasNextPage: more, hasPreviousPage: other };
}

export function toConnection<Row extends { id: string }>(type: NodeType, page: Page<Row>): ConnectionShape<Row> {
  const { rows, countAll, cursorOf = ({ id }) => toGlobalId(type, id) } = page;
  const cursorAt = (index: number) => {
    const row = rows[index];
    if (!row) throw new Error(`There is no row ${index} on the page.`);
    return cursorOf(row);
  };
  return { rows, cursorAt, ...readFlags(page), countAll };
}

/** What is asked of the rows below a row, beside the page: which of them, and which of their fields are read; all by default. */
type Below = { readonly filter?: ChildFilter; readonly fields?: readonly string[] | undefined };

/**
 * A page of what hangs below one row; alike pages of many rows are read in one statement. What the arguments come to is found out
 * once for all rows that are asked with them.
 */
export function childConnection<Row extends { id: string }>(
  type: NodeType,
  children: Children<Row>,
  parentId: string,
  args: PageArgs,
  below: () => Below = () => ({}),
): Promise<ConnectionShape<Row>> {
  const list = children.lists.get(args) ?? childList(type, children, toPageInput(type, args), below());
  children.lists.set(args, list);
  return list(parentId);
}

function childList<Row extends { id: string }>(
  type: NodeType,
  { pages, counts }: Children<Row>,
  page: PageInput,
  { filter = {}, fields }: Below,
): (parentId: string) => Promise<ConnectionShape<Row>> {
  checkPage(page);
  const { size, backward = false } = page;
  const [cursor, offset] = [page.cursor ?? null, page.offset ?? 0];
  const loader = pages({ fields, limit: size + 1, cursor, backward, offset, filter });
  const leftOut = { fields: [], limit: 1, cursor, backward, leftOut: true, filter };
  return async (parentId) => {
    const found = await loader.load(parentId);
    // Read from the end, the one too many is the first.
    const rows = backward ? found.slice(-size) : found.slice(0, size);
    const hasOther = async () => (cursor !== null || offset !== 0) && (await pages(leftOut).load(parentId)).length > 0;
    const countAll = () => counts(filter).load(parentId);
    return toConnection(type, { rows, backward, hasMore: found.length > size, hasOther, countAll });
  };
}

type Ref<Shape> = ObjectRef<Types, Shape, Shape>;

/** The connection and edge types of a list, alike for every type. */
export function connectionType<Row extends object>(
  ref: Ref<Row>,
  name: string,
  order = 'newest first',
): Ref<ConnectionShape<Row>> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Pothos cannot follow a type parameter into resolvers
  return implementConnection(ref, name, order) as Ref<ConnectionShape<Row>>;
}

function implementConnection(ref: Ref<object>, name: string, order: string): Ref<ConnectionShape<object>> {
  const edge = builder.objectRef<{ cursor: string; node: object }>(`${name}Edge`).implement({
    description: `A ${name} in a list.`,
    fields: (t) => ({
      cursor: t.exposeID('cursor', {
        description: 'Give it as `after` to go on behind this one, or as `before` to go back from it.',
      }),
      node: t.field({ type: ref, description: 'The row itself.', resolve: (row) => row.node }),
    }),
  });
  return builder.objectRef<ConnectionShape<object>>(`${name}Connection`).implement({
    description: `A page of a list of ${name}s, ${order}.`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: 'The rows with their cursors.',
        complexity: rowsComplexity,
        resolve: ({ rows, cursorAt }) => rows.map((node, index) => ({ cursor: cursorAt(index), node })),
      }),
      nodes: t.field({
        type: [ref],
        description: 'The rows alone.',
        complexity: rowsComplexity,
        resolve: ({ rows }) => [...rows],
      }),
      pageInfo: t.field({
        type: PageInfoRef,
        description: 'Where the page stands.',
        resolve: ({ rows, cursorAt, hasNextPage, hasPreviousPage }) => {
          const last = rows.length - 1;
          const [startCursor, endCursor] = last < 0 ? [null, null] : [cursorAt(0), cursorAt(last)];
          return { hasNextPage, hasPreviousPage, startCursor, endCursor };
        },
      }),
      totalCount: t.int({
        description: 'How many rows match in all, on this page or not.',
        resolve: ({ countAll }) => countAll(),
      }),
    }),
  });
}
