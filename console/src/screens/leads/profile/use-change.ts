import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { useMutate } from '../../../data/use-mutate.ts';
import { tellFailed } from '../../../parts/tell.ts';
import { tellUndoable } from '../../../parts/tell-undoable.tsx';
import { ChangeLeadDocument, type UpdateLeadInput } from '../generated/operations.ts';

/** Changes a lead; `before` is the way back. Answers whether it was changed. */
export function useChange(id: string) {
  const { t } = useLingui();
  const change = useMutate(ChangeLeadDocument);
  return useCallback(
    async (input: UpdateLeadInput, before: UpdateLeadInput): Promise<boolean> => {
      const { error } = await change({ id, input });
      if (error) {
        tellFailed(t`Not saved`, error);
        return false;
      }
      tellUndoable(t`Saved`, async () => {
        const undone = await change({ id, input: before });
        if (undone.error) tellFailed(t`Not undone`, undone.error);
      });
      return true;
    },
    [change, id, t],
  );
}
