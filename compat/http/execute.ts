import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { DocumentNode, ExecutionResult, GraphQLError } from 'graphql';
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
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the document's type says what its answer is
  return dataOf(await execute(request)) as Result;
}

function dataOf({ data, errors }: ExecutionResult): object {
  if (errors?.[0]) throw toThrown(errors[0]);
  if (!data) throw new Error('A document answered neither data nor errors.');
  return data;
}

export type SubscriptionRequest<Variables> = {
  readonly actor: Actor;
  readonly document: DocumentNode;
  readonly variables: Variables;
  /** From where and from which page; null for a caller that is no page. */
  readonly address: string;
  readonly origin: string | null;
  /** Aborted when the caller has left. */
  readonly signal: AbortSignal;
};

/**
 * Runs a subscription to the log in process, with a fresh context of this caller for every event.
 * @throws LIMITED where too many are open
 */
export type SubscribeDocument = <Variables>(
  request: SubscriptionRequest<Variables>,
) => Promise<AsyncIterable<ExecutionResult> | ExecutionResult>;

/** The data of each answer of a subscription. @throws DomainError here or from `next`, as `executeForData` does */
export type BoundSubscriber = <Result, Variables>(
  document: Operation<Result, Variables>,
  variables: Variables,
) => Promise<AsyncIterable<Result>>;

export async function subscribeForData<Result, Variables>(
  subscribe: SubscribeDocument,
  request: SubscriptionRequest<Variables> & { readonly document: Operation<Result, Variables> },
): Promise<AsyncIterable<Result>> {
  const answers = await subscribe(request);
  if (!(Symbol.asyncIterator in answers)) {
    dataOf(answers);
    throw new Error('A subscription was answered once.');
  }
  async function* dataOfEach(each: AsyncIterable<ExecutionResult>): AsyncGenerator<Result> {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the document's type says what its answers are
    for await (const answer of each) yield dataOf(answer) as Result;
  }
  return dataOfEach(answers);
}

const codeOf = z.enum(domainErrorCodes);

function toThrown(error: GraphQLError): Error {
  if (error.originalError) return error.originalError;
  const code = codeOf.safeParse(error.extensions['code']);
  return code.success ? new DomainError(code.data, error.message, {}, error) : error;
}
