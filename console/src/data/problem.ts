import { t } from '@lingui/core/macro';
import type { CombinedError } from 'urql';
import { Unanswered } from './client.ts';

export type Problem = {
  readonly message: string;
  /** One of the graph’s codes; `OFFLINE` where no answer came. */
  readonly code: string;
  /** The field of the input that is wrong, as a dotted path; null where it is no one field. */
  readonly field: string | null;
  /** By which an operator finds it in the log. */
  readonly requestId: string | null;
};

/** What to tell a person of a failure. */
export function toProblem(error: CombinedError): Problem {
  const requestId = requestIdOf(error);
  const [first] = error.graphQLErrors;
  if (!first) return { message: whyUnreached(error), code: 'OFFLINE', field: null, requestId };
  const { code, field, requestId: named } = first.extensions;
  return {
    message: first.message,
    code: typeof code === 'string' ? code : 'INTERNAL',
    field: typeof field === 'string' ? field : null,
    requestId: typeof named === 'string' ? named : requestId,
  };
}

function whyUnreached({ networkError, response }: CombinedError): string {
  if (networkError instanceof Unanswered) return t`The server did not answer in time.`;
  const answered: unknown = response;
  if (answered instanceof Response && !answered.ok) return t`The server answers ${answered.status}.`;
  return t`The server cannot be reached. Check your connection, then try again.`;
}

/**
 * Whether what was sent again under its key had been done the first time, with only its answer lost: as where the server ended
 * between the two.
 */
export function wasDone({ graphQLErrors: [first] }: CombinedError): boolean {
  return first?.extensions['code'] === 'CONFLICT' && typeof first.extensions['resourceId'] === 'string';
}

/** Whether an earlier request under the same Idempotency-Key is not answered yet: the only conflict that ends by itself. */
export function isBeingAnswered({ graphQLErrors: [first] }: CombinedError): boolean {
  return first?.extensions['code'] === 'CONFLICT' && typeof first.extensions['retryAfterSeconds'] === 'number';
}

/** Whether the server keeps its no under the Idempotency-Key: sent again under the same one, it is met again. */
export function isRefusedForGood(error: CombinedError): boolean {
  const code = error.graphQLErrors[0]?.extensions['code'];
  return code === 'NOT_FOUND' || (code === 'CONFLICT' && !wasDone(error) && !isBeingAnswered(error));
}

/** Whether the server could not take it just now, as one that has only started: the same may be sent again by itself. */
export function isNotTakenNow({ graphQLErrors: [first] }: CombinedError): boolean {
  return first?.extensions['code'] === 'UNAVAILABLE';
}

const forNow: ReadonlySet<string> = new Set(['OFFLINE', 'UNAVAILABLE', 'LIMITED', 'INTERNAL']);

/** Whether the same question may be answered later. */
export const isForNow = (error: CombinedError): boolean => forNow.has(toProblem(error).code);

function requestIdOf({ response }: CombinedError): string | null {
  const answered: unknown = response;
  return answered instanceof Response ? answered.headers.get('x-request-id') : null;
}
