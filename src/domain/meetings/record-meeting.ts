import type { Meeting } from '../../db/generated/prisma/client.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { calendars } from '../calendars/calendars.ts';
import { addTouchpoint, type Recorded } from '../touchpoints/add-touchpoint.ts';
import type { Taking } from './receive-meetings.ts';

type Happened = 'BOOKED' | 'MOVED' | 'CANCELLED';

const sentences = {
  BOOKED: (title: string) => `Booked “${title}”.`,
  MOVED: (title: string) => `Moved “${title}” to another time.`,
  CANCELLED: (title: string) => `Cancelled “${title}”.`,
} as const satisfies Record<Happened, (title: string) => string>;

/** Keeps what happened to a meeting with its lead: rules and campaigns act on a booking, and on one alone. */
export function recordMeeting(
  { tx, context, provider, notice }: Taking,
  lead: LeadSnapshot,
  { meeting, happened }: { readonly meeting: Meeting; readonly happened: Happened },
): Promise<Recorded> {
  const { eventUri, joinUrl, startsAt, movedFromAt, cancelReason } = meeting;
  const { answers } = notice;
  const sentence = sentences[happened](meeting.title ?? 'a meeting');
  return addTouchpoint(tx, context, lead, {
    type: happened === 'BOOKED' ? 'MEETING_BOOKED' : 'OTHER',
    channel: calendars[provider].source,
    summary: happened === 'BOOKED' && answers !== null ? `${sentence}\n${answers}` : sentence,
    metadata: {
      eventUri,
      startTime: startsAt?.toISOString() ?? null,
      joinUrl,
      ...(happened === 'MOVED' && { previousStartTime: movedFromAt?.toISOString() ?? null }),
      ...(happened === 'CANCELLED' && { cancelReason }),
    },
    occurredAt: tx.now,
  });
}
