import { randomBytes, randomUUID } from 'node:crypto';
import { hashSecret } from '../../access/credentials.ts';
import type { Campaign, ScheduledEmail } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { addressRefusal, heldAmong, standingRefusal } from '../campaigns/guardrails.ts';
import type { DomainContext } from '../context.ts';
import { findLockedLead } from '../leads/fields/lead-snapshot.ts';
import { endEnrolment } from './end-enrolment.ts';
import { gone, unsettled } from './mail-states.ts';
import type { Mailer, OutgoingMail } from './mailer.ts';
import { earliestFor } from './pacing.ts';
import { fillIn, toHeader, toHtml } from './placeholders.ts';
import { leadsBack } from './require-mail.ts';
import { emailEvent } from './to-email.ts';

/** A mail that this process alone may hand over, or one that a model is to write first; null where there is nothing to do. */
export type Claimed =
  | { readonly mail: OutgoingMail; readonly claimedBy: string }
  | { readonly toWrite: ScheduledEmail; readonly campaign: Campaign; readonly lead: LeadSnapshot }
  | null;

/**
 * Claims a due mail under the guardrails, which the locked lead keeps for all workers at once. What may not go out any more is skipped,
 * what may not yet is put off, and what is to be approved becomes a draft.
 */
export async function claimEmail(context: DomainContext, id: string, mailer: Mailer): Promise<Claimed> {
  return context.write(async (tx) => {
    const found = await tx.scheduledEmail.findFirst({ where: { id }, select: { leadId: true, campaignId: true } });
    if (!found) return null;
    await tx.lock('leads', found.leadId);
    // Who deletes the campaign would else take away a mail that is on its way.
    if (found.campaignId) await tx.lock('campaigns', found.campaignId);
    await tx.lock('scheduled_emails', id);
    const email = await tx.scheduledEmail.findFirst({ where: { id } });
    const lead = await findLockedLead(tx, found.leadId);
    if (!email || !lead) return null;
    const now = await tx.sharedNow();
    if (email.state !== 'QUEUED' || email.dueAt > now) return null;
    const campaign = email.campaignId ? await tx.campaign.findFirst({ where: { id: email.campaignId } }) : null;
    const refusal = campaign ? standingRefusal(lead) : addressRefusal(lead);
    if (refusal) return skip(tx, lead, email, refusal.message);
    if (await isStopped(tx, email)) return skip(tx, lead, email, 'The lead was taken out of the campaign.');
    // Of two leads with one address neither locks the other: what is asked here is asked again below.
    const elsewhere = async () => (await heldAmong(tx, [lead]))(lead);
    const early = campaign?.aiEnabled || campaign?.review ? await elsewhere() : null;
    if (early) return skip(tx, lead, email, early.message);
    if (campaign && !leadsBack(mailer, context.services.publicUrl)) return null;
    if (campaign?.aiEnabled && email.writtenAt === null) return { toWrite: email, campaign, lead };
    if (campaign?.review && email.approvedAt === null) return toDraft(tx, email, lead);
    // From here on the organisation is locked.
    await tx.serialise();
    const since = await elsewhere();
    if (since) return skip(tx, lead, email, since.message);
    if (await isBehind(tx, email)) return null;
    const earliest = await earliestFor(tx, email, now);
    if (earliest) return putOff(tx, email, earliest);
    if (await isRepeated(tx, email, lead)) return skip(tx, lead, email, 'The same mail went to this address already.');
    return claim(tx, context, { email, lead, now }, mailer);
  });
}

const subjectOf = ({ id, businessId }: ScheduledEmail) => ({ id, businessId });

async function skip(tx: Tx, lead: LeadSnapshot, email: ScheduledEmail, error: string): Promise<null> {
  await tx.scheduledEmail.updateManyAndReturn({
    where: { id: email.id },
    data: { state: 'SKIPPED', error, updatedAt: tx.now },
  });
  tx.audit('email.skipped', subjectOf(email));
  await endEnrolment(tx, email, lead);
  return null;
}

async function toDraft(tx: Tx, email: ScheduledEmail, lead: LeadSnapshot): Promise<null> {
  const [draft] = await tx.scheduledEmail.updateManyAndReturn({
    where: { id: email.id },
    data: {
      state: 'DRAFT',
      subject: toHeader(fillIn(email.subject, lead)),
      body: fillIn(email.body, lead),
      toAddress: lead.email,
      updatedAt: tx.now,
    },
  });
  if (draft) tx.record('email.draft_created', emailEvent(draft));
  return null;
}

async function putOff(tx: Tx, email: ScheduledEmail, dueAt: Date): Promise<null> {
  await tx.scheduledEmail.updateManyAndReturn({ where: { id: email.id }, data: { dueAt, updatedAt: tx.now } });
  tx.audit('email.put_off', subjectOf(email));
  return null;
}

/** What was being sent as the lead left the campaign comes back to the queue where the server had no time for it. */
const isStopped = async (tx: Tx, { enrolmentId }: ScheduledEmail): Promise<boolean> =>
  enrolmentId !== null &&
  (await tx.enrolment.findFirst({ where: { id: enrolmentId, status: 'STOPPED' }, select: { id: true } })) !== null;

const isBehind = async (tx: Tx, { enrolmentId, step }: ScheduledEmail): Promise<boolean> =>
  enrolmentId !== null &&
  step !== null &&
  (await tx.scheduledEmail.findFirst({
    where: { enrolmentId, step: { lt: step }, state: { in: [...unsettled] } },
    select: { id: true },
  })) !== null;

/** A campaign's step goes to an address once, whoever has it. */
const isRepeated = async (tx: Tx, { id, campaignId, step }: ScheduledEmail, lead: LeadSnapshot): Promise<boolean> =>
  campaignId !== null &&
  (await tx.scheduledEmail.findFirst({
    where: {
      id: { not: id },
      campaignId,
      step,
      toAddress: lead.email,
      state: { in: [...gone] },
    },
    select: { id: true },
  })) !== null;

type Standing = { readonly email: ScheduledEmail; readonly lead: LeadSnapshot; readonly now: Date };

async function claim(tx: Tx, { services }: DomainContext, { email, lead, now }: Standing, mailer: Mailer) {
  const { id, orgId, businessId } = email;
  const to = lead.email ?? '';
  const subject = toHeader(fillIn(email.subject, lead));
  const bodyText = fillIn(email.body, lead);
  const bodyHtml = toHtml(bodyText);
  const token = randomBytes(32).toString('base64url');
  const messageId = `<${id}@${domainOf(mailer.from)}>`;
  const claimedBy = randomUUID();
  const isCampaigns = email.campaignId !== null;
  await tx.scheduledEmail.updateManyAndReturn({
    where: { id },
    data: {
      state: 'CLAIMED',
      sentSubject: subject,
      bodyText,
      bodyHtml,
      toAddress: to,
      fromAddress: mailer.from,
      messageId,
      unsubscribeHash: isCampaigns ? hashSecret(token) : null,
      claimedAt: now,
      claimedBy,
      error: null,
      updatedAt: tx.now,
    },
  });
  tx.audit('email.claimed', subjectOf(email));
  const unsubscribeUrl = isCampaigns ? `${services.publicUrl}/unsubscribe/${token}` : null;
  const mail = { id, orgId, businessId, to, subject, bodyText, bodyHtml, messageId, unsubscribeUrl };
  return { mail, claimedBy };
}

const domainOf = (from: string): string => /@([^\s<>@]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
