import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { CombinedError } from 'urql';
import { wasDone } from '../../../data/problem.ts';
import { useSession } from '../../../data/session.tsx';
import { useMutate } from '../../../data/use-mutate.ts';
import { ReplyDocument, type SaidFragment } from '../generated/operations.ts';

/** A reply on its way. Sent again, it is the same one: its key tells the server. */
export type Pending = {
  readonly key: string;
  readonly conversationId: string;
  readonly text: string;
  /** Null while it is being sent. */
  readonly error: CombinedError | null;
};

type Outbox = {
  readonly pending: readonly Pending[];
  readonly send: (conversationId: string, text: string) => void;
  readonly sendAgain: (key: string) => void;
  readonly drop: (key: string) => void;
  /** Resolves once each reply that is on its way has arrived or failed. */
  readonly settled: () => Promise<unknown>;
  readonly sent: readonly (SaidFragment & { readonly conversationId: string })[];
};

const OutboxContext = createContext<Outbox | null>(null);

export function useOutbox(): Outbox {
  const outbox = useContext(OutboxContext);
  if (!outbox) throw new Error('useOutbox stands outside of an OutboxProvider.');
  return outbox;
}

/** What was written and is not there yet, of all conversations: going to another one loses none of it. One after the other, so that they arrive in order. */
export function OutboxProvider({ children }: { readonly children: ReactNode }) {
  const reply = useMutate(ReplyDocument);
  const { may } = useSession();
  const leads = may('leads:read');
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const [sent, setSent] = useState<Outbox['sent']>([]);
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const post = useCallback(
    ({ key, conversationId, text }: Pending) => {
      const attempt = async () => {
        const { data, error } = await reply({ id: conversationId, message: text, leads }, { key });
        // What was done is in the log, and comes from there.
        if (error && !wasDone(error))
          return setPending((before) => before.map((one) => (one.key === key ? { ...one, error } : one)));
        if (data) setSent((before) => [...before.slice(-99), { ...data.replyToConversation.message, conversationId }]);
        return setPending((before) => before.filter((one) => one.key !== key));
      };
      queue.current = queue.current.then(attempt, attempt);
    },
    [leads, reply],
  );

  const value = useMemo<Outbox>(
    () => ({
      pending,
      sent,
      send(conversationId, text) {
        const one = { key: crypto.randomUUID(), conversationId, text, error: null };
        setPending((before) => [...before, one]);
        post(one);
      },
      sendAgain(key) {
        const failed = pending.find((one) => one.key === key);
        if (!failed) return;
        setPending((before) => before.map((one) => (one.key === key ? { ...one, error: null } : one)));
        post(failed);
      },
      drop: (key) => setPending((before) => before.filter((one) => one.key !== key)),
      settled: () => queue.current,
    }),
    [pending, sent, post],
  );
  return <OutboxContext value={value}>{children}</OutboxContext>;
}
