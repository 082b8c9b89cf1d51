/**
 * How a change of logged rows is told: `update organisations set …` in the very transaction, or statement, that makes it. Nothing
 * else sets a revision, so what was answered at one is true for as long as it stands.
 */
export const moveRevisionSql = 'revision = revision + 1';
