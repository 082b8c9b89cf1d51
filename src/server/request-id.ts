import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';

const sane = /^[\w.:-]{1,128}$/;

/** The id of this request, as its answer and every line logged for it carry it. */
export const requestIdOf = (response: ServerResponse): string => String(response.getHeader('X-Request-Id'));

/** Gives every request an id, the caller's where it is sane, and logs one line when it is answered. */
export function logRequests(log: Logger) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const given = request.headers['x-request-id'];
    const requestId = typeof given === 'string' && sane.test(given) ? given : randomUUID();
    response.setHeader('X-Request-Id', requestId);
    const start = performance.now();
    // Routers below cut their own part off the path while they run.
    const { method, url = '' } = request;
    const path = withoutToken(url.split('?', 1)[0] ?? '');
    response.once('close', () => {
      const durationMs = Math.round(performance.now() - start);
      const status = response.writableFinished ? response.statusCode : 499;
      log.info({ requestId, method, path, status, durationMs }, 'request');
    });
    next();
  };
}

/** The last part of these addresses lets whoever holds it in. */
const withoutToken = (path: string): string =>
  path.replace(/^(\/+hooks\/+[^/]*)\/.*$/is, '$1/…').replace(/^(\/+unsubscribe)\/.*$/is, '$1/…');
