import type { ConversationOrderField } from '../../src/domain/conversations/conversation-orders.ts';
import type { Holder } from '../../src/domain/conversations/list-conversations.ts';
import { invalidField } from '../../src/errors.ts';
import { builder } from '../builder/builder.ts';
import { pageComplexity } from '../builder/connection.ts';
import { OrderDirectionEnum } from '../builder/enums.ts';
import { ConversationStatusEnum } from './enums.ts';
import { findRowId } from '../builder/global-id.ts';

export const ConversationFilterInput = builder.inputType('ConversationFilter', {
  description: 'Which conversations to list. Every field given must hold.',
  fields: (t) => ({
    widgetId: t.id({ description: 'On this widget.' }),
    businessId: t.id({ description: 'Of this business.' }),
    leadId: t.id({ description: 'With this lead.' }),
    status: t.field({ type: ConversationStatusEnum, description: 'With this status.' }),
    updatedSince: t.field({ type: 'DateTime', description: 'Changed at or after this instant.' }),
    notCaptured: t.boolean({
      description: 'Whether its visitor could be a lead and is none: see `Conversation.notCapturedAt`.',
    }),
    waiting: t.boolean({ description: 'Whether its visitor waits for a person: see `Conversation.waitingSince`.' }),
    takenOverById: t.id({ description: 'Held by this member, or by this key that acts in nobody’s name.' }),
    q: t.string({
      description:
        'With a message that holds these words as they stand, in any case: at most 200 characters. Less than three letters or digits together are looked for in the next 1,000 conversations of the order alone.',
    }),
  }),
});

const ConversationOrderFieldEnum = builder.enumType('ConversationOrderField', {
  description: 'What conversations are listed by.',
  values: {
    CREATED_AT: { description: 'When it began.' },
    LAST_MESSAGE_AT: { description: 'When its latest message was written.' },
    WAITING_SINCE: {
      description:
        'Since when its visitor waits for a person; those who do not wait stand last, whatever the direction.',
    },
  } as const satisfies Record<ConversationOrderField, { description: string }>,
});

export const ConversationOrderInput = builder.inputType('ConversationOrder', {
  description: 'In which order to list conversations. Its cursors are good for this order alone.',
  fields: (t) => ({
    field: t.field({ type: ConversationOrderFieldEnum, required: true, description: 'What to go by.' }),
    direction: t.field({ type: OrderDirectionEnum, required: true, description: 'Which way.' }),
  }),
});

/** The cost of a list; searching may have to read many messages. */
export function conversationsComplexity(args: Record<string, unknown>) {
  const filter = typeof args['filter'] === 'object' && args['filter'] !== null ? args['filter'] : {};
  const { field, multiplier } = pageComplexity(args);
  return { field: field + (Reflect.get(filter, 'q') ? 300 : 0), multiplier };
}

/** @throws INVALID for what is neither a member's id nor a key's */
export function toHolder(id: string | null | undefined): Holder | null {
  if (id == null) return null;
  const [memberId, keyId] = [findRowId('Member', id), findRowId('ApiKey', id)];
  if (memberId !== null) return { memberId };
  if (keyId !== null) return { keyId };
  throw invalidField('takenOverById', 'is no Member or ApiKey id');
}
