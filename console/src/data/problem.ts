import type { CombinedError } from 'urql';

export type Problem = {
  readonly message: string;
  /** One of the graph’s codes; `OFFLINE` where no answer came. */
  readonly code: string;
  /** By which an operator finds it in the log. */
  readonly requestId: string | null;
};

/** What to tell a person of a failure. */
export function toProblem(error: CombinedError): Problem {
  const requestId = requestIdOf(error);
  const [first] = error.graphQLErrors;
  if (!first) return { message: error.networkError?.message ?? error.message, code: 'OFFLINE', requestId };
  const { code, requestId: named } = first.extensions;
  return {
    message: first.message,
    code: typeof code === 'string' ? code : 'INTERNAL',
    requestId: typeof named === 'string' ? named : requestId,
  };
}

/**
 * Whether what was sent again under its key had been done the first time, with only its answer lost: as where the server ended
 * between the two.
 */
export function wasDone({ graphQLErrors: [first] }: CombinedError): boolean {
  return first?.extensions['code'] === 'CONFLICT' && typeof first.extensions['resourceId'] === 'string';
}

function requestIdOf({ response }: CombinedError): string | null {
  const answered: unknown = response;
  return answered instanceof Response ? answered.headers.get('x-request-id') : null;
}
