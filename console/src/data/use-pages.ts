import { useCallback, useMemo, useState } from 'react';
import type { AnyVariables, TypedDocumentNode } from 'urql';
import { againMs, type EventKinds, type LiveQuery, useEvents, useLiveQuery, useThrottled } from './use-live-query.ts';
import type { LiveEvent } from './connection.ts';
import { isForNow } from './problem.ts';
import { usePolling } from './use-polling.ts';
import { type Connection, mostAtOnce, type PageArgs, useRest } from './use-rest.ts';

const blockSize = 50;
/** Behind the first 200 rows each page is a request: after an event they are read anew at most this often. */
const restMs = 2000;

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
 * anew, 200 rows at once, so that no row is missing between two pages. The document takes `$first: Int!, $after: String`.
 */
export function usePages<Data, Variables extends AnyVariables, Node>(
  document: TypedDocumentNode<Data, Variables>,
  { variables, select, on, about, pause = false }: PagesOptions<Data, Variables, Node>,
): Pages<Data, Node> {
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
  const head = query.data === undefined ? undefined : select(query.data);
  const needed = size - first;
  const [turn, setTurn] = useState(0);
  const readRest = useThrottled(() => setTurn((before) => before + 1), restMs);
  const { rest, isRead, error } = useRest({
    document,
    variables,
    select,
    question,
    after: head?.pageInfo.endCursor ?? null,
    needed,
    turn,
  });
  useEvents(on, (event) => {
    if (needed > 0 && (event === null || !about || about(event))) readRest();
  });
  usePolling(readRest, error !== null && isForNow(error) ? againMs : null);
  const { refresh: readHead } = query;
  const refresh = useCallback(() => {
    readHead();
    readRest();
  }, [readHead, readRest]);

  const [headNodes, restNodes] = [head?.nodes, rest?.nodes];
  const nodes = useMemo(() => [...(headNodes ?? []), ...(restNodes ?? [])], [headNodes, restNodes]);
  const readOn = useCallback(() => setWanted({ question, size: size + blockSize }), [question, size]);
  const hasMore = needed > 0 ? (rest?.hasMore ?? false) : (head?.pageInfo.hasNextPage ?? false);
  return {
    query: { ...query, error: query.error ?? error, refresh },
    nodes,
    hasMore,
    isReadingOn: !query.isCurrent || (needed > 0 && !isRead),
    readOn,
  };
}
