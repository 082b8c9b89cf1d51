import { useLingui } from '@lingui/react/macro';
import { useMutate } from '../../data/use-mutate.ts';
import { tellDone, tellFailed } from '../../parts/tell.ts';
import { CancelJobDocument, RetryJobDocument } from './generated/operations.ts';

/** Begins a job now, or keeps it from being begun; afterwards the list is read anew, whatever came of it. */
export function useByHand(onDone: () => void) {
  const { t } = useLingui();
  const retryJob = useMutate(RetryJobDocument);
  const cancelJob = useMutate(CancelJobDocument);
  return {
    async retry(id: string): Promise<void> {
      const { error } = await retryJob({ id });
      if (error) tellFailed(t`Not begun`, error);
      else tellDone(t`Job begun`);
      onDone();
    },
    async cancel(id: string): Promise<void> {
      const { error } = await cancelJob({ id });
      if (error) tellFailed(t`Not cancelled`, error);
      else tellDone(t`Job cancelled`);
      onDone();
    },
  };
}

export type ByHand = ReturnType<typeof useByHand>;
