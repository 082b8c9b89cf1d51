import { z } from 'zod';
import type { DescribedWebhooks } from '../dialect.ts';
import { WirePerson } from './wire.ts';

const told = (kind: string) =>
  z.strictObject({
    id: z.string().meta({ description: 'The same for every attempt: go by it.' }),
    kind: z.literal(kind),
    at: z.iso.datetime(),
    person: WirePerson,
  });

export const lumbraWebhooks: DescribedWebhooks = {
  headers: z.object({
    'Lumbra-Signature': z
      .string()
      .regex(/^t=\d+,v1=[0-9a-f]{64}$/)
      .meta({
        description: '`t=`, the epoch seconds, `,v1=` and the hex HMAC-SHA256 of them, a full stop and the body.',
      }),
    'Lumbra-Event-Id': z.string().meta({ description: 'The event’s id.' }),
  }),
  bodies: { 'lead.created': told('person.created'), 'lead.updated': told('person.updated') },
};
