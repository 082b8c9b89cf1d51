import type { LeadStatus } from '../../db/generated/prisma/enums.ts';

/** Nobody is to get in touch with a lead of these any more. */
export const closedStatuses = ['CONVERTED', 'CLOSED', 'SPAM'] as const satisfies readonly LeadStatus[];
