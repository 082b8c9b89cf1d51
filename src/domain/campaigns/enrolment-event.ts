import type { Enrolment } from '../../db/generated/prisma/client.ts';
import type { EventRecord } from '../../db/write/event-record.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { leadEvent } from '../leads/fields/lead-snapshot.ts';

/** An enrolment's event is one of its lead's. */
export const enrolmentEvent = (lead: LeadSnapshot, enrolment: Enrolment, campaignName: string): EventRecord => ({
  ...leadEvent(lead, { enrolment: { ...enrolment, campaignName } }),
  subjectId: enrolment.id,
});
