import { describe, expect, it } from 'vitest';
import { listOrdered } from '../../src/domain/keyset/list-ordered.ts';
import { comparePlaces, pageOfPlaces } from '../../src/domain/keyset/page-of-places.ts';
import { type Order, orderByOf, type Place, type PlaceValue, stretchesOf } from '../../src/domain/keyset/stretches.ts';

type Condition = PlaceValue | { readonly [Operator in 'gt' | 'gte' | 'lt' | 'lte' | 'not']?: PlaceValue };

/** As PostgreSQL has it: what is not there is neither above nor below anything. */
function holds(value: PlaceValue, condition: Condition): boolean {
  if (condition === null || typeof condition !== 'object' || condition instanceof Date) return value === condition;
  return Object.entries(condition).every(([operator, bound]) => {
    if (operator === 'not') return value !== bound;
    if (value === null || bound === null) return false;
    if (operator === 'gt') return value > bound;
    if (operator === 'gte') return value >= bound;
    return operator === 'lt' ? value < bound : value <= bound;
  });
}

const matches = (row: Place, where: object): boolean =>
  Object.entries(where).every(([column, condition]: [string, Condition]) =>
    holds(column === 'id' ? row.id : row.value, condition),
  );

type Where = { readonly AND?: readonly object[] };

/** A table of places. `afterwards` is done behind each statement. */
function tableOf(rows: Place[], order: Order, afterwards: () => void = () => undefined) {
  let statements = 0;
  return {
    get statements() {
      return statements;
    },
    async findMany({ where, orderBy, take }: { where: Where; orderBy: object[]; take: number }) {
      statements += 1;
      const direction = Object.values(orderBy[1] ?? {})[0] === 'asc' ? 'asc' : 'desc';
      const found = rows
        .filter((row) => (where.AND ?? []).every((each) => matches(row, each)))
        .toSorted((one, other) => comparePlaces({ ...order, direction }, one, other))
        .slice(0, take);
      afterwards();
      return found;
    },
    count: async () => rows.length,
  };
}

const orders: Order[] = (['asc', 'desc'] as const).flatMap((direction) =>
  [true, false].map((nullable) => ({ column: 'value', direction, nullable })),
);
const rowsOf = ({ nullable }: Order): Place[] =>
  [2, 1, null, 1, 3, 1, null, 2, 0].flatMap((value, n) =>
    value === null && !nullable ? [] : { value, id: `r${(n * 4) % 9}` },
  );
const idsOf = (rows: readonly Place[]) => rows.map(({ id }) => id);

describe.each(orders)('an order $direction, with rows without a value: $nullable', (order) => {
  const rows = rowsOf(order);
  const sorted = rows.toSorted((one, other) => comparePlaces(order, one, other));

  it('is read from any place up to any place ahead: every row between them once, the last one with them', () => {
    for (const backward of [false, true]) {
      const reading = backward ? sorted.toReversed() : sorted;
      for (const from of [null, ...reading])
        for (const until of [null, ...reading.slice(from ? reading.indexOf(from) + 1 : 0)])
          for (const inclusive of [false, true]) {
            const read = stretchesOf(order, { from, until, backward, inclusive }).flatMap((stretch) =>
              reading.filter((row) => matches(row, stretch)),
            );
            const [first, end] = [from ? reading.indexOf(from) : -1, until ? reading.indexOf(until) + 1 : undefined];
            const expected = reading.slice(from && inclusive ? first : first + 1, end);
            expect({ from, until, backward, inclusive, read: idsOf(read) }).toEqual({
              from,
              until,
              backward,
              inclusive,
              read: idsOf(expected),
            });
          }
    }
    expect(orderByOf(order, true)).not.toEqual(orderByOf(order, false));
  });

  it('has the same pages read from an index and sorted from all its places', async () => {
    for (const backward of [false, true])
      for (const from of [null, ...sorted])
        for (const size of [1, 2, 4, 20]) {
          const read = await listOrdered(tableOf(rows, order), {}, order, { size, backward }, { from });
          const part = pageOfPlaces(rows, order, { size, backward }, from);
          const given = { backward, from, size };
          expect({ ...given, ids: idsOf(read.rows), more: read.hasMore, other: await read.hasOther() }).toEqual({
            ...given,
            ids: idsOf(part.places),
            more: part.hasMore,
            other: from !== null && part.hasOther,
          });
        }
  });
});

it('a row behind the cursor of the only one is on the other side', async () => {
  const [order] = orders;
  const only = { value: 1, id: 'a' };
  const { rows, hasOther } = await listOrdered(tableOf([only], order!), {}, order!, { size: 1 }, { from: only });
  expect([rows, await hasOther()]).toEqual([[], true]);
});

it('a row that moves on between two statements of a page stands on it once, where it was met first', async () => {
  const [order] = orders;
  const rows: Place[] = ['a', 'b', 'c'].map((id) => ({ value: 1, id }));
  const from = { value: 1, id: '' };
  const moves = () => void rows.splice(0, 1, { value: 2, id: 'a' });
  const table = tableOf(rows, order!, moves);
  const read = await listOrdered(table, {}, order!, { size: 5 }, { from });
  expect([idsOf(read.rows), table.statements]).toEqual([['a', 'b', 'c'], 3]);
});

it('texts stand as PostgreSQL sorts them by their bytes', () => {
  const [order] = orders;
  const names = ['a', 'Z', '～', '😀', 'é'].map((value) => ({ value, id: value }));
  expect(names.toSorted((one, other) => comparePlaces(order!, one, other)).map(({ value }) => value)).toEqual([
    'Z',
    'a',
    'é',
    '～',
    '😀',
  ]);
});
