import type { Tx } from '../../../db/write/write.ts';
import type { LeadSnapshot } from '../../../events/snapshot.ts';
import { limits } from '../../../limits.ts';
import { changeNote } from '../../notes/change-note.ts';
import { insertNote } from '../../notes/insert-note.ts';
import { snapshotNote } from '../../notes/note-snapshot.ts';
import { type Claim, claimWords } from './claims.ts';

export type Doubt = { readonly claim: Claim; readonly value: string; readonly because: string };

/** The product's own notes have no author: whose words they tell stands in them. */
const ours = { type: 'SYSTEM', authorKeyId: null, authorMemberId: null } as const;

/** What a stranger wrote may hold line breaks, and would then look like another line of ours. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Keeps what was said and not believed for people to read: one note for one place, to which a further doubt is added. Answers whether any is new. */
export async function noteDoubts(
  tx: Tx,
  lead: LeadSnapshot,
  where: string,
  doubts: readonly Doubt[],
): Promise<boolean> {
  if (doubts.length === 0) return false;
  const heading = `Somebody whose identity nobody checked said ${where} what differs. It was not taken over:`;
  const found = await tx.note.findFirst({
    where: { leadId: lead.id, ...ours, body: { startsWith: heading } },
    orderBy: { id: 'desc' },
  });
  const told = found ? found.body.split('\n').slice(1) : [];
  const lines = doubts.map(
    ({ claim, value, because }) => `${claimWords[claim]}: ${oneLine(value)} (${oneLine(because)})`,
  );
  const all = [...new Set([...told, ...lines])].slice(0, limits.doubtsPerNote);
  const body = [heading, ...all].join('\n');
  if (body === found?.body) return false;
  if (!found) await insertNote(tx, lead, { ...ours, body, pinned: false });
  else await changeNote(tx, { lead, note: await snapshotNote(tx, found) }, { body, pinned: found.pinned });
  return true;
}
