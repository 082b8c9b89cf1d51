import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { ScheduledEmail } from '../../db/generated/prisma/client.ts';
import { requireWelcome } from '../campaigns/guardrails.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { parseInput, text } from '../input.ts';
import { lockLead } from '../leads/fields/lead-snapshot.ts';
import { newEmail } from './new-email.ts';
import { fillIn, toHeader } from './placeholders.ts';
import { emailEvent } from './to-email.ts';
import { writeWith } from './write-email.ts';

const draftEmailInput = z.strictObject({ instructions: text(2000) });

/** What stands in a draft that no model wrote: for a person to finish. */
const template = { subject: 'A word to {{company}}', body: 'Hello {{firstName}},\n\n' };

/**
 * Drafts a mail to a lead, which goes out once somebody approves of it: by the model, or else as a template with the instructions.
 * @throws NOT_FOUND; CONFLICT where the lead has no address, or mail to it came back
 */
export async function draftEmail(
  context: DomainContext,
  leadId: string,
  input: z.input<typeof draftEmailInput>,
): Promise<ScheduledEmail> {
  requireScope(context.actor, 'campaigns:write');
  const { instructions } = parseInput(draftEmailInput, input);
  const found = await context.db.lead.findFirst({ where: { id: leadId, deletedAt: null } });
  if (!found) throw notFound('lead');
  const brief = { subject: template.subject, body: template.body + instructions, instructions, tone: null };
  const written = await writeWith(context, { ...brief, lead: found }, 1);
  return context.write(async (tx) => {
    const lead = await lockLead(tx, leadId);
    await requireWelcome(tx, lead, false);
    const { subject, body } = written ?? brief;
    const email = newEmail({
      orgId: lead.orgId,
      id: tx.newId(),
      businessId: lead.businessId,
      leadId,
      subject: toHeader(fillIn(subject, lead)),
      body: fillIn(body, lead),
      instructions,
      aiWritten: written !== null,
      toAddress: lead.email,
      dueAt: tx.now,
      state: 'DRAFT',
      createdAt: tx.now,
      updatedAt: tx.now,
    });
    await tx.scheduledEmail.createMany({ data: [email] });
    tx.record('email.draft_created', emailEvent(email));
    return email;
  });
}
