import { isJsonObject } from '../../src/json.ts';
import { invalid } from '../../src/errors.ts';
import type { IdempotencyStore, StoredResponse } from '../../src/http/idempotency.ts';

/** By what a visitor's browser shows that a conversation is its own. */
export const visitorTokenHeader = 'Visitor-Token';

/**
 * The token of a visitor's request, from its header or from `visitor_token` of its body, which then goes without it: the
 * request is the same wherever the token stands.
 * @throws INVALID where both are there and differ
 */
export function takeVisitorToken(header: string | string[] | undefined, body: unknown) {
  const inHeader = header === undefined ? null : String(header);
  if (!isJsonObject(body) || typeof body.visitor_token !== 'string') return { token: inHeader, body };
  const { visitor_token: token, ...rest } = body;
  if (inHeader === null || inHeader === token) return { token, body: rest };
  throw invalid(`${visitorTokenHeader} and visitor_token must not be two tokens.`, visitorTokenHeader);
}

/** @throws INVALID: an answer can only be kept for the visitor who shows whose it is. */
export function requireVisitorToken(token: string | null): string {
  if (token !== null) return token;
  const made = 'the browser makes one before its first message: `vt_` and 43 random letters and digits';
  throw invalid(`An Idempotency-Key needs a ${visitorTokenHeader} beside it; ${made}.`, visitorTokenHeader);
}

/** Keeps answers without the visitor's token; a repetition has shown it, and is given it again. */
export function keepingNoToken(store: IdempotencyStore, token: string): IdempotencyStore {
  return {
    async find(actor, key) {
      const kept = await store.find(actor, key);
      return kept?.response ? { ...kept, response: withToken(kept.response, token) } : kept;
    },
    saveResponse: async (actor, claim, response) => store.saveResponse(actor, claim, withToken(response, null)),
  };
}

function withToken({ status, body }: StoredResponse, token: string | null): StoredResponse {
  const answer: unknown = JSON.parse(body);
  const told = isJsonObject(answer) && Object.hasOwn(answer, 'visitor_token');
  return { status, body: told ? JSON.stringify({ ...answer, visitor_token: token }) : body };
}
