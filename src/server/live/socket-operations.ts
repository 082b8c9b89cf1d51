import { randomUUID } from 'node:crypto';
import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { Actor } from '../../access/actor.ts';
import type { OperationKind } from '../../access/rate-limit.ts';
import { type DomainError, invalid } from '../../errors.ts';
import type { Graph } from '../graphql/graph.ts';
import type { IncomingOperation } from '../graphql/incoming-operation.ts';
import type { LiveExecution, MaskError } from './live-execution.ts';
import type { RenderedStream } from './rendered-stream.ts';
import { kindOfOperation } from '../graphql/spend.ts';

export type SocketOperationDependencies = {
  readonly schema: GraphQLSchema;
  readonly parse: (query: string) => DocumentNode;
  /** Validation and the limits on depth, cost and aliases: the same ones HTTP requests pass. */
  readonly check: (operation: IncomingOperation, actor: Actor) => readonly GraphQLError[];
  /** Takes one unit of the key's rate limit. @throws LIMITED */
  readonly spend: (actor: Actor, kind: OperationKind) => Promise<void>;
  readonly execute: Graph['execute'];
  readonly maskError: MaskError;
  readonly live: LiveExecution;
};

/** An operation that may be executed, in the shape in which graphql-ws carries it there. */
export class AcceptedOperation implements ExecutionArgs {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variableValues: Readonly<Record<string, unknown>>;
  readonly actor: Actor;
  /** Both are made when the operation is executed, but graphql-ws fills in what is absent. */
  readonly rootValue = undefined;
  readonly contextValue = undefined;

  constructor(schema: GraphQLSchema, { document, operationName, variables }: IncomingOperation, actor: Actor) {
    this.schema = schema;
    this.document = document;
    this.operationName = operationName;
    this.variableValues = variables;
    this.actor = actor;
  }
}

export type SocketOperations = {
  /** Accepts an operation, or says why not. It costs a unit whatever becomes of it, also where it is refused already. */
  accept(
    actor: Actor,
    payload: SubscribePayload,
    refusal: DomainError | null,
  ): Promise<AcceptedOperation | readonly GraphQLError[]>;
  execute(args: AcceptedOperation): Promise<ExecutionResult>;
  subscribe(args: AcceptedOperation): Promise<RenderedStream | ExecutionResult>;
};

/** Queries, mutations and subscriptions that come over a socket. */
export function createSocketOperations(dependencies: SocketOperationDependencies): SocketOperations {
  const { schema, parse, check, spend, execute, maskError, live } = dependencies;

  async function prepare(
    actor: Actor,
    payload: SubscribePayload,
    refusal: DomainError | null,
  ): Promise<AcceptedOperation | readonly GraphQLError[]> {
    const operationName = payload.operationName ?? null;
    await spend(actor, kindOfOperation(parse, payload.query, operationName));
    if (refusal) throw refusal;
    const document = parse(payload.query);
    if (!getOperationAST(document, operationName))
      throw invalid('The document does not hold the operation to run: name one of its operations.');
    const incoming = { document, operationName, variables: payload.variables ?? {} };
    const errors = check(incoming, actor);
    return errors.length > 0 ? errors : new AcceptedOperation(schema, incoming, actor);
  }

  return {
    async accept(caller, payload, refusal) {
      const actor = { ...caller, requestId: randomUUID() };
      try {
        const accepted = await prepare(actor, payload, refusal);
        return accepted instanceof AcceptedOperation ? accepted : accepted.map((error) => maskError(error, actor));
      } catch (error) {
        return [maskError(error, actor)];
      }
    },
    execute: ({ actor, document, operationName, variableValues: variables }) =>
      execute({ actor, document, operationName, variables }),
    subscribe: ({ document, operationName, variableValues, actor }) =>
      live.subscribe({ document, operationName, variableValues, actor }),
  };
}
