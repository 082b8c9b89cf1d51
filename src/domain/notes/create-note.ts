import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import { NoteType } from '../../db/generated/prisma/enums.ts';
import type { DomainContext } from '../context.ts';
import { parseInput, text } from '../input.ts';
import { lockLead } from '../leads/fields/lead-snapshot.ts';
import { insertNote } from './insert-note.ts';
import type { NoteOfLead } from './note-snapshot.ts';

/** What a note may say: long enough for the summary of a call. */
export const noteBody = text(50_000);

const createNoteInput = z.strictObject({
  leadId: text(40),
  body: noteBody,
  type: z.enum(NoteType).default('MANUAL'),
  pinned: z.boolean().default(false),
});

/** Writes something down about a lead, in the name of who does. @throws NOT_FOUND where there is no such lead */
export async function createNote(context: DomainContext, input: z.input<typeof createNoteInput>): Promise<NoteOfLead> {
  requireScope(context.actor, 'leads:write');
  const { leadId, ...fields } = parseInput(createNoteInput, input);
  const { apiKeyId, memberId } = context.actor;
  return context.write(async (tx) =>
    insertNote(tx, await lockLead(tx, leadId), { ...fields, authorKeyId: apiKeyId, authorMemberId: memberId }),
  );
}
