const dayMs = 24 * 60 * 60 * 1000;

/**
 * A retry by hand is due since the first day of 1970: ahead of all that is scheduled, and known for what it is, so that no
 * pause and no full lane holds it up.
 */
export const isByHand = (dueAt: Date): boolean => dueAt.getTime() < dayMs;

/** The end of that day. */
export const byHandBeforeSql = `timestamptz '1970-01-02 00:00:00+00'`;

/** When the first of them is due. */
export const byHandFirstSql = `timestamptz 'epoch'`;

/** Differs from what it was: a retry that is asked for while another is under way is made after it. */
export const byHandSql = (dueAt: string): string =>
  `case when ${dueAt} < ${byHandBeforeSql} then ${dueAt} + interval '1 ms' else ${byHandFirstSql} end`;
