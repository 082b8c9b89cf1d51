import type { IncomingHttpHeaders } from 'node:http';
import { unauthenticated } from '../../src/errors.ts';
import type { KeyDialect, RestDialect, Surface } from '../dialect.ts';

/**
 * The key the caller shows; null where there is none.
 * @throws UNAUTHENTICATED for another scheme than Bearer, and for two different keys.
 */
export function readCredential(headers: IncomingHttpHeaders, surface: Surface | null): string | null {
  const bearer = readBearer(headers.authorization);
  const accepted = surface?.dialects.some((dialect) => dialect.acceptsApiKeyHeader) ?? false;
  const header = accepted ? headers['x-api-key'] : undefined;
  const apiKey = typeof header === 'string' ? header.trim() : null;
  if (bearer !== null && apiKey !== null && bearer !== apiKey) {
    throw unauthenticated('The Authorization and x-api-key headers hold different keys. Send one of them.');
  }
  return bearer ?? apiKey;
}

function readBearer(authorization: string | undefined): string | null {
  if (authorization === undefined || authorization.trim() === '') return null;
  const [scheme = '', token, ...rest] = authorization.trim().split(/\s+/);
  if (scheme.toLowerCase() !== 'bearer' || token === undefined || rest.length > 0) {
    throw unauthenticated('Send the API key as `Authorization: Bearer <key>`.');
  }
  return token;
}

export type HomeOf = (dialect: KeyDialect) => string;

/** @throws UNAUTHENTICATED naming where a key is at home, if that is not here. */
export function checkHome(dialect: KeyDialect | null, surface: Surface, homeOf: HomeOf): void {
  if (dialect === null || surface.dialects.some(({ keys }) => keys === dialect)) return;
  throw unauthenticated(`This key does not work under ${surface.basePath}: it is accepted ${homeOf(dialect)}.`);
}

/** The dialect whose shape an error takes before it is known whether the credential holds. */
export function guessDialect(keys: KeyDialect | null, surface: Surface, dialects: readonly RestDialect[]): RestDialect {
  if (surface.dialects.length === 1) return surface.fallback;
  return dialects.find((dialect) => dialect.keys === keys) ?? surface.fallback;
}
