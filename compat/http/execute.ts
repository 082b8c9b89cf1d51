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
  /** Another subscription, of hints, whose answers come between and which ends with it. */
  readonly beside?: { readonly document: DocumentNode; readonly variables: unknown } | undefined;
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
) => Promise<AsyncIterable<SubscriptionAnswer> | ExecutionResult>;

export type SubscriptionAnswer = { readonly answer: ExecutionResult; readonly isBeside: boolean };

/** The data of one answer of a subscription, or of the one beside it. */
export type Told<Result, Beside> = { readonly data: Result } | { readonly beside: Beside };

/** What each answer of a subscription tells. @throws DomainError here or from `next`, as `executeForData` does */
export type BoundSubscriber = <Result, Variables, Beside = never, BesideVariables = never>(
  document: Operation<Result, Variables>,
  variables: Variables,
  beside?: { readonly document: Operation<Beside, BesideVariables>; readonly variables: BesideVariables },
) => Promise<AsyncIterable<Told<Result, Beside>>>;

export async function subscribeForData<Result, Variables, Beside, BesideVariables>(
  subscribe: SubscribeDocument,
  request: SubscriptionRequest<Variables> & {
    readonly document: Operation<Result, Variables>;
    readonly beside?:
      | { readonly document: Operation<Beside, BesideVariables>; readonly variables: BesideVariables }
      | undefined;
  },
): Promise<AsyncIterable<Told<Result, Beside>>> {
  const answers = await subscribe(request);
  if (!(Symbol.asyncIterator in answers)) {
    dataOf(answers);
    throw new Error('A subscription was answered once.');
  }
  async function* dataOfEach(each: AsyncIterable<SubscriptionAnswer>): AsyncGenerator<Told<Result, Beside>> {
    for await (const { answer, isBeside } of each) {
      const data = dataOf(answer);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the documents' types say what their answers are
      yield isBeside ? { beside: data as Beside } : { data: data as Result };
    }
  }
  return dataOfEach(answers);
}

const codeOf = z.enum(domainErrorCodes);

function toThrown(error: GraphQLError): Error {
  if (error.originalError) return error.originalError;
  const code = codeOf.safeParse(error.extensions['code']);
  return code.success ? new DomainError(code.data, error.message, {}, error) : error;
}
