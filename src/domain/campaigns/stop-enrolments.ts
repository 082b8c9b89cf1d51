import { noEffect } from '../../db/write/campaign-effect.ts';
import type { Enrolment } from '../../db/generated/prisma/client.ts';
import type { LeadStatus } from '../../db/generated/prisma/enums.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { cancellable } from '../emails/mail-states.ts';
import { type Consequence, tell } from './consequence.ts';
import { enrolmentEvent } from './enrolment-event.ts';

/** Why the product itself stops one; who stops one by hand says it in words. */
export type StopReason =
  | 'lead_replied'
  | 'lead_converted'
  | 'lead_closed'
  | 'lead_spam'
  | 'lead_deleted'
  | 'email_bounced'
  | 'unsubscribed';

/** The statuses that end all mail to a lead. */
export const stoppingStatuses: Partial<Record<LeadStatus, StopReason>> = {
  REPLIED: 'lead_replied',
  CONVERTED: 'lead_converted',
  CLOSED: 'lead_closed',
  SPAM: 'lead_spam',
};

export type Stopped = { readonly enrolments: readonly Enrolment[]; readonly consequences: readonly Consequence[] };

/**
 * Ends the campaigns that locked leads are on their way through, or just one: what is still queued is skipped. Where there is
 * none, in one statement; else in three, whatever their number.
 */
export async function stopAllEnrolments(
  tx: Tx,
  leads: readonly LeadSnapshot[],
  stopReason: string,
  only: { readonly id?: string } = {},
): Promise<Stopped> {
  const enrolments = await tx.enrolment.updateManyAndReturn({
    where: { ...only, leadId: { in: leads.map(({ id }) => id) }, status: 'ACTIVE' },
    data: { status: 'STOPPED', stopReason, updatedAt: tx.now },
  });
  if (enrolments.length === 0) return { enrolments, consequences: [] };
  const skipped = await tx.scheduledEmail.updateManyAndReturn({
    where: { enrolmentId: { in: enrolments.map(({ id }) => id) }, state: { in: [...cancellable] } },
    data: { state: 'SKIPPED', updatedAt: tx.now },
  });
  const campaigns = await tx.campaign.findMany({
    where: { id: { in: [...new Set(enrolments.map(({ campaignId }) => campaignId))] } },
    select: { id: true, name: true },
  });
  const names = new Map(campaigns.map(({ id, name }) => [id, name]));
  const leadOf = new Map(leads.map((lead) => [lead.id, lead]));
  const consequences = enrolments.flatMap((enrolment): Consequence[] => {
    const { id, campaignId, leadId } = enrolment;
    const lead = leadOf.get(leadId);
    if (!lead) return [];
    const campaignName = names.get(campaignId) ?? '';
    const cancelledEmails = skipped.filter(({ enrolmentId }) => enrolmentId === id).length;
    const effect = { ...noEffect, campaignId, campaignName, endedEnrolments: 1, cancelledEmails, stopReason };
    return [{ leadId, type: 'campaign.stopped', event: enrolmentEvent(lead, enrolment, campaignName), effect }];
  });
  return { enrolments, consequences };
}

/** The same of one lead, told of at once. Answers the enrolments that ended. */
export async function stopEnrolments(
  tx: Tx,
  lead: LeadSnapshot,
  stopReason: string,
  only: { readonly id?: string } = {},
): Promise<readonly Enrolment[]> {
  const { enrolments, consequences } = await stopAllEnrolments(tx, [lead], stopReason, only);
  tell(tx, consequences);
  return enrolments;
}
