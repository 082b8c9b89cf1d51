import type { OpenApiDocument, Operation } from './document.ts';
import { exampleOf } from './example-of.ts';
import { bodyFieldsOf, type Field, parametersOf } from './read-fields.ts';

export type Route = {
  /** By which an address names it. */
  readonly key: string;
  /** Whose API it is, as the graph calls its dialect. */
  readonly dialect: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly isOlder: boolean;
  /** Other methods and paths that are taken as this one. */
  readonly older: readonly string[];
  readonly scope: string | null;
  /** Which key it takes, in Markdown; null where it takes none. */
  readonly credential: string | null;
  /** What the document calls that key; null where it takes none. */
  readonly scheme: string | null;
  readonly fields: readonly Field[];
  /** What to send; undefined where it takes no body. */
  readonly body: unknown;
  readonly answer: { readonly status: string; readonly media: string | null; readonly example: string | null };
  readonly refusals: readonly { readonly status: string; readonly description: string }[];
  /** The document that answers it; null where it reads none. */
  readonly graphql: string | null;
};

export type Resource = { readonly name: string; readonly description: string; readonly routes: readonly Route[] };
export type Dialect = { readonly title: string; readonly resources: readonly Resource[] };

const alias = /\.alias\d+$/;

/** The route an address means, which may name one of its older spellings. */
export const keyOf = (operationId: string): string => operationId.replace(alias, '');

type Named = { readonly method: string; readonly path: string; readonly operation: Operation };

/** A document as people look for routes in it: by resource, each route once, with its older spellings. */
export function readRoutes(dialect: string, { info, tags, paths, components }: OpenApiDocument): Dialect {
  const all = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): Named => ({ method: method.toUpperCase(), path, operation })),
  );
  const older = Map.groupBy(
    all.filter(({ operation }) => alias.test(operation.operationId)),
    ({ operation }) => keyOf(operation.operationId),
  );
  const current = Map.groupBy(
    all.filter(({ operation }) => !alias.test(operation.operationId)),
    ({ operation }) => operation.tags[0] ?? '',
  );
  const told = new Map(tags.map(({ name, description }) => [name, description]));
  return {
    title: info.title,
    resources: [...current].map(([name, routes]) => ({
      name,
      description: told.get(name) ?? '',
      routes: routes.map((route) => toRoute(dialect, route, older.get(route.operation.operationId) ?? [], components)),
    })),
  };
}

function toRoute(
  dialect: string,
  { method, path, operation }: Named,
  older: readonly Named[],
  { securitySchemes, schemas }: OpenApiDocument['components'],
): Route {
  const [scheme] = Object.keys(operation.security[0] ?? {});
  const body = operation.requestBody?.content['application/json'];
  const answers = Object.entries(operation.responses);
  const [status, answer] = answers.find(([code]) => code.startsWith('2')) ?? ['', undefined];
  const [media, content] = Object.entries(answer?.content ?? {})[0] ?? [null, undefined];
  return {
    key: operation.operationId,
    dialect,
    method,
    path,
    summary: operation.summary,
    description: operation.description,
    isOlder: operation.deprecated,
    older: older.map((other) => `${other.method} ${other.path}`),
    scope: operation['x-scope'] ?? null,
    scheme: scheme ?? null,
    credential: scheme === undefined ? null : (securitySchemes[scheme]?.description ?? ''),
    fields: [...parametersOf(operation), ...(body ? bodyFieldsOf(body.schema, schemas) : [])],
    body: body && (body.example ?? exampleOf(body.schema, schemas)),
    answer: {
      status,
      media,
      example:
        content && media === 'application/json' ? JSON.stringify(exampleOf(content.schema, schemas), null, 2) : null,
    },
    refusals: answers
      .filter(([code]) => !code.startsWith('2'))
      .map(([code, { description }]) => ({ status: code, description })),
    graphql: operation['x-graphql-document'] ?? null,
  };
}
