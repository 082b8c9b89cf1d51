import type { Stage, Touchpoint } from '../../db/generated/prisma/client.ts';
import type { ScalarCreate } from '../../db/scoped.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot, TouchpointSnapshot } from '../../events/snapshot.ts';
import type { Applied } from '../automation/apply-rules.ts';
import { reactToTouchpoint } from '../automation/react-to-touchpoint.ts';
import { stopEnrolments } from '../campaigns/stop-enrolments.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { type UpdatedLead, updatedLead } from '../leads/fields/changed-lead.ts';
import { hearLead } from '../leads/hear-lead.ts';
import { leadEvent } from '../leads/fields/lead-snapshot.ts';
import { findAuthor } from '../members/find-authors.ts';

type NewTouchpoint = Pick<ScalarCreate<'Touchpoint'>, 'type' | 'channel' | 'summary' | 'metadata' | 'occurredAt'>;

export type Recorded = UpdatedLead & {
  /** How rules moved the lead, in their order. */
  readonly runs: Applied['runs'];
  readonly touchpoint: TouchpointSnapshot;
  /** Where the lead was, if a rule has moved it since. */
  readonly previousStage: Stage | null;
};

/**
 * The one way a contact with a locked lead is kept: its row, the lead's latest touch, the event, and what follows from it. A reply,
 * whoever tells of it, is heard of as such, and ends the campaigns that write to the lead.
 */
export async function addTouchpoint(
  tx: Tx,
  context: DomainContext,
  before: LeadSnapshot,
  fields: NewTouchpoint,
): Promise<Recorded> {
  const { apiKeyId, memberId } = context.actor;
  const row = await tx.touchpoint.create({
    data: {
      ...fields,
      id: tx.newId(),
      leadId: before.id,
      businessId: before.businessId,
      authorKeyId: apiKeyId || null,
      authorMemberId: memberId,
      createdAt: tx.now,
    },
  });
  const touched = await touch(tx, before, row.occurredAt);
  const author = await findAuthor(tx, { keyId: row.authorKeyId, memberId: row.authorMemberId });
  const touchpoint = { ...row, author };
  tx.record('touchpoint.recorded', { ...leadEvent(touched, { touchpoint }), subjectId: row.id });
  const lead = row.type === 'REPLY' ? await hear(tx, touched, row) : touched;
  const { lead: after, runs } = await reactToTouchpoint(tx, lead, row);
  const previousStage = after.stageId === before.stageId ? null : before.stage;
  return { ...updatedLead(tx, before, after), touchpoint, runs, previousStage };
}

async function hear(tx: Tx, touched: LeadSnapshot, { summary: message, channel }: Touchpoint): Promise<LeadSnapshot> {
  const lead = await hearLead(tx, touched, { message, channel });
  await stopEnrolments(tx, lead, 'lead_replied');
  return lead;
}

/** When somebody was last in touch is told by the touchpoint's event: no field that people set has changed. */
async function touch(tx: Tx, lead: LeadSnapshot, at: Date): Promise<LeadSnapshot> {
  if (lead.lastTouchedAt && lead.lastTouchedAt >= at) return lead;
  const [row] = await tx.lead.updateManyAndReturn({ where: { id: lead.id }, data: { lastTouchedAt: at } });
  if (!row) throw notFound('lead');
  return { ...lead, lastTouchedAt: at };
}
