import { useCallback, useEffect, useMemo, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { useSession } from '../../../data/session.tsx';
import { useLatest } from '../../../data/use-latest.ts';
import { useEvents, useLiveQuery, useThrottled } from '../../../data/use-live-query.ts';
import { type SaidFragment, ThreadDocument } from '../generated/operations.ts';

const pageSize = 50;
/** Read after an event: what is new is nearly always among these, and they take a fifth of the time of a page. */
const newSize = 10;
/** As many are shown to somebody who reads along; those before are read back on request. */
const mostFollowed = 100;

const againMs = 3000;

type Older = { readonly messages: readonly SaidFragment[]; readonly hasMore: boolean; readonly before: string | null };

/** What was said stays as it is; who said it may be called otherwise. */
const isAsBefore = (one: SaidFragment, other: SaidFragment): boolean =>
  one.content === other.content &&
  one.originalContent === other.originalContent &&
  one.translation?.content === other.translation?.content &&
  one.awaitsTranslation === other.awaitsTranslation &&
  one.author?.name === other.author?.name &&
  one.author?.avatarUrl === other.author?.avatarUrl;

/** These by their ids; what did not change is the very one that is known, so that it is not drawn anew. */
const byId = (nodes: readonly SaidFragment[], known: ReadonlyMap<string, SaidFragment>) =>
  nodes.map((message) => {
    const before = known.get(message.id);
    return [message.id, before && isAsBefore(before, message) ? before : message] as const;
  });

/** Tries again, a while after each failure. */
function useAgain(failure: CombinedError | null, again: () => void): void {
  useEffect(() => {
    if (failure === null) return undefined;
    const timer = setTimeout(again, againMs);
    return () => clearTimeout(timer);
  }, [failure, again]);
}

/** A conversation with its latest messages, live, and earlier ones as far back as somebody has looked. */
export function useThread(id: string) {
  const client = useClient();
  const { may } = useSession();
  const leads = may('leads:read');
  const query = useLiveQuery(ThreadDocument, {
    variables: { id, last: pageSize, before: null, leads },
    on: [],
  });
  const [older, setOlder] = useState<Older | null>(null);
  const latest = query.data?.conversation?.messages;

  // What left the newest page meanwhile was read before, and stays.
  const [seen, setSeen] = useState<ReadonlyMap<string, SaidFragment>>(new Map());
  const [merged, setMerged] = useState(latest);
  if (latest && latest !== merged) {
    setMerged(latest);
    // A page that was read before others came is told again where something else of the conversation changes.
    const isBehind = (latest.nodes.at(-1)?.id ?? '') < ([...seen.keys()].at(-1) ?? '');
    const overlaps = latest.nodes.some((message) => seen.has(message.id)) || !latest.pageInfo.hasPreviousPage;
    const kept = overlaps ? seen : new Map<string, SaidFragment>();
    if (!isBehind && !overlaps) setOlder(null);
    if (!isBehind) setSeen(new Map([...kept, ...byId(latest.nodes, kept)]));
  }

  const known = useLatest(seen);
  const messages = useMemo(() => {
    const all = new Map([...(older?.messages ?? []), ...seen.values()].map((message) => [message.id, message]));
    return [...all.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  }, [older, seen]);

  const { refresh } = query;
  const [unread, setUnread] = useState<CombinedError | null>(null);
  // What was said stays as it was said: only what came since is read, and who answers by now.
  const readOn = useThrottled(() => {
    const variables = { id, last: newSize, before: null, leads };
    void (async () => {
      const answer = await client.query(ThreadDocument, variables, { requestPolicy: 'network-only' }).toPromise();
      const page = answer.data?.conversation?.messages;
      setUnread(page ? null : (answer.error ?? null));
      if (!page && answer.error) return undefined;
      const isWhole = page?.nodes.some((message) => known.current.has(message.id)) ?? false;
      if (!page || !isWhole) return refresh();
      return setSeen((before) => new Map([...before, ...byId(page.nodes, before)]));
    })();
  });
  useEvents(['CONVERSATION_'], (event) => {
    if (event?.__typename === 'ConversationEvent' && event.conversation?.id === id) readOn();
  });
  useAgain(unread, readOn);
  const outdated = query.data === undefined ? null : query.error;
  useAgain(outdated, refresh);

  const [first] = messages;
  const before = older?.before ?? latest?.pageInfo.startCursor ?? null;
  const readBack = useCallback(async () => {
    const variables = { id, last: pageSize, before, leads };
    const { data } = await client.query(ThreadDocument, variables, { requestPolicy: 'network-only' }).toPromise();
    const page = data?.conversation?.messages;
    if (!page) return;
    setOlder((known) => ({
      messages: [...page.nodes, ...(known?.messages ?? [])],
      hasMore: page.pageInfo.hasPreviousPage,
      before: page.pageInfo.startCursor,
    }));
  }, [client, id, before, leads]);

  return {
    query,
    /** Why what was said since could not be read; it is tried again. */
    unread: unread ?? outdated,
    readOn,
    messages,
    hasOlder: first !== undefined && (older?.hasMore ?? latest?.pageInfo.hasPreviousPage ?? false),
    readBack,
    /** Lets go of all but the newest page where there is much: for somebody at its end, who sees none of the rest. */
    letGo: () => {
      if (messages.length <= mostFollowed) return;
      const kept = messages.slice(-pageSize);
      setOlder({ messages: [], hasMore: true, before: kept[0]?.id ?? null });
      setSeen(new Map(kept.map((message) => [message.id, message])));
    },
  };
}
