import type { LeadStatus } from '../../db/generated/prisma/enums.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { enrolByTrigger } from './enrol-by-trigger.ts';
import { stopEnrolments, stoppingStatuses } from './stop-enrolments.ts';

/**
 * What a change of a locked lead means for campaigns: some statuses end those it is in, and another stage may begin one.
 * @param asked the status that the change asked for, else the one before. Who makes a campaign of a move into `won` means the
 * lead that this move converts: what the stage made of it does not bar it, but what the caller said does.
 */
export async function followLead(tx: Tx, before: LeadSnapshot, lead: LeadSnapshot, asked: LeadStatus): Promise<void> {
  const reason = lead.status === before.status ? undefined : stoppingStatuses[lead.status];
  if (reason) await stopEnrolments(tx, lead, reason);
  if (lead.stageId === before.stageId) return;
  await enrolByTrigger(tx, lead, 'STAGE_CHANGED', { stageId: before.stageId, status: asked });
}
