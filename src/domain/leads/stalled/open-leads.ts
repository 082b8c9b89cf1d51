import type { LeadStatus } from '../../../db/generated/prisma/enums.ts';

/** The statuses of leads of which there is still something to win. */
const openStatuses: readonly LeadStatus[] = ['NEW', 'CONTACTED', 'REPLIED'];

/** A stage with one of these words in its key is the end of the way. */
export const closingWords = ['won', 'lost', 'closed'] as const;

export const isOpenStatus = (status: LeadStatus): boolean => openStatuses.includes(status);

/** In SQL, since when nobody was in touch with the lead `l`: as idle-since.ts says, and the index leads_idle has it. */
export const idleSinceSql = 'coalesce(l.last_touched_at, l.created_at)';

/** In SQL, whether a status is one of those. */
export const isOpenStatusSql = (status: string): string => `${status} in ('${openStatuses.join("', '")}')`;

/** In SQL, whether the stage `s` is not the end of the way. */
export const isOpenStageSql = `s.key !~ '(^|-)(${closingWords.join('|')})(-|$)'`;

/** In SQL, whether there is still something to win of the lead `l`, by its status and by the name of its stage `s`. */
export const isOpenSql = `${isOpenStatusSql('l.status')} and ${isOpenStageSql}`;
