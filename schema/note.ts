import { Prisma } from '../src/db/generated/prisma/client.ts';
import { createNote } from '../src/domain/notes/create-note.ts';
import { deleteNote } from '../src/domain/notes/delete-note.ts';
import type { NoteOfLead } from '../src/domain/notes/note-snapshot.ts';
import { updateNote } from '../src/domain/notes/update-note.ts';
import { builder } from './builder/builder.ts';
import { childConnection, connectionType, offsetArg, pageArgs, pageComplexity } from './builder/connection.ts';
import { enumOf } from './builder/enums.ts';
import { toGlobalId } from '../src/ids.ts';
import { rowIdOf } from './builder/global-id.ts';
import { belowLead } from './lead/type.ts';
import { authorOf } from './builder/loaders.ts';
import { createRowQueries } from './builder/row-query.ts';
import { AuthorRef } from './workspace/type.ts';
import { LeadRef, NodeRef, NoteRef } from './builder/refs.ts';
import { NoteType } from '../src/db/generated/prisma/enums.ts';

const NoteTypeEnum = enumOf('NoteType', 'Where a note comes from.', NoteType, {
  MANUAL: 'Somebody wrote it.',
  TRANSCRIPT_SUMMARY: 'What a call or meeting came to.',
  AI_INSIGHT: 'What an AI concluded.',
  SYSTEM: 'An integration left it, or the product itself.',
});

NoteRef.implement({
  description: 'What somebody wrote down about a lead.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.id({ description: 'Its id.', resolve: ({ id }) => toGlobalId('Note', id) }),
    type: t.field({ type: NoteTypeEnum, description: 'Where it comes from.', resolve: ({ type }) => type }),
    body: t.exposeString('body', { description: 'What it says.' }),
    pinned: t.exposeBoolean('pinned', { description: 'Whether it is to stand out.' }),
    author: t.field({
      type: AuthorRef,
      nullable: true,
      description: 'Who wrote it first; null for what the product wrote down.',
      resolve: (row, _, { loaders }) => authorOf(row, loaders),
    }),
    createdAt: t.field({ type: 'DateTime', description: 'When it was made.', resolve: ({ createdAt }) => createdAt }),
    updatedAt: t.field({
      type: 'DateTime',
      description: 'When it last changed.',
      resolve: ({ updatedAt }) => updatedAt,
    }),
    leadId: t.id({
      description: 'The id of the lead it is about.',
      resolve: ({ leadId }) => toGlobalId('Lead', leadId),
    }),
    lead: t.field({
      type: LeadRef,
      nullable: true,
      description: 'The lead it is about; null where it was deleted. Needs `leads:read`.',
      authScopes: { scope: 'leads:read' },
      resolve: ({ leadId }, _, { loaders }) => loaders.lead.load(leadId),
    }),
  }),
});

const noteQueries = createRowQueries({
  columns: Prisma.NoteScalarFieldEnum,
  others: { author: ['authorKeyId', 'authorMemberId'], lead: ['leadId'] },
  always: ['id'],
});

const NoteConnection = connectionType(NoteRef, 'Note');

builder.objectField(LeadRef, 'notes', (t) =>
  t.field({
    type: NoteConnection,
    nullable: true,
    description:
      'What was written down about it, newest first, as it is now; null in an event of a lead that is gone since. Needs `leads:read`.',
    authScopes: { scope: 'leads:read' },
    complexity: pageComplexity,
    args: {
      ...pageArgs(t.arg),
      ...offsetArg(t.arg),
      type: t.arg({ type: NoteTypeEnum, description: 'Only notes of this type.' }),
      pinned: t.arg.boolean({ description: 'Only notes that are pinned, or only those that are not.' }),
    },
    resolve: (lead, args, { loaders }, info) =>
      belowLead(lead, loaders, () =>
        childConnection('Note', loaders.notesOfLead, lead.id, args, () => ({
          filter: { type: args.type, pinned: args.pinned },
          fields: noteQueries.fieldsOfConnection(info),
        })),
      ),
  }),
);

const CreateNoteInput = builder.inputType('CreateNoteInput', {
  description: 'A new note. Its author is who makes it.',
  fields: (t) => ({
    leadId: t.id({ required: true, description: 'The lead it is about.' }),
    body: t.string({ required: true, description: 'What it says: 1 to 50,000 characters.' }),
    type: t.field({ type: NoteTypeEnum, description: 'Where it comes from; MANUAL by default.' }),
    pinned: t.boolean({ description: 'Whether it is to stand out; not by default.' }),
  }),
});

const UpdateNoteInput = builder.inputType('UpdateNoteInput', {
  description: 'What to change of a note. What is absent or null stays.',
  fields: (t) => ({
    body: t.string({ description: 'What it says: 1 to 50,000 characters.' }),
    pinned: t.boolean({ description: 'Whether it is to stand out.' }),
  }),
});

const payload = (name: string, verb: string) =>
  builder.objectRef<NoteOfLead>(name).implement({
    description: `The note that was ${verb}, and its lead.`,
    fields: (t) => ({
      note: t.field({ type: NoteRef, description: 'The note.', resolve: ({ note }) => note }),
      lead: t.field({ type: LeadRef, description: 'The lead it is about.', resolve: ({ lead }) => lead }),
    }),
  });

builder.mutationFields((t) => ({
  createNote: t.field({
    type: payload('CreateNotePayload', 'made'),
    description: 'Writes something down about a lead; NOT_FOUND where it is not there. Needs `leads:write`.',
    args: { input: t.arg({ type: CreateNoteInput, required: true, description: 'The new note.' }) },
    resolve: (_, { input: { leadId, type, pinned, body } }, context) =>
      createNote(context, {
        leadId: rowIdOf('Lead', leadId),
        body,
        type: type ?? undefined,
        pinned: pinned ?? undefined,
      }),
  }),
  updateNote: t.field({
    type: payload('UpdateNotePayload', 'changed'),
    description: 'Changes a note. The same again fires nothing. Needs `leads:write`.',
    args: {
      id: t.arg.id({ required: true, description: 'The note’s id.' }),
      input: t.arg({ type: UpdateNoteInput, required: true, description: 'What to change.' }),
    },
    resolve: (_, { id, input: { body, pinned } }, context) =>
      updateNote(context, rowIdOf('Note', id), { body: body ?? undefined, pinned: pinned ?? undefined }),
  }),
  deleteNote: t.field({
    type: payload('DeleteNotePayload', 'removed'),
    description: 'Removes a note for good; NOT_FOUND the second time. Needs `leads:write`.',
    args: { id: t.arg.id({ required: true, description: 'The note’s id.' }) },
    resolve: (_, { id }, context) => deleteNote(context, rowIdOf('Note', id)),
  }),
}));
