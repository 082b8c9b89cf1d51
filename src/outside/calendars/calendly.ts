import { z } from 'zod';
import type { CalendarClient } from '../../domain/calendars/calendar-client.ts';
import { isStorable } from '../../text.ts';
import type { Surroundings } from '../provider/provider.ts';
import { createAskCalendar, readAs, unread } from './ask-calendar.ts';
import { shown } from './shapes.ts';

const uri = z.string().max(500).refine(isStorable);

const user = z.object({
  resource: z.object({ uri, name: shown, email: shown, current_organization: uri }),
});

const subscription = z.object({ resource: z.object({ uri }) });
const standing = z.object({ resource: z.object({ state: z.string() }) });

const pathOf = (webhookUri: string): string =>
  `/webhook_subscriptions/${encodeURIComponent(webhookUri.split('/').at(-1) ?? '')}`;

/** By its API, version 2: https://developer.calendly.com. Its subscriptions are of one user, since not every token may ask for more. */
export function createCalendly(surroundings: Surroundings, baseUrl: string): CalendarClient {
  const ask = createAskCalendar(surroundings, 'CALENDLY', baseUrl);

  return {
    async findAccount(token) {
      const found = await ask({ token, method: 'GET', path: '/users/me', read: readAs(user) });
      if ('failed' in found) return found;
      const { uri: account, name = null, email = null, current_organization: organisation } = found.resource;
      return { uri: account, name, email, organisation };
    },
    async register(token, account, { url, signingKey }) {
      const made = await ask({
        token,
        method: 'POST',
        path: '/webhook_subscriptions',
        body: {
          url,
          events: ['invitee.created', 'invitee.canceled'],
          organization: account.organisation,
          user: account.uri,
          scope: 'user',
          signing_key: signingKey,
        },
        read: readAs(subscription),
      });
      return 'failed' in made ? made : { webhookUri: made.resource.uri };
    },
    async findWebhook(token, webhookUri) {
      const found = await ask({ token, method: 'GET', path: pathOf(webhookUri), read: readAs(standing), absent: null });
      if (found !== null && 'failed' in found) return found;
      return { isActive: found?.resource.state === 'active' };
    },
    unregister: (token, webhookUri) =>
      ask({ token, method: 'DELETE', path: pathOf(webhookUri), read: unread, absent: null }),
  };
}
