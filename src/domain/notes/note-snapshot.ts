import type { Note } from '../../db/generated/prisma/client.ts';
import type { EventRecord } from '../../db/write/event-record.ts';
import type { Tx } from '../../db/write/write.ts';
import type { LeadSnapshot, NoteSnapshot } from '../../events/snapshot.ts';
import { notFound } from '../../errors.ts';
import { leadEvent, lockLead } from '../leads/fields/lead-snapshot.ts';
import { findAuthor } from '../members/find-authors.ts';

export type NoteOfLead = { readonly note: NoteSnapshot; readonly lead: LeadSnapshot };

/** Locks a note's lead, behind which all its notes change, and reads both. @throws NOT_FOUND, of a deleted lead as well */
export async function lockNote(tx: Tx, id: string): Promise<NoteOfLead> {
  const found = await tx.note.findFirst({ where: { id, lead: { deletedAt: null } }, select: { leadId: true } });
  if (!found) throw notFound('note');
  const lead = await lockLead(tx, found.leadId);
  const note = await tx.note.findFirst({ where: { id } });
  if (!note) throw notFound('note');
  return { lead, note: await snapshotNote(tx, note) };
}

export async function snapshotNote(tx: Tx, note: Note): Promise<NoteSnapshot> {
  const { authorKeyId: keyId, authorMemberId: memberId } = note;
  return { ...note, author: await findAuthor(tx, { keyId, memberId }) };
}

/** A note's event is one of its lead. */
export const noteEvent = ({ lead, note }: NoteOfLead): EventRecord => ({
  ...leadEvent(lead, { note }),
  subjectId: note.id,
});
