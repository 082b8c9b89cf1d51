import type { DomainContext } from '../context.ts';
import { endEnrolment } from './end-enrolment.ts';

const error = 'Whoever was sending it was lost: it may have gone out, and is not sent again.';

/** Gives up a mail whose claim is older than that: it is uncertain. Whether the workspace may still mail makes no difference. */
export async function giveUpLost(context: DomainContext, id: string, lostAfterMs: number): Promise<void> {
  await context.write(async (tx) => {
    const found = await tx.scheduledEmail.findFirst({ where: { id }, select: { leadId: true } });
    if (!found) return;
    await tx.lock('leads', found.leadId);
    await tx.lock('scheduled_emails', id);
    const email = await tx.scheduledEmail.findFirst({ where: { id, state: 'CLAIMED' } });
    if (!email) return;
    const now = await tx.sharedNow();
    if (email.claimedAt && email.claimedAt.getTime() > now.getTime() - lostAfterMs) return;
    await tx.scheduledEmail.updateManyAndReturn({
      where: { id, state: 'CLAIMED' },
      data: { state: 'UNCERTAIN', error, updatedAt: tx.now },
    });
    tx.audit('email.uncertain', { id, businessId: email.businessId });
    await endEnrolment(tx, email);
  });
}
