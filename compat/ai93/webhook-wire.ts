import { z } from 'zod';
import type { DescribedWebhooks } from '../dialect.ts';
import { WireLead } from './wire.ts';

const eventOf = (type: string) =>
  z.strictObject({
    id: z
      .string()
      .regex(/^evt_[0-9a-f]{16}$/)
      .meta({ description: 'The same for every attempt: go by it.' }),
    type: z.literal(type),
    createdAt: z.iso.datetime(),
    consumerWorkspace: z.string().nullable().meta({ description: 'The workspace the endpoint was made for.' }),
    data: WireLead,
  });

/** Section 4, "Outbound webhooks". */
export const ai93Webhooks: DescribedWebhooks = {
  headers: z.object({
    'X-AI93-Signature': z
      .string()
      .regex(/^sha256=[0-9a-f]{64}$/)
      .meta({ description: '`sha256=` and the hex HMAC-SHA256 of the timestamp, a full stop and the raw body.' }),
    'X-AI93-Timestamp': z.string().meta({ description: 'When this attempt was made, in epoch seconds.' }),
    'X-AI93-Event': z.string().meta({ description: 'The event’s type.' }),
    'X-AI93-Event-Id': z.string().meta({ description: 'The event’s id.' }),
    'X-AI93-Attempt': z.string().meta({ description: '1 for the first attempt.' }),
  }),
  bodies: {
    'lead.created': eventOf('lead.created'),
    'lead.status_changed': eventOf('lead.status_changed'),
    'lead.replied': eventOf('lead.replied'),
    'lead.converted': eventOf('lead.converted'),
    'lead.handed_off': eventOf('lead.handed_off'),
  },
};
