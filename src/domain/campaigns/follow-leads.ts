import type { LeadStatus } from '../../db/generated/prisma/enums.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import type { Consequence } from './consequence.ts';
import { enrolAllByTrigger } from './enrol-by-trigger.ts';
import { stopAllEnrolments, type StopReason, stoppingStatuses } from './stop-enrolments.ts';

export type FollowedLead = {
  readonly before: LeadSnapshot;
  readonly lead: LeadSnapshot;
  /**
   * The status that the change asked for, else the one before. Who makes a campaign of a move into `won` means the lead that this
   * move converts: what the stage made of it does not bar it, but what the caller said does.
   */
  readonly asked: LeadStatus;
};

/** What changes of locked leads mean for campaigns: some statuses end those a lead is in, and another stage may begin one. */
export async function followLeads(
  tx: Tx,
  followed: readonly FollowedLead[],
): Promise<(lead: LeadSnapshot) => readonly Consequence[]> {
  const stopped = await stopByStatus(tx, followed);
  const moved = followed.filter(({ before, lead }) => lead.stageId !== before.stageId);
  const enrolled = await enrolAllByTrigger(
    tx,
    moved.map(({ before, lead, asked }) => ({ lead, previous: { stageId: before.stageId, status: asked } })),
    'STAGE_CHANGED',
  );
  const byLead = Map.groupBy([...stopped, ...enrolled], ({ leadId }) => leadId);
  return ({ id }) => byLead.get(id) ?? [];
}

async function stopByStatus(tx: Tx, followed: readonly FollowedLead[]): Promise<Consequence[]> {
  const leadsOf = new Map<StopReason, LeadSnapshot[]>();
  for (const { before, lead } of followed) {
    const reason = lead.status === before.status ? undefined : stoppingStatuses[lead.status];
    if (reason) leadsOf.set(reason, [...(leadsOf.get(reason) ?? []), lead]);
  }
  const stopped: Consequence[] = [];
  for (const [reason, leads] of leadsOf) stopped.push(...(await stopAllEnrolments(tx, leads, reason)).consequences);
  return stopped;
}
