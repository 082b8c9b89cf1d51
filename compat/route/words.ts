type Words = Readonly<Record<string, string>>;

/** The words of a table, for a schema that takes one of them. */
export const wordsOf = <Table extends Words>(table: Table): readonly Table[keyof Table][] =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.values forgets which table it read
  Object.values(table) as Table[keyof Table][];

export const wordOrNull = <Table extends Words, Value extends keyof Table & string>(
  table: Table,
  value: Value | null,
): Table[Value] | null => (value === null ? null : table[value]);

/** From a dialect's word to the graph's value; null and undefined stay what they are. */
export function graphValue<Table extends Words>(table: Table) {
  const values = new Map(Object.entries(table).map(([value, word]) => [word, value]));
  return <Word extends Table[keyof Table] | null | undefined>(word: Word): Graph<Table, Word> =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every word of the table has its value
    (typeof word === 'string' ? values.get(word) : word) as Graph<Table, Word>;
}

type Graph<Table, Word> = Word extends string ? keyof Table & string : Word;

type GraphWord<Word> = Word extends string ? Uppercase<Word> : Word;

/** The graph's spelling of an enum value. */
export function graphWord<Word extends string | null | undefined>(word: Word): GraphWord<Word> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `toUpperCase` is `Uppercase` at run time
  return (typeof word === 'string' ? word.toUpperCase() : word) as GraphWord<Word>;
}

/** The same in a vendor's lower case. */
export const lowerWord = <Word extends string>(word: Word): Lowercase<Word> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `toLowerCase` is `Lowercase` at run time
  word.toLowerCase() as Lowercase<Word>;
