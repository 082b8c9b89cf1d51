import type { CalendarProvider } from '../../db/generated/prisma/enums.ts';
import type { MeetingNotice } from '../../domain/meetings/notice.ts';
import type { Signed } from '../standard-signature.ts';
import { calComHooks } from './cal-com-hooks.ts';
import { calendlyHooks } from './calendly-hooks.ts';

/** How a provider tells of bookings. */
export type CalendarHooks = {
  readonly isSigned: (secret: string, signed: Signed) => boolean;
  /** Why what is not signed is refused. */
  readonly unsigned: string;
  /** What a body tells of, none where it is of something else; null for one that is not as the provider writes them. */
  readonly read: (body: unknown) => readonly MeetingNotice[] | null;
};

export const calendarHooks = {
  CALENDLY: calendlyHooks,
  CAL_COM: calComHooks,
} as const satisfies Record<CalendarProvider, CalendarHooks>;
