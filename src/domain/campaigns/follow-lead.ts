import type { Tx } from '../../db/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { enrolByTrigger } from './enrol-by-trigger.ts';
import { stopEnrolments, stoppingStatuses } from './stop-enrolments.ts';

/** What a change of a locked lead means for campaigns: some statuses end those it is in, and another stage may begin one. */
export async function followLead(tx: Tx, before: LeadSnapshot, lead: LeadSnapshot): Promise<void> {
  const reason = lead.status === before.status ? undefined : stoppingStatuses[lead.status];
  if (reason) await stopEnrolments(tx, lead, reason);
  if (lead.stageId !== before.stageId) await enrolByTrigger(tx, lead, 'STAGE_CHANGED', before.stageId);
}
