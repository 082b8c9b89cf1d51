import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { toProblem } from '../../../data/problem.ts';
import { useSession } from '../../../data/session.tsx';
import { useMutate } from '../../../data/use-mutate.ts';
import { tellFailed } from '../../../parts/tell.ts';
import { tellUndoable } from '../../../parts/tell-undoable.tsx';
import { LeadAgainDocument, type LeadStatus, MoveLeadDocument } from '../generated/operations.ts';
import type { Choices } from '../use-choices.ts';
import type { LeadOfList } from '../list/use-lead-list.ts';
import { useMoved } from './use-moved.ts';

export type MoveLead = (lead: LeadOfList, to: string | -1 | 1) => void;

/** Within which the columns have been read anew. */
const settleMs = 3000;

type Move = {
  readonly lead: LeadOfList;
  readonly from: string | null;
  readonly to: string;
  /** What a stage may carry, where a move is taken back: the status to be again, and the one it came to. */
  readonly back?: { readonly status: LeadStatus; readonly still: LeadStatus };
};

/** A move that was made: the lead's status before it and after. */
type Made = { readonly was: LeadStatus; readonly status: LeadStatus };

/**
 * Moves leads to other stages: shown at once, and taken back, with what happened, where the server refuses. A move is of a lead in
 * the stage that was seen: who comes second of two is told, and sees the lead where it is.
 */
export function useMoveLead(stages: Choices['stages']) {
  const { t } = useLingui();
  const client = useClient();
  const { may } = useSession();
  const move = useMutate(MoveLeadDocument);
  const { moved, put, letGo } = useMoved();
  const [said, setSaid] = useState('');
  /** Each lead's moves go one after the other: what the next one expects is what the one before made. */
  const latest = useRef(new Map<string, Promise<Made | null>>());

  const failures = {
    NOT_FOUND: t`Somebody deleted the lead meanwhile`,
    PRECONDITION_FAILED: t`The lead was moved meanwhile`,
  } as const;

  async function send({ lead: { id }, from, to, back }: Move): Promise<LeadStatus | null> {
    const { data, error } = await move({
      id,
      input: { stage: to, ...(back && { status: back.status }) },
      ifStill: { stage: from, ...(back && { status: back.still }) },
    });
    if (!error) {
      setTimeout(() => letGo(id, (shown) => shown === to), settleMs);
      return data.updateLead.lead.status;
    }
    letGo(id, () => true);
    const { code } = toProblem(error);
    const known = code === 'NOT_FOUND' || code === 'PRECONDITION_FAILED' ? failures[code] : null;
    tellFailed(known ?? t`The lead stayed where it was`, error);
    setSaid(known ?? t`The lead stayed where it was`);
    void client
      .query(LeadAgainDocument, { id, tasks: may('tasks:read') }, { requestPolicy: 'network-only' })
      .toPromise();
    return null;
  }

  async function run(one: Move): Promise<Made | null> {
    const { lead, to } = one;
    put(lead, to);
    const before = latest.current.get(lead.id) ?? Promise.resolve({ status: lead.status });
    const done = before.then(async (earlier) => {
      // Where the one before failed, this one started from where the lead is not.
      const status = earlier && (await send(one));
      return earlier && status && { was: earlier.status, status };
    });
    latest.current.set(lead.id, done);
    const made = await done;
    if (latest.current.get(lead.id) === done) latest.current.delete(lead.id);
    return made;
  }

  const moveLead: MoveLead = (lead, to) => {
    const here = moved.get(lead.id)?.to ?? lead.stage?.key ?? null;
    const at = stages.findIndex(({ key }) => key === here);
    const target = typeof to === 'string' ? stages.find(({ key }) => key === to) : stages[at + to];
    if (!target || target.key === here) return;
    const name = lead.name ?? lead.email ?? lead.id;
    setSaid(t`${name} moved to ${target.name}`);
    void run({ lead, from: here, to: target.key }).then((made) => {
      if (!made || here === null) return;
      const back = { status: made.was, still: made.status };
      tellUndoable(
        t`${name} moved to ${target.name}`,
        async () => void (await run({ lead, from: target.key, to: here, back })),
      );
    });
  };
  return { moved, moveLead, said };
}
