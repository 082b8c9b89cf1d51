import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { MeetingNotice } from '../../domain/meetings/notice.ts';
import { limits } from '../../limits.ts';
import { isHexHmac, one } from '../standard-signature.ts';
import type { CalendarHooks } from './calendar-hooks.ts';
import { instant, kept, reference, toInvitee, webAddress } from './shapes.ts';

const attendee = z.object({ email: z.string(), name: kept(500), phoneNumber: kept(100) });

type Attendee = z.output<typeof attendee>;

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
  // Who booked comes first. Without seats the others are guests, whose addresses anybody may type in.
  attendees: z.tuple([attendee], z.unknown()),
  seatsPerTimeSlot: z.number().nullish().catch(null),
  attendeeSeatId: kept(500),
});

type Booking = z.output<typeof booking>;

const kinds = {
  BOOKING_CREATED: 'BOOKED',
  BOOKING_RESCHEDULED: 'BOOKED',
  BOOKING_CANCELLED: 'CANCELLED',
  BOOKING_REJECTED: 'CANCELLED',
} as const satisfies Readonly<Record<string, MeetingNotice['kind']>>;

type Trigger = keyof typeof kinds;

const isTrigger = (trigger: string): trigger is Trigger => Object.hasOwn(kinds, trigger);

const named = z.object({ triggerEvent: z.string(), payload: z.unknown() });

/** What an attendee's booking is known by, which stays where the lead is removed for good: it tells the address to nobody. */
const referenceOf = (uid: string, email: string): string =>
  createHash('sha256').update(`${uid}/${email}`).digest('hex');

/** Of who booked a meeting of their own; null where they cannot be told. */
function toNotice(
  trigger: Trigger,
  told: Booking,
  { email, name, phoneNumber }: Attendee,
): (MeetingNotice & { readonly booking: string }) | null {
  const { uid, rescheduleUid = null } = told;
  const invitee = toInvitee({ email, name, phone: phoneNumber });
  return (
    invitee && {
      kind: kinds[trigger],
      reference: referenceOf(uid, invitee.email),
      booking: uid,
      replaces: rescheduleUid,
      isMovedInPlace: false,
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

/**
 * Of a booking with seats each attendee booked one, and cancels and moves it by itself: a cancellation lists whom it is of, a move by an
 * attendee has its seat's id and them first, and one by the host has no seat and moves all who are listed, often under the same uid.
 */
function toSeatNotices(trigger: Trigger, told: Booking): MeetingNotice[] {
  const { uid, attendeeSeatId, rescheduleUid = null } = told;
  const isMove = trigger === 'BOOKING_RESCHEDULED';
  const inPlace = isMove && (rescheduleUid === null || rescheduleUid === uid);
  const listed = told.attendees.map((one) => attendee.safeParse(one).data ?? null);
  return listed.flatMap((one, index) => {
    const notice = one && toNotice(trigger, told, one);
    if (!notice) return [];
    const from = isMove && !inPlace && (attendeeSeatId === null || index === 0) ? rescheduleUid : null;
    const replaces = from === null ? null : referenceOf(from, notice.invitee.email);
    return [{ ...notice, booking: null, replaces, isMovedInPlace: inPlace }];
  });
}

function toNotices(trigger: Trigger, told: Booking): MeetingNotice[] | null {
  const { seatsPerTimeSlot, attendeeSeatId, attendees } = told;
  const notices =
    seatsPerTimeSlot != null || attendeeSeatId !== null
      ? toSeatNotices(trigger, told)
      : [toNotice(trigger, told, attendees[0])].filter((notice) => notice !== null);
  if (notices.length === 0) return null;
  // Each seat that is booked lists all that are; a cancellation and a move are told of once, and who moves is the first.
  return trigger === 'BOOKING_CREATED' ? notices.slice(-limits.seatsPerBooking) : notices;
}

/** `X-Cal-Signature-256: <hex>`, the HMAC-SHA256 of the body. It holds no time: what comes again is known by its booking. */
export const calComHooks: CalendarHooks = {
  isSigned: (secret, { headers, body }) => isHexHmac(one(headers['x-cal-signature-256']), secret, body),
  unsigned: 'X-Cal-Signature-256 does not hold. A webhook without a secret is not taken.',
  read(body) {
    const { data } = named.safeParse(body);
    if (!data) return null;
    const { triggerEvent: trigger, payload } = data;
    if (!isTrigger(trigger)) return [];
    const { data: told } = booking.safeParse(payload);
    return told ? toNotices(trigger, told) : null;
  },
};
