import { isDeepStrictEqual } from 'node:util';

const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

/** Whether a column would stay as it is. The database keeps the keys of JSON in an order of its own, so theirs says nothing. */
export const isSameValue = (one: unknown, other: unknown): boolean => isDeepStrictEqual(asStored(one), asStored(other));

type Given<Wanted> = { [Column in keyof Wanted]?: Exclude<Wanted[Column], undefined> };

/** What of `wanted` is there and differs from the row. */
export function differences<Wanted extends object>(before: object, wanted: Wanted): Given<Wanted> {
  const changed = Object.entries(wanted).filter(
    ([column, value]) => value !== undefined && !isSameValue(Reflect.get(before, column), value),
  );
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.fromEntries forgets its keys
  return Object.fromEntries(changed) as Given<Wanted>;
}
