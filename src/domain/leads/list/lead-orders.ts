import { columnOrders } from '../../keyset/column-orders.ts';
import type { Direction } from '../../page.ts';

export type LeadOrderField = 'CREATED_AT' | 'UPDATED_AT' | 'SCORE' | 'NAME' | 'LAST_TOUCHED_AT';

/** What leads are listed by; whatever the direction, those without a value stand last. */
export type LeadOrder = { readonly field: LeadOrderField; readonly direction: Direction };

/** Each has an index of its own: see the migration lead_orders. */
export const toNamedOrder = columnOrders({
  UPDATED_AT: { column: 'updatedAt', kind: 'instant', nullable: false },
  SCORE: { column: 'score', kind: 'integer', nullable: true },
  NAME: { column: 'sortName', kind: 'text', nullable: true },
  LAST_TOUCHED_AT: { column: 'lastTouchedAt', kind: 'instant', nullable: true },
});
