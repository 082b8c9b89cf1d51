import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/**
 * What the fields of a type read of its table. A field called like a column reads that one, another what is said of it here; of
 * which nothing is said, everything is read, so that a field that was forgotten takes longer and says no less.
 */
export type FieldReads<Column extends string> = {
  readonly columns: Readonly<Record<Column, string>>;
  readonly others: Readonly<Record<string, readonly Column[]>>;
  /** The fields that answer a row which this one points to, and what is read of that. It is read by the same statement. */
  readonly references?: Readonly<Record<string, FieldReads<string>>>;
  /** Read whatever is asked, such as what cursors are made of. */
  readonly always: readonly Column[];
};

type Info = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** The fields of a selection, those in its fragments too: what `@include` leaves out is read in vain, but seldom. */
function fieldsIn(selectionSet: SelectionSetNode | undefined, fragments: Info['fragments']): FieldNode[] {
  return (selectionSet?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const within = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    return fieldsIn(within?.selectionSet, fragments);
  });
}

/** What is selected of the rows of a connection, as its nodes and on its edges. */
function fieldsOfNodes(field: FieldNode, fragments: Info['fragments']): FieldNode[] {
  return fieldsIn(field.selectionSet, fragments).flatMap(({ name, selectionSet }) => {
    const below = fieldsIn(selectionSet, fragments);
    if (name.value === 'nodes') return below;
    if (name.value !== 'edges') return [];
    return below.flatMap((part) => (part.name.value === 'node' ? fieldsIn(part.selectionSet, fragments) : []));
  });
}

const isColumn = <Column extends string>(columns: FieldReads<Column>['columns'], name: string): name is Column =>
  Object.hasOwn(columns, name);

/** The columns that some fields of a type read; null where that is all of them. */
function columnsRead<Column extends string>(
  { columns, others, always }: FieldReads<Column>,
  fields: readonly FieldNode[],
): Set<Column> | null {
  const read = new Set<Column>(always);
  for (const { name } of fields) {
    if (name.value === '__typename') continue;
    const columnsOfField = isColumn(columns, name.value) ? [name.value] : others[name.value];
    if (!columnsOfField) return null;
    for (const column of columnsOfField) read.add(column);
  }
  return read;
}

type Select = Record<string, true>;

/** In the ORM's terms; without a selection everything is read. */
type RowQuery = { readonly select?: Record<string, true | { select: Select }> };

const toSelect = (read: ReadonlySet<string>): Select =>
  Object.fromEntries([...read].map((column) => [column, true as const]));

function toQuery(reads: FieldReads<string>, fields: readonly FieldNode[], fragments: Info['fragments']): RowQuery {
  const read = columnsRead(reads, fields);
  if (!read) return {};
  const select: Record<string, true | { select: Select }> = toSelect(read);
  for (const [field, its] of Object.entries(reads.references ?? {})) {
    const asked = fields.filter(({ name }) => name.value === field);
    const below = columnsRead(
      its,
      asked.flatMap(({ selectionSet }) => fieldsIn(selectionSet, fragments)),
    );
    if (below && asked.length > 0) select[field] = { select: toSelect(below) };
  }
  return { select };
}

/** For the fields that answer rows of a type: what to read of them, by what is asked. */
export function createRowQueries<Column extends string>(reads: FieldReads<Column>) {
  const asked = (fieldsOf: (field: FieldNode, fragments: Info['fragments']) => FieldNode[]) => {
    // Documents are kept, and a field of one asks the same each time.
    const known = new WeakMap<readonly FieldNode[] | FieldNode, RowQuery>();
    return ({ fieldNodes, fragments }: Info): RowQuery => {
      const [first] = fieldNodes;
      const key = first && fieldNodes.length === 1 ? first : fieldNodes;
      const query =
        known.get(key) ??
        toQuery(
          reads,
          fieldNodes.flatMap((field) => fieldsOf(field, fragments)),
          fragments,
        );
      known.set(key, query);
      return query;
    };
  };
  const ofConnection = asked(fieldsOfNodes);
  return {
    ofRow: asked(({ selectionSet }, fragments) => fieldsIn(selectionSet, fragments)),
    ofConnection,
    /** The same as the names of the columns, for rows below a row; undefined where all are read. */
    fieldsOfConnection(info: Info): readonly string[] | undefined {
      const { select } = ofConnection(info);
      return select && Object.keys(select);
    },
  };
}
