import { useCallback, useEffect, useRef, useState } from 'react';
import { type AnyVariables, type CombinedError, createRequest, type TypedDocumentNode, useQuery } from 'urql';
import type { LiveEvent } from './connection.ts';
import { useSession } from './session.tsx';
import { isForNow } from './problem.ts';
import { useLatest } from './use-latest.ts';
import { usePolling } from './use-polling.ts';

/** Beginnings of event types, such as `LEAD_` or `CONVERSATION_TAKEN_OVER`. */
export type EventKinds = readonly string[];

/** Every event there is. */
export const anyEvent: EventKinds = ['*'];

export type LiveQuery<Data> = {
  /** What there is to show; undefined until the first answer. */
  readonly data: Data | undefined;
  /** Null unless nothing can be shown or what is shown could not be brought up to date. */
  readonly error: CombinedError | null;
  /** The first answer is not there yet. */
  readonly isLoading: boolean;
  /** Whether `data` answers these variables and not, as `isKept` allows, others before them. */
  readonly isCurrent: boolean;
  readonly refresh: () => void;
};

const restMs = 400;
/** From a read that failed to the next one. */
export const againMs = 15_000;

/** Calls at once, then at most once in this time, and once more for what was asked for meanwhile. */
export function useThrottled(call: () => void, everyMs = restMs): () => void {
  const latest = useLatest(call);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isWanted = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    if (timer.current !== undefined) return void (isWanted.current = true);
    const run = () => {
      isWanted.current = false;
      latest.current();
      timer.current = setTimeout(() => {
        timer.current = undefined;
        if (isWanted.current) run();
      }, everyMs);
    };
    run();
  }, [latest, everyMs]);
}

/** Calls for each event of these kinds, and with null where some may have been missed. */
export function useEvents(kinds: EventKinds, listener: (event: LiveEvent | null) => void): void {
  const { live } = useSession();
  const latest = useLatest(listener);
  const wanted = kinds.join();
  useEffect(() => {
    const starts = wanted === '' ? [] : wanted.split(',');
    const stopEvents = live.onEvent((event) => {
      if (starts.some((start) => start === '*' || event.type.startsWith(start))) latest.current(event);
    });
    const stopGaps = live.onGap(() => latest.current(null));
    return () => {
      stopEvents();
      stopGaps();
    };
  }, [live, wanted, latest]);
}

type LiveQueryOptions<Variables> = {
  readonly variables: Variables;
  /** The events after which it is read anew. */
  readonly on: EventKinds;
  /** Which of those events; all by default. */
  readonly about?: (event: LiveEvent) => boolean;
  readonly pause?: boolean;
  /** Whether the answer to other variables stays until there is one to these. */
  readonly isKept?: boolean;
};

/**
 * A query whose answer is kept up to date: read anew, at most twice a second, after events of the kinds it depends on, and now and then
 * where it could not be read.
 */
export function useLiveQuery<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  { variables, on, about, pause = false, isKept = false }: LiveQueryOptions<Variables>,
): LiveQuery<Data> {
  const [{ data: latest, error, fetching, operation }, execute] = useQuery<Data>({
    query,
    variables,
    pause,
  });
  const refresh = useThrottled(() => {
    if (!pause) execute({ requestPolicy: 'network-only' });
  });
  useEvents(on, (event) => {
    if (event === null || !about || about(event)) refresh();
  });
  const { key } = createRequest<Data>(query, variables);
  const isOfThese = operation?.key === key;
  const failure = (isOfThese && error) || null;
  usePolling(refresh, failure !== null && isForNow(failure) ? againMs : null);
  // A failure takes away nothing that was there; what the cache cannot answer then is null, whatever the type says.
  const [good, setGood] = useState<{ readonly key: number; readonly data: Data } | null>(null);
  if (isOfThese && latest && (good?.key !== key || good.data !== latest)) setGood({ key, data: latest });
  const data = good !== null && (isKept || good.key === key) ? good.data : undefined;
  return {
    data,
    error: failure,
    isLoading: fetching && data === undefined,
    isCurrent: good?.key === key,
    refresh,
  };
}
