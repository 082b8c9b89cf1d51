import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ExecutionResult, getOperationAST, OperationTypeNode } from 'graphql';
import { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import type { RateLimits, RateLimitState } from '../../access/rate-limit.ts';
import { idempotencyKeyHeader } from '../../http/idempotency.ts';
import { parseJson } from '../../http/parse-json.ts';
import { createKeptAnswer, type KeptAnswer } from '../../http/kept-answer.ts';
import type { Graph } from './graph.ts';
import type { IncomingOperation } from './incoming-operation.ts';

type Asking = {
  readonly actor: Actor;
  readonly body: () => Promise<Buffer>;
  readonly prepaid: RateLimitState | null;
  readonly settle: ((answer: KeptAnswer | null) => void) | null;
  readonly signal: AbortSignal;
};

/** How a request goes on that was not answered: with the unit that was spent for it, and what was found out where that holds errors. */
type GoesOn = { readonly prepaid: RateLimitState | null; readonly answered: ExecutionResult | null };

/** Answers one query in a body of JSON, where JSON is taken and nothing is wrong; null says that this was done. */
export type AnswerPlain = (
  request: IncomingMessage,
  response: ServerResponse,
  asking: Asking,
) => Promise<GoesOn | null>;

const media = 'application/json; charset=utf-8';
const taken: ReadonlySet<string> = new Set(['*/*', 'application/json', 'application/json, */*']);

const oneOperation = z.strictObject({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

/**
 * What nearly every client asks takes this way, as the requests and responses that Yoga makes of ours took a third of the time of a
 * small read. Whatever else there is, and whatever is wrong, is Yoga's to tell: it reads the request anew.
 */
export function createAnswerPlain({ graph, rateLimits }: { graph: Graph; rateLimits: RateLimits }): AnswerPlain {
  async function readOperation(request: IncomingMessage, body: Asking['body']): Promise<IncomingOperation | null> {
    const { method, headers } = request;
    if (method !== 'POST' || !taken.has(headers.accept ?? '*/*')) return null;
    if (headers[idempotencyKeyHeader.toLowerCase()] !== undefined) return null;
    try {
      const { data } = oneOperation.safeParse(parseJson(await body()));
      if (!data) return null;
      const { query, operationName = null, variables } = data;
      const operation = { document: graph.parse(query), operationName, variables: variables ?? {} };
      const kind = getOperationAST(operation.document, operationName)?.operation;
      return kind === OperationTypeNode.QUERY && graph.check(operation).length === 0 ? operation : null;
    } catch {
      return null;
    }
  }

  return async (request, response, { actor, body, prepaid, settle, signal }) => {
    const operation = await readOperation(request, body);
    if (!operation) return { prepaid, answered: null };
    const unit = prepaid ?? (await rateLimits.spend(actor, 'read'));
    if (!unit.allowed) return { prepaid: unit, answered: null };
    const answered = await graph.execute({ actor, ...operation, signal });
    if (answered.errors || answered.data == null) return { prepaid: unit, answered };
    const answer = Buffer.from(JSON.stringify(answered));
    settle?.(createKeptAnswer({ body: answer, media }));
    for (const [name, value] of Object.entries(unit.headers)) response.setHeader(name, value);
    response.setHeader('Content-Type', media);
    response.setHeader('Content-Length', answer.length);
    response.writeHead(200).end(answer);
    return null;
  };
}
