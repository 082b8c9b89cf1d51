import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { toProblem } from '../../../data/problem.ts';
import { useMutate } from '../../../data/use-mutate.ts';
import { tellFailed } from '../../../parts/tell.ts';
import { tellUndoable } from '../../../parts/tell-undoable.tsx';
import { MoveLeadDocument } from '../generated/operations.ts';
import type { Choices } from '../use-choices.ts';
import type { LeadOfList } from '../list/use-lead-list.ts';

/** A lead on its way: where it is shown until the server has said where it is. */
export type Moved = ReadonlyMap<string, { readonly lead: LeadOfList; readonly to: string }>;

export type MoveLead = (lead: LeadOfList, to: string | -1 | 1) => void;

/** Within which the columns have been read anew. */
const settleMs = 3000;

/** Moves leads to other stages: shown at once, and taken back, with what happened, where the server refuses. */
export function useMoveLead(stages: Choices['stages']) {
  const { t } = useLingui();
  const move = useMutate(MoveLeadDocument);
  const [moved, setMoved] = useState<Moved>(new Map());
  const [said, setSaid] = useState('');

  async function run(lead: LeadOfList, to: string): Promise<boolean> {
    setMoved((before) => new Map(before).set(lead.id, { lead, to }));
    const { error } = await move({ id: lead.id, stage: to });
    const letGo = () =>
      setMoved((before) => {
        if (before.get(lead.id)?.to !== to) return before;
        return new Map([...before].filter(([id]) => id !== lead.id));
      });
    if (!error) {
      setTimeout(letGo, settleMs);
      return true;
    }
    letGo();
    const { code } = toProblem(error);
    tellFailed(code === 'NOT_FOUND' ? t`Somebody deleted the lead meanwhile` : t`The lead stayed where it was`, error);
    return false;
  }

  const moveLead: MoveLead = (lead, to) => {
    const here = moved.get(lead.id)?.to ?? lead.stage?.key ?? null;
    const at = stages.findIndex(({ key }) => key === here);
    const target = typeof to === 'string' ? stages.find(({ key }) => key === to) : stages[at + to];
    if (!target || target.key === here) return;
    const before = here;
    const name = lead.name ?? lead.email ?? lead.id;
    setSaid(t`${name} moved to ${target.name}`);
    void run(lead, target.key).then((isDone) => {
      if (!isDone || before === null) return;
      tellUndoable(t`${name} moved to ${target.name}`, async () => void (await run(lead, before)));
    });
  };
  return { moved, moveLead, said };
}
