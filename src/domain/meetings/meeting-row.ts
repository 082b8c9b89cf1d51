import type { Meeting } from '../../db/generated/prisma/client.ts';
import type { CalendarProvider } from '../../db/generated/prisma/enums.ts';
import type { ScalarCreate, ScalarUpdate } from '../../db/scoped.ts';
import type { Tx } from '../../db/write/write.ts';
import { conflict } from '../../errors.ts';
import type { MeetingNotice } from './notice.ts';

export const findMeeting = (tx: Tx, provider: CalendarProvider, reference: string): Promise<Meeting | null> =>
  tx.meeting.findFirst({ where: { provider, reference } });

/** Those of a booking that is moved as a whole, the oldest first. */
export const listMeetingsOf = (tx: Tx, provider: CalendarProvider, booking: string): Promise<Meeting[]> =>
  tx.meeting.findMany({ where: { provider, eventUri: booking }, orderBy: { id: 'asc' } });

type NewMeeting = Omit<ScalarCreate<'Meeting'>, 'id' | 'createdAt' | 'updatedAt'>;

export async function insertMeeting(tx: Tx, data: NewMeeting): Promise<Meeting> {
  const meeting = await tx.meeting.create({ data: { ...data, id: tx.newId(), createdAt: tx.now, updatedAt: tx.now } });
  tx.audit('meeting.noted', { id: meeting.id, businessId: meeting.businessId });
  return meeting;
}

/** @throws CONFLICT where its lead was removed for good since it was read, and it with that: told again, it is a repetition */
export async function setMeeting(tx: Tx, { id, state }: Meeting, data: ScalarUpdate<'Meeting'>): Promise<Meeting> {
  const changed = { ...data, updatedAt: tx.now };
  const [meeting] = await tx.meeting.updateManyAndReturn({ where: { id, state }, data: changed });
  if (!meeting) throw conflict('The meeting was forgotten meanwhile.');
  tx.audit('meeting.changed', { id, businessId: meeting.businessId });
  return meeting;
}

/** What a notice says of the meeting itself. */
export const toColumns = ({ invitee, title, eventUri, joinUrl, startsAt, endsAt }: MeetingNotice) => ({
  title,
  eventUri,
  joinUrl,
  startsAt,
  endsAt,
  inviteeName: invitee.name ?? null,
  inviteeEmail: invitee.email,
});
