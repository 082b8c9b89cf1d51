import { useCallback, useEffect, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { anyEvent, useEvents } from '../../data/use-live-query.ts';
import { isWithin, type LogFilter } from './log-filter.ts';
import { type EventRowFragment, EventsDocument, type EventType } from './generated/operations.ts';

const pageSize = 50;

type Shown = { readonly rows: readonly EventRowFragment[]; readonly before: string | null };

/** The log read back from now, and how many events came since: those are shown when somebody asks for them. */
export function useLog(types: readonly EventType[], filter: LogFilter) {
  const client = useClient();
  const [shown, setShown] = useState<Shown | undefined>(undefined);
  const [error, setError] = useState<CombinedError | null>(null);
  const [news, setNews] = useState(0);
  const [isReadingOn, setReadingOn] = useState(false);
  const asked = JSON.stringify([types, filter]);

  const read = useCallback(
    (before: string | null) => {
      const wanted = types.length === 0 ? null : [...types];
      const variables = { ...filter, last: pageSize, before, types: wanted };
      return client.query(EventsDocument, variables, { requestPolicy: 'network-only' }).toPromise();
    },
    // oxlint-disable-next-line react/exhaustive-deps -- `asked` says what these are
    [client, asked],
  );

  const refresh = useCallback(async () => {
    setNews(0);
    const { data, error: failed } = await read(null);
    setError(failed ?? null);
    if (!data) return;
    const { nodes, pageInfo } = data.events;
    setShown({ rows: nodes.toReversed(), before: pageInfo.hasPreviousPage ? pageInfo.startCursor : null });
  }, [read]);

  useEffect(() => void refresh(), [refresh]);
  useEvents(types.length === 0 ? anyEvent : types, (event) => {
    if (event === null) void refresh();
    else if (isWithin(filter, event)) setNews((count) => count + 1);
  });

  async function readOn() {
    if (!shown || shown.before === null) return;
    setReadingOn(true);
    const { data, error: failed } = await read(shown.before);
    setReadingOn(false);
    setError(failed ?? null);
    if (!data) return;
    const { nodes, pageInfo } = data.events;
    const before = pageInfo.hasPreviousPage ? pageInfo.startCursor : null;
    setShown({ rows: [...shown.rows, ...nodes.toReversed()], before });
  }

  const query = {
    data: shown,
    error,
    isLoading: shown === undefined,
    isCurrent: error === null,
    refresh: () => void refresh(),
  };
  return { query, news, hasMore: shown?.before != null, isReadingOn, readOn: () => void readOn() };
}
