import type { Actor } from '../../access/actor.ts';
import type { Authenticate } from '../../access/authenticate.ts';
import { unauthenticated } from '../../errors.ts';
import { toGlobalId } from '../../ids.ts';
import type { OwnOrigin, PageHeaders } from './own-origin.ts';
import { readSessionCookie } from './session-cookie.ts';

/**
 * What a page of ours says with every request, so that no other page can have it said: as a header it would need a preflight, which
 * never allows it, and on a socket it stands in the first message.
 */
export const consoleMark = 'tributary-console';

export const isMarked = (value: unknown): boolean => value === '1' || value === 1;

/**
 * Whom the page shows as signed in: a member's id, or that of the key where no member stands behind it. All tabs of a browser share
 * one cookie, so that another tab may have signed somebody else in.
 */
export const personHeader = 'tributary-person';

const personOf = ({ memberId, apiKeyId }: Actor): string =>
  memberId === null ? toGlobalId('ApiKey', apiKeyId) : toGlobalId('Member', memberId);

/** Whether a page that says whom it shows, or does not say it, shows who this is. */
export const isShown = (person: unknown, actor: Actor): boolean => person === undefined || person === personOf(actor);

/** @throws UNAUTHENTICATED where the page is none of ours, its session is not there, has ended or expired, or is another person's */
export type ReadSession = (headers: PageHeaders, requestId: string, person: unknown) => Promise<Actor>;

export function createReadSession(ownOrigin: OwnOrigin, authenticateSession: Authenticate): ReadSession {
  return async (headers, requestId, person) => {
    const origin = ownOrigin(headers);
    const token = origin && readSessionCookie(headers.cookie, origin);
    if (!token) throw unauthenticated('Sign in to the console first: this page has no session here.');
    const actor = await authenticateSession(token, requestId);
    if (isShown(person, actor)) return actor;
    throw unauthenticated('Somebody else has signed in to the console in this browser.');
  };
}
