import type { CalendarProvider } from '../../db/generated/prisma/enums.ts';

/** Where meetings are booked: what each is called, and what its leads and touchpoints say they came by. */
export const calendars = {
  CALENDLY: { name: 'Calendly', source: 'calendly', token: 'personal access token' },
  CAL_COM: { name: 'Cal.com', source: 'cal_com', token: 'API key' },
} as const satisfies Record<CalendarProvider, { name: string; source: string; token: string }>;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets its keys
export const calendarProviders = Object.keys(calendars) as readonly CalendarProvider[];

export const isCalendar = (name: string): name is CalendarProvider => Object.hasOwn(calendars, name);
