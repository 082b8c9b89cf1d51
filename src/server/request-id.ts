import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';

const sane = /^[\w.:-]{1,128}$/;

/** The id of this request, as its answer and every line logged for it carry it. */
export const requestIdOf = (response: Response): string => String(response.getHeader('X-Request-Id'));

/** Gives every request an id, the caller's where it is sane, and logs one line when it is answered. */
export function logRequests(log: Logger) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const given = request.get('x-request-id');
    const requestId = given && sane.test(given) ? given : randomUUID();
    response.setHeader('X-Request-Id', requestId);
    const start = performance.now();
    // Routers below cut their own part off the path while they run.
    const { method, path } = request;
    response.once('close', () => {
      const durationMs = Math.round(performance.now() - start);
      const status = response.writableFinished ? response.statusCode : 499;
      log.info({ requestId, method, path, status, durationMs }, 'request');
    });
    next();
  };
}
