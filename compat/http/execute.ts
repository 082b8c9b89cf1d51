import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { ExecutionResult, GraphQLError } from 'graphql';
import { z } from 'zod';
import type { Actor } from '../../src/access/actor.ts';
import type { ExpectedRow } from '../../src/db/write/expected-row.ts';
import type { IdempotencyClaim } from '../../src/db/write/idempotency.ts';
import { DomainError, domainErrorCodes } from '../../src/errors.ts';

export type Operation<Result, Variables> = TypedDocumentNode<Result, Variables>;

export type ExecutionRequest<Result, Variables> = {
  readonly actor: Actor;
  readonly document: Operation<Result, Variables>;
  readonly variables: Variables;
  readonly idempotency: IdempotencyClaim | null;
  readonly expected: ExpectedRow | null;
  readonly requestId: string;
};

/** Runs a document in process against the schema, with a fresh context of this caller. */
export type ExecuteDocument = <Result, Variables>(
  request: ExecutionRequest<Result, Variables>,
) => Promise<ExecutionResult>;

/** An executor that already knows its caller: all a route sees. */
export type BoundExecutor = <Result, Variables>(
  document: Operation<Result, Variables>,
  variables: Variables,
) => Promise<Result>;

/**
 * The data of a document's answer.
 * @throws DomainError by the `extensions.code` of the first error; whatever a resolver threw that has no such code.
 */
export async function executeForData<Result, Variables>(
  execute: ExecuteDocument,
  request: ExecutionRequest<Result, Variables>,
): Promise<Result> {
  const { data, errors } = await execute(request);
  if (errors?.[0]) throw toThrown(errors[0]);
  if (!data) throw new Error('A document answered neither data nor errors.');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the document's type says what its answer is
  return data as Result;
}

const codeOf = z.enum(domainErrorCodes);

function toThrown(error: GraphQLError): Error {
  if (error.originalError) return error.originalError;
  const code = codeOf.safeParse(error.extensions['code']);
  return code.success ? new DomainError(code.data, error.message, {}, error) : error;
}
