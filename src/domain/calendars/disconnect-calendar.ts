import { requireScope } from '../../access/actor.ts';
import type { CalendarProvider } from '../../db/generated/prisma/enums.ts';
import type { DomainContext } from '../context.ts';
import { removeWebhook } from './connect-calendar.ts';

type Disconnected = {
  readonly provider: CalendarProvider;
  /** What is left to do at the provider, in a sentence; null where nothing is. */
  readonly warning: string | null;
};

/**
 * Forgets an account and its token, and has the provider remove the webhook first. Where that fails the account is forgotten all the same, and
 * what is left to do is told. What is not connected stays so. Meetings stay.
 */
export async function disconnectCalendar(context: DomainContext, provider: CalendarProvider): Promise<Disconnected> {
  requireScope(context.actor, 'workspace:write');
  const connection = await context.db.calendarConnection.findFirst({ where: { provider } });
  if (!connection) return { provider, warning: null };
  const { id } = connection;
  const warning = await removeWebhook(context, connection);
  await context.write(async (tx) => {
    await tx.lock('calendar_connections', id);
    const { count } = await tx.calendarConnection.deleteMany({ where: { id } });
    if (count > 0) tx.audit('calendar.disconnected', { id, businessId: null });
  });
  return { provider, warning };
}
