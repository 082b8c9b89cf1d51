import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useMutate } from '../../../data/use-mutate.ts';
import { tellDone, tellFailed } from '../../../parts/tell.ts';
import { tellUndoable } from '../../../parts/tell-undoable.tsx';
import {
  ChangeLeadsDocument,
  DeleteLeadsDocument,
  type LeadRowFragment,
  type LeadStillInput,
  RestoreLeadDocument,
  type UpdateLeadsInput,
} from '../generated/operations.ts';
import type { LeadOfList } from './use-lead-list.ts';

/** A part of what a lead is: what is given to it, or what it is expected to have. */
export type LeadState = UpdateLeadsInput & LeadStillInput;

type Change = { readonly ids: string[]; readonly input: UpdateLeadsInput; readonly ifStill: LeadStillInput | null };

/** One change for all that are to become the same, and are the same as far as it is asked. */
function group(changes: readonly Change[]): Change[] {
  const groups = new Map<string, Change>();
  for (const { ids, input, ifStill } of changes) {
    const name = JSON.stringify([input, ifStill]);
    const known = groups.get(name) ?? { ids: [], input, ifStill };
    known.ids.push(...ids);
    groups.set(name, known);
  }
  return [...groups.values()];
}

type Asked = {
  readonly toInput: (lead: LeadOfList) => UpdateLeadsInput;
  /** What of a lead the change touches: by this it is told whether somebody else changed it, and taken back. */
  readonly toState: (lead: LeadRowFragment) => LeadState;
  /** Whether what is given was made of what was seen, so that it may only replace that. */
  readonly isMadeOfSeen?: boolean;
};

const atOnce = 5;

/** Changes of many leads at once, each with a way back. `onDone` is called after rows came or went. */
export function useBulk(onDone: () => void) {
  const { t } = useLingui();
  const change = useMutate(ChangeLeadsDocument);
  const remove = useMutate(DeleteLeadsDocument);
  const restore = useMutate(RestoreLeadDocument);

  /** The leads as they were left, up to where it failed. */
  async function run(changes: readonly Change[]) {
    const changed: LeadRowFragment[] = [];
    for (const one of changes) {
      const { data, error } = await change(one);
      if (error) return { changed, error };
      changed.push(...data.updateLeads.leads);
    }
    return { changed, error: null };
  }

  const tellPassedOver = (count: number) =>
    tellDone(
      t`${plural(count, { one: '# lead was changed meanwhile, and stays as it is', other: '# leads were changed meanwhile, and stay as they are' })}`,
    );

  return {
    /** Gives each lead what `toInput` says. Undone is what is still as this left it. */
    async change(leads: readonly LeadOfList[], { toInput, toState, isMadeOfSeen = false }: Asked): Promise<boolean> {
      const seen = new Map(leads.map((lead) => [lead.id, lead]));
      const { changed, error } = await run(
        group(
          leads.map((lead) => ({
            ids: [lead.id],
            input: toInput(lead),
            ifStill: isMadeOfSeen ? toState(lead) : null,
          })),
        ),
      );
      if (error) tellFailed(t`Not all was changed`, error);
      else if (changed.length < leads.length) tellPassedOver(leads.length - changed.length);
      if (changed.length === 0) return false;
      const back = changed.flatMap((lead) => {
        const before = seen.get(lead.id);
        return before ? { ids: [lead.id], input: toState(before), ifStill: toState(lead) } : [];
      });
      tellUndoable(t`${plural(changed.length, { one: '# lead changed', other: '# leads changed' })}`, async () => {
        const undone = await run(group(back));
        if (undone.error) tellFailed(t`Not all was undone`, undone.error);
        else if (undone.changed.length < back.length) tellPassedOver(back.length - undone.changed.length);
      });
      return error === null;
    },
    async remove(leads: readonly LeadOfList[]): Promise<boolean> {
      const ids = leads.map(({ id }) => id);
      const { error } = await remove({ ids });
      if (error) {
        tellFailed(t`Nothing was deleted`, error);
        return false;
      }
      onDone();
      tellUndoable(t`${plural(ids.length, { one: '# lead deleted', other: '# leads deleted' })}`, async () => {
        for (let done = 0; done < ids.length; done += atOnce) {
          const answers = await Promise.all(ids.slice(done, done + atOnce).map((id) => restore({ id })));
          const failed = answers.find((answer) => answer.error !== null);
          if (!failed?.error) continue;
          tellFailed(t`Not all came back`, failed.error);
          break;
        }
        onDone();
      });
      return true;
    },
  };
}
