import type pg from 'pg';
import type { Prisma } from '../generated/prisma/client.ts';
import { createStatementNames } from '../open/name-statements.ts';
import { scopeArgs, type ScopedClient, type ScopedReader, type TenantScope } from '../scoped.ts';
import { tables } from '../write/tables.ts';
import { delegateName } from './columns.ts';
import { toRows } from './references.ts';
import { type Compiled, type ReadArgs, toStatement } from './statement.ts';
import { asTexts, asTheOrm } from './values.ts';

type Model = Prisma.ModelName;
type Row = Record<string, unknown>;
type Ask = (model: Model, operation: Compiled, args: ReadArgs) => Promise<Row[]> | null;
type Operations = Record<Compiled, (args?: ReadArgs) => Promise<unknown>>;

const models = new Map<string | symbol, Model>(
  Object.keys(tables).map((model) => [delegateName(model), model as Model]),
);

/** A table as it is read: by statements of our own, and by the ORM where they do not reach. */
function delegateOf(model: Model, orm: () => Operations, ask: Ask): object {
  const own: Operations = {
    findMany: (args = {}) => ask(model, 'findMany', args) ?? orm().findMany(args),
    findFirst: (args = {}) => ask(model, 'findFirst', args)?.then(([row]) => row ?? null) ?? orm().findFirst(args),
    count: (args = {}) => ask(model, 'count', args)?.then(([row]) => row?.['count']) ?? orm().count(args),
  };
  return new Proxy(own, {
    get: (_, name): unknown => Reflect.get(own, name) ?? Reflect.get(orm(), name),
    has: (_, name) => Reflect.has(own, name) || Reflect.has(orm(), name),
  });
}

/**
 * Opens the database for reading, outside transactions. What lists and look-ups ask, `where`, `orderBy`, `take`, `skip` and
 * `select` of one table, is one named statement, with the same rows as the ORM's answer. Whatever lies beyond that is asked through
 * the ORM.
 */
export function createReaders(pool: Pick<pg.Pool, 'query'>, types = asTheOrm) {
  const nameOf = createStatementNames();
  const readers = new WeakMap<ScopedClient, ScopedReader>();

  const askAs =
    (scope: TenantScope): Ask =>
    (model, operation, args) => {
      const statement = toStatement(model, operation, scopeArgs(model, operation, scope, args), scope);
      if ('beyond' in statement) return null;
      const { text, values, fields, references } = statement;
      const query = { name: nameOf({ sql: text, args: values }), text, values, types };
      if (references.length === 0) return pool.query<Row>(query).then(({ rows }) => rows);
      return pool.query<unknown[]>({ ...query, rowMode: 'array' }).then(({ rows }) => toRows(rows, fields, references));
    };

  function throughTheOrm(client: ScopedClient, name: string | symbol): Operations {
    if (types !== asTheOrm) throw new Error('Texts are answered by statements of our own alone.');
    return Reflect.get(client, name) as Operations;
  }

  function open(client: ScopedClient, scope: TenantScope): ScopedReader {
    const ask = askAs(scope);
    const delegates: Record<string, unknown> = {};
    const reader: unknown = new Proxy(delegates, {
      // Pothos asks whether there is such a table before it reads one.
      has: (_, name) => Reflect.has(client, name),
      get(opened, name): unknown {
        const model = models.get(name);
        if (model === undefined) return Reflect.get(client, name);
        return (opened[model] ??= delegateOf(model, () => throughTheOrm(client, name), ask));
      },
    });
    // The operations and their types are the ORM's: the tests hold one against the other.
    return reader as ScopedReader;
  }

  return (client: ScopedClient, scope: TenantScope): ScopedReader => {
    const reader = readers.get(client) ?? open(client, scope);
    readers.set(client, reader);
    return reader;
  };
}

/** A row as text: instants in ISO 8601, JSON as the database writes it. */
export type Texts<Row> = {
  readonly [Column in keyof Row]: Prisma.JsonValue extends Row[Column] ? string | null : TextOf<Row[Column]>;
};
type TextOf<Value> = Value extends Date ? string : Value;

type TextTable<M extends Model> = {
  findMany(args: object): Promise<Texts<Prisma.TypeMap['model'][M]['payload']['scalars']>[]>;
  findFirst(args: object): Promise<Texts<Prisma.TypeMap['model'][M]['payload']['scalars']> | null>;
  count(args: object): Promise<number>;
};

export type TextReader = { readonly [M in Model as Uncapitalize<M>]: TextTable<M> };

/** Reads the same rows as text, for who only writes them down again. */
export function createTextReaders(pool: Pick<pg.Pool, 'query'>) {
  const readerOf = createReaders(pool, asTexts);
  return (client: ScopedClient, scope: TenantScope): TextReader => {
    const reader: object = readerOf(client, scope);
    // Its values are what `asTexts` parses.
    return reader as TextReader;
  };
}
