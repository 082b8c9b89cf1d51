import type { ScalarCreate } from '../../db/scoped.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot } from '../../events/snapshot.ts';
import { noteEvent, type NoteOfLead, snapshotNote } from './note-snapshot.ts';

type NewNote = Pick<ScalarCreate<'Note'>, 'body' | 'type' | 'pinned' | 'authorKeyId' | 'authorMemberId'>;

/** The one way a note comes to be: its row below a locked lead, and its event. */
export async function insertNote(tx: Tx, lead: LeadSnapshot, note: NewNote): Promise<NoteOfLead> {
  const row = await tx.note.create({
    data: {
      ...note,
      id: tx.newId(),
      leadId: lead.id,
      businessId: lead.businessId,
      createdAt: tx.now,
      updatedAt: tx.now,
    },
  });
  const made = { lead, note: await snapshotNote(tx, row) };
  tx.record('note.created', noteEvent(made));
  return made;
}
