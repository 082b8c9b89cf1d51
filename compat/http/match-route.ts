import type { RestDialect } from '../dialect.ts';
import type { Route } from '../route/route.ts';

export type RouteMatch = {
  readonly route: Route;
  /** Still percent-encoded. */
  readonly params: Readonly<Record<string, string>>;
  /** The older method and path where the caller used one, such as `PATCH /leads/:id`. */
  readonly alias: string | null;
};

export type PathMatch = {
  /** By method in lower case. */
  readonly byMethod: ReadonlyMap<string, RouteMatch>;
  /** In upper case, with HEAD and OPTIONS, as an `Allow` header lists them. */
  readonly allow: readonly string[];
};

type Pattern = { readonly route: Route; readonly path: string; readonly segments: readonly string[] };

/** Prepares a dialect's table. Static segments win over parameters, so `/leads/score` is never a lead's id. */
export function createMatcher(dialect: RestDialect): (path: string) => PathMatch | null {
  const patterns = dialect.routes.flatMap(patternsOf);
  return (path) => {
    if (path !== dialect.basePath && !path.startsWith(`${dialect.basePath}/`)) return null;
    const segments = segmentsOf(path.slice(dialect.basePath.length));
    const matching = patterns.filter((pattern) => fits(pattern, segments));
    if (matching.length === 0) return null;
    const fewest = Math.min(...matching.map(parameterCount));
    return toPathMatch(
      matching.filter((pattern) => parameterCount(pattern) === fewest),
      segments,
    );
  };
}

const patternsOf = (route: Route): Pattern[] =>
  [route.path, ...route.aliases.paths].map((path) => ({ route, path, segments: segmentsOf(path) }));

/** One trailing slash is forgiven. */
const segmentsOf = (path: string) => path.replace(/\/$/, '').split('/').slice(1);

const isParameter = (segment: string) => segment.startsWith(':');

const parameterCount = ({ segments }: Pattern) => segments.filter(isParameter).length;

const fits = (pattern: Pattern, segments: readonly string[]) =>
  pattern.segments.length === segments.length &&
  pattern.segments.every((part, index) => (isParameter(part) ? segments[index] !== '' : part === segments[index]));

function toPathMatch(patterns: readonly Pattern[], segments: readonly string[]): PathMatch {
  const byMethod = new Map<string, RouteMatch>();
  for (const { route, path, segments: parts } of patterns) {
    const params: Record<string, string> = {};
    for (const [index, part] of parts.entries()) if (isParameter(part)) params[part.slice(1)] = segments[index] ?? '';
    const spelling = (method: string) => `${method.toUpperCase()} ${path}`;
    const alias = path === route.path ? null : spelling(route.method);
    byMethod.set(route.method, { route, params, alias });
    for (const method of route.aliases.methods) byMethod.set(method, { route, params, alias: spelling(method) });
  }
  const methods = [...byMethod.keys()].map((method) => method.toUpperCase());
  return { byMethod, allow: [...methods, ...(byMethod.has('get') ? ['HEAD'] : []), 'OPTIONS'] };
}
