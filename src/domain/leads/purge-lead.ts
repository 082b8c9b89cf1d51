import { requireScope } from '../../access/actor.ts';
import { type CampaignEffect, noEffect } from '../../db/write/campaign-effect.ts';
import type { Tx } from '../../db/write/write.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { forgetChanges } from '../audit/forget-changes.sql.ts';
import { cancellable } from '../emails/mail-states.ts';
import type { ChangedLead } from './fields/changed-lead.ts';
import { getLockedLead, leadEvent } from './fields/lead-snapshot.ts';
import { detachLead, forgetWhatCame, lockTalksOfLead } from './purge-lead.sql.ts';

/**
 * Removes a lead for good, a deleted one too, with its notes, touchpoints, enrolments and mails, and the files of mails that were kept
 * as such. Its conversations and tasks stay without it, and its events are kept as long as others are. Answers the lead as it last was.
 */
export async function purgeLead(context: DomainContext, id: string): Promise<ChangedLead> {
  requireScope(context.actor, 'leads:write');
  const { kept, ...purged } = await context.write(async (tx) => {
    const known = await tx.lead.findFirst({ where: { id }, select: { id: true } });
    if (!known) throw notFound('lead');
    // Locks conversations before leads, as a chat does.
    await tx.run(lockTalksOfLead, { leadId: id });
    await tx.lockToDelete('leads', id);
    await tx.run(detachLead, { leadId: id });
    const lead = await getLockedLead(tx, id, { deleted: true });
    const notes = await tx.note.findMany({ where: { leadId: id }, select: { id: true } });
    const effects = await effectsOf(tx, id);
    const kept = await tx.scheduledEmail.findMany({ where: { leadId: id, state: 'KEPT' }, select: { id: true } });
    await tx.lead.deleteMany({ where: { id } });
    await tx.run(forgetWhatCame, { leadId: id, email: lead.email });
    await tx.run(forgetChanges, { subjectIds: [id, ...notes.map((note) => note.id)] });
    tx.record('lead.purged', leadEvent(lead));
    return { lead, effects, kept: kept.map((email) => email.id) };
  });
  await forgetFiles(context, kept);
  return purged;
}

/** They lie on the disk of the node that kept them; another one’s are for the operator to remove. */
async function forgetFiles({ services: { mailer, warn } }: DomainContext, ids: readonly string[]): Promise<void> {
  await mailer
    ?.forget(ids)
    .catch((error: unknown) => warn(error, 'Mails of a lead that is gone are left in the outbox.'));
}

/** The campaigns that it is on its way through, which go with it. */
async function effectsOf(tx: Tx, leadId: string): Promise<CampaignEffect[]> {
  const active = await tx.enrolment.findMany({
    where: { leadId, status: 'ACTIVE' },
    orderBy: { id: 'asc' },
    select: { campaignId: true },
  });
  if (active.length === 0) return [];
  const ids = active.map(({ campaignId }) => campaignId);
  const campaigns = await tx.campaign.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const cancelled = await tx.scheduledEmail.findMany({
    where: { leadId, state: { in: [...cancellable] } },
    select: { campaignId: true },
  });
  return campaigns.map(({ id: campaignId, name: campaignName }) => {
    const cancelledEmails = cancelled.filter((email) => email.campaignId === campaignId).length;
    return { ...noEffect, campaignId, campaignName, endedEnrolments: 1, cancelledEmails };
  });
}
