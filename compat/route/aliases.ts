import { isDeepStrictEqual } from 'node:util';
import { invalid } from '../../src/errors.ts';

/**
 * Renames older spellings to the canonical ones, and tells which were used.
 * @throws INVALID where both are given and disagree.
 */
export function resolveAliases<Value>(
  given: Readonly<Record<string, Value>>,
  aliases: Readonly<Record<string, string>>,
): { fields: Record<string, Value>; used: string[] } {
  const resolved = new Map<string, Value>();
  const used: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    const isAlias = Object.hasOwn(aliases, name);
    const canonical = isAlias ? (aliases[name] ?? name) : name;
    if (isAlias) used.push(name);
    if (resolved.has(canonical) && !isDeepStrictEqual(resolved.get(canonical), value)) {
      const alias = Object.keys(aliases).find((key) => aliases[key] === canonical && Object.hasOwn(given, key));
      throw invalid(`${canonical} and its alias ${alias ?? name} are given with different values.`, canonical);
    }
    resolved.set(canonical, value);
  }
  return { fields: Object.fromEntries(resolved), used };
}

/** When the older spellings were superseded, and when they may go: one major version later. */
const deprecatedAt = new Date('2026-04-01T00:00:00Z');
const sunsetAt = new Date('2027-10-01T00:00:00Z');

/** RFC 9745 and RFC 8594, with the place that replaces the one called. */
export const deprecationHeaders = (successor: string): Record<string, string> => ({
  Deprecation: `@${deprecatedAt.getTime() / 1000}`,
  Sunset: sunsetAt.toUTCString(),
  Link: `<${successor}>; rel="successor-version"`,
});
