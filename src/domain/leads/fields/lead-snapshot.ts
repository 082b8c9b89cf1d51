import type { Stage } from '../../../db/generated/prisma/client.ts';
import type { EventRecord } from '../../../db/write/event-record.ts';
import type { Tx } from '../../../db/write/write.ts';
import type { EventSnapshot, LeadRow, LeadSnapshot } from '../../../events/snapshot.ts';
import { notFound } from '../../../errors.ts';

/** What a lead refers to, one after the other: the transaction has one connection. */
async function withReferences(tx: Tx, lead: LeadRow, known?: Stage): Promise<LeadSnapshot> {
  const { stageId, businessId, widgetId, assignedToId } = lead;
  const stage = known ?? (await tx.stage.findFirst({ where: { id: stageId } }));
  if (!stage) throw notFound('stage');
  const business = businessId ? await tx.business.findFirst({ where: { id: businessId } }) : null;
  const widget = widgetId ? await tx.widget.findFirst({ where: { id: widgetId } }) : null;
  const assignedTo = assignedToId ? await tx.member.findFirst({ where: { id: assignedToId } }) : null;
  return { ...lead, stage, business, widget, assignedTo };
}

/** Locks a lead and reads it as it now is. @throws NOT_FOUND, for a deleted one as well unless it is asked for. */
export async function lockLead(tx: Tx, id: string, { deleted = false } = {}): Promise<LeadSnapshot> {
  await tx.lock('leads', id);
  return getLockedLead(tx, id, { deleted });
}

/** The same of a lead that this write has locked already. */
export async function getLockedLead(tx: Tx, id: string, { deleted = false } = {}): Promise<LeadSnapshot> {
  const lead = await findLockedLead(tx, id);
  if (!lead || (lead.deletedAt !== null && !deleted)) throw notFound('lead');
  return lead;
}

/** A lead that this write has locked already, deleted or not; null where it is gone, or out of reach. */
export async function findLockedLead(tx: Tx, id: string): Promise<LeadSnapshot | null> {
  const lead = await tx.lead.findFirst({ where: { id } });
  return lead && withReferences(tx, lead);
}

/** Locks a lead and reads it as it now is; null where it is deleted, gone, or out of reach. */
export async function lockIfThere(tx: Tx, id: string): Promise<LeadSnapshot | null> {
  await tx.lock('leads', id);
  const lead = await findLockedLead(tx, id);
  return lead?.deletedAt === null ? lead : null;
}

/** A lead just made in that stage. */
export const snapshotNewLead = (tx: Tx, lead: LeadRow, stage: Stage): Promise<LeadSnapshot> =>
  withReferences(tx, lead, stage);

type Changed = { readonly row: LeadRow; readonly before: LeadSnapshot; readonly stage: Stage };

/** Changed leads with what they refer to; members are read, in one statement, where a lead has come to another one. */
export async function snapshotChanged<C extends Changed>(tx: Tx, changes: readonly C[]) {
  const moved = changes.filter(({ row, before }) => row.assignedToId !== before.assignedToId);
  const ids = [...new Set(moved.flatMap(({ row }) => row.assignedToId ?? []))];
  const members = byId(ids.length === 0 ? [] : await tx.member.findMany({ where: { id: { in: ids } } }));
  return changes.map((change) => {
    const { row, before, stage } = change;
    const stays = row.assignedToId === before.assignedToId;
    const { business, widget } = before;
    const assignedTo = stays ? before.assignedTo : members(row.assignedToId);
    return { ...change, lead: { ...row, stage, business, widget, assignedTo } };
  });
}

/** Leads with what they refer to, in four statements whatever their number. */
export async function snapshotLeads(tx: Tx, leads: readonly LeadRow[]): Promise<LeadSnapshot[]> {
  const idsOf = (column: 'stageId' | 'businessId' | 'widgetId' | 'assignedToId') => ({
    where: { id: { in: [...new Set(leads.flatMap((lead) => lead[column] ?? []))] } },
  });
  const stages = byId(await tx.stage.findMany(idsOf('stageId')));
  const businesses = byId(await tx.business.findMany(idsOf('businessId')));
  const widgets = byId(await tx.widget.findMany(idsOf('widgetId')));
  const members = byId(await tx.member.findMany(idsOf('assignedToId')));
  return leads.map((lead) => {
    const stage = stages(lead.stageId);
    if (!stage) throw notFound('stage');
    const { businessId, widgetId, assignedToId } = lead;
    return {
      ...lead,
      stage,
      business: businesses(businessId),
      widget: widgets(widgetId),
      assignedTo: members(assignedToId),
    };
  });
}

function byId<Row extends { id: string }>(rows: readonly Row[]): (id: string | null) => Row | null {
  const found = new Map(rows.map((row) => [row.id, row]));
  return (id) => (id === null ? null : (found.get(id) ?? null));
}

/** A lead's event: what it keeps, and the ids by which it is found. */
export function leadEvent(lead: LeadSnapshot, more: Omit<EventSnapshot, 'lead'> = {}): EventRecord {
  return {
    subjectId: lead.id,
    businessId: lead.businessId,
    leadId: lead.id,
    conversationId: lead.conversationId,
    snapshot: { lead, ...more },
  };
}
