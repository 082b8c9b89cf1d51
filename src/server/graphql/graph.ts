import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
  visit,
} from 'graphql';
import { toPublicError } from '../../../schema/builder/errors.ts';
import type { GraphContext } from '../../../schema/builder/context.ts';
import type { Actor } from '../../access/actor.ts';
import type { ExpectedRow } from '../../db/write/expected-row.ts';
import type { IdempotencyClaim } from '../../db/write/idempotency.ts';
import { createOperationCheck } from './check-operation.ts';
import type { GraphContexts } from './graph-contexts.ts';
import { createKeepable, type IsKeepable } from './keepable.ts';
import { createDocumentParser } from './parse-document.ts';
import { executePlan } from './planned/execute-plan.ts';
import { createPlans } from './planned/plan.ts';
import type { IncomingOperation } from './incoming-operation.ts';

export type GraphExecution = {
  readonly actor: Actor;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables: unknown;
  readonly idempotency?: IdempotencyClaim | null;
  /** Aborted when the caller has left: what waits for its turn is not read then. */
  readonly signal?: AbortSignal;
  readonly expected?: ExpectedRow | null;
};

export type Graph = {
  readonly schema: GraphQLSchema;
  readonly parse: (query: string) => DocumentNode;
  /** What is wrong with a client's operation; nothing may be executed before it was asked. */
  readonly check: (operation: IncomingOperation) => readonly GraphQLError[];
  /** Whether the answer of a valid document stays what it is until its organisation's next change. */
  readonly isKeepable: IsKeepable;
  /** Executes a query or mutation with a context of its own; its errors are fit to be seen. */
  readonly execute: (request: GraphExecution) => Promise<ExecutionResult>;
  readonly maskError: (error: unknown, actor: Pick<Actor, 'requestId'>) => GraphQLError;
  readonly createContext: (actor: Actor) => GraphContext;
};

/** Whether a document asks for the head of the log, which must then be read before everything else. */
function createCursorProbe(): (document: DocumentNode) => boolean {
  const known = new WeakMap<DocumentNode, boolean>();
  return (document) => {
    let asks = known.get(document);
    if (asks === undefined) {
      asks = false;
      visit(document, { Field: ({ name }) => void (asks ||= name.value === 'eventCursor') });
      known.set(document, asks);
    }
    return asks;
  };
}

/** The one place where documents are executed, whether they come over HTTP, a socket, or from a REST route in process. */
export function createGraph(
  schema: GraphQLSchema,
  contexts: GraphContexts,
  report: (error: unknown, requestId: string) => void,
): Graph {
  const asksForCursor = createCursorProbe();
  const planOf = createPlans(schema);
  const maskError: Graph['maskError'] = (error, { requestId }) =>
    toPublicError(error, requestId, (hidden) => report(hidden, requestId));

  return {
    schema,
    parse: createDocumentParser(),
    check: createOperationCheck(schema),
    isKeepable: createKeepable(schema),
    maskError,
    createContext: (actor) => contexts.open(actor),
    async execute({ actor, document, operationName, variables, idempotency, expected, signal }) {
      const contextValue = contexts.open(actor, idempotency, expected, signal);
      try {
        if (asksForCursor(document)) await contextValue.eventCursor();
        const variableValues = toRecord(variables);
        const plan = planOf(document, operationName ?? null);
        const { errors, ...result } = plan
          ? await executePlan(plan, { variables: variableValues, contextValue })
          : await execute({ schema, document, operationName: operationName ?? null, variableValues, contextValue });
        return errors ? { errors: errors.map((error) => maskError(error, actor)), ...result } : result;
      } catch (error) {
        return { errors: [maskError(error, actor)] };
      }
    },
  };
}

const toRecord = (variables: unknown): Record<string, unknown> =>
  typeof variables === 'object' && variables !== null ? { ...variables } : {};
