import type { Captured } from './captured.ts';
import { extractLead, toldByPage } from './extract-lead.ts';
import { mergeCaptured } from './merge-captured.ts';
import type { ResponderMessage, Visitor } from './responder.ts';

const nobody = { name: null, email: null };

/** Everything a visitor gave away so far: what the page told first, then each of their messages, oldest first. */
export function readConversation(
  messages: readonly ResponderMessage[],
  visitor: Pick<Visitor, 'name' | 'email'>,
): Captured {
  let known = toldByPage(visitor);
  let lastReply = '';
  for (const message of messages) {
    if (message.role === 'VISITOR') known = mergeCaptured(known, extractLead(message, nobody, lastReply));
    else if (message.role !== 'SYSTEM') lastReply = message.content;
  }
  return known;
}
