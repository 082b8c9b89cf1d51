import type { Request, Response } from 'express';
import { toFailure } from '../../db/driver-errors.ts';
import type { RateLimits } from '../../access/rate-limit.ts';
import { DomainError, type DomainErrorCode } from '../../errors.ts';
import { EdgeError, type EdgeErrorCode } from '../../http/edge-error.ts';
import { readBytes } from '../../http/read-body.ts';
import { UnreadableBodyError, type Posted } from '../../outside/intake/create-intake.ts';
import { requestIdOf } from '../request-id.ts';

export type HooksHttpOptions = {
  readonly rateLimits: RateLimits;
  readonly report: (error: unknown, requestId: string) => void;
  readonly receive: (posted: Posted) => Promise<void>;
};

/** `POST` to an address that may end in a token: 202 once it is kept. Pages of any origin may post. */
export function createHooksHttp({ rateLimits, report, receive }: HooksHttpOptions) {
  async function take(request: Request, response: Response): Promise<void> {
    if (request.method !== 'POST')
      throw new EdgeError('METHOD_NOT_ALLOWED', 'Post to this address.', { Allow: 'POST, OPTIONS' });
    const { allowed, message, headers, retryAfterSeconds } = await rateLimits.spendAddress('hooks', request.ip ?? '');
    response.set({ ...headers });
    if (!allowed) throw new DomainError('LIMITED', message, { retryAfterSeconds });
    await receive({
      token: String(request.params['token'] ?? ''),
      headers: request.headers,
      readBody: () => readBytes(request),
      requestId: requestIdOf(response),
    });
    response.status(202).json({ accepted: true });
  }

  return async (request: Request, response: Response): Promise<void> => {
    response.set({ 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*' });
    if (request.method === 'OPTIONS') {
      const allow = { 'Access-Control-Allow-Methods': 'POST', 'Access-Control-Allow-Headers': 'Content-Type' };
      response
        .set({ ...allow, Allow: 'POST, OPTIONS' })
        .status(204)
        .end();
      return;
    }
    try {
      await take(request, response);
    } catch (error) {
      if (request.destroyed && !request.complete) return;
      refuse(response, toFailure(error), report);
    }
  };
}

const statuses = {
  INVALID: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  PRECONDITION_FAILED: 412,
  LIMITED: 429,
  LEAD_LIMIT_REACHED: 403,
  CAMPAIGN_LIMIT_REACHED: 403,
  CURSOR_EXPIRED: 400,
  UNAVAILABLE: 503,
  UNKNOWN_ROUTE: 404,
  METHOD_NOT_ALLOWED: 405,
  TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  INTERNAL: 500,
} as const satisfies Record<DomainErrorCode | EdgeErrorCode, number>;

/** What is answered tells nothing of the workspace: no id, and nothing of a lead. */
function refuse(response: Response, error: unknown, report: HooksHttpOptions['report']): void {
  if (error instanceof UnreadableBodyError) {
    response.status(422).json({ error: 'unprocessable', message: error.message });
    return;
  }
  const isKnown = error instanceof DomainError || error instanceof EdgeError;
  const status = isKnown ? statuses[error.code] : 500;
  const requestId = requestIdOf(response);
  if (status >= 500) report(error, requestId);
  if (error instanceof EdgeError) response.set({ ...error.headers });
  const retryAfter = error instanceof DomainError ? error.details.retryAfterSeconds : undefined;
  if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
  const message =
    isKnown && status !== 500 ? error.message : `Something went wrong on our side. Quote request ${requestId}.`;
  response.status(status).json({ error: isKnown ? error.code.toLowerCase() : 'internal', message });
}
