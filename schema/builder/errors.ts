import { GraphQLError, type GraphQLErrorOptions } from 'graphql';
import { toFailure } from '../../src/db/driver-errors.ts';
import { DomainError, domainErrorCodes, IdempotencyReplay } from '../../src/errors.ts';
import { toGlobalId } from '../../src/ids.ts';

/** Why an error was not told: only that it has happened, and under which id it was logged. */
const hidden = (requestId: string) =>
  `Something went wrong on our side. Tell the operator the request id ${requestId} if it happens again.`;

const place = ({ nodes, source, positions, path }: GraphQLError): GraphQLErrorOptions => ({
  ...(nodes && { nodes }),
  ...(source && { source }),
  ...(positions && { positions }),
  ...(path && { path }),
});

const publicCodes: ReadonlySet<unknown> = new Set([...domainErrorCodes, 'INTERNAL', 'PERSISTED_QUERY_NOT_SUPPORTED']);

/** Whether an error with this code is one of ours and already fit to be seen; libraries have codes of their own. */
export const isPublicCode = (code: unknown): boolean => publicCodes.has(code);

/**
 * An error as its caller may see it: a domain error with its code, a fault in the request as INVALID, and everything
 * unforeseen masked as INTERNAL. `report` is told of that, and of what is UNAVAILABLE.
 */
export function toPublicError(error: unknown, requestId: string, report: (error: unknown) => void): GraphQLError {
  const graphql = error instanceof GraphQLError ? error : new GraphQLError('', { originalError: toError(error) });
  const original = graphql.originalError && toFailure(graphql.originalError);
  if (original instanceof DomainError) {
    const { code, message } = original;
    if (code === 'UNAVAILABLE') report(original);
    const extensions = { code, ...publicDetails(original) };
    return new GraphQLError(message, { ...place(graphql), originalError: original, extensions });
  }
  if (original instanceof IdempotencyReplay) return graphql;
  // An original error that is a GraphQLError came from a scalar's parsing, so it tells of the request.
  if (!original || original instanceof GraphQLError) {
    if (isPublicCode(graphql.extensions['code'])) return graphql;
    return new GraphQLError(graphql.message, {
      ...place(graphql),
      extensions: { ...graphql.extensions, code: 'INVALID' },
    });
  }
  report(original);
  return new GraphQLError(hidden(requestId), { ...place(graphql), extensions: { code: 'INTERNAL', requestId } });
}

/** What an error tells beside its message, with ids as the graph shows them. */
function publicDetails({ details: { existingLeadId, ...details } }: DomainError): object {
  return existingLeadId === undefined ? details : { ...details, existingId: toGlobalId('Lead', existingLeadId) };
}

const toError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));
