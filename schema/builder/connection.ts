import type { ArgBuilder, ObjectRef } from '@pothos/core';
import { z } from 'zod';
import type { ChildFilter } from '../../src/db/read/child-pages.ts';
import { invalid } from '../../src/errors.ts';
import { maxPageSize, type Page, type PageInput } from '../../src/domain/page.ts';
import { builder, type Types } from './builder.ts';
import { type NodeType, toGlobalId } from '../../src/ids.ts';
import { referencedRowId } from './global-id.ts';
import type { Children } from './loaders.ts';

/** What the resolver of a list answers; `countAll` costs a statement and runs only where `totalCount` is asked for. */
export type ConnectionShape<Row> = {
  readonly edges: { cursor: string; node: Row }[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  readonly countAll: () => Promise<number>;
};

export const defaultPageSize = 50;

type Arguments = ArgBuilder<Types>;

/** `first` and `after`, the same for every list. */
export const pageArgs = (arg: Arguments) => ({
  first: arg.int({
    defaultValue: defaultPageSize,
    description: `How many to answer, 1 to ${maxPageSize}.`,
    validate: z.int().min(1, 'must be at least 1').max(maxPageSize, `must be at most ${maxPageSize}`).nullish(),
  }),
  after: arg.string({ description: 'The cursor after which the page begins; one that is not known is an error.' }),
});

/** Rows to skip, where a legacy API pages that way. */
export const offsetArg = (arg: Arguments) => ({
  offset: arg.int({
    description: 'Rows to skip: the legacy way of paging. Not together with `after`.',
    validate: z.int().min(0, 'must be 0 or more').nullish(),
  }),
});

/** The cost of a list: its page size times what it selects of each row. */
export const pageComplexity = ({ first }: Record<string, unknown>) => ({
  field: 1,
  multiplier: typeof first === 'number' ? first : defaultPageSize,
});

/** Filters that no index answers: rows are looked through until the page is full. */
const unindexed = ['source', 'listedSource', 'tags', 'targetType', 'temperature', 'tier'] as const;

/** The cost of a list of leads: searching is the dearest that one field can ask for, 0.5 s for a frequent word. */
export function leadsComplexity(args: Record<string, unknown>) {
  const filter = typeof args['filter'] === 'object' && args['filter'] !== null ? args['filter'] : {};
  const given = (name: string) => Reflect.get(filter, name) != null;
  const looksThrough = unindexed.some(given) ? 100 : 0;
  const { field, multiplier } = pageComplexity(args);
  return { field: field + looksThrough + (given('q') ? 300 : 0), multiplier };
}

/** The rows of a page: the list around them has already counted its size. */
export const rowsComplexity = { field: 1, multiplier: 1 } as const;

export function toPageInput(
  type: NodeType,
  args: { first?: number | null | undefined; after?: string | null | undefined; offset?: number | null | undefined },
): PageInput {
  const { first, after, offset } = args;
  return { first: first ?? defaultPageSize, after: referencedRowId(type, 'after', after), offset };
}

export function toConnection<Row extends { id: string }>(
  type: NodeType,
  { rows, hasNextPage, countAll }: Page<Row>,
  after?: string | null,
): ConnectionShape<Row> {
  const edges = rows.map((node) => ({ cursor: toGlobalId(type, node.id), node }));
  const pageInfo = {
    hasNextPage,
    hasPreviousPage: Boolean(after),
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { edges, pageInfo, countAll };
}

type ChildPageArgs = {
  first?: number | null | undefined;
  after?: string | null | undefined;
  offset?: number | null | undefined;
};

/** A page of what hangs below one row; alike pages of many rows are read in one statement. */
export async function childConnection<Row extends { id: string }>(
  type: NodeType,
  { pages, counts }: Children<Row>,
  parentId: string,
  { first, after, offset }: ChildPageArgs,
  filter: ChildFilter = {},
): Promise<ConnectionShape<Row>> {
  const limit = first ?? defaultPageSize;
  if (offset && after) throw invalid('Give either after or offset, not both.', 'offset');
  const range = {
    limit: limit + 1,
    after: referencedRowId(type, 'after', after) ?? null,
    fromEnd: false,
    offset: offset ?? 0,
    filter,
  };
  const found = await pages(range).load(parentId);
  const page = {
    rows: found.slice(0, limit),
    hasNextPage: found.length > limit,
    countAll: () => counts(filter).load(parentId),
  };
  return toConnection(type, page, after);
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
      cursor: t.exposeID('cursor', { description: 'Give it as `after` to go on behind this one.' }),
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
        resolve: ({ edges }) => edges,
      }),
      nodes: t.field({
        type: [ref],
        description: 'The rows alone.',
        complexity: rowsComplexity,
        resolve: ({ edges }) => edges.map(({ node }) => node),
      }),
      pageInfo: t.field({
        type: builder.pageInfoRef(),
        description: 'Where the page stands.',
        resolve: ({ pageInfo }) => pageInfo,
      }),
      totalCount: t.int({
        description: 'How many rows match in all, on this page or not.',
        resolve: ({ countAll }) => countAll(),
      }),
    }),
  });
}
