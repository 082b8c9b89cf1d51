import { useEffect, useState } from 'react';
import { type AnyVariables, type CombinedError, type TypedDocumentNode, useClient } from 'urql';

export const mostAtOnce = 200;

export type PageArgs = { readonly first: number; readonly after: string | null };

export type Connection<Node> = {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

type RestOptions<Data, Variables, Node> = {
  readonly document: TypedDocumentNode<Data, Variables>;
  readonly variables: (page: PageArgs) => Variables;
  readonly select: (data: Data) => Connection<Node> | null | undefined;
  /** What the list asks for: rows of another question are none of this one. */
  readonly question: string;
  /** Where the first page ends; null where there is none. */
  readonly after: string | null;
  /** How many rows are wanted behind it. */
  readonly needed: number;
  /** Counts up for them to be read anew. */
  readonly turn: number;
};

type Rest<Node> = { readonly of: string; readonly nodes: readonly Node[]; readonly hasMore: boolean };

/** What stands behind the first page of a list, page after page. A row that is read anew anywhere changes here too. */
export function useRest<Data, Variables extends AnyVariables, Node>(options: RestOptions<Data, Variables, Node>) {
  const { document, variables, select, question, after, needed, turn } = options;
  const client = useClient();
  const [rest, setRest] = useState<Rest<Node> | null>(null);
  const [failure, setFailure] = useState<{ readonly of: string; readonly error: CombinedError } | null>(null);
  const place = `${question} ${String(after)} ${String(needed)}`;

  useEffect(() => {
    if (needed <= 0 || after === null) return undefined;
    const pages: Connection<Node>[] = [];
    const stops: (() => void)[] = [];

    function show(): void {
      const nodes = pages.flatMap((page) => page.nodes);
      const hasMore = pages.at(-1)?.pageInfo.hasNextPage ?? false;
      if (nodes.length >= needed || !hasMore) setRest({ of: place, nodes, hasMore });
    }

    function follow(index: number, from: string, wanted: number): void {
      const page = variables({ first: Math.min(wanted, mostAtOnce), after: from });
      const asked = client.query(document, page, { requestPolicy: 'network-only' });
      const { unsubscribe } = asked.subscribe(({ data, error }) => {
        const found = data && select(data);
        setFailure(error ? { of: place, error } : null);
        if (!found) return;
        const before = pages[index]?.pageInfo.endCursor;
        pages[index] = found;
        const { endCursor, hasNextPage } = found.pageInfo;
        const left = wanted - found.nodes.length;
        if (endCursor !== before) {
          // What is behind it begins elsewhere now.
          for (const stop of stops.splice(index + 1)) stop();
          pages.splice(index + 1);
          if (left > 0 && hasNextPage && endCursor !== null) follow(index + 1, endCursor, left);
        }
        show();
      });
      stops[index] = unsubscribe;
    }

    follow(0, after, needed);
    return () => {
      for (const stop of stops) stop();
    };
    // oxlint-disable-next-line react/exhaustive-deps -- `place` says all that this depends on
  }, [client, place, turn]);

  return {
    rest: rest !== null && rest.of.startsWith(question) && needed > 0 ? rest : null,
    isRead: rest?.of === place,
    /** Why it could not be read, or not anew. */
    error: failure?.of === place ? failure.error : null,
  };
}
