import type { Meeting } from '../../db/generated/prisma/client.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { leadEvent } from '../leads/fields/lead-snapshot.ts';
import { lockMatch } from '../leads/lock-match.ts';
import { lockKnown } from './meeting-lead.ts';
import { findMeeting, insertMeeting, listMeetingsOf, setMeeting, toColumns } from './meeting-row.ts';
import { recordMeeting } from './record-meeting.ts';
import type { Taking } from './receive-meetings.ts';

/** Takes in that a booking was cancelled, and with it what it took the place of. Of one that was never told of, no lead is made. */
export async function cancelMeeting(taking: Taking): Promise<void> {
  const { tx, provider, notice } = taking;
  const known = await findMeeting(tx, provider, notice.reference);
  if (known) await cancelKnown(taking, known);
  else {
    const lead = await lockMatch(tx, notice.invitee.email);
    const columns = { ...toColumns(notice), ...toCancelled(taking), ...ofLead(lead) };
    await tell(taking, lead, await insertMeeting(tx, { ...columns, provider, reference: notice.reference }));
  }
  const { booking, replaces } = notice;
  if (booking === null || replaces === null || replaces === booking) return;
  for (const before of await listMeetingsOf(tx, provider, replaces)) await cancelKnown(taking, before);
}

/** Cancels a meeting that stands, and tells its lead: where it has none, that of its e-mail address. */
export async function cancelKnown(taking: Taking, known: Meeting): Promise<void> {
  const { tx, provider } = taking;
  if (known.state !== 'BOOKED') return;
  const lead = (await lockKnown(taking, known)) ?? (await lockMatch(tx, known.inviteeEmail ?? undefined));
  // Who removed the lead for good meanwhile has the meeting forgotten.
  const now = await findMeeting(tx, provider, known.reference);
  if (now?.state !== 'BOOKED') return;
  await tell(taking, lead, await setMeeting(tx, now, { ...toCancelled(taking), ...ofLead(lead) }));
}

const toCancelled = ({ notice }: Taking) => ({ state: 'CANCELLED', cancelReason: notice.cancelReason }) as const;

const ofLead = (lead: LeadSnapshot | null) => ({ leadId: lead?.id ?? null, businessId: lead?.businessId ?? null });

async function tell(taking: Taking, lead: LeadSnapshot | null, meeting: Meeting): Promise<void> {
  if (!lead) return;
  const { lead: touched, touchpoint } = await recordMeeting(taking, lead, { meeting, happened: 'CANCELLED' });
  taking.tx.record('meeting.cancelled', { ...leadEvent(touched, { meeting, touchpoint }), subjectId: meeting.id });
}
