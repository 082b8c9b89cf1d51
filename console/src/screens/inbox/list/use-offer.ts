import { useState } from 'react';
import { useClient } from 'urql';
import { useEvents } from '../../../data/use-live-query.ts';
import { ConversationRowDocument, type RowFragment } from '../generated/operations.ts';

type Options = { readonly shown: readonly RowFragment[]; readonly refresh: () => void; readonly leads: boolean };

/**
 * Keeps the rows that are shown as they are now, each in its place, and counts the others that something happened to: they come
 * when they are asked for, so that nothing moves under the pointer. A list with nothing in it has nothing to move.
 */
export function useOffer({ shown, refresh, leads }: Options): { readonly count: number; readonly take: () => void } {
  const client = useClient();
  const [waiting, setWaiting] = useState<ReadonlySet<string>>(() => new Set());
  const ids = new Set(shown.map(({ id }) => id));
  useEvents(['CONVERSATION_'], (event) => {
    if (event === null || ids.size === 0) return refresh();
    if (event.__typename !== 'ConversationEvent' || !event.conversation) return;
    const { id } = event.conversation;
    if (ids.has(id))
      void client.query(ConversationRowDocument, { id, leads }, { requestPolicy: 'network-only' }).toPromise();
    else setWaiting((before) => new Set([...before, id]));
  });

  return {
    count: [...waiting].filter((id) => !ids.has(id)).length,
    take: () => {
      setWaiting(new Set());
      refresh();
    },
  };
}
