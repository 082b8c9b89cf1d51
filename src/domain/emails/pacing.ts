import type { ScheduledEmail } from '../../db/generated/prisma/client.ts';
import type { Tx } from '../../db/write/write.ts';
import { campaignPolicy, hourMs } from '../campaigns/policy.ts';
import { gone } from './mail-states.ts';

const { mailsPerDay, hoursBetweenMails, cooldownHours } = campaignPolicy;

/** When a mail to a locked lead may go out at the earliest, by what went to the lead before; null for now. */
export async function earliestFor(
  tx: Tx,
  { leadId, campaignId }: Pick<ScheduledEmail, 'leadId' | 'campaignId'>,
  now: Date,
): Promise<Date | null> {
  const since = new Date(now.getTime() - cooldownHours * hourMs);
  const latest = await tx.scheduledEmail.findMany({
    where: { leadId, state: { in: [...gone] }, claimedAt: { gt: since } },
    orderBy: { claimedAt: 'desc' },
    select: { claimedAt: true, campaignId: true },
  });
  const times = latest.map(({ claimedAt }) => claimedAt?.getTime() ?? 0);
  const ofOther = latest.find((other) => other.campaignId !== null && other.campaignId !== campaignId);
  const earliest = Math.max(
    (times[0] ?? 0) + hoursBetweenMails * hourMs,
    (times[mailsPerDay - 1] ?? 0) + 24 * hourMs,
    campaignId === null ? 0 : (ofOther?.claimedAt?.getTime() ?? 0) + cooldownHours * hourMs,
  );
  return earliest > now.getTime() ? new Date(earliest) : null;
}
