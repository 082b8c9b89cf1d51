import type { Request, Response } from 'express';
import { z } from 'zod';
import type { RateLimits } from '../../access/rate-limit.ts';
import { DomainError, type DomainErrorCode, forbidden, invalidBy } from '../../errors.ts';
import type { OpenedSession } from '../../domain/sessions/insert-session.ts';
import { EdgeError, type EdgeErrorCode } from '../../http/edge-error.ts';
import { parseJson } from '../../http/parse-json.ts';
import { readBody } from '../../http/read-body.ts';
import { toGlobalId } from '../../ids.ts';
import { requestIdOf } from '../request-id.ts';
import { endBefore } from './end-before.ts';
import type { OwnOrigin } from './own-origin.ts';
import { personHeader } from './read-session.ts';
import { readSessionCookie, sessionCookie } from './session-cookie.ts';

export type SessionHttpOptions = {
  readonly ownOrigin: OwnOrigin;
  readonly rateLimits: RateLimits;
  readonly openByKey: (key: string, requestId: string) => Promise<OpenedSession>;
  readonly openByToken: (token: string, requestId: string) => Promise<OpenedSession>;
  /** Whether the session has ended, now or before; one of somebody else than the page shows goes on. */
  readonly close: (token: string, person: unknown, requestId: string) => Promise<boolean>;
  readonly report: (error: unknown, requestId: string) => void;
};

const credential = z.union([
  z.strictObject({ key: z.string().max(300) }),
  z.strictObject({ token: z.string().max(300) }),
]);

/**
 * `POST` signs in, in place of whoever the cookie names, and sets it; `DELETE` leaves, as whom the page shows. For pages of ours, and for
 * programs, which send no Origin.
 */
export function createSessionHttp(
  options: SessionHttpOptions,
): (request: Request, response: Response) => Promise<void> {
  const { ownOrigin, rateLimits, openByKey, openByToken, close, report } = options;

  async function open(request: Request, response: Response, origin: string): Promise<void> {
    const { success, data, error } = credential.safeParse(parseJson(await readBody(request)));
    if (!success) throw invalidBy(error.issues);
    const { allowed, message, headers, retryAfterSeconds } = await rateLimits.spendAddress('session', request.ip ?? '');
    response.set({ ...headers });
    if (!allowed) throw new DomainError('LIMITED', message, { retryAfterSeconds });
    const requestId = requestIdOf(response);
    const opened = await ('key' in data ? openByKey(data.key, requestId) : openByToken(data.token, requestId));
    const { expiresAt, member } = opened;
    // The cookie is all that the browser knows of the session before.
    const before = readSessionCookie(request.headers.cookie, origin);
    response.append('Set-Cookie', sessionCookie(origin, opened.token, opened.seconds));
    const shown = member && { id: toGlobalId('Member', member.id), name: member.name, role: member.role };
    response.status(201).type('json');
    if (before) await endBefore(response, () => close(before, undefined, requestId), report);
    response.end(JSON.stringify({ expiresAt, member: shown }));
  }

  async function leave(request: Request, response: Response, origin: string): Promise<void> {
    const token = readSessionCookie(request.headers.cookie, origin);
    const hasEnded = !token || (await close(token, request.get(personHeader), requestIdOf(response)));
    if (hasEnded) response.append('Set-Cookie', sessionCookie(origin, '', 0));
    response.status(204).end();
  }

  return async (request, response) => {
    response.set('Cache-Control', 'no-store');
    try {
      if (request.method === 'POST') await open(request, response, originOf(request, ownOrigin));
      else if (request.method === 'DELETE') await leave(request, response, originOf(request, ownOrigin));
      else
        throw new EdgeError('METHOD_NOT_ALLOWED', 'Sign in with POST, leave with DELETE.', { Allow: 'POST, DELETE' });
    } catch (error) {
      refuse(response, error, report);
    }
  };
}

/** @throws FORBIDDEN where another page asks: it would sign somebody in as whom it likes */
function originOf(request: Request, ownOrigin: OwnOrigin): string {
  const site = request.get('sec-fetch-site');
  const own = ownOrigin(request.headers);
  if (own && (site === undefined || site === 'same-origin')) return own;
  if (request.headers.origin === undefined && site === undefined) return `${request.protocol}://${request.host}`;
  throw forbidden('Only a page of this installation may sign in here.');
}

const statuses: Partial<Record<DomainErrorCode | EdgeErrorCode, number>> = {
  INVALID: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  METHOD_NOT_ALLOWED: 405,
  TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  LIMITED: 429,
  UNAVAILABLE: 503,
};

function refuse(response: Response, error: unknown, report: SessionHttpOptions['report']): void {
  const known = error instanceof DomainError || error instanceof EdgeError;
  const status = (known && statuses[error.code]) || 500;
  if (status >= 500) report(error, requestIdOf(response));
  if (error instanceof EdgeError) response.set({ ...error.headers });
  const message =
    status < 500 && known ? error.message : `Something went wrong on our side. Quote request ${requestIdOf(response)}.`;
  response.status(status).json({ error: known ? error.code.toLowerCase() : 'internal', message });
}
