import { type DocumentNode, getOperationAST, Kind, type SelectionSetNode } from 'graphql';

/** How often an operation asks for a `totalCount`, fragments as often as they are spread. The document is valid. */
export function countCounts(document: DocumentNode, operationName: string | null): number {
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const known = new Map<string, number>();

  function ofFragment(name: string): number {
    const counted = known.get(name) ?? within(fragments.get(name)?.selectionSet);
    known.set(name, counted);
    return counted;
  }

  function within(set: SelectionSetNode | undefined): number {
    let counts = 0;
    for (const each of set?.selections ?? []) {
      if (each.kind === Kind.FRAGMENT_SPREAD) counts += ofFragment(each.name.value);
      else counts += within(each.selectionSet);
      if (each.kind === Kind.FIELD && each.name.value === 'totalCount') counts += 1;
    }
    return counts;
  }

  return within(getOperationAST(document, operationName)?.selectionSet);
}
