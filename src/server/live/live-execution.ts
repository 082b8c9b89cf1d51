import { randomUUID } from 'node:crypto';
import {
  createSourceEventStream,
  type DocumentNode,
  execute,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import type { Actor } from '../../access/actor.ts';
import { rightsDigest } from '../../access/rights-digest.ts';
import { Follower } from '../../events/follow.ts';
import type { LogEvent } from '../../events/snapshot.ts';
import { TypingFollower, type TypingHint } from '../../events/typing.ts';
import { ofItsOwn } from '../../own-memory.ts';
import { answerOf, createAudiences } from './audiences.ts';
import type { RenderCache, Rendered } from './render-cache.ts';
import { RenderedStream } from './rendered-stream.ts';
import { subscriptionKey } from './subscription-key.ts';

/** Makes an error fit to be seen: what is not meant for the caller is replaced by the request's id. */
export type MaskError = (error: unknown, actor: Actor) => GraphQLError;

export type LiveDependencies = {
  readonly schema: GraphQLSchema;
  /** Called once to subscribe and once for every event: a context is never used twice. */
  readonly createContext: (actor: Actor) => unknown;
  readonly maskError: MaskError;
  readonly cache: RenderCache;
  /** Looked at before each event: ends what is open where the caller's time has come. */
  readonly mayGoOn: (actor: Actor) => boolean;
};

/** A subscription that has been parsed, validated and held against every limit. */
export type LiveOperation = {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variableValues?: Readonly<Record<string, unknown>> | null | undefined;
  readonly actor: Actor;
};

export type LiveExecution = {
  /** The stream of answers, or the one answer that says why there is none. */
  subscribe(operation: LiveOperation): Promise<RenderedStream | ExecutionResult>;
};

/** Executes subscriptions whose source is the event log: each event once for all who asked the same with the same rights. */
export function createLiveExecution({
  schema,
  createContext,
  maskError,
  cache,
  mayGoOn,
}: LiveDependencies): LiveExecution {
  const audiences = createAudiences(cache);

  async function prepare({ document, operationName, variableValues, actor }: LiveOperation) {
    const args = { schema, document, operationName: operationName ?? null, variableValues: variableValues ?? {} };
    const own = { ...actor, requestId: randomUUID() };
    return { args: { ...args, contextValue: await createContext(own) }, actor: own };
  }

  const maskResult = (result: ExecutionResult, actor: Actor): ExecutionResult =>
    result.errors ? { ...result, errors: result.errors.map((error) => maskError(error, actor)) } : result;

  async function render(operation: LiveOperation, event: LogEvent | TypingHint): Promise<Rendered> {
    const { args, actor } = await prepare(operation);
    return toRendered(maskResult(await execute({ ...args, rootValue: event }), actor));
  }

  return {
    async subscribe(operation) {
      const { args, actor } = await prepare(operation);
      const source = await createSourceEventStream(args);
      if (!(Symbol.asyncIterator in source)) return maskResult(source, actor);
      if (!(source instanceof Follower || source instanceof TypingFollower))
        throw new TypeError('A subscription follows neither the log nor who writes.');
      const { document, operationName: name, variableValues: variables } = args;
      const key = subscriptionKey({ document, operationName: name, variables, rights: rightsDigest(actor) });
      const { audience, leave } = audiences.join(key);
      const stream = new RenderedStream({
        source,
        mayGoOn: () => mayGoOn(actor),
        render: (event) =>
          'isTyping' in event
            ? answerOf(render(operation, event))
            : audience.answer(event, () => render(operation, event)),
        fail: (error) => toRendered({ errors: [maskError(error, actor)] }),
      });
      stream.onDone(leave);
      return stream;
    },
  };
}

function toRendered(result: ExecutionResult): Rendered {
  const messageEnd = ofItsOwn(Buffer.from(`${JSON.stringify(result)}}`));
  return { ...result, messageEnd, stringify: () => messageEnd.toString('utf8', 0, messageEnd.length - 1) };
}
