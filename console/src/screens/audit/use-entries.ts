import { anyEvent, useLiveQuery } from '../../data/use-live-query.ts';
import { usePages } from '../../data/use-pages.ts';
import { usePolling } from '../../data/use-polling.ts';
import { AuditLogDocument, NewestEntryDocument } from './generated/operations.ts';

const lookMs = 10_000;

type Filter = {
  readonly memberId: string | null;
  readonly apiKeyId: string | null;
  readonly subjectId: string | null;
  readonly action: string | null;
};

/** The log, newest first. What is added meanwhile is offered: rows do not move under the pointer. */
export function useEntries(variables: Filter) {
  const pages = usePages(AuditLogDocument, {
    variables: (page) => ({ ...page, ...variables }),
    select: ({ auditLog }) => auditLog,
    on: [],
  });
  const newest = useLiveQuery(NewestEntryDocument, { variables, on: anyEvent });
  // Not every change has an event.
  usePolling(newest.refresh, lookMs);
  const [shown] = pages.nodes;
  const [latest] = newest.data?.auditLog.nodes ?? [];
  // Ids ascend: what was asked for before the list is no news.
  const hasNews = pages.query.isCurrent && latest !== undefined && latest.id > (shown?.id ?? '');
  return { ...pages, hasNews };
}
