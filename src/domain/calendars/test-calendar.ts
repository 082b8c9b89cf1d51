import type { CalendarProvider } from '../../db/generated/prisma/enums.ts';
import type { DomainContext } from '../context.ts';
import { tokenOf, unreadableToken } from './calendar-secrets.ts';
import { calendars } from './calendars.ts';

/** Whether the provider still knows the token of the connected account, and posts its bookings. */
export async function testCalendar(
  { actor, db, services }: DomainContext,
  provider: CalendarProvider,
): Promise<{ readonly error: string | null } | 'NOT_CONFIGURED'> {
  const connection = await db.calendarConnection.findFirst({ where: { provider } });
  if (!connection) return 'NOT_CONFIGURED';
  const token = tokenOf(services, connection);
  if (token === null) return { error: unreadableToken };
  const client = services.calendars[provider];
  const kept = { orgId: actor.orgId, token, isKept: true };
  const account = await client.findAccount(kept);
  if ('failed' in account) return { error: account.failed };
  const webhook = await client.findWebhook(kept, connection.webhookUri);
  if ('failed' in webhook) return { error: webhook.failed };
  return {
    error: webhook.isActive
      ? null
      : `${calendars[provider].name} posts no bookings any more. Connect the account again.`,
  };
}
