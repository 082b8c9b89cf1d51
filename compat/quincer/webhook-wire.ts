import { z } from 'zod';
import type { DescribedWebhooks } from '../dialect.ts';
import { conversationStatus, WireLead, WireMessage, WireTaskDetail } from './wire.ts';

const WireReceivedMessage = z
  .strictObject({
    ...WireMessage.shape,
    status: conversationStatus.meta({ description: 'Whether a person holds the conversation.' }),
  })
  .meta({ id: 'QuincerReceivedMessage' });

const WireMovedLead = z
  .looseObject({
    ...WireLead.shape,
    previous_stage: z
      .string()
      .nullable()
      .meta({
        description:
          'The key of the stage before; null where there was none. Also sent as `previousStage`, its legacy spelling.',
        'x-aliases': ['previousStage'],
      }),
  })
  .meta({ id: 'QuincerMovedLead' });

const WireEmail = z
  .strictObject({
    object: z.literal('email'),
    id: z.string(),
    lead_id: z.string(),
    campaign_id: z.string().nullable().meta({ description: 'Null for a mail of no campaign.' }),
    subject: z.string(),
    body_text: z.string(),
    body_html: z.string().nullable().meta({ description: 'Null until it is sent.' }),
    to: z.string().nullable(),
    from: z.string().nullable().meta({ description: 'Null until it is sent.' }),
    status: z.enum([
      'draft',
      'queued',
      'claimed',
      'sent',
      'kept',
      'failed',
      'uncertain',
      'bounced',
      'skipped',
      'discarded',
    ]),
    created_at: z.iso.datetime(),
    sent_at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'QuincerEmail' });

const eventOf = (type: string, data: z.ZodType) =>
  z.strictObject({
    id: z
      .string()
      .regex(/^evt_[0-9a-f]{16}$/)
      .meta({ description: 'The same for every attempt: go by it.' }),
    object: z.literal('event'),
    type: z.literal(type),
    created: z.int().meta({ description: 'When it happened, in epoch seconds.' }),
    data,
  });

const signature = z.string().regex(/^sha256=[0-9a-f]{64}$/);

/** Section "Webhooks"; the twins of its headers that begin with `X-` are sent too. */
export const quincerWebhooks: DescribedWebhooks = {
  headers: z.object({
    'Quincer-Signature': signature.meta({ description: '`sha256=` and the hex HMAC-SHA256 of the raw body.' }),
    'Quincer-Event': z.string().meta({ description: 'The event’s type.' }),
    'Quincer-Timestamp': z.string().meta({ description: 'When this attempt was made, in epoch seconds.' }),
  }),
  bodies: {
    'conversation.message_received': eventOf('conversation.message_received', WireReceivedMessage),
    'lead.created': eventOf('lead.created', WireLead),
    'lead.updated': eventOf('lead.updated', WireLead),
    'lead.stage_changed': eventOf('lead.stage_changed', WireMovedLead),
    'task.created': eventOf('task.created', WireTaskDetail),
    'task.completed': eventOf('task.completed', WireTaskDetail),
    'email.sent': eventOf('email.sent', WireEmail),
    'email.draft_created': eventOf('email.draft_created', WireEmail),
  },
};
