import type { DocumentNode } from 'graphql';
import { createKeptAnswer, type KeptAnswer } from '../../src/http/kept-answer.ts';
import type { KeptAnswers } from '../../src/server/kept/kept-answers.ts';
import type { Route } from '../route/route.ts';
import { answerKeyedRoute, type KeyedCall } from './answer-route.ts';
import { addHeaders, type Answer, jsonMedia } from './exchange.ts';

/** What is kept of the reads of this node, and which documents read nothing that may not be. */
export type KeptReads = { readonly answers: KeptAnswers; readonly isKeepable: (document: DocumentNode) => boolean };

/** Whether its answer is that of its document in other words, and nobody's alone. */
const isKept = ({ method, kind, access, visitor, visitorOf, document }: Route, isKeepable: KeptReads['isKeepable']) =>
  method === 'get' &&
  kind === 'read' &&
  access === 'key' &&
  !visitor &&
  visitorOf === null &&
  document !== null &&
  isKeepable(document);

/** Answers a route for a key as `answerKeyedRoute` does; a read whose answer cannot have changed since it was last made, from that. */
export async function answerKept({ answers, isKeepable }: KeptReads, call: KeyedCall): Promise<Answer> {
  const { exchange, match, actor, dialect } = call;
  if (actor.widgetId !== null || !isKept(match.route, isKeepable)) return answerKeyedRoute(call);
  const asked = [dialect.name, exchange.method, exchange.path, exchange.search];
  const place = answers.enter(actor, answers.question(actor, asked));
  if (place.found === 'nothing') return answerKeyedRoute(call);
  if (place.found === 'nobody') return answerForAll(call, place.settle);
  const answer = await place.answer;
  return answer ? tell(call, answer) : answerKeyedRoute(call);
}

function tell({ exchange, actor, aliasUsed }: KeyedCall, { body, etag, headers, aliases }: KeptAnswer): Answer {
  for (const alias of aliases) aliasUsed(actor, alias);
  addHeaders(exchange, headers);
  return { status: 200, body, etag };
}

async function answerForAll(call: KeyedCall, settle: (answer: KeptAnswer | null) => void): Promise<Answer> {
  const { exchange } = call;
  const before = new Map(exchange.headers);
  const aliases: string[] = [];
  let kept: KeptAnswer | null = null;
  try {
    const answer = await answerKeyedRoute({
      ...call,
      aliasUsed(actor, alias) {
        aliases.push(alias);
        call.aliasUsed(actor, alias);
      },
    });
    if ('stream' in answer || answer.status !== 200 || answer.body === null) return answer;
    const added = [...exchange.headers].filter(([name, value]) => before.get(name) !== value);
    const headers = Object.fromEntries(added);
    kept = createKeptAnswer({ body: Buffer.from(answer.body), media: jsonMedia, headers, aliases });
    return { status: 200, body: kept.body, etag: kept.etag };
  } finally {
    settle(kept);
  }
}
