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
  const open = leads.filter((lead) => standingRefusal(lead) === null);
  const ids = open.map(({ id }) => id);
  const latest = ids.length === 0 ? [] : await readLatestMails(tx, ids);
  const byLead = new Map(latest.map(({ leadId, _max: last }) => [leadId, last]));
  const elsewhere = await heldAmong(tx, open);
  return (lead) => standingRefusal(lead) ?? elsewhere(lead) ?? cooldownAfter(tx.now, byLead.get(lead.id) ?? never);
}

/** The same of one. */
export const refusalOf = async (tx: Tx, lead: LeadSnapshot): Promise<Refusal | null> =>
  (await refusalsOf(tx, [lead]))(lead);

/** @throws CONFLICT naming what keeps a mail from a locked lead: every campaign’s, or one that a person writes */
export async function requireWelcome(tx: Tx, lead: LeadSnapshot, isCampaigns: boolean): Promise<void> {
  const refusal = (isCampaigns ? standingRefusal(lead) : addressRefusal(lead)) ?? (await heldAmong(tx, [lead]))(lead);
  if (refusal) throw guardrailError(refusal, tx.now);
}

/**
 * Who unsubscribed is a person with an address, and it is an address that takes no mail: no other lead that has it, a deleted one
 * neither, makes that undone. One statement.
 */
export async function heldAmong(
  tx: Tx,
  leads: readonly LeadSnapshot[],
): Promise<(lead: LeadSnapshot) => Refusal | null> {
  const emails = [...new Set(leads.flatMap(({ email }) => email ?? []))];
  const where = { email: { in: emails }, OR: [{ unsubscribedAt: { not: null } }, { emailBouncedAt: { not: null } }] };
  const select = { email: true, unsubscribedAt: true };
  const found = emails.length === 0 ? [] : await tx.lead.findMany({ where, select });
  const held = new Set(found.map(({ email }) => email));
  const unsubscribed = new Set(found.flatMap((other) => (other.unsubscribedAt ? [other.email] : [])));
  return ({ email }) => (unsubscribed.has(email) ? unsubscribedElsewhere : held.has(email) ? bouncedElsewhere : null);
}

const unsubscribedElsewhere = {
  guardrail: 'unsubscribed',
  message: 'Who has this address asked for no more mail, as another lead: resubscribeLead lifts it.',
} as const satisfies Refusal;

const bouncedElsewhere = {
  guardrail: 'email_bounced',
  message: 'Mail to this address came back, as another lead.',
} as const satisfies Refusal;

/** What keeps every campaign from a lead as it stands, whatever was sent to it. */
export function standingRefusal(lead: LeadSnapshot): Refusal | null {
  if (lead.deletedAt === null && !isOpenStatus(lead.status)) {
    return { guardrail: 'lead_closed', message: `The lead is ${lead.status.toLowerCase()}.` };
  }
  return addressRefusal(lead);
}

/** What keeps all mail from a lead. */
export function addressRefusal(lead: LeadSnapshot): Refusal | null {
  if (lead.deletedAt !== null) return { guardrail: 'lead_closed', message: 'The lead is deleted.' };
  if (lead.email === null) return { guardrail: 'no_email', message: 'The lead has no e-mail address.' };
  if (lead.unsubscribedAt !== null) return { guardrail: 'unsubscribed', message: 'The lead asked for no more mail.' };
  if (lead.emailBouncedAt === null) return null;
  return { guardrail: 'email_bounced', message: `Mail to ${lead.email} came back.` };
}

type LatestMail = { readonly dueAt: Date | null; readonly sentAt: Date | null };
const never: LatestMail = { dueAt: null, sentAt: null };

const readLatestMails = (tx: Tx, leadIds: readonly string[]) =>
  tx.scheduledEmail.groupBy({
    by: ['leadId'],
    where: {
      leadId: { in: [...leadIds] },
      campaignId: { not: null },
      state: { in: ['QUEUED', 'DRAFT', 'CLAIMED', 'SENT', 'KEPT', 'UNCERTAIN'] },
    },
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
