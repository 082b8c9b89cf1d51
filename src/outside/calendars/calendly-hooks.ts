import { z } from 'zod';
import type { MeetingNotice } from '../../domain/meetings/notice.ts';
import { limits } from '../../limits.ts';
import { isHexHmac, isOfNow, one, type Signed } from '../standard-signature.ts';
import type { CalendarHooks } from './calendar-hooks.ts';
import { instant, kept, reference, toInvitee, webAddress } from './shapes.ts';

const answers = z
  .array(z.object({ question: kept(500), answer: kept(2000) }))
  .nullish()
  .catch(null);

const invitee = z.object({
  uri: reference,
  email: z.string(),
  name: kept(500),
  first_name: kept(500),
  last_name: kept(500),
  text_reminder_number: kept(100),
  rescheduled: z.boolean().nullish().catch(null),
  old_invitee: reference.nullish(),
  questions_and_answers: answers,
  cancellation: z
    .object({ reason: kept(1000) })
    .nullish()
    .catch(null),
  event: kept(500),
  scheduled_event: z.object({
    uri: kept(500),
    name: kept(500),
    start_time: instant,
    end_time: instant,
    location: z.object({ join_url: webAddress }).nullish().catch(null),
  }),
});

const told = z.discriminatedUnion('event', [
  z.object({ event: z.literal('invitee.created'), payload: invitee }),
  z.object({ event: z.literal('invitee.canceled'), payload: invitee }),
]);

const named = z.object({ event: z.string() });

type Told = z.output<typeof told>;

function toNotice({ event, payload }: Told): MeetingNotice | null {
  const { scheduled_event: scheduled } = payload;
  const who = toInvitee({
    email: payload.email,
    name: payload.name,
    firstName: payload.first_name,
    lastName: payload.last_name,
    phone: payload.text_reminder_number,
  });
  if (!who) return null;
  const lines = (payload.questions_and_answers ?? []).flatMap(({ question, answer }) =>
    answer === null ? [] : [`${question ?? '?'}: ${answer}`],
  );
  return {
    kind: kindOf(event, payload.rescheduled ?? false),
    reference: payload.uri,
    booking: null,
    replaces: payload.old_invitee ?? null,
    isMovedInPlace: false,
    invitee: who,
    title: scheduled.name,
    eventUri: scheduled.uri ?? payload.event,
    joinUrl: scheduled.location?.join_url ?? null,
    startsAt: scheduled.start_time,
    endsAt: scheduled.end_time,
    cancelReason: payload.cancellation?.reason ?? null,
    answers: lines.length === 0 ? null : lines.join('\n').slice(0, 8000).toWellFormed(),
  };
}

const kindOf = (event: Told['event'], isRescheduled: boolean): MeetingNotice['kind'] => {
  if (event === 'invitee.created') return 'BOOKED';
  return isRescheduled ? 'MOVED' : 'CANCELLED';
};

/** `Calendly-Webhook-Signature: t=<seconds>,v1=<hex>`, the HMAC-SHA256 of `<seconds>.<body>`. */
function isSigned(secret: string, { headers, body, now }: Signed): boolean {
  const header = one(headers['calendly-webhook-signature']);
  const parts = new Map(header.split(',').map((part) => [part.split('=')[0]?.trim(), part.split('=')[1]?.trim()]));
  const [stamp = '', hex = ''] = [parts.get('t'), parts.get('v1')];
  return isOfNow(stamp, now, limits.calendlyToleranceSeconds) && isHexHmac(hex, secret, `${stamp}.`, body);
}

export const calendlyHooks: CalendarHooks = {
  isSigned,
  unsigned: 'Calendly-Webhook-Signature does not hold, or is more than three minutes old.',
  read(body) {
    const { data } = told.safeParse(body);
    if (data) {
      const notice = toNotice(data);
      return notice && [notice];
    }
    const event = named.safeParse(body).data?.event;
    return event === undefined || event.startsWith('invitee.c') ? null : [];
  },
};
