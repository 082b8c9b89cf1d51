import type { CalendarProvider } from '../../db/generated/prisma/enums.ts';

/** Where providers of bookings are, without a slash at their ends. */
export type CalendarAddresses = Readonly<Record<CalendarProvider, string>>;

export const usualAddresses: CalendarAddresses = {
  CALENDLY: 'https://api.calendly.com',
  CAL_COM: 'https://api.cal.com',
};
