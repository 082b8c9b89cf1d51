import type { Stage, Touchpoint } from '../../db/generated/prisma/client.ts';
import type { LeadStatus } from '../../db/generated/prisma/enums.ts';
import type { ScalarCreate } from '../../db/scoped.ts';
import type { Tx } from '../../db/write.ts';
import type { LeadSnapshot, TouchpointSnapshot } from '../../events/snapshot.ts';
import { type Reaction, reactToTouchpoint } from '../automation/react-to-touchpoint.ts';
import { stopEnrolments } from '../campaigns/stop-enrolments.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../errors.ts';
import { hearLead } from '../leads/hear-lead.ts';
import { leadEvent } from '../leads/lead-snapshot.ts';

type NewTouchpoint = Pick<ScalarCreate<'Touchpoint'>, 'type' | 'channel' | 'summary' | 'metadata' | 'occurredAt'>;

export type Recorded = Reaction & {
  readonly touchpoint: TouchpointSnapshot;
  /** Where the lead was, if a rule has moved it since. */
  readonly previousStage: Stage | null;
  /** What the lead was, if it is something else since. */
  readonly previousStatus: LeadStatus | null;
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
  const author = await tx.findAuthor({ keyId: row.authorKeyId, memberId: row.authorMemberId });
  const touchpoint = { ...row, author };
  tx.record('touchpoint.recorded', { ...leadEvent(touched, { touchpoint }), subjectId: row.id });
  const lead = row.type === 'REPLY' ? await hear(tx, touched, row) : touched;
  const reaction = await reactToTouchpoint(tx, lead, row);
  const { stageId, status } = reaction.lead;
  return {
    touchpoint,
    ...reaction,
    previousStage: stageId === before.stageId ? null : before.stage,
    previousStatus: status === before.status ? null : before.status,
  };
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
