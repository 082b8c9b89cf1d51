import type { Campaign, ScheduledEmail } from '../../db/generated/prisma/client.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { isJsonObject } from '../../json.ts';
import type { DomainContext } from '../context.ts';
import type { MailBrief, WrittenMail } from './mail-writer.ts';

type ToWrite = { readonly toWrite: ScheduledEmail; readonly campaign: Campaign; readonly lead: LeadSnapshot };

const mostRetries = 5;

/** Has a model write a campaign's mail from its step as a brief; the step goes out as it stands where none can. */
export async function writeEmail(context: DomainContext, { toWrite, campaign, lead }: ToWrite): Promise<void> {
  const { aiConfig } = campaign;
  const config = isJsonObject(aiConfig) ? aiConfig : {};
  const retries = typeof config['maxRetries'] === 'number' ? config['maxRetries'] : 1;
  const tone = typeof config['tone'] === 'string' ? config['tone'].slice(0, 200) : null;
  const { subject, body, id } = toWrite;
  const written = await writeWith(context, { lead, subject, body, instructions: null, tone }, retries);
  await context.write(async (tx) => {
    const changed = await tx.scheduledEmail.updateManyAndReturn({
      where: { id, state: 'QUEUED', writtenAt: null },
      data: { ...written, aiWritten: written !== null, writtenAt: tx.now, updatedAt: tx.now },
    });
    if (changed.length > 0) tx.audit('email.written', { id, businessId: toWrite.businessId });
  });
}

/** Asks the model as often as is wanted; null where it gives nothing that can be sent. */
export async function writeWith(
  context: DomainContext,
  brief: MailBrief,
  retries: number,
): Promise<WrittenMail | null> {
  const { writer } = context.services;
  if (!writer) return null;
  const tries = 1 + Math.min(Math.max(Math.trunc(retries), 0), mostRetries);
  for (let tried = 0; tried < tries; tried += 1) {
    const written = await writer.write(brief);
    if (written) return written;
  }
  return null;
}
