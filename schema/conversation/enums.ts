import { ConversationStatus, MessageRole } from '../../src/db/generated/prisma/enums.ts';
import { enumOf } from '../builder/enums.ts';

export const ConversationStatusEnum = enumOf(
  'ConversationStatus',
  'Who answers in a conversation.',
  ConversationStatus,
  {
    ACTIVE: 'The AI answers.',
    HUMAN_ACTIVE: 'A person or agent has taken over; the AI is silent.',
    CLOSED: 'Nobody; a visitor who writes again opens it anew.',
  },
);

export const MessageRoleEnum = enumOf('MessageRole', 'Who speaks in a message.', MessageRole, {
  VISITOR: 'The visitor.',
  AI: 'The AI.',
  HUMAN: 'Whoever has taken the conversation over: a person or an outside agent.',
  SYSTEM: 'The product itself.',
});
