import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import { type Client, useClient } from 'urql';
import { onForgotten, ownerOf } from '../../../data/own-words.ts';
import { isBeingAnswered, isNotTakenNow, isRefusedForGood, toProblem, wasDone } from '../../../data/problem.ts';
import { useSession } from '../../../data/session.tsx';
import { mutateOnce } from '../../../data/use-mutate.ts';
import { ReplyDocument } from '../generated/operations.ts';
import { createReplyQueue, type Outcome, type Pending, type ReplyQueue } from './reply-queue.ts';

type Signed = {
  readonly client: Client;
  readonly owner: string;
  readonly session: string;
  /** Whether leads may be read. */ readonly leads: boolean;
};

async function post({ client, leads }: Signed, { key, conversationId, text }: Pending): Promise<Outcome> {
  const variables = { id: conversationId, message: text, leads };
  const { data, error } = await mutateOnce(client, ReplyDocument, variables, key);
  if (data) return { is: 'done', message: data.replyToConversation.message };
  // What was done is in the log, and comes from there.
  if (wasDone(error)) return { is: 'done', message: null };
  const { message: why } = toProblem(error);
  if (error.networkError || isBeingAnswered(error) || isNotTakenNow(error)) return { is: 'unreached', why };
  return { is: 'refused', why, isForGood: isRefusedForGood(error) };
}

/** That of who is signed in. It goes on where the inbox is left and opened again, and ends with the session. */
let current: { signed: Signed; readonly queue: ReplyQueue } | null = null;

function queueOf(signed: Signed): ReplyQueue {
  if (current && current.signed.client === signed.client && current.signed.session === signed.session) {
    current.signed = signed;
    return current.queue;
  }
  current?.queue.stop();
  const queue = createReplyQueue(signed, (one) => post(current?.signed ?? signed, one));
  current = { signed, queue };
  return queue;
}

// What somebody leaves in the queue does not go out in the name of who comes next.
onForgotten(() => {
  current?.queue.stop();
  current = null;
});

const OutboxContext = createContext<ReplyQueue | null>(null);

export function useOutbox(): ReplyQueue {
  const outbox = useContext(OutboxContext);
  if (!outbox) throw new Error('useOutbox stands outside of an OutboxProvider.');
  return outbox;
}

/** What is on its way, and what arrived since the page was opened. */
export function useReplies(): ReturnType<ReplyQueue['now']> {
  const { onChange, now } = useOutbox();
  return useSyncExternalStore(onChange, now);
}

/** What was written and is not there yet, of all conversations: going to another one loses none of it. */
export function OutboxProvider({ children }: { readonly children: ReactNode }) {
  const client = useClient();
  const { may, viewer, live } = useSession();
  const [owner, session, leads] = [ownerOf(viewer), viewer.apiKeyId, may('leads:read')];
  const queue = useMemo(() => queueOf({ client, owner, session, leads }), [client, owner, session, leads]);
  useEffect(
    () =>
      live.onState(() => {
        if (live.state === 'live') queue.resume();
      }),
    [live, queue],
  );
  return <OutboxContext value={queue}>{children}</OutboxContext>;
}
