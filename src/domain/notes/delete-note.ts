import { requireScope } from '../../access/actor.ts';
import { forgetChanges } from '../audit/forget-changes.sql.ts';
import type { DomainContext } from '../context.ts';
import { lockNote, noteEvent, type NoteOfLead } from './note-snapshot.ts';

/** Removes a note for good; only its event still tells what it said. @throws NOT_FOUND, the second time too */
export async function deleteNote(context: DomainContext, id: string): Promise<NoteOfLead> {
  requireScope(context.actor, 'leads:write');
  return context.write(async (tx) => {
    const deleted = await lockNote(tx, id);
    await tx.note.deleteMany({ where: { id } });
    await tx.run(forgetChanges, { subjectIds: [id] });
    tx.record('note.deleted', noteEvent(deleted));
    return deleted;
  });
}
