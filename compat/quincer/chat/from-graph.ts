import { bareId } from '../../../src/ids.ts';
import { lowerWord } from '../../route/words.ts';
import { messageFromGraph } from '../from-graph.ts';
import type { ChatAuthorFragment, ChatEventsSubscription, ChatMessageFragment } from '../generated/operations.ts';

const agentFromGraph = ({ name, type, avatarUrl }: ChatAuthorFragment) => ({
  name,
  type: lowerWord(type),
  avatar_url: avatarUrl,
});

/** A message as a visitor sees it: of its author what is shown of them, and no id. */
export const chatMessageFromGraph = (message: ChatMessageFragment) => ({
  ...messageFromGraph({ ...message, author: null }),
  author: message.author && agentFromGraph(message.author),
  in_reply_to: message.inReplyTo.map(bareId),
});

type Standing = Pick<
  NonNullable<ChatEventsSubscription['conversationEvents']['conversation']>,
  'status' | 'takenOverBy' | 'waitingSince'
>;

/** Who answers the visitor. */
export const standingFromGraph = ({ status, takenOverBy, waitingSince }: Standing) => ({
  status: lowerWord(status),
  agent: takenOverBy && agentFromGraph(takenOverBy),
  waiting: waitingSince !== null,
});
