import { noEffect } from '../../db/write/campaign-effect.ts';
import type { Campaign, Enrolment, ScheduledEmail } from '../../db/generated/prisma/client.ts';
import type { CampaignTrigger } from '../../db/generated/prisma/enums.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { readSteps } from './campaign-columns.ts';
import { dueTimes } from './due-times.ts';
import { enrolmentEvent } from './enrolment-event.ts';

export type Enrolled = { readonly enrolment: Enrolment; readonly emails: readonly ScheduledEmail[] };

/**
 * The one way a lead gets into a campaign, whose rows are both locked and whose guardrails were asked: the enrolment, its mails
 * in the queue with their placeholders as they stand, `campaign.enrolled`, and the effect that callers are told of.
 */
export async function insertEnrolment(
  tx: Tx,
  lead: LeadSnapshot,
  campaign: Campaign,
  trigger: CampaignTrigger,
): Promise<Enrolled> {
  const times = { createdAt: tx.now, updatedAt: tx.now };
  const shared = { businessId: lead.businessId, campaignId: campaign.id, leadId: lead.id };
  const enrolment = await tx.enrolment.create({ data: { ...times, ...shared, id: tx.newId(), trigger } });
  const steps = readSteps(campaign.steps);
  const due = dueTimes(
    tx.now,
    steps.map(({ delayHours }) => delayHours),
  );
  const emails = steps.map(({ subject, body }, index) => ({
    ...times,
    ...shared,
    id: tx.newId(),
    enrolmentId: enrolment.id,
    step: index + 1,
    subject,
    body,
    dueAt: due[index] ?? tx.now,
    state: 'QUEUED' as const,
  }));
  await tx.scheduledEmail.createMany({ data: emails });
  tx.record('campaign.enrolled', enrolmentEvent(lead, enrolment, campaign.name));
  tx.effects.push({
    ...noEffect,
    campaignId: campaign.id,
    campaignName: campaign.name,
    enrolledLeads: 1,
    queuedEmails: emails.length,
  });
  return { enrolment, emails: emails.map((email) => ({ ...email, orgId: enrolment.orgId, sentAt: null })) };
}
