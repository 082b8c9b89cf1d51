import type { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import { requireWelcome } from '../campaigns/guardrails.ts';
import type { ScheduledEmail } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { conflict, notFound } from '../../errors.ts';
import { parseInput } from '../input.ts';
import { lockLead } from '../leads/fields/lead-snapshot.ts';
import { writtenEmail } from './email-fields.ts';
import { endEnrolment } from './end-enrolment.ts';
import { requireMayMail } from './require-mail.ts';
import { emailEvent } from './to-email.ts';

/** What is changed of a draft before it goes out. */
const changes = writtenEmail.partial();

type Draft = { readonly draft: ScheduledEmail; readonly lead: LeadSnapshot };

/** Locks a draft, after its lead. @throws NOT_FOUND; CONFLICT for what is no draft any more */
async function lockDraft(tx: Tx, id: string, wanted: 'QUEUED' | 'DISCARDED'): Promise<Draft> {
  const found = await tx.scheduledEmail.findFirst({ where: { id }, select: { leadId: true } });
  if (!found) throw notFound('email');
  const lead = await lockLead(tx, found.leadId, { deleted: true });
  await tx.lock('scheduled_emails', id);
  const email = await tx.scheduledEmail.findFirst({ where: { id } });
  if (!email) throw notFound('email');
  const isDone = wanted === 'DISCARDED' ? email.state === 'DISCARDED' : email.approvedAt !== null;
  if (email.state !== 'DRAFT' && !isDone) throw conflict(`The email is no draft: it is ${email.state.toLowerCase()}.`);
  return { draft: email, lead };
}

/** Who changes what somebody else has approved meanwhile is told: nothing of the change goes out. @throws CONFLICT */
function asApproved(draft: ScheduledEmail, { subject, body }: z.output<typeof changes>): ScheduledEmail {
  if ((subject ?? draft.subject) === draft.subject && (body ?? draft.body) === draft.body) return draft;
  throw conflict('The email was approved already, with another subject or text: nothing of this change goes out.');
}

/**
 * Lets a draft go out, as it stands or as it is changed here. One that was approved already stays as it is.
 * @throws NOT_FOUND; FORBIDDEN where the workspace may not mail; CONFLICT for what is no draft, what was approved with other words,
 * or whose lead wants no mail
 */
export async function approveEmail(
  context: DomainContext,
  id: string,
  input: z.input<typeof changes> = {},
): Promise<ScheduledEmail> {
  requireScope(context.actor, 'campaigns:write');
  const { subject, body } = parseInput(changes, input);
  const changed = { ...(subject !== undefined && { subject }), ...(body !== undefined && { body }) };
  await requireMayMail(context);
  return context.write(async (tx) => {
    const { draft, lead } = await lockDraft(tx, id, 'QUEUED');
    if (draft.state !== 'DRAFT') return asApproved(draft, changed);
    await requireWelcome(tx, lead, draft.campaignId !== null);
    const dueAt = draft.dueAt > tx.now ? draft.dueAt : tx.now;
    const [approved] = await tx.scheduledEmail.updateManyAndReturn({
      where: { id },
      data: { ...changed, state: 'QUEUED', approvedAt: tx.now, dueAt, updatedAt: tx.now },
    });
    if (!approved) throw notFound('email');
    tx.record('email.approved', emailEvent(approved));
    tx.audit('email.approved', { id, businessId: approved.businessId });
    return approved;
  });
}

/** Keeps a draft from going out, for good. One that was discarded already stays as it is. */
export async function discardEmail(context: DomainContext, id: string): Promise<ScheduledEmail> {
  requireScope(context.actor, 'campaigns:write');
  return context.write(async (tx) => {
    const { draft } = await lockDraft(tx, id, 'DISCARDED');
    if (draft.state !== 'DRAFT') return draft;
    const [discarded] = await tx.scheduledEmail.updateManyAndReturn({
      where: { id },
      data: { state: 'DISCARDED', updatedAt: tx.now },
    });
    if (!discarded) throw notFound('email');
    tx.record('email.discarded', emailEvent(discarded));
    tx.audit('email.discarded', { id, businessId: discarded.businessId });
    await endEnrolment(tx, discarded);
    return discarded;
  });
}
