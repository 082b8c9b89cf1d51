import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useMutate } from '../../../data/use-mutate.ts';
import { tellFailed } from '../../../parts/tell.ts';
import { tellUndoable } from '../../../parts/tell-undoable.tsx';
import {
  ChangeLeadsDocument,
  DeleteLeadsDocument,
  RestoreLeadDocument,
  type UpdateLeadsInput,
} from '../generated/operations.ts';
import type { LeadOfList } from './use-lead-list.ts';

type Change = { readonly ids: string[]; readonly input: UpdateLeadsInput };

/** One change for all that are to become the same. */
function groupBy(leads: readonly LeadOfList[], toInput: (lead: LeadOfList) => UpdateLeadsInput): Change[] {
  const groups = new Map<string, Change>();
  for (const lead of leads) {
    const input = toInput(lead);
    const name = JSON.stringify(input);
    const group = groups.get(name) ?? { ids: [], input };
    group.ids.push(lead.id);
    groups.set(name, group);
  }
  return [...groups.values()];
}

const atOnce = 5;

/** Changes of many leads at once, each with a way back. `onDone` is called after rows came or went. */
export function useBulk(onDone: () => void) {
  const { t } = useLingui();
  const change = useMutate(ChangeLeadsDocument);
  const remove = useMutate(DeleteLeadsDocument);
  const restore = useMutate(RestoreLeadDocument);

  async function run(changes: readonly Change[]): Promise<boolean> {
    for (const one of changes) {
      const { error } = await change(one);
      if (!error) continue;
      tellFailed(t`Not all was changed`, error);
      return false;
    }
    return true;
  }

  return {
    /** Gives each lead what `toInput` says; `toBefore` says what it had. */
    async change(
      leads: readonly LeadOfList[],
      toInput: (lead: LeadOfList) => UpdateLeadsInput,
      toBefore: (lead: LeadOfList) => UpdateLeadsInput,
    ): Promise<boolean> {
      const back = groupBy(leads, toBefore);
      if (!(await run(groupBy(leads, toInput)))) return false;
      tellUndoable(
        t`${plural(leads.length, { one: '# lead changed', other: '# leads changed' })}`,
        async () => void (await run(back)),
      );
      return true;
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
