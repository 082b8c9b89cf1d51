import { useCallback, useState } from 'react';
import { useEvents } from '../../../data/use-live-query.ts';
import type { LeadOfList } from '../list/use-lead-list.ts';

/** A lead on its way: where it is shown until the columns have been read anew. */
export type Moved = ReadonlyMap<string, { readonly lead: LeadOfList; readonly to: string }>;

/** The leads on their way. Where the log says that one came elsewhere or went, the columns are believed at once. */
export function useMoved() {
  const [moved, setMoved] = useState<Moved>(new Map());
  const put = useCallback(
    (lead: LeadOfList, to: string) => setMoved((before) => new Map(before).set(lead.id, { lead, to })),
    [],
  );
  const letGo = useCallback((id: string, isOver: (to: string) => boolean) => {
    setMoved((before) => {
      const known = before.get(id);
      return known && isOver(known.to) ? new Map([...before].filter(([other]) => other !== id)) : before;
    });
  }, []);
  useEvents(['LEAD_STAGE_CHANGED', 'LEAD_DELETED', 'LEAD_PURGED'], (event) => {
    if (event?.__typename !== 'LeadEvent' || !event.lead) return;
    const { id, stage } = event.lead;
    letGo(id, (to) => event.type !== 'LEAD_STAGE_CHANGED' || stage?.key !== to);
  });
  return { moved, put, letGo };
}
