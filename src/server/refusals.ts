import type { NextFunction, Request, Response } from 'express';
import { isHost } from '../http/is-host.ts';
import { sendErrorPage } from './pages/error-page.ts';
import { requestIdOf } from './request-id.ts';

type Refusal = { readonly status: number; readonly code: string; readonly message: string };

const nothingHere = { status: 404, code: 'NOT_FOUND', message: 'There is nothing at this address.' } as const;
const badHost = { status: 400, code: 'INVALID', message: 'The Host header names no host.' } as const;

const api = /^\/+(?:api|graphql|openapi|hooks)(?:[/.?]|$)/i;
const graph = /^\/+graphql(?:[/?]|$)/i;

/** How what is answered nowhere else is refused. Links of its pages begin with `base`. */
export function createRefusals(base: string, log: { error(details: object, message: string): void }) {
  /** In JSON where that is asked for or a program speaks, in the graph's shape under its path; else as a page. */
  function refuse(request: Request, response: Response, { status, code, message }: Refusal): void {
    response.status(status);
    const wantsPage = !api.test(request.originalUrl) && request.accepts(['html', 'json']) === 'html';
    if (wantsPage) sendErrorPage(response, base, status, message);
    else if (graph.test(request.originalUrl)) response.json({ errors: [{ message, extensions: { code } }] });
    else response.json({ error: code.toLowerCase(), message });
  }

  return {
    /** Turns away what names no host before anything makes an address of it; REST says so itself, in each dialect's words. */
    requireHost(request: Request, response: Response, next: NextFunction): void {
      if (isHost(request.headers.host) || /^\/+api(?:[/?]|$)/i.test(request.originalUrl)) next();
      else refuse(request, response, badHost);
    },
    /** Behind everything else. `OPTIONS *` asks what the server as a whole can do. */
    answerNowhere(request: Request, response: Response): void {
      if (request.method === 'OPTIONS' && request.originalUrl === '*')
        response.set('Allow', 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS').status(204).end();
      else refuse(request, response, nothingHere);
    },
    /** What nobody foresaw: told of by its request id alone, logged whole. */
    catchUnforeseen(error: unknown, request: Request, response: Response, next: NextFunction): void {
      // The router's of an address that cannot be decoded, such as %ff: its message repeats the secret that stands there.
      const isUndecodable = error instanceof URIError && 'status' in error && error.status === 400;
      if (isUndecodable && !response.headersSent) return refuse(request, response, nothingHere);
      const requestId = requestIdOf(response);
      log.error({ err: error, requestId }, 'A request failed.');
      if (response.headersSent) return next(error);
      const message = `Something went wrong on our side. Quote request ${requestId} when you report it.`;
      refuse(request, response, { status: 500, code: 'INTERNAL', message });
    },
  };
}
