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
 * What was written before it was given back or closed is said before; where it could not be, neither is done.
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

  type Change = () => Promise<{ readonly error: CombinedError | null }>;

  async function run(change: Change, failed: string, lost: string) {
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

  async function runAfterReplies(change: Change, failed: string, lost: string) {
    setIsBusy(true);
    const isSent = await settled(id);
    setIsBusy(false);
    if (isSent) return run(change, failed, lost);
    return setProblem({ title: failed, message: t`A reply above was not sent. Send it again or discard it first.` });
  }

  return {
    isBusy,
    problem,
    takeOver: () => run(() => takeOver({ id, leads }), t`Not taken over`, t`Somebody was faster`),
    handBack: (force: boolean) =>
      runAfterReplies(() => handBack({ id, force, leads }), t`Not handed back`, t`It changed hands meanwhile`),
    close: () => runAfterReplies(() => close({ id, leads }), t`Not closed`, t`It changed meanwhile`),
  };
}
