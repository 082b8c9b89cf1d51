import type { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { ScheduledEmail } from '../../db/generated/prisma/client.ts';
import { requireWelcome } from '../campaigns/guardrails.ts';
import type { DomainContext } from '../context.ts';
import { parseInput } from '../input.ts';
import { lockLead } from '../leads/fields/lead-snapshot.ts';
import { writtenEmail } from './email-fields.ts';
import { newEmail } from './new-email.ts';
import { earliestFor } from './pacing.ts';
import { fillIn, requireKnownPlaceholders, toHeader } from './placeholders.ts';
import { requireMayMail } from './require-mail.ts';

/**
 * Lays a mail to a lead in the queue: it goes out in a moment, or once the limits of mails an hour and a day let it.
 * @throws NOT_FOUND; FORBIDDEN where the workspace may not mail; CONFLICT where the lead has no address, or mail to it came back
 */
export async function sendEmail(
  context: DomainContext,
  leadId: string,
  input: z.input<typeof writtenEmail>,
): Promise<ScheduledEmail> {
  requireScope(context.actor, 'campaigns:write');
  const { subject, body } = parseInput(writtenEmail, input);
  requireKnownPlaceholders(subject, 'subject');
  requireKnownPlaceholders(body, 'body');
  await requireMayMail(context);
  return context.write(async (tx) => {
    const lead = await lockLead(tx, leadId);
    await requireWelcome(tx, lead, false);
    const dueAt = (await earliestFor(tx, { leadId, campaignId: null }, await tx.sharedNow())) ?? tx.now;
    const email = newEmail({
      orgId: lead.orgId,
      id: tx.newId(),
      businessId: lead.businessId,
      leadId,
      subject: toHeader(fillIn(subject, lead)),
      body: fillIn(body, lead),
      toAddress: lead.email,
      dueAt,
      state: 'QUEUED',
      createdAt: tx.now,
      updatedAt: tx.now,
    });
    await tx.scheduledEmail.createMany({ data: [email] });
    tx.audit('email.queued', { id: email.id, businessId: email.businessId });
    return email;
  });
}
