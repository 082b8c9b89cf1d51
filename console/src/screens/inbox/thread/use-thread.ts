import { useCallback, useMemo, useState } from 'react';
import { useClient } from 'urql';
import { useSession } from '../../../data/session.tsx';
import { useLiveQuery } from '../../../data/use-live-query.ts';
import { type SaidFragment, ThreadDocument } from '../generated/operations.ts';

const pageSize = 50;
/** As many are shown to somebody who reads along; those before are read back on request. */
const mostFollowed = 100;

type Older = { readonly messages: readonly SaidFragment[]; readonly hasMore: boolean; readonly before: string | null };

/** What was said stays as it is; who said it may be called otherwise. */
const isAsBefore = (one: SaidFragment, other: SaidFragment): boolean =>
  one.content === other.content &&
  one.originalContent === other.originalContent &&
  one.author?.name === other.author?.name &&
  one.author?.avatarUrl === other.author?.avatarUrl;

/** These by their ids; what did not change is the very one that is known, so that it is not drawn anew. */
const byId = (nodes: readonly SaidFragment[], known: ReadonlyMap<string, SaidFragment>) =>
  nodes.map((message) => {
    const before = known.get(message.id);
    return [message.id, before && isAsBefore(before, message) ? before : message] as const;
  });

/** A conversation with its latest messages, live, and earlier ones as far back as somebody has looked. */
export function useThread(id: string) {
  const client = useClient();
  const { may } = useSession();
  const leads = may('leads:read');
  const query = useLiveQuery(ThreadDocument, {
    variables: { id, last: pageSize, before: null, leads },
    on: ['CONVERSATION_'],
    about: (event) => event.__typename === 'ConversationEvent' && event.conversation?.id === id,
  });
  const [older, setOlder] = useState<Older | null>(null);
  const latest = query.data?.conversation?.messages;

  // What left the newest page meanwhile was read before, and stays.
  const [seen, setSeen] = useState<ReadonlyMap<string, SaidFragment>>(new Map());
  const [merged, setMerged] = useState(latest);
  if (latest && latest !== merged) {
    setMerged(latest);
    const overlaps = latest.nodes.some((message) => seen.has(message.id)) || !latest.pageInfo.hasPreviousPage;
    const kept = overlaps ? seen : new Map<string, SaidFragment>();
    if (!overlaps) setOlder(null);
    setSeen(new Map([...kept, ...byId(latest.nodes, kept)]));
  }

  const messages = useMemo(() => {
    const all = new Map([...(older?.messages ?? []), ...seen.values()].map((message) => [message.id, message]));
    return [...all.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  }, [older, seen]);

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
    messages,
    hasOlder: first !== undefined && (older?.hasMore ?? latest?.pageInfo.hasPreviousPage ?? false),
    readBack,
    /** Lets go of all but the newest page where there is much: for somebody at its end, who sees none of the rest. */
    letGo: () => {
      if (!latest || messages.length <= mostFollowed) return;
      setOlder(null);
      setSeen(new Map(byId(latest.nodes, seen)));
    },
  };
}
