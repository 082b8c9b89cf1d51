import { noEffect } from '../../db/write/campaign-effect.ts';
import type { Enrolment } from '../../db/generated/prisma/client.ts';
import type { LeadStatus } from '../../db/generated/prisma/enums.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { enrolmentEvent } from './enrolment-event.ts';

/** Why the product itself stops one; who stops one by hand says it in words. */
export type StopReason =
  | 'lead_replied'
  | 'lead_converted'
  | 'lead_closed'
  | 'lead_spam'
  | 'lead_deleted'
  | 'email_bounced';

/** The statuses that end all mail to a lead. */
export const stoppingStatuses: Partial<Record<LeadStatus, StopReason>> = {
  REPLIED: 'lead_replied',
  CONVERTED: 'lead_converted',
  CLOSED: 'lead_closed',
  SPAM: 'lead_spam',
};

/**
 * Ends the campaigns a locked lead is on its way through, or just one: what is still queued is skipped. Answers the ones that
 * ended; where there was none, in one statement. Callers are told what each had in the queue.
 */
export async function stopEnrolments(
  tx: Tx,
  lead: LeadSnapshot,
  stopReason: string,
  only: { readonly id?: string } = {},
): Promise<Enrolment[]> {
  const stopped = await tx.enrolment.updateManyAndReturn({
    where: { ...only, leadId: lead.id, status: 'ACTIVE' },
    data: { status: 'STOPPED', stopReason, updatedAt: tx.now },
  });
  if (stopped.length === 0) return [];
  const skipped = await tx.scheduledEmail.updateManyAndReturn({
    where: { enrolmentId: { in: stopped.map(({ id }) => id) }, state: 'QUEUED' },
    data: { state: 'SKIPPED', updatedAt: tx.now },
  });
  const campaigns = await tx.campaign.findMany({
    where: { id: { in: stopped.map(({ campaignId }) => campaignId) } },
    select: { id: true, name: true },
  });
  const names = new Map(campaigns.map(({ id, name }) => [id, name]));
  for (const enrolment of stopped) {
    const { id, campaignId } = enrolment;
    const campaignName = names.get(campaignId) ?? '';
    tx.record('campaign.stopped', enrolmentEvent(lead, enrolment, campaignName));
    const cancelledEmails = skipped.filter(({ enrolmentId }) => enrolmentId === id).length;
    tx.effects.push({ ...noEffect, campaignId, campaignName, endedEnrolments: 1, cancelledEmails, stopReason });
  }
  return stopped;
}
