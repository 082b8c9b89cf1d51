import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { decode } from './check-text.ts';
import { etagOf, matchesEtag } from './etag.ts';
import { pour } from './stream.ts';

/** One request on its way to its answer, and the headers gathered for it so far. */
export type Exchange = {
  readonly request: Request;
  /** In lower case; HEAD is answered as GET without its body. */
  readonly method: string;
  /** As sent: still percent-encoded. */
  readonly path: string;
  readonly search: string;
  readonly requestId: string;
  readonly address: string;
  readonly headers: Map<string, string>;
};

export type Answer =
  | { readonly status: number; readonly body: string | null }
  | { readonly status: number; readonly stream: AsyncIterable<string>; readonly media: string };

export function openExchange(request: Request, response: Response): Exchange {
  const target = request.originalUrl.replace(/^https?:\/\/[^/?]*/i, '');
  const [path = '', ...search] = target.split('?');
  const requestId = requestIdOf(request, response);
  return {
    request,
    method: request.method === 'HEAD' ? 'get' : request.method.toLowerCase(),
    path,
    search: search.join('?'),
    requestId,
    address: request.ip ?? '',
    headers: new Map([['X-Request-Id', requestId]]),
  };
}

/** The one an earlier layer chose, or the caller's where it is sane, or a new one. */
function requestIdOf(request: Request, response: Response): string {
  const chosen = response.getHeader('X-Request-Id');
  if (typeof chosen === 'string') return chosen;
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID();
}

/** @throws INVALID where the path's percent-encoding is broken. */
export const checkPath = ({ path }: Exchange): void => void decode('The path', path);

export function addHeaders(exchange: Exchange, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) {
    const links = name === 'Link' ? exchange.headers.get(name) : undefined;
    exchange.headers.set(name, links === undefined ? value : `${links}, ${value}`);
  }
}

/** Sends the answer. @throws what reading a stream throws, after breaking the connection off */
export async function send(exchange: Exchange, response: Response, answer: Answer): Promise<void> {
  if (response.destroyed || response.headersSent) return;
  if (!('stream' in answer)) return sendWhole(exchange, response, answer);
  const { status, stream, media } = answer;
  response.status(status);
  addHeaders(exchange, { 'Content-Type': media, 'Cache-Control': 'private, no-store' });
  for (const [name, value] of exchange.headers) response.setHeader(name, value);
  if (exchange.request.method === 'HEAD') response.end();
  else await pour(stream, response);
}

/** A read that succeeded carries its validator and may become a 304. */
function sendWhole(
  exchange: Exchange,
  response: Response,
  { status, body }: Extract<Answer, { readonly body: string | null }>,
): void {
  if (body !== null) exchange.headers.set('Content-Type', 'application/json; charset=utf-8');
  let answer = { status, body };
  if (exchange.method === 'get' && status === 200 && body !== null) {
    const etag = etagOf(body);
    addHeaders(exchange, { ETag: etag, 'Cache-Control': 'private, no-cache' });
    if (matchesEtag(exchange.request.headers['if-none-match'], etag)) answer = { status: 304, body: null };
  }
  if (answer.status === 304) exchange.headers.delete('Content-Type');
  response.status(answer.status);
  for (const [name, value] of exchange.headers) response.setHeader(name, value);
  if (answer.body !== null) response.setHeader('Content-Length', Buffer.byteLength(answer.body));
  response.end(exchange.request.method === 'HEAD' ? undefined : (answer.body ?? undefined));
}
