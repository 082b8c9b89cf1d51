import { columnOrders } from '../keyset/column-orders.ts';
import type { Direction } from '../page.ts';

export type ConversationOrderField = 'CREATED_AT' | 'LAST_MESSAGE_AT' | 'WAITING_SINCE';

/** What conversations are listed by; whatever the direction, those that do not wait stand last. */
export type ConversationOrder = { readonly field: ConversationOrderField; readonly direction: Direction };

/** Each has an index of its own. */
export const toNamedOrder = columnOrders({
  LAST_MESSAGE_AT: { column: 'lastMessageAt', kind: 'instant', nullable: false },
  WAITING_SINCE: { column: 'waitingSince', kind: 'instant', nullable: true },
});
