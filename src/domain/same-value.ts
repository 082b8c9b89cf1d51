import { isDeepStrictEqual } from 'node:util';

const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

/** Whether a column would stay as it is. The database keeps the keys of JSON in an order of its own, so theirs says nothing. */
export const isSameValue = (one: unknown, other: unknown): boolean => isDeepStrictEqual(asStored(one), asStored(other));
