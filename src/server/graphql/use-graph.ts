import type { DocumentNode, ExecutionArgs, ExecutionResult, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { isPublicCode } from '../../../schema/builder/errors.ts';
import type { Actor } from '../../access/actor.ts';
import { type DomainErrorCode, invalid } from '../../errors.ts';
import type { ExecuteOnce } from './execute-once.ts';
import type { Graph } from './graph.ts';
import type { HttpContext } from './http-context.ts';

type HttpExecution = ExecutionArgs & { contextValue: HttpContext };

/** Parses with our cache, checks every limit, executes with a context of its own, and lets no error out unmasked. */
export function useGraph(graph: Graph, executeOnce: ExecuteOnce): Plugin<HttpContext, HttpContext> {
  return {
    onParse({ setParseFn }) {
      setParseFn((source: string | { body: string }) => graph.parse(typeof source === 'string' ? source : source.body));
    },
    onValidate({ setResult, params, context }) {
      const validated: { documentAST: DocumentNode } = params;
      const { operationName = null, variables } = context.params;
      setResult([...graph.check({ document: validated.documentAST, operationName, variables: variables ?? {} })]);
    },
    onExecute({ args, setExecuteFn }) {
      const execution: HttpExecution = args;
      const { document, operationName, variableValues: variables, contextValue } = execution;
      const { actor, answered, repetition, signal } = contextValue;
      if (answered) return setExecuteFn(() => answered);
      const request = { actor, document, operationName, variables, signal };
      setExecuteFn(() => (repetition ? executeOnce(request, repetition) : graph.execute(request)));
    },
    onResponse({ response, serverContext: { repetition } }) {
      if (repetition?.replayed) response.headers.set('Idempotency-Replayed', 'true');
    },
    async onResultProcess({ result, setResult, resultProcessor, serverContext: { actor } }) {
      if (Symbol.asyncIterator in result) {
        // A caller who accepts no stream is refused, and nobody is left to end it.
        if (!resultProcessor) await result[Symbol.asyncIterator]().return?.();
        return;
      }
      const show = async (answer: Answer) => withStatus(await showAnswer(graph, answer, actor));
      setResult(Array.isArray(result) ? await Promise.all(result.map(show)) : await show(result));
    },
  };
}

type Answer = ExecutionResult | AsyncIterable<unknown>;

async function showAnswer(graph: Graph, answer: Answer, actor: Actor): Promise<ExecutionResult> {
  if (Symbol.asyncIterator in answer) {
    await answer[Symbol.asyncIterator]().return?.();
    return { errors: [graph.maskError(invalid('A subscription cannot be part of a batch.'), actor)] };
  }
  return answer.errors ? { ...answer, errors: answer.errors.map((error) => mask(graph, error, actor)) } : answer;
}

/**
 * An answer without data is no fault of ours unless its errors say so. Yoga knows of the difference by `spec` alone: 400
 * where the caller takes `application/graphql-response+json`, else 200, with the errors as the one answer of a stream.
 */
function withStatus(answer: ExecutionResult): ExecutionResult {
  if ('data' in answer) return answer;
  for (const { extensions } of answer.errors ?? []) {
    if (!extensions['http'] && !ourFaults.has(extensions['code']))
      Reflect.set(extensions, 'http', { status: 400, spec: true });
  }
  return answer;
}

const ourFaults: ReadonlySet<unknown> = new Set<DomainErrorCode | 'INTERNAL'>(['INTERNAL', 'UNAVAILABLE']);

/** Faults in the request itself are Yoga's to find; they keep the status it gives them. */
function mask(graph: Graph, error: GraphQLError, actor: Actor): GraphQLError {
  return isPublicCode(error.extensions?.['code']) ? error : graph.maskError(error, actor);
}
