import type { CalendarProvider } from '../../db/generated/prisma/enums.ts';
import type { CalendarClient } from '../../domain/calendars/calendar-client.ts';
import type { Surroundings } from '../provider/provider.ts';
import { type CalendarAddresses, usualAddresses } from './addresses.ts';
import { createCalCom } from './cal-com.ts';
import { createCalendly } from './calendly.ts';

export const createCalendars = (
  surroundings: Surroundings,
  addresses: CalendarAddresses = usualAddresses,
): Readonly<Record<CalendarProvider, CalendarClient>> => ({
  CALENDLY: createCalendly(surroundings, addresses.CALENDLY),
  CAL_COM: createCalCom(surroundings, addresses.CAL_COM),
});
