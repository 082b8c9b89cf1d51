import { exampleId } from '../../../src/ids.ts';
import { z } from 'zod';
import { queryObject, strictObject } from '../../route/strict-object.ts';
import { graphValue, wordsOf } from '../../route/words.ts';
import { toAuthor, WireAuthor } from '../author-wire.ts';
import { envelope } from '../envelope.ts';
import type { NoteRowFragment, NoteType } from '../generated/operations.ts';
import { exampleLeadId, fromGraphLeadId } from '../ids.ts';
import { paging } from '../paging.ts';
import { instant } from '../../route/scalars.ts';

const noteTypeWords = {
  MANUAL: 'manual',
  TRANSCRIPT_SUMMARY: 'transcript_summary',
  AI_INSIGHT: 'ai_insight',
  SYSTEM: 'system',
} as const satisfies Record<NoteType, string>;

export const toNoteType = graphValue(noteTypeWords);

const id = z.string().meta({ description: 'The note’s id.', example: exampleId('Note') });
const leadId = z.string().meta({ description: 'The lead’s id.', example: exampleLeadId });
const type = z.enum(wordsOf(noteTypeWords));

const WireNote = z
  .strictObject({
    id,
    leadId,
    type,
    content: z.string(),
    pinned: z.boolean(),
    author: WireAuthor.nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'ClawcrmNote' });

export const WireNoteList = envelope({
  notes: z.array(WireNote),
  total: z.int().meta({ description: 'How many match in all.' }),
  limit: z.int(),
  offset: z.int(),
}).meta({ id: 'ClawcrmNoteList' });

export const WireNoteMade = envelope({ id, note: WireNote }).meta({ id: 'ClawcrmNoteMade' });
export const WireNoteChanged = envelope({ note: WireNote }).meta({ id: 'ClawcrmNoteChanged' });
export const WireNoteDeleted = envelope({ id }).meta({ id: 'ClawcrmNoteDeleted' });

const content = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(50_000, 'must be at most 50000 characters')
  .meta({ description: '1 to 50,000 characters.', example: 'Prefers calls in the morning.' });

export const WireNewNote = strictObject({
  leadId,
  content,
  type: type.optional().meta({ description: '`manual` by default.' }),
  pinned: z.boolean().optional().meta({ description: 'Not by default.' }),
}).meta({ id: 'ClawcrmNewNote' });

export const WireNoteUpdate = strictObject({
  id,
  content: content.optional(),
  pinned: z.boolean().optional(),
}).meta({ id: 'ClawcrmNoteUpdate', description: 'What is left out stays.' });

export const WireNoteQuery = queryObject({
  leadId,
  type: type.optional().meta({ description: 'Only notes of this type.' }),
  pinned: z
    .enum(['true', 'false'], { error: 'must be true or false' })
    .optional()
    .meta({ description: 'Only notes that are pinned, or only those that are not.' }),
  ...paging,
});

export const WireNoteId = queryObject({ id });

export const toClawcrmNote = (note: NoteRowFragment): z.input<typeof WireNote> => ({
  id: note.id,
  leadId: fromGraphLeadId(note.leadId),
  type: noteTypeWords[note.type],
  content: note.body,
  pinned: note.pinned,
  author: toAuthor(note.author),
  createdAt: note.createdAt,
  updatedAt: note.updatedAt,
});
