import { z } from 'zod';
import { isRowId } from '../../ids.ts';
import { isStorable } from '../../text.ts';
import { type PageInput, unknownCursor } from '../page.ts';
import type { Order, Place, PlaceValue } from './stretches.ts';

export type ValueKind = 'instant' | 'integer' | 'text';

/** An order whose cursors name it, so that one of another order is told apart. */
export type NamedOrder<Column extends string = string> = Order<Column> & {
  /** As the graph calls it. */
  readonly field: string;
  readonly kind: ValueKind;
};

const values = {
  instant: z.iso.datetime({ precision: 3 }).transform((text) => new Date(text)),
  integer: z.int().min(-2_147_483_648).max(2_147_483_647),
  text: z.string().max(1000).refine(isStorable),
} as const satisfies Record<ValueKind, z.ZodType>;

const nameOf = ({ field, direction }: NamedOrder) => `${field} ${direction}`;

/** A place as a client keeps it: opaque, and good for its order alone. */
export function toCursor(order: NamedOrder, { value, id }: Place): string {
  return Buffer.from(JSON.stringify([nameOf(order), value, id])).toString('base64url');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The place of a cursor that {@link toCursor} made of the same order, byte for byte; whether its row is the caller's is for
 * who reads the list to say.
 * @throws INVALID for any other text
 */
export function fromCursor(order: NamedOrder, cursor: string, page: Pick<PageInput, 'backward'>): Place {
  const value: z.ZodType<PlaceValue> = order.nullable ? values[order.kind].nullable() : values[order.kind];
  const shape = z.tuple([z.literal(nameOf(order)), value, z.string().refine(isRowId)]);
  const parsed = shape.safeParse(readJson(Buffer.from(cursor, 'base64url').toString()));
  if (!parsed.success) throw unknownCursor(page);
  const place = { value: parsed.data[1], id: parsed.data[2] };
  if (toCursor(order, place) !== cursor) throw unknownCursor(page);
  return place;
}
