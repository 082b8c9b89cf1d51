import type { LiveEvent } from '../../data/connection.ts';

/** What the log is narrowed to beside types; as the graph takes it. */
export type LogFilter = {
  readonly leadId: string | null;
  readonly conversationId: string | null;
  readonly from: string | null;
  readonly to: string | null;
};

/** What an address says of it. */
export const readFilter = (search: Readonly<Record<string, string>>): LogFilter => ({
  leadId: search['lead'] || null,
  conversationId: search['conversation'] || null,
  from: search['from'] || null,
  to: search['to'] || null,
});

/** What an address says where it narrows nothing. */
export const noFilter = { types: '', lead: '', conversation: '', from: '', to: '' };

/** Which lead and which conversation an event is of. */
function ofWhat(event: LiveEvent): { readonly lead: string | null; readonly conversation: string | null } {
  if ('lead' in event) return { lead: event.lead?.id ?? null, conversation: null };
  if ('conversation' in event)
    return { lead: event.conversation?.leadId ?? null, conversation: event.conversation?.id ?? null };
  if ('task' in event) return { lead: event.task?.leadId ?? null, conversation: event.task?.conversationId ?? null };
  if ('email' in event) return { lead: event.email?.leadId ?? null, conversation: null };
  return { lead: null, conversation: null };
}

/** Whether an event that happens now belongs to what is shown. */
export function isWithin({ leadId, conversationId, from, to }: LogFilter, event: LiveEvent): boolean {
  const { lead, conversation } = ofWhat(event);
  const at = Date.parse(event.createdAt);
  return (
    (leadId === null || lead === leadId) &&
    (conversationId === null || conversation === conversationId) &&
    (from === null || at >= Date.parse(from)) &&
    (to === null || at < Date.parse(to))
  );
}
