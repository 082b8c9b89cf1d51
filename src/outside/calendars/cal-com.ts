import { z } from 'zod';
import type { CalendarClient } from '../../domain/calendars/calendar-client.ts';
import { isStorable } from '../../text.ts';
import type { Surroundings } from '../provider/provider.ts';
import { createAskCalendar, readAs, unread } from './ask-calendar.ts';
import { shown } from './shapes.ts';

const id = z.union([z.number(), z.string().max(200).refine(isStorable)]).transform(String);

const me = z.object({ data: z.object({ id, username: shown, name: shown, email: shown }) });

const webhook = z.object({ data: z.object({ id }) });
const standing = z.object({ data: z.object({ active: z.boolean() }) });

const pathOf = (webhookUri: string): string => `/v2/webhooks/${encodeURIComponent(webhookUri)}`;

/** By its API, version 2: https://cal.com/docs/api-reference/v2. */
export function createCalCom(surroundings: Surroundings, baseUrl: string): CalendarClient {
  const ask = createAskCalendar(surroundings, 'CAL_COM', baseUrl);

  return {
    async findAccount(token) {
      const found = await ask({ token, method: 'GET', path: '/v2/me', read: readAs(me) });
      if ('failed' in found) return found;
      const { id: uri, name, username, email = null } = found.data;
      return { uri, name: name ?? username ?? null, email, organisation: null };
    },
    async register(token, _, { url, signingKey }) {
      const made = await ask({
        token,
        method: 'POST',
        path: '/v2/webhooks',
        body: {
          active: true,
          subscriberUrl: url,
          triggers: ['BOOKING_CREATED', 'BOOKING_RESCHEDULED', 'BOOKING_CANCELLED', 'BOOKING_REJECTED'],
          secret: signingKey,
        },
        read: readAs(webhook),
      });
      return 'failed' in made ? made : { webhookUri: made.data.id };
    },
    async findWebhook(token, webhookUri) {
      const found = await ask({ token, method: 'GET', path: pathOf(webhookUri), read: readAs(standing), absent: null });
      if (found !== null && 'failed' in found) return found;
      return { isActive: found?.data.active === true };
    },
    unregister: (token, webhookUri) =>
      ask({ token, method: 'DELETE', path: pathOf(webhookUri), read: unread, absent: null }),
  };
}
