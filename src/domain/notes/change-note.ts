import { changesOf } from '../../db/write/audit-changes.ts';
import type { Tx } from '../../db/write/write.ts';
import { notFound } from '../../errors.ts';
import { noteEvent, type NoteOfLead } from './note-snapshot.ts';

/** Changes a note of a locked lead, and records it. */
export async function changeNote(
  tx: Tx,
  { lead, note }: NoteOfLead,
  data: { readonly body: string; readonly pinned: boolean },
): Promise<NoteOfLead> {
  const [row] = await tx.note.updateManyAndReturn({ where: { id: note.id }, data: { ...data, updatedAt: tx.now } });
  if (!row) throw notFound('note');
  const changed = { lead, note: { ...note, ...row } };
  tx.record('note.updated', noteEvent(changed), changesOf(note, changed.note, ['body', 'pinned']));
  return changed;
}
