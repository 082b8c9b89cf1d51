import { useMemo, useState } from 'react';
import { useClient } from 'urql';
import { useEvents } from '../../../data/use-live-query.ts';
import type { RowFragment } from '../generated/operations.ts';
import { rowsAgain } from './rows-again.ts';
import { useGathered } from './use-gathered.ts';

/** More than these are not counted. */
export const mostOffered = 99;

const none: ReadonlySet<string> = new Set();

/** With one more; those that are shown by now make room for it. */
function offering(waiting: ReadonlySet<string>, id: string, shown: ReadonlySet<string>): ReadonlySet<string> {
  if (waiting.has(id)) return waiting;
  const still = [...waiting].filter((other) => !shown.has(other));
  return still.length > mostOffered ? waiting : new Set([...still, id]);
}

type Options = { readonly shown: readonly RowFragment[]; readonly refresh: () => void; readonly leads: boolean };

/**
 * Keeps the rows that are shown as they are now, each in its place, and counts the others that something happened to, up to one more
 * than `mostOffered`: they come when they are asked for, so that nothing moves under the pointer. A list with nothing in it has
 * nothing to move.
 */
export function useOffer({ shown, refresh, leads }: Options): { readonly count: number; readonly take: () => void } {
  const client = useClient();
  const [waiting, setWaiting] = useState(none);
  const ids = useMemo(() => new Set(shown.map(({ id }) => id)), [shown]);

  const readAgain = useGathered(async (rows) => {
    const { document, variables } = rowsAgain(rows, leads);
    await client.query(document, variables, { requestPolicy: 'network-only' }).toPromise();
  });
  useEvents(['CONVERSATION_'], (event) => {
    if (event === null || ids.size === 0) return refresh();
    if (event.__typename !== 'ConversationEvent' || !event.conversation) return;
    const { id } = event.conversation;
    if (ids.has(id)) readAgain(id);
    else setWaiting((before) => offering(before, id, ids));
  });

  return {
    count: useMemo(() => [...waiting].filter((id) => !ids.has(id)).length, [waiting, ids]),
    take: () => {
      setWaiting(none);
      refresh();
    },
  };
}
