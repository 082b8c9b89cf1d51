import { bareId, type NodeType, toGlobalId } from '../../src/ids.ts';

export const bareIdOrNull = (id: string | null): string | null => (id === null ? null : bareId(id));

/** The graph's ids tell their type, Quincer's are bare; what is no id of this type names nothing in the graph either. */
export function graphId(type: NodeType, id: string): string;
export function graphId<Absent extends null | undefined>(type: NodeType, id: string | Absent): string | Absent;
export function graphId(type: NodeType, id: string | null | undefined): string | null | undefined {
  return typeof id === 'string' ? toGlobalId(type, id) : id;
}

type GraphWord<Word> = Word extends string ? Uppercase<Word> : Word;

/** The graph's spelling of an enum value. */
export function graphWord<Word extends string | null | undefined>(word: Word): GraphWord<Word> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `toUpperCase` is `Uppercase` at run time
  return (typeof word === 'string' ? word.toUpperCase() : word) as GraphWord<Word>;
}

/** Quincer's spelling of an enum value. */
export const quincerWord = <Word extends string>(word: Word): Lowercase<Word> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `toLowerCase` is `Lowercase` at run time
  word.toLowerCase() as Lowercase<Word>;
