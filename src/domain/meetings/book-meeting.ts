import type { Meeting } from '../../db/generated/prisma/client.ts';
import { calendars } from '../calendars/calendars.ts';
import { leadEvent } from '../leads/fields/lead-snapshot.ts';
import { insertTask } from '../tasks/insert-task.ts';
import { cancelKnown } from './cancel-meeting.ts';
import { leadOf, lockKnown } from './meeting-lead.ts';
import { findMeeting, insertMeeting, listMeetingsOf, setMeeting, toColumns } from './meeting-row.ts';
import { recordMeeting } from './record-meeting.ts';
import type { Taking } from './receive-meetings.ts';

/** A booking that is known has nothing new to tell, unless its lead had no room, or it was cancelled before it was told of. */
const isNew = (known: Meeting | null): boolean =>
  known === null || (known.leadId === null && (known.state === 'BOOKED' || known.state === 'CANCELLED'));

/** Takes in a booking, or that one was moved to another time. */
export async function bookMeeting(taking: Taking): Promise<void> {
  const { tx, provider, notice } = taking;
  const known =
    (await findMeeting(tx, provider, notice.reference)) ??
    (notice.booking === null ? null : await findMeeting(tx, provider, notice.booking));
  if (known?.state === 'BOOKED' && known.leadId !== null && notice.isMovedInPlace) return moveInPlace(taking, known);
  if (!isNew(known)) return;
  const { replaces, before, others } = await findBefore(taking);
  const lead = await leadOf(taking, before);
  const state = known?.state ?? 'BOOKED';
  const of = { leadId: lead?.id ?? null, businessId: lead?.businessId ?? null, movedFromAt: before?.startsAt ?? null };
  const columns = { ...toColumns(notice), ...of, state };
  const meeting = known
    ? await setMeeting(tx, known, columns)
    : await insertMeeting(tx, { ...columns, provider, reference: notice.reference });
  if (replaces !== null && !before) {
    const eventUri = notice.booking === null ? null : replaces;
    await insertMeeting(tx, { provider, reference: replaces, eventUri, state: 'RESCHEDULED' });
  }
  if (before?.state === 'BOOKED') await setMeeting(tx, before, { state: 'RESCHEDULED' });
  for (const other of others) await cancelKnown(taking, other);
  if (!lead) {
    if (!known) await leaveToPeople(taking, meeting);
    return;
  }
  if (state === 'CANCELLED') return;
  const isMoved = before !== null && before.leadId === lead.id;
  const touched = await recordMeeting(taking, lead, { meeting, happened: isMoved ? 'MOVED' : 'BOOKED' });
  const type = isMoved ? 'meeting.rescheduled' : 'meeting.booked';
  tx.record(type, { ...leadEvent(touched.lead, { meeting, touchpoint: touched.touchpoint }), subjectId: meeting.id });
}

/** The provider keeps the booking and gives it another time. Told again, that time is the one that is known. */
async function moveInPlace(taking: Taking, known: Meeting): Promise<void> {
  const { tx, notice } = taking;
  const { startsAt, endsAt, joinUrl } = notice;
  if (startsAt === null || startsAt.getTime() === known.startsAt?.getTime()) return;
  const lead = await lockKnown(taking, known);
  const meeting = await setMeeting(tx, known, { startsAt, endsAt, joinUrl, movedFromAt: known.startsAt });
  if (!lead) return;
  const touched = await recordMeeting(taking, lead, { meeting, happened: 'MOVED' });
  tx.record('meeting.rescheduled', {
    ...leadEvent(touched.lead, { meeting, touchpoint: touched.touchpoint }),
    subjectId: meeting.id,
  });
}

type Before = { replaces: string | null; before: Meeting | null; others: readonly Meeting[] };

/** What a booking takes the place of: of a booking that is moved as a whole the invitee's meeting, else the first; the others end with it. */
async function findBefore({ tx, provider, notice }: Taking): Promise<Before> {
  const { reference, booking, replaces, invitee } = notice;
  if (replaces === null || replaces === (booking ?? reference)) return { replaces: null, before: null, others: [] };
  if (booking === null) return { replaces, before: await findMeeting(tx, provider, replaces), others: [] };
  const meetings = await listMeetingsOf(tx, provider, replaces);
  const before = meetings.find(({ inviteeEmail }) => inviteeEmail === invitee.email) ?? meetings[0] ?? null;
  return { replaces, before, others: meetings.filter((meeting) => meeting !== before) };
}

/** The plan has no room for the lead: nothing of the booking is lost, and somebody is asked to see to it. */
async function leaveToPeople({ tx, provider, notice }: Taking, { startsAt }: Meeting): Promise<void> {
  const { invitee, title, eventUri, joinUrl } = notice;
  const who = invitee.name === undefined ? invitee.email : `${invitee.name} (${invitee.email})`;
  const what = `${who} booked “${title ?? 'a meeting'}” on ${calendars[provider].name}; the plan has no room for the lead.`;
  await insertTask(tx, {
    type: 'FOLLOW_UP',
    title: what.slice(0, 500).toWellFormed(),
    dueAt: startsAt,
    execution: { invitee, eventUri, joinUrl, startTime: startsAt?.toISOString() ?? null },
  });
}
