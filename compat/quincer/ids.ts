import { type NodeType, toGlobalId } from '../../src/ids.ts';

/** The graph's ids tell their type, Quincer's are bare; what is no id of this type names nothing in the graph either. */
export function graphId(type: NodeType, id: string): string;
export function graphId<Absent extends null | undefined>(type: NodeType, id: string | Absent): string | Absent;
export function graphId(type: NodeType, id: string | null | undefined): string | null | undefined {
  return typeof id === 'string' ? toGlobalId(type, id) : id;
}
