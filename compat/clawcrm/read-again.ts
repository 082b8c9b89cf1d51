import { notFound } from '../../src/errors.ts';
import type { NodeType } from '../../src/ids.ts';
import type { Scope } from '../../src/access/scopes.ts';
import type { Operation } from '../http/execute.ts';
import { idOfMade } from '../route/resources.ts';

/** The fragment that a document asks of one type of node has no fields where the node is of another. */
type Nothing = Readonly<Record<PropertyKey, never>>;

type Read<Row, Shown> = {
  readonly type: NodeType;
  readonly operation: Operation<{ readonly node: Row | Nothing | null }, { readonly id: string }>;
  readonly scope: Scope;
  readonly present: (row: Row) => Shown;
};

/** Reads again what a POST made, for a retry whose first answer was lost. */
export const readAgain = <Row extends { readonly id: string }, Shown>(read: Read<Row, Shown>) => ({
  operation: read.operation,
  scope: read.scope,
  variables: idOfMade(read.type),
  present({ node }: { readonly node: Row | Nothing | null }): Shown {
    if (node === null || !isRow(node)) throw notFound(nounOf(read.type));
    return read.present(node);
  },
});

const isRow = <Row extends object>(node: Row | Nothing): node is Row => 'id' in node;

/** `SyncSource` is told of as a sync source. */
const nounOf = (type: NodeType): string => type.replaceAll(/(?<!^)[A-Z]/g, ' $&').toLowerCase();
