import type { Stage } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { usualTargetType } from '../sources/usual-target-type.ts';
import { findStage } from '../stages/find-stage.ts';
import { type LeadColumns, toLeadColumns } from './fields/lead-columns.ts';
import type { LeadFields } from './fields/lead-input.ts';
import { leadEvent, snapshotNewLead } from './fields/lead-snapshot.ts';
import { searchText } from './list/search-text.ts';

type Origin = {
  readonly source: string;
  readonly businessId: string | null;
  readonly widgetId: string | null;
  readonly conversationId: string | null;
};

const unnamed = { firstName: null, lastName: null, email: null, phone: null, handle: null, remark: null };

/** What a new lead is to hold, with its references looked up. */
type PreparedLead = { readonly columns: LeadColumns; readonly stage: Stage };

/** A lead that is given no status takes the one that its stage carries. @throws INVALID for a stage, member or custom field that does not fit. */
export async function prepareLead(tx: Tx, { stage, ...fields }: LeadFields): Promise<PreparedLead> {
  const found = await findStage(tx, stage ?? null);
  const carried = found.status === null ? {} : { status: found.status };
  return { stage: found, columns: { ...carried, ...(await toLeadColumns(tx, fields)) } };
}

/** The one way a lead comes to be, whoever makes it: the row and its `lead.created`. The caller has checked the plan. */
export async function insertLead(tx: Tx, origin: Origin, { columns, stage }: PreparedLead): Promise<LeadSnapshot> {
  const lead = await tx.lead.createUnread({
    data: {
      status: 'NEW',
      targetType: usualTargetType(origin.source),
      context: {},
      ...columns,
      ...origin,
      search: searchText({ ...unnamed, ...columns }),
      id: tx.newId(),
      stageId: stage.id,
      createdAt: tx.now,
      updatedAt: tx.now,
    },
  });
  const snapshot = await snapshotNewLead(tx, lead, stage);
  tx.record('lead.created', leadEvent(snapshot));
  return snapshot;
}
