import type { DocumentNode } from 'graphql';
import type { z } from 'zod';
import type { Actor } from '../../src/access/actor.ts';
import type { OperationKind } from '../../src/access/rate-limit.ts';
import type { Scope } from '../../src/access/scopes.ts';
import type { RowPlace } from '../../src/db/write/expected-row.ts';
import { DomainError } from '../../src/errors.ts';
import type { BoundExecutor, BoundSubscriber, Operation } from '../http/execute.ts';
import type { ExportedLead, LeadExportRequest } from '../../src/server/lead-export.ts';
import { parseInput } from '../http/parse-input.ts';
import type { RestErrorCode } from '../http/rest-error.ts';
import { queryObject, strictObject } from './strict-object.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Older spellings that stay accepted: each maps to, or stands in for, the canonical one. */
export type RouteAliases = {
  readonly methods?: readonly Method[];
  readonly paths?: readonly string[];
  /** Alias to canonical name. */
  readonly query?: Readonly<Record<string, string>>;
  /** Alias to canonical name. */
  readonly body?: Readonly<Record<string, string>>;
};

/** A request after its transport was checked and its aliases were resolved, but before its fields were. */
export type RawInput = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly actor: Actor;
  /** The canonical path that was called, for links. */
  readonly path: string;
  /** What a visitor showed; null on routes that are not a visitor's. */
  readonly visitorToken: string | null;
  /** The event that a client which comes back to a stream had last. */
  readonly lastEventId: string | null;
};

/** What a route may do in the name of its caller. */
export type Reach = {
  readonly execute: BoundExecutor;
  readonly subscribe: BoundSubscriber;
  readonly exportLeads: (request: LeadExportRequest) => AsyncIterable<readonly ExportedLead[]>;
};

/** What a route answers: a body that becomes JSON, or text of another media type in parts. */
export type Outcome =
  | { readonly body: unknown; readonly headers?: Readonly<Record<string, string>> }
  | { readonly stream: AsyncIterable<string>; readonly media: string };

export type RouteFacts = {
  readonly method: Method;
  /** Below the dialect's base path; `:name` is a parameter. */
  readonly path: string;
  readonly kind: OperationKind;
  /** Null where any key of the dialect may call, and on public routes. */
  readonly scope: Scope | null;
  readonly summary: string;
  readonly description?: string;
  readonly aliases?: RouteAliases;
  /** What its documents call it; the name of its GraphQL document by default. */
  readonly name?: string;
  /** An older call of its own shape: the path below the base that replaces it, by its parameters. */
  readonly successor?: (query: Readonly<Record<string, string>>) => string;
  /** 201 for what creates, else 200. */
  readonly status?: 200 | 201;
  /** Public routes need no credential. */
  readonly access?: 'key' | 'public';
  /** Whether a visitor of a page speaks, who shows a `Visitor-Token` or `visitor_token` in the body. */
  readonly visitor?: boolean;
  /**
   * The path parameter that names a conversation whose visitor reads: the route runs in that visitor's name, who shows its
   * `Visitor-Token`; for anybody else there is no such conversation.
   */
  readonly visitorOf?: string;
  /** Whether the answer holds a secret: it is told once and not kept, so that a repetition is refused. */
  readonly tellsOnce?: boolean;
  /** What it answers; `application/json` by default. */
  readonly media?: string;
  /** Whether `Link: rel="next"` may lead to more. */
  readonly pages?: boolean;
  /** Ways to refuse that neither its shape nor a hint of its own tells of, for its documents. */
  readonly refuses?: readonly RestErrorCode[];
  /** What to change, where the general hint of an error says too little. */
  readonly hints?: Partial<Record<RestErrorCode, string>>;
};

/** A route as everything after its definition sees it: mounting, documentation, tests. */
export type Route = Required<
  Omit<RouteFacts, 'description' | 'aliases' | 'hints' | 'name' | 'successor' | 'visitorOf'>
> & {
  readonly visitorOf: string | null;
  /** Whether it takes an `Idempotency-Key`. */
  readonly idempotent: boolean;
  readonly name: string | null;
  readonly successor: ((query: Readonly<Record<string, string>>) => string) | null;
  readonly description: string;
  readonly aliases: Required<RouteAliases>;
  readonly hints: Partial<Record<RestErrorCode, string>>;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body: z.ZodObject;
  /** Undefined where it takes no body. */
  readonly example: unknown;
  readonly reply: z.ZodType;
  /** The GraphQL document this route runs; null for a page that tells only of itself. */
  readonly document: DocumentNode | null;
  run(reach: Reach, input: RawInput): Promise<Outcome>;
  /** Makes the answer again from what the write left, where the first answer was lost. */
  readonly rebuild: Rebuild | null;
  /** The one resource it writes, where a GET shows it. @throws INVALID as `run` does */
  readonly resource: ((input: RawInput) => Resource) | null;
};

/** What a write changes: the GET route that shows it, for its `ETag`, and the row behind. */
export type Resource = {
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly place: RowPlace;
};

export type Rebuild = {
  readonly scope: Scope;
  run(reach: Reach, input: RawInput, resourceId: string | null): Promise<unknown>;
};

export type Fields<Params, Query, Body> = {
  readonly params: z.output<Params>;
  readonly query: z.output<Query>;
  readonly body: z.output<Body>;
  readonly actor: Actor;
  readonly visitorToken: string | null;
};

const none = strictObject({});
const noParameters: None = queryObject({});
export type None = typeof none;

type RouteDefinition<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodObject,
  Reply extends z.ZodType,
  Result,
  Variables,
  RebuildResult,
  RebuildVariables,
> = RouteFacts & {
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** A body that works, for its documents; ids in it stand for ones there are. */
  readonly example?: z.input<Body>;
  readonly reply: Reply;
  readonly operation: Operation<Result, Variables>;
  readonly variables: (fields: Fields<Params, Query, Body>) => Variables;
  readonly present: (data: Result, fields: Fields<Params, Query, Body>) => z.input<Reply>;
  readonly resource?: (fields: Fields<Params, Query, Body>) => Resource;
  /** What it answers in place of a refusal of the graph, which a null lets stand. */
  readonly recover?: (error: DomainError) => Result | null;
  readonly rebuild?: {
    readonly operation: Operation<RebuildResult, RebuildVariables>;
    readonly variables: (fields: Fields<Params, Query, Body>, resourceId: string | null) => RebuildVariables;
    readonly present: (data: RebuildResult, fields: Fields<Params, Query, Body>) => z.input<Reply>;
    /** What reading needs; the caller was shown the same before, whatever its key may read otherwise. */
    readonly scope: Scope;
  };
};

/** A documented call, and the GraphQL document that answers it. The same table mounts, documents and tests it. */
export function route<
  Reply extends z.ZodType,
  Result,
  Variables,
  Params extends z.ZodObject = None,
  Query extends z.ZodObject = None,
  Body extends z.ZodObject = None,
  RebuildResult = never,
  RebuildVariables = never,
>(definition: RouteDefinition<Params, Query, Body, Reply, Result, Variables, RebuildResult, RebuildVariables>): Route {
  const { params, query, body, example, operation, variables, present, rebuild, resource, recover, ...facts } =
    definition;
  const schemas = { params: params ?? none, query: query ?? noParameters, body: body ?? none };
  const parse = (input: RawInput) => fieldsOf<Params, Query, Body>({ params, query, body }, input);
  return {
    ...withDefaults(facts),
    ...schemas,
    example,
    document: operation,
    resource: resource === undefined ? null : (input) => resource(parse(input)),
    async run({ execute }, input) {
      const fields = parse(input);
      const data = await execute(operation, variables(fields)).catch((error: unknown) => {
        const recovered = error instanceof DomainError ? recover?.(error) : null;
        if (recovered == null) throw error;
        return recovered;
      });
      return { body: present(data, fields) };
    },
    rebuild:
      rebuild === undefined
        ? null
        : {
            scope: rebuild.scope,
            async run({ execute }, input, resourceId) {
              const fields = parse(input);
              const data = await execute(rebuild.operation, rebuild.variables(fields, resourceId));
              return rebuild.present(data, fields);
            },
          },
  };
}

type Schemas<Params, Query, Body> = {
  readonly params?: Params | undefined;
  readonly query?: Query | undefined;
  readonly body?: Body | undefined;
};

/** @throws INVALID with a sentence about the first thing that is wrong. */
export const fieldsOf = <Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodObject>(
  { params, query, body }: Schemas<Params, Query, Body>,
  input: RawInput,
): Fields<Params, Query, Body> => ({
  params: parseOr(params, input.params),
  query: parseOr(query, input.query, noParameters),
  body: parseOr(body, input.body),
  actor: input.actor,
  visitorToken: input.visitorToken,
});

/** A schema may be left out exactly where its type parameter is `None`. */
function parseOr<Schema extends z.ZodObject>(
  schema: Schema | undefined,
  value: unknown,
  absent = none,
): z.output<Schema> {
  if (schema !== undefined) return parseInput(schema, value);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schemas just parsed are the ones the type is of
  return parseInput(absent, value) as z.output<Schema>;
}

/** A route that only tells of itself and runs no document. */
export function page<Reply extends z.ZodType>(
  definition: RouteFacts & { readonly reply: Reply; readonly present: () => z.input<Reply> },
): Route {
  const { present, ...facts } = definition;
  return {
    ...withDefaults(facts),
    params: none,
    query: noParameters,
    body: none,
    example: undefined,
    document: null,
    async run(_reach, input) {
      parseInput(noParameters, input.query);
      return { body: present() };
    },
    rebuild: null,
    resource: null,
  };
}

export function withDefaults<Facts extends RouteFacts>(facts: Facts) {
  return {
    ...facts,
    description: facts.description ?? '',
    aliases: { methods: [], paths: [], query: {}, body: {}, ...facts.aliases },
    hints: facts.hints ?? {},
    refuses: facts.refuses ?? [],
    name: facts.name ?? null,
    successor: facts.successor ?? null,
    status: facts.status ?? 200,
    media: facts.media ?? 'application/json',
    pages: facts.pages ?? false,
    access: facts.access ?? 'key',
    visitor: facts.visitor ?? false,
    visitorOf: facts.visitorOf ?? null,
    tellsOnce: facts.tellsOnce ?? false,
    idempotent: facts.method === 'post' && facts.access !== 'public',
  };
}
