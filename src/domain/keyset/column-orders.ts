import type { Direction } from '../page.ts';
import type { NamedOrder } from './cursors.ts';

type Ordered<Column extends string> = Pick<NamedOrder<Column>, 'column' | 'kind' | 'nullable'>;
type Asked<Field extends string> = { readonly field: Field | 'CREATED_AT'; readonly direction: Direction };

/** Tells the order of a field by its column; null for that of the ids, which is when rows were made. */
export const columnOrders =
  <Field extends string, Column extends string>(columns: Readonly<Record<Field, Ordered<Column>>>) =>
  ({ field, direction }: Asked<Field>): NamedOrder<Column> | null =>
    field === 'CREATED_AT' ? null : { field, direction, ...columns[field] };
