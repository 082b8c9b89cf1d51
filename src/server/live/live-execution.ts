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
import type { RenderCache, Rendered } from './render-cache.ts';
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
  async function prepare({ document, operationName, variableValues, actor }: LiveOperation) {
    const args = { schema, document, operationName: operationName ?? null, variableValues: variableValues ?? {} };
    const own = { ...actor, requestId: randomUUID() };
    return { args: { ...args, contextValue: await createContext(own) }, actor: own };
  }

  const maskResult = (result: ExecutionResult, actor: Actor): ExecutionResult =>
    result.errors ? { ...result, errors: result.errors.map((error) => maskError(error, actor)) } : result;

  async function render(operation: LiveOperation, event: unknown): Promise<Rendered> {
    const { args, actor } = await prepare(operation);
    return toRendered(maskResult(await execute({ ...args, rootValue: event }), actor));
  }

  return {
    async subscribe(operation) {
      const { args, actor } = await prepare(operation);
      const source = await createSourceEventStream(args);
      if (!(Symbol.asyncIterator in source)) return maskResult(source, actor);
      const { document, operationName: name, variableValues: variables } = args;
      const key = subscriptionKey({ document, operationName: name, variables, rights: rightsDigest(actor) });
      return new RenderedStream({
        source: source[Symbol.asyncIterator](),
        mayGoOn: () => mayGoOn(actor),
        render: (event) => cache.get(`${key}/${idOf(event)}`, () => render(operation, event)),
        fail: (error) => toRendered({ errors: [maskError(error, actor)] }),
      });
    },
  };
}

type RenderedStreamOptions = {
  readonly source: AsyncIterator<unknown>;
  readonly mayGoOn: () => boolean;
  readonly render: (event: unknown) => Promise<Rendered>;
  readonly fail: (error: unknown) => Rendered;
};

/** One subscriber's answers. What ends the stream early is told in one last answer. */
export class RenderedStream implements AsyncIterableIterator<Rendered, undefined> {
  readonly #options: RenderedStreamOptions;
  readonly #onDone: (() => void)[] = [];
  #last: Rendered | undefined;
  #done = false;

  constructor(options: RenderedStreamOptions) {
    this.#options = options;
  }

  async next(): Promise<IteratorResult<Rendered, undefined>> {
    const { source, mayGoOn, render } = this.#options;
    try {
      const result = this.#done ? undefined : await source.next();
      if (result && !result.done && mayGoOn()) return { done: false, value: await render(result.value) };
      await this.return();
    } catch (error) {
      await this.end(error);
    }
    const value = this.#last;
    this.#last = undefined;
    return value ? { done: false, value } : { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<Rendered, undefined>> {
    if (!this.#done) {
      this.#done = true;
      for (const listener of this.#onDone) listener();
      await this.#options.source.return?.();
    }
    return { done: true, value: undefined };
  }

  /** Ends the stream with an answer that holds this error. */
  async end(error: unknown): Promise<void> {
    if (this.#done) return;
    this.#last = this.#options.fail(error);
    await this.return();
  }

  onDone(listener: () => void): void {
    this.#onDone.push(listener);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

function toRendered(result: ExecutionResult): Rendered {
  const json = Buffer.from(JSON.stringify(result));
  return { ...result, json, stringify: () => json.toString() };
}

function idOf(event: unknown): string {
  if (typeof event === 'object' && event !== null && 'id' in event && typeof event.id === 'string') return event.id;
  throw new TypeError('A subscription told of something that is no event of the log.');
}
