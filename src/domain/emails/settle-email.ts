import type { ScheduledEmail } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import type { DomainContext } from '../context.ts';
import { findLockedLead } from '../leads/fields/lead-snapshot.ts';
import { lockLeadsOfAddress } from '../leads/lock-leads-of-address.ts';
import { markAddressBounced } from '../leads/mark-email-bounced.ts';
import { addTouchpoint } from '../touchpoints/add-touchpoint.ts';
import { endEnrolment } from './end-enrolment.ts';
import type { Posted } from './mailer.ts';
import { emailEvent } from './to-email.ts';

/** From one refusal for the time being to the next try; after the last it has failed. */
const retryMinutes = [1, 5, 30, 120, 480] as const;
/** While the server itself takes none, however long that is. */
const serversRetryMinutes = 5;
/** While it refuses the sender at this recipient: a server that is set up anew within a day takes it, one that refuses this mail alone never does. */
const refusedTries = 48;
const refusedRetryMinutes = 30;

type Settled = Pick<ScheduledEmail, 'state'> & Partial<Pick<ScheduledEmail, 'error' | 'sentAt' | 'dueAt' | 'attempts'>>;

function toState({ attempts }: ScheduledEmail, posted: Posted, now: Date): Settled {
  if (posted.outcome === 'SENT') return { state: 'SENT', sentAt: now, error: null };
  if (posted.outcome === 'KEPT') return { state: 'KEPT', error: null };
  const { error } = posted;
  if (posted.outcome !== 'LATER') return { state: posted.outcome, error };
  const minutes = minutesToNext(posted, attempts);
  if (minutes === undefined) return { state: 'FAILED', error };
  const dueAt = new Date(now.getTime() + minutes * 60_000);
  const counts = !posted.isServers || posted.isOfRecipient === true;
  return { state: 'QUEUED', error, dueAt, attempts: counts ? attempts + 1 : attempts };
}

/** Undefined after the last try. */
function minutesToNext({ isServers, isOfRecipient }: Extract<Posted, { outcome: 'LATER' }>, attempts: number) {
  if (!isServers) return retryMinutes[attempts];
  if (!isOfRecipient) return serversRetryMinutes;
  return attempts < refusedTries ? refusedRetryMinutes : undefined;
}

/** Records what became of a mail that was claimed, once: who was given up as lost may still tell. */
export async function settleEmail(
  context: DomainContext,
  { id, claimedBy }: { readonly id: string; readonly claimedBy: string },
  posted: Posted,
): Promise<void> {
  await context.write(async (tx) => {
    const found = await tx.scheduledEmail.findFirst({ where: { id }, select: { leadId: true, toAddress: true } });
    if (!found) return;
    const { leadId, toAddress } = found;
    // What an address does not take, it takes for nobody who has it.
    const held = posted.outcome === 'BOUNCED' ? await lockLeadsOfAddress(tx, leadId, toAddress) : [];
    if (held.length === 0) await tx.lock('leads', leadId);
    await tx.lock('scheduled_emails', id);
    const email = await tx.scheduledEmail.findFirst({
      where: { id, claimedBy, state: { in: ['CLAIMED', 'UNCERTAIN'] } },
    });
    if (!email) return;
    const data = toState(email, posted, await tx.sharedNow());
    const [settled] = await tx.scheduledEmail.updateManyAndReturn({
      where: { id },
      data: { ...data, updatedAt: tx.now, ...(data.state === 'QUEUED' && { claimedAt: null, claimedBy: null }) },
    });
    if (!settled) return;
    const lead = await findLockedLead(tx, settled.leadId);
    if (settled.state === 'SENT') await tellSent(tx, context, settled, lead);
    else tx.audit(`email.${settled.state.toLowerCase()}`, { id, businessId: settled.businessId });
    await markAddressBounced(tx, held, toAddress);
    if (lead && settled.state !== 'QUEUED') await endEnrolment(tx, settled, lead);
  });
}

/** Tells that a mail left, once: the event, and the touchpoint of its lead, which this write has locked. */
export async function tellSent(
  tx: Tx,
  context: DomainContext,
  email: ScheduledEmail,
  lead: LeadSnapshot | null,
): Promise<void> {
  tx.record('email.sent', emailEvent(email));
  const summary = email.sentSubject ?? email.subject;
  const occurredAt = email.sentAt ?? tx.now;
  const metadata = { emailId: email.id };
  if (lead) await addTouchpoint(tx, context, lead, { type: 'EMAIL', channel: 'email', summary, metadata, occurredAt });
}
