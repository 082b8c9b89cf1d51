import { notFound } from '../../src/errors.ts';

type Nothing = Record<PropertyKey, never>;

const isRow = <Row extends object>(node: Row | Nothing): node is Row => Object.keys(node).length > 0;

/** What a write made, read again for an answer that was lost. @throws NOT_FOUND where it is gone since. */
export function madeAgain<Row extends { readonly id: string }>(what: string, node: Row | Nothing | null): Row {
  if (node === null || !isRow(node)) throw notFound(what);
  return node;
}
