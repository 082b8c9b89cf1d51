import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import type { RateLimits, RateLimitState } from '../../access/rate-limit.ts';
import { matchesEtag } from '../../http/etag.ts';
import { idempotencyKeyHeader } from '../../http/idempotency.ts';
import { limits } from '../../limits.ts';
import type { KeptAnswer } from '../../http/kept-answer.ts';
import type { KeptAnswers } from '../kept/kept-answers.ts';
import type { Graph } from './graph.ts';
import type { HttpContext } from './http-context.ts';

/** What one answer is sent as; a stream of events and a form of many parts are not. */
export const keptMedia = /^application\/(?:graphql-response\+)?json(?:;|$)/;

/** So that who asks again with what a GET told need not be sent the same. */
export const validators = (etag: string) => ({ ETag: etag, 'Cache-Control': 'private, no-cache' });

/** How a request goes on that is not answered yet. */
type GoesOn = { readonly settle: HttpContext['kept']['settle']; readonly prepaid: RateLimitState | null };

/** Answers a query from what was kept, before anything reads it; null says that this was done. */
export type AnswerKept = (
  request: IncomingMessage,
  response: ServerResponse,
  asking: { readonly actor: Actor; readonly body: () => Promise<Buffer> },
) => Promise<GoesOn | null>;

const onItsOwn: GoesOn = { settle: null, prepaid: null };

type Dependencies = {
  readonly graph: Pick<Graph, 'parse' | 'isKeepable'>;
  readonly kept: KeptAnswers;
  readonly rateLimits: RateLimits;
};

export function createAnswerKept({ graph, kept, rateLimits }: Dependencies): AnswerKept {
  const isKeepable = (query: string | null): boolean => {
    try {
      return query !== null && graph.isKeepable(graph.parse(query));
    } catch {
      return false;
    }
  };

  return async (request, response, { actor, body }) => {
    const asked = await readAsked(request, body);
    if (!asked) return onItsOwn;
    const question = kept.question(actor, [...asked]);
    const known = kept.find(actor, question);
    if (!known && !isKeepable(queryOf(request, asked.at(-1) ?? ''))) return onItsOwn;
    const place = known ? ({ found: 'kept', answer: known } as const) : kept.enter(actor, question);
    if (place.found === 'nothing') return onItsOwn;
    if (place.found === 'nobody') return { settle: place.settle, prepaid: null };
    const prepaid = await rateLimits.spend(actor, 'read');
    const answer = prepaid.allowed ? await place.answer : null;
    if (!answer) return { settle: null, prepaid };
    send(request, response, answer, prepaid);
    return null;
  };
}

/** All of a request that decides what it is answered, the operation last; null for what is never kept. */
async function readAsked(request: IncomingMessage, body: () => Promise<Buffer>): Promise<readonly string[] | null> {
  const { method, headers, url = '' } = request;
  const { accept = '', 'content-type': type = '', 'content-encoding': encoding = '' } = headers;
  if (headers[idempotencyKeyHeader.toLowerCase()] !== undefined || /event-stream|multipart/i.test(accept)) return null;
  if (method === 'GET') return url.length > limits.keptQuestionBytes ? null : [method, accept, url];
  if (method !== 'POST') return null;
  // What is wrong with the body is told by who reads it next.
  const bytes = await body().catch(() => null);
  if (bytes === null || bytes.length > limits.keptQuestionBytes) return null;
  return [method, accept, type, encoding, url, bytes.toString('latin1')];
}

const oneOperation = z.object({ query: z.string() });

function queryOf({ method, url = '' }: IncomingMessage, asked: string): string | null {
  if (method === 'GET') return new URLSearchParams(url.split('?')[1]).get('query');
  try {
    const text = Buffer.from(asked, 'latin1').toString();
    return oneOperation.safeParse(JSON.parse(text)).data?.query ?? null;
  } catch {
    return null;
  }
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { body, etag, media }: KeptAnswer,
  { headers }: RateLimitState,
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (request.method === 'GET') {
    for (const [name, value] of Object.entries(validators(etag))) response.setHeader(name, value);
    if (matchesEtag(request.headers['if-none-match'], etag)) return void response.writeHead(304).end();
  }
  response.setHeader('Content-Type', media);
  response.setHeader('Content-Length', body.length);
  response.writeHead(200).end(body);
}
