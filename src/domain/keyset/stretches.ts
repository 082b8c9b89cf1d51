import { type Direction, opposite } from '../page.ts';

/** An order by one column, and by id among rows of one value; both go the same way. Rows without a value stand last, whichever way. */
export type Order<Column extends string = string> = {
  readonly column: Column;
  readonly direction: Direction;
  /** Whether there can be rows without a value. */
  readonly nullable: boolean;
};

export type PlaceValue = Date | number | string | null;

/** Where a row stood in an order when it was read; it may have moved since. */
export type Place = { readonly value: PlaceValue; readonly id: string };

/** Where a row stands. */
export const placeOf = <Column extends string>(
  { column }: Order<Column>,
  row: { readonly id: string } & Readonly<Record<Column, PlaceValue>>,
): Place => ({ value: row[column], id: row.id });

/** How an order is read: from a place on, or from its end where there is none. */
export type Reading = {
  readonly from: Place | null;
  readonly backward: boolean;
  /** Whether the row at the place belongs to what is read. */
  readonly inclusive?: boolean;
  /** The last place that is read, one that lies ahead; all by default. */
  readonly until?: Place | null;
};

type Group = 'values' | 'none';
const groupOf = ({ value }: Place): Group => (value === null ? 'none' : 'values');

const isSame = (one: PlaceValue, other: PlaceValue): boolean =>
  one instanceof Date && other instanceof Date ? one.getTime() === other.getTime() : one === other;

/**
 * Conditions whose rows, one after the other, are what is read. Each is one range of the index on (column, id): as one condition
 * of `or`, PostgreSQL would walk the index from its beginning, or all rows of the value at the place.
 */
export function stretchesOf(
  { column, direction, nullable }: Order,
  { from, backward, inclusive, until = null }: Reading,
): object[] {
  const [ahead, before] = (backward ? opposite(direction) : direction) === 'asc' ? ['gt', 'lt'] : ['lt', 'gt'];
  const beyond = (place: Place) => ({ [inclusive ? `${ahead}e` : ahead]: place.id });
  const upTo = (place: Place) => ({ [`${before}e`]: place.id });
  if (from && until && isSame(from.value, until.value))
    return [{ [column]: from.value, id: { ...beyond(from), ...upTo(until) } }];

  const groups: Group[] = nullable ? (backward ? ['none', 'values'] : ['values', 'none']) : ['values'];
  const between = groups.slice(
    from ? groups.indexOf(groupOf(from)) : 0,
    until ? groups.indexOf(groupOf(until)) + 1 : groups.length,
  );
  const bounds = {
    ...(from?.value != null && { [ahead]: from.value }),
    ...(until?.value != null && { [before]: until.value }),
  };
  const values = Object.keys(bounds).length > 0 ? { [column]: bounds } : nullable ? { [column]: { not: null } } : {};
  const isOpen = (group: Group) => group === 'values' || ![from, until].some((place) => place?.value === null);
  return [
    ...(from ? [{ [column]: from.value, id: beyond(from) }] : []),
    ...between.filter(isOpen).map((group) => (group === 'values' ? values : { [column]: null })),
    ...(until ? [{ [column]: until.value, id: upTo(until) }] : []),
  ];
}

/** Every stretch is sorted alike, so that each is read from the index in its order. */
export function orderByOf({ column, direction }: Order, backward: boolean): Record<string, Direction>[] {
  const reading = backward ? opposite(direction) : direction;
  return [{ [column]: reading }, { id: reading }];
}
