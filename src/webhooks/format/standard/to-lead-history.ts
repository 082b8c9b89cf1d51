import { toGlobalId, toGlobalIdOrNull } from '../../../ids.ts';
import type { EnrolmentSnapshot, EventSnapshot, NoteSnapshot, TouchpointSnapshot } from '../../../events/snapshot.ts';
import type { Shown } from '../../../shown.ts';
import { toAuthor } from './to-references.ts';

/** What says whose a row is, which its lead says, and by whom, which stands in `author`. */
type Written = 'orgId' | 'businessId' | 'authorKeyId' | 'authorMemberId';

export const toNote = (note: NoteSnapshot) =>
  ({
    id: toGlobalId('Note', note.id),
    leadId: toGlobalId('Lead', note.leadId),
    type: note.type,
    body: note.body,
    pinned: note.pinned,
    author: toAuthor(note.author),
    createdAt: note.createdAt,
    updatedAt: note.updatedAt,
  }) satisfies Shown<NoteSnapshot, Written>;

export const toTouchpoint = (touchpoint: TouchpointSnapshot) =>
  ({
    id: toGlobalId('Touchpoint', touchpoint.id),
    leadId: toGlobalId('Lead', touchpoint.leadId),
    type: touchpoint.type,
    channel: touchpoint.channel,
    summary: touchpoint.summary,
    metadata: touchpoint.metadata,
    author: toAuthor(touchpoint.author),
    occurredAt: touchpoint.occurredAt,
    createdAt: touchpoint.createdAt,
  }) satisfies Shown<TouchpointSnapshot, Written>;

type Meeting = NonNullable<EventSnapshot['meeting']>;

export const toMeeting = (meeting: Meeting) =>
  ({
    id: toGlobalId('Meeting', meeting.id),
    leadId: toGlobalIdOrNull('Lead', meeting.leadId),
    provider: meeting.provider,
    state: meeting.state,
    title: meeting.title,
    eventUri: meeting.eventUri,
    joinUrl: meeting.joinUrl,
    inviteeName: meeting.inviteeName,
    inviteeEmail: meeting.inviteeEmail,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    movedFromAt: meeting.movedFromAt,
    cancelReason: meeting.cancelReason,
    createdAt: meeting.createdAt,
    updatedAt: meeting.updatedAt,
  }) satisfies Shown<Meeting, 'orgId' | 'businessId' | 'reference'>;

export const toEnrolment = (enrolment: EnrolmentSnapshot) =>
  ({
    id: toGlobalId('Enrolment', enrolment.id),
    campaignId: toGlobalId('Campaign', enrolment.campaignId),
    campaignName: enrolment.campaignName,
    leadId: toGlobalId('Lead', enrolment.leadId),
    status: enrolment.status,
    trigger: enrolment.trigger,
    stopReason: enrolment.stopReason,
    createdAt: enrolment.createdAt,
    updatedAt: enrolment.updatedAt,
  }) satisfies Shown<EnrolmentSnapshot, 'orgId' | 'businessId'>;
