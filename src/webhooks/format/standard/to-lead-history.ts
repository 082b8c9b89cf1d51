import type { EnrolmentSnapshot, NoteSnapshot, TouchpointSnapshot } from '../../../events/snapshot.ts';
import { toId } from './ids.ts';
import type { Shown } from '../../../shown.ts';
import { toAuthor } from './to-references.ts';

/** What says whose a row is, which its lead says, and by whom, which stands in `author`. */
type Written = 'orgId' | 'businessId' | 'authorKeyId' | 'authorMemberId';

export const toNote = (note: NoteSnapshot) =>
  ({
    id: toId('nt', note.id),
    leadId: toId('ld', note.leadId),
    type: note.type,
    body: note.body,
    pinned: note.pinned,
    author: toAuthor(note.author),
    createdAt: note.createdAt,
    updatedAt: note.updatedAt,
  }) satisfies Shown<NoteSnapshot, Written>;

export const toTouchpoint = (touchpoint: TouchpointSnapshot) =>
  ({
    id: toId('tp', touchpoint.id),
    leadId: toId('ld', touchpoint.leadId),
    type: touchpoint.type,
    channel: touchpoint.channel,
    summary: touchpoint.summary,
    metadata: touchpoint.metadata,
    author: toAuthor(touchpoint.author),
    occurredAt: touchpoint.occurredAt,
    createdAt: touchpoint.createdAt,
  }) satisfies Shown<TouchpointSnapshot, Written>;

export const toEnrolment = (enrolment: EnrolmentSnapshot) =>
  ({
    id: toId('enr', enrolment.id),
    campaignId: toId('cmp', enrolment.campaignId),
    campaignName: enrolment.campaignName,
    leadId: toId('ld', enrolment.leadId),
    status: enrolment.status,
    trigger: enrolment.trigger,
    stopReason: enrolment.stopReason,
    createdAt: enrolment.createdAt,
    updatedAt: enrolment.updatedAt,
  }) satisfies Shown<EnrolmentSnapshot, 'orgId' | 'businessId'>;
