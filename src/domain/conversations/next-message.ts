import { incrementBase32 } from 'ulid';
import type { Tx } from '../../db/write/write.ts';
import type { LockedConversation } from './conversation-snapshot.ts';

type Before = Pick<LockedConversation, 'lastMessageId' | 'lastMessageAt'>;

/**
 * The id and the time of the next message of a locked conversation: never before those of the last one, whatever clock either was
 * written by. Who reads on behind a message by its id would miss what came to stand before it.
 */
export function nextMessage(
  { now, newId }: Pick<Tx, 'now' | 'newId'>,
  { lastMessageId: last, lastMessageAt: lastAt }: Before,
): { readonly id: string; readonly createdAt: Date } {
  const id = newId();
  if (last === null) return { id, createdAt: now };
  return {
    id: id > last ? id : incrementBase32(last.toUpperCase()).toLowerCase(),
    createdAt: now > lastAt ? now : lastAt,
  };
}
