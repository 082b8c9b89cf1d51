import type { Actor } from '../../access/actor.ts';
import type { Authenticate } from '../../access/authenticate.ts';
import { unauthenticated } from '../../errors.ts';
import type { OwnOrigin, PageHeaders } from './own-origin.ts';
import { readSessionCookie } from './session-cookie.ts';

/**
 * What a page of ours says with every request, so that no other page can have it said: as a header it would need a preflight, which
 * never allows it, and on a socket it stands in the first message.
 */
export const consoleMark = 'tributary-console';

export const isMarked = (value: unknown): boolean => value === '1' || value === 1;

/** @throws UNAUTHENTICATED where the page is none of ours, or its session is not there, has ended or expired */
export type ReadSession = (headers: PageHeaders, requestId: string) => Promise<Actor>;

export function createReadSession(ownOrigin: OwnOrigin, authenticateSession: Authenticate): ReadSession {
  return async (headers, requestId) => {
    const origin = ownOrigin(headers);
    const token = origin && readSessionCookie(headers.cookie, origin);
    if (!token) throw unauthenticated('Sign in to the console first: this page has no session here.');
    return authenticateSession(token, requestId);
  };
}
