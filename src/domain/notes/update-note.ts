import { z } from 'zod';
import { requireScope } from '../../access/actor.ts';
import type { DomainContext } from '../context.ts';
import { parseInput } from '../input.ts';
import { changeNote } from './change-note.ts';
import { noteBody } from './create-note.ts';
import { lockNote, type NoteOfLead } from './note-snapshot.ts';

const updateNoteInput = z.strictObject({ body: noteBody.optional(), pinned: z.boolean().optional() });

/** Changes what a note says, or whether it is pinned. The same again changes nothing. */
export async function updateNote(
  context: DomainContext,
  id: string,
  input: z.input<typeof updateNoteInput>,
): Promise<NoteOfLead> {
  requireScope(context.actor, 'leads:write');
  const fields = parseInput(updateNoteInput, input);
  return context.write(async (tx) => {
    const before = await lockNote(tx, id);
    const { body = before.note.body, pinned = before.note.pinned } = fields;
    if (body === before.note.body && pinned === before.note.pinned) return before;
    return changeNote(tx, before, { body, pinned });
  });
}
