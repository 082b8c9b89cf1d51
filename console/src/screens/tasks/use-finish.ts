import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { useMutate } from '../../data/use-mutate.ts';
import { tellDone, tellFailed } from '../../parts/tell.ts';
import { tellUndoable } from '../../parts/tell-undoable.tsx';
import { ReopenTaskDocument, SaveTaskDocument } from './generated/operations.ts';

/** Completes, cancels and reopens a task; the first two with a way back. */
export function useFinish(onDone: () => void) {
  const { t } = useLingui();
  const save = useMutate(SaveTaskDocument);
  const reopen = useMutate(ReopenTaskDocument);

  const bringBack = useCallback(
    async (id: string): Promise<void> => {
      const { error } = await reopen({ id });
      if (error) tellFailed(t`Not reopened`, error);
      else tellDone(t`Task reopened`);
      onDone();
    },
    [reopen, onDone, t],
  );
  const finish = useCallback(
    async (id: string, status: 'COMPLETED' | 'CANCELLED'): Promise<void> => {
      const { error } = await save({ id, input: { status } });
      onDone();
      if (error) return tellFailed(status === 'COMPLETED' ? t`Not completed` : t`Not cancelled`, error);
      const said = status === 'COMPLETED' ? t`Task completed` : t`Task cancelled`;
      return tellUndoable(said, () => bringBack(id));
    },
    [save, onDone, bringBack, t],
  );
  return { finish, bringBack };
}
