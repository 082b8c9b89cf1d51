import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { limits } from '../../src/limits.ts';
import { decode } from './check-text.ts';
import { etagOf, matchesEtag } from '../../src/http/etag.ts';
import { eventStreamMedia } from './event-stream.ts';
import { cutWhenStalled, pour } from './stream.ts';

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
  /** Aborted when the connection is gone. */
  readonly leaving: () => AbortSignal;
};

export type Answer =
  /** The tag of the body, where it is known already. */
  | { readonly status: number; readonly body: string | Buffer | null; readonly etag?: string }
  | { readonly status: number; readonly stream: AsyncIterable<string>; readonly media: string };

export const jsonMedia = 'application/json; charset=utf-8';

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
    leaving: () => leavingOf(response),
  };
}

function leavingOf(response: Response): AbortSignal {
  const controller = new AbortController();
  if (response.destroyed) controller.abort();
  else response.once('close', () => controller.abort());
  return controller.signal;
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
  // Else some proxies gather events until there are enough of them.
  if (media === eventStreamMedia) addHeaders(exchange, { 'X-Accel-Buffering': 'no' });
  for (const [name, value] of exchange.headers) response.setHeader(name, value);
  if (exchange.request.method === 'HEAD') {
    response.end();
    await stream[Symbol.asyncIterator]().return?.();
    return;
  }
  await pour(
    media === eventStreamMedia ? cutWhenStalled(stream, response, limits.visitorStreamStallMs) : stream,
    response,
  );
}

/** A read that succeeded carries its validator and may become a 304. */
function sendWhole(
  exchange: Exchange,
  response: Response,
  { status, body, etag: known }: Exclude<Answer, { readonly stream: unknown }>,
): void {
  if (body !== null) exchange.headers.set('Content-Type', jsonMedia);
  let answer = { status, body };
  if (exchange.method === 'get' && status === 200 && body !== null) {
    const etag = known ?? etagOf(body);
    addHeaders(exchange, { ETag: etag, 'Cache-Control': 'private, no-cache' });
    if (matchesEtag(exchange.request.headers['if-none-match'], etag)) answer = { status: 304, body: null };
  }
  if (answer.status === 304) exchange.headers.delete('Content-Type');
  response.status(answer.status);
  for (const [name, value] of exchange.headers) response.setHeader(name, value);
  if (answer.body !== null) response.setHeader('Content-Length', Buffer.byteLength(answer.body));
  response.end(exchange.request.method === 'HEAD' ? undefined : (answer.body ?? undefined));
}
