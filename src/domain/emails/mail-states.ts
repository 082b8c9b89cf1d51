import type { ScheduledEmailState } from '../../db/generated/prisma/enums.ts';

/** Of mail that nobody has begun to send: it goes as its lead leaves the campaign. */
export const cancellable: readonly ScheduledEmailState[] = ['QUEUED', 'DRAFT'];

/** Of mail that may still go out: the next step waits for it, and the end of the campaign. */
export const unsettled: readonly ScheduledEmailState[] = [...cancellable, 'CLAIMED'];

/** Of mail that went out or may have. */
export const gone: readonly ScheduledEmailState[] = ['SENT', 'CLAIMED', 'UNCERTAIN', 'KEPT', 'BOUNCED'];
