import { useCallback, useEffect, useMemo, useState } from 'react';
import { type AnyVariables, type TypedDocumentNode, useClient } from 'urql';
import { type EventKinds, type LiveQuery, useLiveQuery } from './use-live-query.ts';
import type { LiveEvent } from './live.ts';

const blockSize = 50;
const mostAtOnce = 200;

type PageArgs = { readonly first: number; readonly after: string | null };

type Connection<Node> = {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

type PagesOptions<Data, Variables, Node> = {
  /** All of them, with the page’s among them: `(page) => ({ ...page, filter })`. */
  readonly variables: (page: PageArgs) => Variables;
  readonly select: (data: Data) => Connection<Node> | null | undefined;
  readonly on: EventKinds;
  readonly about?: (event: LiveEvent) => boolean;
  readonly pause?: boolean;
};

export type Pages<Data, Node> = {
  /** The first page, for `Loaded` and totals. */
  readonly query: LiveQuery<Data>;
  readonly nodes: readonly Node[];
  readonly hasMore: boolean;
  readonly isReadingOn: boolean;
  readonly readOn: () => void;
};

/**
 * A list that is read on as far as somebody looks. What is shown is always one run of the list: after an event all of it is read
 * anew, up to 200 at once, so that no row is missing between two pages. The document takes `$first: Int!, $after: String`.
 */
export function usePages<Data, Variables extends AnyVariables, Node>(
  document: TypedDocumentNode<Data, Variables>,
  { variables, select, on, about, pause = false }: PagesOptions<Data, Variables, Node>,
): Pages<Data, Node> {
  const client = useClient();
  const question = JSON.stringify(variables({ first: blockSize, after: null }));
  const [wanted, setWanted] = useState({ question, size: blockSize });
  const size = wanted.question === question ? wanted.size : blockSize;
  const first = Math.min(size, mostAtOnce);
  const query = useLiveQuery(document, {
    variables: variables({ first, after: null }),
    on,
    pause,
    isKept: true,
    ...(about && { about }),
  });
  const [rest, setRest] = useState<{
    readonly of: string;
    readonly nodes: readonly Node[];
    readonly hasMore: boolean;
  } | null>(null);
  const head = query.data === undefined ? undefined : select(query.data);
  const end = head?.pageInfo.endCursor ?? null;
  const needed = size - first;
  const place = `${question} ${String(end)} ${String(needed)}`;

  useEffect(() => {
    if (needed <= 0 || end === null) return undefined;
    let isOver = false;
    void (async () => {
      const nodes: Node[] = [];
      let [after, hasMore]: [string | null, boolean] = [end, true];
      while (nodes.length < needed && hasMore) {
        const page: PageArgs = { first: Math.min(needed - nodes.length, mostAtOnce), after };
        const answer = await client.query(document, variables(page), { requestPolicy: 'network-only' }).toPromise();
        const found = answer.data && select(answer.data);
        if (isOver || !found) return;
        nodes.push(...found.nodes);
        ({ endCursor: after, hasNextPage: hasMore } = found.pageInfo);
      }
      setRest({ of: place, nodes, hasMore });
    })();
    return () => void (isOver = true);
    // oxlint-disable-next-line react/exhaustive-deps -- `place` says all that this depends on
  }, [client, place]);

  const isCurrent = rest !== null && rest.of.startsWith(question) && needed > 0;
  const [headNodes, restNodes] = [head?.nodes, isCurrent ? rest.nodes : undefined];
  const nodes = useMemo(() => [...(headNodes ?? []), ...(restNodes ?? [])], [headNodes, restNodes]);
  const readOn = useCallback(() => setWanted({ question, size: size + blockSize }), [question, size]);
  const hasMore = needed > 0 ? isCurrent && rest.hasMore : (head?.pageInfo.hasNextPage ?? false);
  return {
    query,
    nodes,
    hasMore,
    isReadingOn: !query.isCurrent || (needed > 0 && rest?.of !== place),
    readOn,
  };
}
