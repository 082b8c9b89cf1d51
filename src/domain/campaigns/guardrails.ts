import { isOpenStatus } from '../../db/read/open-leads.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { conflict, type DomainError, type Guardrail } from '../../errors.ts';
import { campaignPolicy, hourMs } from './policy.ts';

/** Why a lead may not be enrolled, and when it may be if waiting helps. */
export type Refusal = { readonly guardrail: Guardrail; readonly message: string; readonly retryAt?: Date };

/** What keeps every campaign from a locked lead that it has not enrolled yet; null where nothing does. */
export async function refusalOf(tx: Tx, lead: LeadSnapshot): Promise<Refusal | null> {
  if (lead.deletedAt !== null) return { guardrail: 'lead_closed', message: 'The lead is deleted.' };
  if (!isOpenStatus(lead.status)) {
    return { guardrail: 'lead_closed', message: `The lead is ${lead.status.toLowerCase()}.` };
  }
  if (lead.email === null) return { guardrail: 'no_email', message: 'The lead has no e-mail address.' };
  if (lead.emailBouncedAt !== null) {
    return { guardrail: 'email_bounced', message: `Mail to ${lead.email} came back.` };
  }
  return cooldownOf(tx, lead.id);
}

async function cooldownOf(tx: Tx, leadId: string): Promise<Refusal | null> {
  const { _max: last } = await tx.scheduledEmail.aggregate({
    where: { leadId, state: { in: ['QUEUED', 'SENT'] } },
    _max: { dueAt: true, sentAt: true },
  });
  const lastAt = Math.max(last.dueAt?.getTime() ?? -Infinity, last.sentAt?.getTime() ?? -Infinity);
  const retryAt = lastAt + campaignPolicy.cooldownHours * hourMs;
  if (tx.now.getTime() >= retryAt) return null;
  const message = `Another campaign writes to the lead until ${new Date(lastAt).toISOString()}, and ${campaignPolicy.cooldownHours} hours must pass after that.`;
  return { guardrail: 'cooldown', message, retryAt: new Date(retryAt) };
}

/** The refusal as who asked for it is told. */
export function guardrailError({ guardrail, message, retryAt }: Refusal, now: Date): DomainError {
  if (retryAt === undefined) return conflict(message, { reason: guardrail });
  const retryAfterSeconds = Math.ceil((retryAt.getTime() - now.getTime()) / 1000);
  return conflict(message, { reason: guardrail, retryAt: retryAt.toISOString(), retryAfterSeconds });
}
