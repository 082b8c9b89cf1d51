/** In SQL, since when nobody was in touch with the lead `l`: as idle-since.ts says, and the index leads_idle has it. */
export const idleSinceSql = 'coalesce(l.last_touched_at, l.created_at)';

/** In SQL, whether there is still something to win of the lead `l`, by its status and by the name of its stage `s`. */
export const isOpenSql = `l.status in ('NEW', 'CONTACTED', 'REPLIED') and s.key !~ '(^|-)(won|lost|closed)(-|$)'`;
