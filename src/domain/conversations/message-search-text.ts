import type { MessageRow } from '../../events/snapshot.ts';
import { fold } from '../../text.ts';

/** What a message is searched by, folded: what its reader sees and what its author typed, a line each. */
export const messageSearchText = ({ content, originalContent }: Pick<MessageRow, 'content' | 'originalContent'>) =>
  fold(content === originalContent ? content : `${content}\n${originalContent}`);
