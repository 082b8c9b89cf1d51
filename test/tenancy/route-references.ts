import { z } from 'zod';
import { ai93 } from '../../compat/ai93/dialect.ts';
import { chat } from '../../compat/quincer/chat/dialect.ts';
import { clawcrm } from '../../compat/clawcrm/dialect.ts';
import type { RestDialect } from '../../compat/dialect.ts';
import { quincer } from '../../compat/quincer/dialect.ts';
import type { Route } from '../../compat/route/route.ts';

export type Where = 'path' | 'query' | 'body';

/** A place of a route where a caller can name a row, or the whole route where there is none. */
export type RouteReference = {
  /** Such as `Quincer GET /leads query.widget_id`. */
  readonly place: string;
  readonly dialect: RestDialect;
  readonly route: Route;
  readonly reference: { readonly where: Where; readonly name: string } | null;
};

// Another vendor's token names no row of ours.
const namesRow =
  /^(?!personal_access_token$)(id|ids|.*_ids?|.*[a-z]Ids?|.*stage|moveTo|assigned_to|assignedTo|(starting_)?after|.*token)$/i;

/** The fields of an object that may be left out; a list's rows are named by its own name. */
function fieldsBelow(schema: unknown): Readonly<Record<string, unknown>> {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return fieldsBelow(schema.unwrap());
  return schema instanceof z.ZodObject ? schema.shape : {};
}

/** Names of fields below one another are joined by a dot. */
const namesIn = (shape: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(shape).flatMap(([name, schema]) => [
    ...(namesRow.test(name) ? [name] : []),
    ...namesIn(fieldsBelow(schema)).map((below) => `${name}.${below}`),
  ]);

const referencesIn = (where: Where, shape: Readonly<Record<string, unknown>>) =>
  namesIn(shape).map((name) => ({ where, name }));

function referencesOf(dialect: RestDialect, route: Route): RouteReference[] {
  const name = `${dialect.title} ${route.method.toUpperCase()} ${route.path || '/'}`;
  const found = [
    ...referencesIn('path', route.params.shape),
    ...referencesIn('query', route.query.shape),
    ...referencesIn('body', route.body.shape),
  ];
  if (found.length === 0) return [{ place: name, dialect, route, reference: null }];
  return found.map((reference) => ({
    place: `${name} ${reference.where}.${reference.name}`,
    dialect,
    route,
    reference,
  }));
}

/** Every place of every route of every dialect, read from the tables that mount them. */
export const routeReferences: readonly RouteReference[] = [quincer, ai93, clawcrm, chat].flatMap((dialect) =>
  dialect.routes.flatMap((route) => referencesOf(dialect, route)),
);

export type Call = { readonly method: string; readonly path: string; readonly body: object | undefined };

function withField(fields: object, name: string, value: unknown): object {
  const [first = '', ...below] = name.split('.');
  return { ...fields, [first]: below.length === 0 ? value : withField({}, below.join('.'), value) };
}

/** The calls that put a value in that place: one for each spelling of the route and of the parameter. */
export function callsWith({ dialect, route, reference }: RouteReference, value: string, rest: object): Call[] {
  if (!reference) return [];
  const { where, name } = reference;
  const given = where === 'body' && route.body.shape[name] instanceof z.ZodArray ? [value] : value;
  const aliases = Object.entries(where === 'query' ? route.aliases.query : route.aliases.body);
  const names = where === 'path' ? [name] : [name, ...aliases.filter(([, of]) => of === name).map(([alias]) => alias)];
  return [route.method, ...route.aliases.methods].flatMap((method) =>
    [route.path, ...route.aliases.paths].flatMap((pattern) =>
      names.map((spelling) => {
        const path = dialect.basePath + pattern.replace(`:${name}`, where === 'path' ? value : `:${name}`);
        const named = withField(rest, spelling, given);
        const search = new URLSearchParams({ ...rest, [spelling]: value }).toString();
        const body = where === 'body' ? named : rest;
        return {
          method: method.toUpperCase(),
          path: where === 'query' ? `${path}?${search}` : path,
          body: method === 'get' || where === 'query' ? undefined : body,
        };
      }),
    ),
  );
}
