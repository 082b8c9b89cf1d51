import { noEffect } from '../../db/write/campaign-effect.ts';
import type { Campaign, Enrolment, ScheduledEmail } from '../../db/generated/prisma/client.ts';
import type { CampaignTrigger } from '../../db/generated/prisma/enums.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { newEmail, type NewEmail } from '../emails/new-email.ts';
import { readSteps } from './campaign-columns.ts';
import type { Consequence } from './consequence.ts';
import { dueTimes } from './due-times.ts';
import { enrolmentEvent } from './enrolment-event.ts';

export type Enrolled = { readonly enrolment: Enrolment; readonly emails: readonly ScheduledEmail[] };

type Pair = { readonly lead: LeadSnapshot; readonly campaign: Campaign };

/**
 * The one way leads get into campaigns, whose rows are all locked and whose guardrails were asked: the enrolments, and their mails
 * in the queue with their placeholders as they stand. `campaign.enrolled` is still to be told.
 */
export async function insertEnrolments(
  tx: Tx,
  pairs: readonly Pair[],
  trigger: CampaignTrigger,
): Promise<(Enrolled & { readonly consequence: Consequence })[]> {
  const enrolled = pairs.map(({ lead, campaign }) => ({ lead, campaign, ...toRows(tx, lead, campaign, trigger) }));
  if (enrolled.length === 0) return [];
  await tx.enrolment.createMany({ data: enrolled.map(({ enrolment }) => enrolment) });
  await tx.scheduledEmail.createMany({ data: enrolled.flatMap(({ newEmails }) => newEmails) });
  return enrolled.map(({ lead, campaign: { id: campaignId, name: campaignName }, enrolment, newEmails }) => {
    const emails = newEmails.map(newEmail);
    const effect = { ...noEffect, campaignId, campaignName, enrolledLeads: 1, queuedEmails: emails.length };
    const event = enrolmentEvent(lead, enrolment, campaignName);
    return { enrolment, emails, consequence: { leadId: lead.id, type: 'campaign.enrolled', event, effect } };
  });
}

type NewRows = Pick<Enrolled, 'enrolment'> & { readonly newEmails: readonly NewEmail[] };

function toRows(tx: Tx, lead: LeadSnapshot, campaign: Campaign, trigger: CampaignTrigger): NewRows {
  const { orgId, businessId, id: leadId } = lead;
  const shared = { orgId, businessId, leadId, campaignId: campaign.id, createdAt: tx.now, updatedAt: tx.now };
  const enrolment = { ...shared, id: tx.newId(), status: 'ACTIVE', trigger, stopReason: null } as const;
  const steps = readSteps(campaign.steps);
  const due = dueTimes(
    tx.now,
    steps.map(({ delayHours }) => delayHours),
  );
  const newEmails = steps.map(({ subject, body }, index) => ({
    ...shared,
    id: tx.newId(),
    enrolmentId: enrolment.id,
    step: index + 1,
    subject,
    body,
    dueAt: due[index] ?? tx.now,
    state: 'QUEUED' as const,
  }));
  return { enrolment, newEmails };
}
