import type { ConversationFilter, ConversationOrder } from './generated/operations.ts';

export const views = ['waiting', 'mine', 'all', 'closed'] as const;
export type View = (typeof views)[number];

export const viewOf = (text: string | undefined): View => views.find((view) => view === text) ?? 'all';

type Asked = { readonly view: View; readonly q: string; readonly me: string };

/** What a view asks for: those who wait by how long they have, all others by what happened last. */
export function toQuestion({ view, q, me }: Asked): { filter: ConversationFilter; orderBy: ConversationOrder } {
  const words = q.trim() === '' ? {} : { q: q.trim() };
  const orderBy: ConversationOrder = { field: 'LAST_MESSAGE_AT', direction: 'DESC' };
  switch (view) {
    case 'waiting':
      return { filter: { ...words, waiting: true }, orderBy: { field: 'WAITING_SINCE', direction: 'ASC' } };
    case 'mine':
      return { filter: { ...words, takenOverById: me }, orderBy };
    case 'closed':
      return { filter: { ...words, status: 'CLOSED' }, orderBy };
    case 'all':
      return { filter: words, orderBy };
  }
}
