import { base, missingLead } from '../base.ts';
import { exampleId } from '../../../src/ids.ts';
import { notFound } from '../../../src/errors.ts';
import { route, type Route } from '../../route/route.ts';
import { succeed } from '../envelope.ts';
import {
  CreateNoteDocument,
  DeleteNoteDocument,
  LeadNotesDocument,
  NoteDocument,
  type NoteRowFragment,
  UpdateNoteDocument,
} from '../generated/operations.ts';
import { exampleLeadId, toGraphLeadId } from '../ids.ts';
import { readAgain } from '../read-again.ts';
import {
  toClawcrmNote,
  toNoteType,
  WireNewNote,
  WireNoteChanged,
  WireNoteDeleted,
  WireNoteId,
  WireNoteList,
  WireNoteMade,
  WireNoteQuery,
  WireNoteUpdate,
} from './wire.ts';
import { nextPageStep } from '../paging.ts';

const path = '/notes';

const missingNote = `Check the id: GET ${base}/notes?leadId=rp_… shows the notes of a lead that is not deleted.`;

const made = (note: NoteRowFragment) => succeed({ id: note.id, note: toClawcrmNote(note) });

/** Section "Notes". */
export const noteRoutes: readonly Route[] = [
  route({
    method: 'get',
    path,
    kind: 'read',
    scope: 'leads:read',
    summary: 'List the notes of a lead',
    description: 'Newest first; `pinned=true` answers those that are to stand out.',
    hints: {
      INVALID:
        'Send `leadId`, and optionally `type` (manual, transcript_summary, ai_insight, system), `pinned` (true or false), `limit`, `offset`.',
      NOT_FOUND: missingLead,
    },
    query: WireNoteQuery,
    reply: WireNoteList,
    operation: LeadNotesDocument,
    variables: ({ query: { leadId, type, pinned, limit, offset } }) => ({
      leadId: toGraphLeadId(leadId),
      first: limit,
      offset,
      type: toNoteType(type),
      pinned: pinned === undefined ? undefined : pinned === 'true',
    }),
    present({ lead }, { query }) {
      if (!lead?.notes) throw notFound('lead');
      const { nodes, totalCount: total } = lead.notes;
      const { limit, offset } = query;
      const nextSteps = nextPageStep(`${base}/notes`, query, total);
      return succeed({ notes: nodes.map(toClawcrmNote), total, limit, offset }, { nextSteps });
    },
  }),
  route({
    method: 'post',
    path,
    kind: 'write',
    scope: 'leads:write',
    status: 201,
    summary: 'Write a note about a lead',
    hints: {
      INVALID:
        'Send `leadId` and `content`, and optionally `type` (manual, transcript_summary, ai_insight, system) and `pinned`.',
      NOT_FOUND: missingLead,
    },
    body: WireNewNote,
    example: { leadId: exampleLeadId, content: 'Prefers to be called in the morning.' },
    reply: WireNoteMade,
    operation: CreateNoteDocument,
    variables: ({ body: { leadId, content, type, pinned } }) => ({
      input: { leadId: toGraphLeadId(leadId), body: content, type: toNoteType(type), pinned },
    }),
    present: ({ createNote }) => made(createNote.note),
    rebuild: readAgain({ type: 'Note', operation: NoteDocument, scope: 'leads:read', present: made }),
  }),
  route({
    method: 'put',
    path,
    kind: 'write',
    scope: 'leads:write',
    summary: 'Change a note',
    description: 'Takes the `id` in the body. Its type and author stay.',
    hints: { INVALID: 'Send `id`, and `content` or `pinned` or both.', NOT_FOUND: missingNote },
    body: WireNoteUpdate,
    example: { id: exampleId('Note'), pinned: true },
    reply: WireNoteChanged,
    operation: UpdateNoteDocument,
    variables: ({ body: { id, content, pinned } }) => ({ id, input: { body: content, pinned } }),
    present: ({ updateNote }, { body: { content, pinned } }) =>
      succeed(
        { note: toClawcrmNote(updateNote.note) },
        content === undefined && pinned === undefined
          ? { warnings: ['Neither content nor pinned was given, so nothing was changed.'] }
          : {},
      ),
  }),
  route({
    method: 'delete',
    path,
    kind: 'write',
    scope: 'leads:write',
    summary: 'Delete a note',
    description: 'For good: it cannot be restored.',
    hints: { INVALID: 'Send the note as `?id=nt_…`.', NOT_FOUND: missingNote },
    query: WireNoteId,
    reply: WireNoteDeleted,
    operation: DeleteNoteDocument,
    variables: ({ query }) => query,
    present: ({ deleteNote }) => succeed({ id: deleteNote.note.id }),
  }),
];
