import type { ScheduledEmail } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { enrolmentEvent } from '../campaigns/enrolment-event.ts';
import { findLockedLead } from '../leads/fields/lead-snapshot.ts';
import { unsettled } from './mail-states.ts';

/** Once none of its mails is on its way any more, a lead has come to the end of its campaign. The lead is locked. */
export async function endEnrolment(
  tx: Tx,
  { enrolmentId, campaignId, leadId }: ScheduledEmail,
  known?: LeadSnapshot,
): Promise<void> {
  if (enrolmentId === null || campaignId === null) return;
  const left = await tx.scheduledEmail.findFirst({
    where: { enrolmentId, state: { in: [...unsettled] } },
    select: { id: true },
  });
  if (left) return;
  const [ended] = await tx.enrolment.updateManyAndReturn({
    where: { id: enrolmentId, status: 'ACTIVE' },
    data: { status: 'COMPLETED', updatedAt: tx.now },
  });
  const lead = known ?? (await findLockedLead(tx, leadId));
  if (!ended || !lead) return;
  const campaign = await tx.campaign.findFirst({ where: { id: campaignId }, select: { name: true } });
  tx.record('campaign.completed', enrolmentEvent(lead, ended, campaign?.name ?? ''));
}
