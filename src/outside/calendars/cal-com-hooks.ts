import { z } from 'zod';
import type { MeetingNotice } from '../../domain/meetings/notice.ts';
import { isHexHmac, one } from '../standard-signature.ts';
import type { CalendarHooks } from './calendar-hooks.ts';
import { instant, kept, reference, toInvitee, webAddress } from './shapes.ts';

const booking = z.object({
  uid: reference,
  rescheduleUid: reference.nullish(),
  title: kept(500),
  startTime: instant,
  endTime: instant,
  location: webAddress,
  cancellationReason: kept(1000),
  rejectionReason: kept(1000),
  metadata: z.object({ videoCallUrl: webAddress }).nullish().catch(null),
  // Who booked comes first. The others are guests, whose addresses anybody may type in.
  attendees: z.tuple([z.object({ email: z.string(), name: kept(500), phoneNumber: kept(100) })], z.unknown()),
});

const kinds = {
  BOOKING_CREATED: 'BOOKED',
  BOOKING_RESCHEDULED: 'BOOKED',
  BOOKING_CANCELLED: 'CANCELLED',
  BOOKING_REJECTED: 'CANCELLED',
} as const satisfies Readonly<Record<string, MeetingNotice['kind']>>;

const isKind = (trigger: string): trigger is keyof typeof kinds => Object.hasOwn(kinds, trigger);

const named = z.object({ triggerEvent: z.string(), payload: z.unknown() });

function toNotice(kind: MeetingNotice['kind'], told: z.output<typeof booking>): MeetingNotice | null {
  const { uid, rescheduleUid = null } = told;
  const [{ email, name, phoneNumber }] = told.attendees;
  const invitee = toInvitee({ email, name, phone: phoneNumber });
  return (
    invitee && {
      kind,
      reference: `${uid}/${invitee.email}`,
      booking: uid,
      replaces: rescheduleUid,
      invitee,
      title: told.title,
      eventUri: uid,
      joinUrl: told.metadata?.videoCallUrl ?? told.location,
      startsAt: told.startTime,
      endsAt: told.endTime,
      cancelReason: told.cancellationReason ?? told.rejectionReason,
      answers: null,
    }
  );
}

/** `X-Cal-Signature-256: <hex>`, the HMAC-SHA256 of the body. It holds no time: what comes again is known by its booking. */
export const calComHooks: CalendarHooks = {
  isSigned: (secret, { headers, body }) => isHexHmac(one(headers['x-cal-signature-256']), secret, body),
  unsigned: 'X-Cal-Signature-256 does not hold. A webhook without a secret is not taken.',
  read(body) {
    const { data } = named.safeParse(body);
    if (!data) return null;
    const { triggerEvent: trigger, payload } = data;
    if (!isKind(trigger)) return [];
    const { data: told } = booking.safeParse(payload);
    const notice = told ? toNotice(kinds[trigger], told) : null;
    return notice && [notice];
  },
};
