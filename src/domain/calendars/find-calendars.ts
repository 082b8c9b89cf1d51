import type { CalendarConnection } from '../../db/generated/prisma/client.ts';
import type { CalendarProvider } from '../../db/generated/prisma/enums.ts';
import type { DomainContext } from '../context.ts';
import { calendarProviders } from './calendars.ts';

/** A provider, and the account that the workspace connected; null where there is none. */
export type Calendar = { readonly provider: CalendarProvider; readonly connection: CalendarConnection | null };

/** Every provider that there is, in one order. */
export async function findCalendars({ db }: Pick<DomainContext, 'db'>): Promise<readonly Calendar[]> {
  const connections = await db.calendarConnection.findMany({});
  return calendarProviders.map((provider) => ({
    provider,
    connection: connections.find((connection) => connection.provider === provider) ?? null,
  }));
}
