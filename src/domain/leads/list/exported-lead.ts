import type { Texts } from '../../../db/reader/reader.ts';
import type { LeadRow } from '../../../events/snapshot.ts';

/** What bulk export reads of a lead. */
export const exportedFields = {
  id: true,
  businessId: true,
  targetType: true,
  source: true,
  status: true,
  firstName: true,
  lastName: true,
  handle: true,
  email: true,
  phone: true,
  tags: true,
  remark: true,
  context: true,
  createdAt: true,
  updatedAt: true,
  handedOffAt: true,
  handoffDestination: true,
  handoffMetadata: true,
} as const satisfies { readonly [Column in keyof LeadRow]?: true };

export type BulkLead = Pick<Texts<LeadRow>, keyof typeof exportedFields>;
