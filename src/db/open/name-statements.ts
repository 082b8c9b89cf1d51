import { createHash } from 'node:crypto';

const maxNamed = 300;
const maxRemembered = 1000;

// Its columns change with a migration that another node may run, upon which a prepared statement fails for good.
export const everyColumn = /\bselect \*|\.\*/i;

/** Of its text alone: whoever names one, a connection knows it by no other. */
const nameOf = (sql: string): string => createHash('sha256').update(sql).digest('base64url').slice(0, 22);

type Statement = { readonly sql: string; readonly args: readonly unknown[] };

/**
 * Names what is asked again, so that a connection parses it once: without a name the ORM has every statement parsed and planned
 * anew. A server keeps named statements as long as the connection, so there is an end to them; an empty name is none.
 */
export function createStatementNames(): (statement: Statement) => string {
  const names = new Map<string, string>();
  const seen = new Set<string>();
  return ({ sql, args }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= maxNamed || args.length === 0) return '';
    if (seen.size >= maxRemembered) seen.clear();
    if (!seen.has(sql)) {
      seen.add(sql);
      return '';
    }
    seen.delete(sql);
    const name = everyColumn.test(sql) ? '' : nameOf(sql);
    names.set(sql, name);
    return name;
  };
}
