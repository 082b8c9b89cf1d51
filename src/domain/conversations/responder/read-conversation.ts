import type { Captured } from './captured.ts';
import { extractLead } from './extract-lead.ts';
import { mergeCaptured } from './merge-captured.ts';
import type { ResponderMessage, Visitor } from './responder.ts';

const nobody = { name: null, email: null };

/** Everything a visitor gave away so far: what the page told first, then each of their messages, oldest first. */
export function readConversation(
  messages: readonly ResponderMessage[],
  visitor: Pick<Visitor, 'name' | 'email'>,
): Captured {
  let known = extractLead('', visitor);
  let lastReply = '';
  for (const { role, content } of messages) {
    if (role === 'VISITOR') known = mergeCaptured(known, extractLead(content, nobody, lastReply));
    else if (role !== 'SYSTEM') lastReply = content;
  }
  return known;
}
