import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import { useMutate } from '../../../data/use-mutate.ts';
import { tellDone, tellFailed } from '../../../parts/tell.ts';
import { tellUndoable } from '../../../parts/tell-undoable.tsx';
import { ChangeLeadDocument, type LeadStillInput, type UpdateLeadInput } from '../generated/operations.ts';

/** What may be set with a way back: what the server can be asked to find unchanged. */
type Undoable = Pick<UpdateLeadInput, keyof LeadStillInput>;

/** What was set, as the server is asked to find it unchanged. */
const toStill = ({ stage, status, tags, ...facts }: Undoable): LeadStillInput => ({
  ...(stage != null && { stage }),
  ...(status != null && { status }),
  ...(tags != null && { tags }),
  ...facts,
});

/**
 * Changes a lead; `before` is the way back, which is not gone where somebody else has changed the same since. Null is none. Answers
 * whether it was changed.
 */
export function useChange(id: string) {
  const { t } = useLingui();
  const change = useMutate(ChangeLeadDocument);
  return useCallback(
    async (input: Undoable, before: Undoable | null): Promise<boolean> => {
      const { data, error } = await change({ id, input, ifStill: null });
      if (error) {
        tellFailed(t`Not saved`, error);
        return false;
      }
      if (before === null) {
        tellDone(t`Saved`);
        return true;
      }
      // A stage may carry a status.
      const made = before.status == null ? input : { ...input, status: data.updateLead.lead.status };
      tellUndoable(t`Saved`, async () => {
        const undone = await change({ id, input: before, ifStill: toStill(made) });
        if (undone.error) tellFailed(t`Not undone`, undone.error);
      });
      return true;
    },
    [change, id, t],
  );
}
