import type { CalendarProvider } from '../../db/generated/prisma/enums.ts';
import type { Tx } from '../../db/write/write.ts';
import type { DomainContext } from '../context.ts';
import { notFound } from '../../errors.ts';
import { limits } from '../../limits.ts';
import { bookMeeting } from './book-meeting.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { findMeeting, insertMeeting, setMeeting } from './meeting-row.ts';
import type { MeetingNotice } from './notice.ts';

/** What one notice is taken with. */
export type Taking = {
  readonly tx: Tx;
  readonly context: DomainContext;
  readonly provider: CalendarProvider;
  readonly notice: MeetingNotice;
};

/**
 * Takes in what a provider tells of bookings, many in several writes. Notices may come twice, and in any order: each booking is known by its
 * reference, and one that was cancelled or moved stays so.
 * @throws NOT_FOUND where the account was disconnected meanwhile
 */
export async function receiveMeetings(
  context: DomainContext,
  connectionId: string,
  notices: readonly MeetingNotice[],
): Promise<void> {
  for (let first = 0; first < notices.length; first += limits.seatsPerBooking)
    await receive(context, connectionId, notices.slice(first, first + limits.seatsPerBooking));
}

const receive = (context: DomainContext, connectionId: string, notices: readonly MeetingNotice[]): Promise<void> =>
  context.write(async (tx) => {
    // One notice of an account after the other. Nobody who holds a lead waits for this lock.
    await tx.lock('calendar_connections', connectionId);
    const connection = await tx.calendarConnection.findFirst({ where: { id: connectionId } });
    if (!connection) throw notFound('calendar');
    for (const notice of notices) await kinds[notice.kind]({ tx, context, provider: connection.provider, notice });
  });

const kinds = {
  BOOKED: bookMeeting,
  CANCELLED: cancelMeeting,
  MOVED: setAside,
} as const satisfies Record<MeetingNotice['kind'], (taking: Taking) => Promise<void>>;

/** The booking that takes its place tells what became of it. */
async function setAside({ tx, provider, notice }: Taking): Promise<void> {
  const known = await findMeeting(tx, provider, notice.reference);
  if (!known) await insertMeeting(tx, { provider, reference: notice.reference, state: 'RESCHEDULED' });
  else if (known.state === 'BOOKED') await setMeeting(tx, known, { state: 'RESCHEDULED' });
}
