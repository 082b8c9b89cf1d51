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

const domainExtensions = z.object({
  code: z.enum(domainErrorCodes),
  field: z.string().exactOptional(),
  retryAfterSeconds: z.number().exactOptional(),
  existingId: z.string().exactOptional(),
  scope: z.string().exactOptional(),
  upgradeUrl: z.string().exactOptional(),
});

/** How graphql-js tells of a variable that its type cannot hold, such as an integer of more than 32 bits. */
const misfit = /^Variable "\$(?<variable>\w+)" got invalid value [^]*?(?: at "(?<path>[\w.[\]]+)")?; (?<reason>[^]+)$/;

/** The same as a fault of the field that the variable was made of. */
function toMisfit(error: GraphQLError): DomainError | null {
  const { variable = '', path = variable, reason = '' } = misfit.exec(error.message)?.groups ?? {};
  if (variable === '') return null;
  const field = path.replace(/^input\./, '').replaceAll(/\[(\d+)\]/g, '.$1');
  return new DomainError('INVALID', `${field}: ${reason}`, { field }, error);
}

function toThrown(error: GraphQLError): Error {
  const misfitting = toMisfit(error);
  if (misfitting) return misfitting;
  if (error.originalError) return error.originalError;
  const told = domainExtensions.safeParse(error.extensions);
  if (!told.success) return error;
  const { code, existingId, ...details } = told.data;
  const existing = existingId === undefined ? {} : { existingLeadId: existingId.slice('ld_'.length) };
  return new DomainError(code, error.message, { ...details, ...existing }, error);
}
