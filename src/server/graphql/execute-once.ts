import { type ExecutionResult, GraphQLError, print } from 'graphql';
import { z } from 'zod';
import { toGlobalId } from '../../ids.ts';
import type { Actor } from '../../access/actor.ts';
import type { IdempotencyClaim } from '../../db/write/idempotency.ts';
import { IdempotencyReplay, invalid } from '../../errors.ts';
import {
  answerOnce,
  claimOf,
  finalCodes,
  idempotencyKeyHeader,
  type IdempotencyStore,
  lostAnswer,
} from '../../http/idempotency.ts';
import { limits } from '../../limits.ts';
import type { Graph, GraphExecution } from './graph.ts';
import { createMutationReader, type Mutation } from './read-mutation.ts';

/** What a request with an `Idempotency-Key` says, and what came of it. */
export type Repetition = { readonly key: string; replayed: boolean };

export type ExecuteOnce = (execution: GraphExecution, repetition: Repetition) => Promise<ExecutionResult>;

type Dependencies = {
  readonly graph: Graph;
  readonly store: IdempotencyStore;
  readonly report: (error: unknown, requestId: string) => void;
};

/** Executes a mutation of one field once for its `Idempotency-Key`, and answers its repetitions as the first time; queries as ever. */
export function createExecuteOnce({ graph, store, report }: Dependencies): ExecuteOnce {
  const read = createMutationReader(graph.schema);

  return async (execution, repetition) => {
    const { actor, document, operationName, variables } = execution;
    const mutation = read(document, operationName);
    if (!mutation) return graph.execute(execution);
    try {
      requireOneField(mutation);
      const asked = { query: print(document), operationName: operationName ?? null, variables: variables ?? {} };
      const claim = claimOf(repetition.key, 'POST', '/graphql', asked);
      const answer = await answerOnce({
        store,
        actor,
        claim,
        report: (error) => report(error, actor.requestId),
        run: async () => runToEnd(graph, { ...execution, idempotency: claim }, claim, mutation),
        rebuild: async (rowId) => {
          const id = rowId && (await findResource(graph, actor, mutation, rowId));
          throw lostAnswer(id, id === null ? {} : { resourceId: id });
        },
      });
      repetition.replayed = answer.replayed;
      return fromKept(answer.body);
    } catch (error) {
      return { errors: [graph.maskError(error, actor)] };
    }
  };
}

function requireOneField({ fields }: Mutation): void {
  if (fields.length === 1) return;
  const names = fields.join(', ');
  throw invalid(`An Idempotency-Key stands for one change: send ${names} each by itself.`, idempotencyKeyHeader);
}

async function runToEnd(graph: Graph, execution: GraphExecution, claim: IdempotencyClaim, { secret }: Mutation) {
  const result = await graph.execute(execution);
  const [error] = result.errors ?? [];
  // Another request has taken the key: `answerOnce` asks what became of it.
  if (error?.originalError instanceof IdempotencyReplay) throw error.originalError;
  const body = JSON.stringify(result);
  const stands = claim.claimed || error === undefined || finalCodes.has(error.extensions['code']);
  return { status: 200, body, keep: stands && !secret && Buffer.byteLength(body) <= limits.keptAnswerBytes };
}

/** The id of a row as the graph shows it: of the types that the mutation answers, the one that has such a row. */
async function findResource(graph: Graph, actor: Actor, { nodeTypes }: Mutation, rowId: string) {
  const ids = nodeTypes.map((type) => toGlobalId(type, rowId));
  if (ids.length < 2) return ids[0] ?? rowId;
  const document = graph.parse('query FindResource($id: ID!) { node(id: $id) { id } }');
  for (const id of ids) {
    const { data } = await graph.execute({ actor, document, variables: { id } });
    if (data?.['node']) return id;
  }
  return rowId;
}

const keptAnswer = z.object({
  data: z.record(z.string(), z.unknown()).nullable().exactOptional(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).exactOptional(),
        extensions: z.record(z.string(), z.unknown()).exactOptional(),
      }),
    )
    .exactOptional(),
});

function fromKept(body: string): ExecutionResult {
  const { errors, ...answer } = keptAnswer.parse(JSON.parse(body));
  if (!errors) return answer;
  return { errors: errors.map(({ message, ...told }) => new GraphQLError(message, told)), ...answer };
}
