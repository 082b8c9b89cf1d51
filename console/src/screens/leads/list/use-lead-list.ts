import { useRef, useState } from 'react';
import { useClient } from 'urql';
import { useSession } from '../../../data/session.tsx';
import { useEvents } from '../../../data/use-live-query.ts';
import { usePages } from '../../../data/use-pages.ts';
import { LeadAgainDocument, type LeadFilter, type LeadOrder, LeadsDocument } from '../generated/operations.ts';

const restMs = 300;
const mostAlone = 12;

/**
 * The list of leads. What changes is shown in the row it has; rows that would come, go or move are only counted, and shown on
 * request, so that nothing moves under the pointer.
 */
export function useLeadList(filter: LeadFilter, orderBy: LeadOrder) {
  const client = useClient();
  const { may } = useSession();
  const tasks = may('tasks:read');
  const pages = usePages(LeadsDocument, {
    variables: (page) => ({ ...page, filter, orderBy, tasks }),
    select: ({ leads }) => leads,
    on: [],
  });
  const { query, nodes } = pages;
  const question = JSON.stringify([filter, orderBy]);
  const [made, setMade] = useState<{ question: string; ids: ReadonlySet<string> }>({ question, ids: new Set() });
  const changed = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const readChanged = () => {
    timer.current = undefined;
    const ids = [...changed.current];
    changed.current.clear();
    if (ids.length > mostAlone) return query.refresh();
    for (const id of ids)
      void client.query(LeadAgainDocument, { id, tasks }, { requestPolicy: 'network-only' }).toPromise();
  };

  useEvents(['LEAD_', 'TASK_', 'TOUCHPOINT_'], (event) => {
    if (event === null) return query.refresh();
    const id = 'lead' in event ? event.lead?.id : 'task' in event ? event.task?.leadId : null;
    if (event.type === 'LEAD_DELETED' || event.type === 'LEAD_RESTORED' || event.type === 'LEAD_PURGED')
      return query.refresh();
    if (id == null) return undefined;
    if (event.type === 'LEAD_CREATED' && !nodes.some((lead) => lead.id === id))
      return setMade((before) => ({
        question,
        ids: new Set([...(before.question === question ? before.ids : []), id]),
      }));
    if (!nodes.some((lead) => lead.id === id)) return undefined;
    changed.current.add(id);
    timer.current ??= setTimeout(readChanged, restMs);
    return undefined;
  });

  const waiting =
    made.question === question ? [...made.ids].filter((id) => !nodes.some((lead) => lead.id === id)).length : 0;
  const showNew = () => {
    setMade({ question, ids: new Set() });
    query.refresh();
  };
  return { ...pages, waiting, showNew };
}

export type LeadList = ReturnType<typeof useLeadList>;
export type LeadOfList = LeadList['nodes'][number];
