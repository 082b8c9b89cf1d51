import { isOpenStatus } from '../leads/stalled/open-leads.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { conflict, type DomainError, type Guardrail } from '../../errors.ts';
import { campaignPolicy, hourMs } from './policy.ts';

/** Why a lead may not be enrolled, and when it may be if waiting helps. */
export type Refusal = { readonly guardrail: Guardrail; readonly message: string; readonly retryAt?: Date };

/** What keeps every campaign from locked leads that it has not enrolled yet, in one statement; null for one that nothing does. */
export async function refusalsOf(
  tx: Tx,
  leads: readonly LeadSnapshot[],
): Promise<(lead: LeadSnapshot) => Refusal | null> {
  const open = leads.filter((lead) => standingRefusal(lead) === null).map(({ id }) => id);
  const latest = open.length === 0 ? [] : await readLatestMails(tx, open);
  const byLead = new Map(latest.map(({ leadId, _max: last }) => [leadId, last]));
  return (lead) => standingRefusal(lead) ?? cooldownAfter(tx.now, byLead.get(lead.id) ?? never);
}

/** The same of one. */
export const refusalOf = async (tx: Tx, lead: LeadSnapshot): Promise<Refusal | null> =>
  (await refusalsOf(tx, [lead]))(lead);

function standingRefusal(lead: LeadSnapshot): Refusal | null {
  if (lead.deletedAt !== null) return { guardrail: 'lead_closed', message: 'The lead is deleted.' };
  if (!isOpenStatus(lead.status)) {
    return { guardrail: 'lead_closed', message: `The lead is ${lead.status.toLowerCase()}.` };
  }
  if (lead.email === null) return { guardrail: 'no_email', message: 'The lead has no e-mail address.' };
  if (lead.emailBouncedAt === null) return null;
  return { guardrail: 'email_bounced', message: `Mail to ${lead.email} came back.` };
}

type LatestMail = { readonly dueAt: Date | null; readonly sentAt: Date | null };
const never: LatestMail = { dueAt: null, sentAt: null };

const readLatestMails = (tx: Tx, leadIds: readonly string[]) =>
  tx.scheduledEmail.groupBy({
    by: ['leadId'],
    where: { leadId: { in: [...leadIds] }, state: { in: ['QUEUED', 'SENT'] } },
    _max: { dueAt: true, sentAt: true },
  });

function cooldownAfter(now: Date, { dueAt, sentAt }: LatestMail): Refusal | null {
  const lastAt = Math.max(dueAt?.getTime() ?? -Infinity, sentAt?.getTime() ?? -Infinity);
  const retryAt = lastAt + campaignPolicy.cooldownHours * hourMs;
  if (now.getTime() >= retryAt) return null;
  const message = `Another campaign writes to the lead until ${new Date(lastAt).toISOString()}, and ${campaignPolicy.cooldownHours} hours must pass after that.`;
  return { guardrail: 'cooldown', message, retryAt: new Date(retryAt) };
}

/** The refusal as who asked for it is told. */
export function guardrailError({ guardrail, message, retryAt }: Refusal, now: Date): DomainError {
  if (retryAt === undefined) return conflict(message, { reason: guardrail });
  const retryAfterSeconds = Math.ceil((retryAt.getTime() - now.getTime()) / 1000);
  return conflict(message, { reason: guardrail, retryAt: retryAt.toISOString(), retryAfterSeconds });
}
