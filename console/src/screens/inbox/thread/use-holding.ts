import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { toProblem, wasDone } from '../../../data/problem.ts';
import { useSession } from '../../../data/session.tsx';
import { useMutate } from '../../../data/use-mutate.ts';
import { CloseDocument, HandBackDocument, TakeOverDocument } from '../generated/operations.ts';
import { useOutbox } from './outbox.tsx';

type Told = { readonly title: string; readonly message: string };

/**
 * Taking a conversation over and giving it back. The server settles who was first: what happened instead is told, and shown.
 * What was written before it was given back or closed is said before.
 */
export function useHolding(id: string, onChanged: () => void) {
  const { t } = useLingui();
  const { may } = useSession();
  const leads = may('leads:read');
  const { settled } = useOutbox();
  const [takeOver, handBack, close] = [
    useMutate(TakeOverDocument),
    useMutate(HandBackDocument),
    useMutate(CloseDocument),
  ];
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Told | null>(null);

  async function run(change: () => Promise<{ readonly error: CombinedError | null }>, failed: string, lost: string) {
    setIsBusy(true);
    setProblem(null);
    const { error } = await change();
    setIsBusy(false);
    onChanged();
    if (!error || wasDone(error)) return;
    const { code, message, requestId } = toProblem(error);
    const told = requestId === null || code === 'CONFLICT' ? message : `${message} (${requestId})`;
    setProblem({ title: code === 'CONFLICT' ? lost : failed, message: told });
  }

  const afterReplies = async <T>(change: () => Promise<T>): Promise<T> => {
    await settled();
    return change();
  };

  return {
    isBusy,
    problem,
    takeOver: () => run(() => takeOver({ id, leads }), t`Not taken over`, t`Somebody was faster`),
    handBack: (force: boolean) =>
      run(() => afterReplies(() => handBack({ id, force, leads })), t`Not handed back`, t`It changed hands meanwhile`),
    close: () => run(() => afterReplies(() => close({ id, leads })), t`Not closed`, t`It changed meanwhile`),
  };
}
