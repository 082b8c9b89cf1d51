import { createStatementNames } from '../open/name-statements.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { delegateName } from '../reader/columns.ts';
import { toRows } from '../reader/references.ts';
import { type Compiled, type ReadArgs, toStatement } from '../reader/statement.ts';
import { asTheOrm } from '../reader/values.ts';
import { scopeArgs, type TenantScope } from '../scoped.ts';
import { tables } from '../write/tables.ts';
import type { JoinedOrm } from './joined-orm.ts';
import { rowAsMade } from './row-as-made.ts';
import type { Transaction } from './transaction.ts';
import { type CompiledWrite, toWriteStatement, type WriteArgs } from './write-statement.ts';

type Row = Record<string, unknown>;
type Operation = (args?: object) => Promise<unknown>;

const models = new Map<string, Prisma.ModelName>(
  Object.keys(tables).map((model) => [delegateName(model), model as Prisma.ModelName]),
);

const nameOf = createStatementNames();

/** The statements of a transaction's tables; each answers null where only the ORM knows how to ask. */
function createStatements(transaction: Transaction, scope: TenantScope) {
  async function ask(model: Prisma.ModelName, operation: Compiled, args: ReadArgs): Promise<Row[] | null> {
    const statement = toStatement(model, operation, scopeArgs(model, operation, scope, { ...args }), scope);
    if ('beyond' in statement) return null;
    const { text, values, fields, references } = statement;
    const question = { name: nameOf({ sql: text, args: values }), text, values, types: asTheOrm };
    if (references.length === 0) return (await transaction.query<Row>(question)).rows;
    const { rows } = await transaction.query<unknown[] & Row>({ ...question, rowMode: 'array' });
    return toRows(rows, fields, references);
  }

  function toQuestion(model: Prisma.ModelName, operation: CompiledWrite, args: WriteArgs) {
    const statement = toWriteStatement(model, operation, args);
    if ('beyond' in statement) return null;
    const { text, values } = statement;
    return { name: nameOf({ sql: text, args: values }), text, values, types: asTheOrm };
  }

  async function change(model: Prisma.ModelName, operation: CompiledWrite, args: WriteArgs) {
    const question = toQuestion(model, operation, scopeArgs(model, operation, scope, { ...args }));
    return question && transaction.query<Row>(question);
  }

  /** Makes a row, and answers it as it will be read; null where only reading it tells. */
  function make(model: Prisma.ModelName, args: WriteArgs): Row | null {
    const { data } = scopeArgs(model, 'createUnread', scope, { ...args });
    const row = typeof data === 'object' && data ? rowAsMade(model, data) : null;
    const question = row && toQuestion(model, 'createUnread', { data });
    if (question) transaction.send(question);
    return question && row;
  }

  return { ask, change, make };
}

/** Tables as an actor may read and change them in a transaction: by statements of our own, and by the ORM where they do not reach. */
export function openTables(transaction: Transaction, scope: TenantScope, orm: JoinedOrm): object {
  const { ask, change, make } = createStatements(transaction, scope);

  function delegateOf(name: string, model: Prisma.ModelName): object {
    const throughTheOrm = async (operation: string, args: unknown): Promise<unknown> => {
      const delegate: unknown = Reflect.get(await orm.open(), name);
      const method: unknown = typeof delegate === 'object' && delegate && Reflect.get(delegate, operation);
      if (typeof method !== 'function') throw new Error(`The client has no operation ${operation} of ${name}.`);
      return method.call(delegate, args);
    };
    const own: Record<string, Operation> = {
      findMany: async (args = {}) => (await ask(model, 'findMany', args)) ?? throughTheOrm('findMany', args),
      async findFirst(args = {}) {
        const rows = await ask(model, 'findFirst', args);
        return rows ? (rows[0] ?? null) : throughTheOrm('findFirst', args);
      },
      async count(args = {}) {
        const rows = await ask(model, 'count', args);
        return rows ? rows[0]?.['count'] : throughTheOrm('count', args);
      },
      async create(args = {}) {
        const changed = await change(model, 'create', args);
        return changed ? changed.rows[0] : throughTheOrm('create', args);
      },
      createUnread: async (args = {}) => make(model, args) ?? own['create']?.(args),
      async updateManyAndReturn(args = {}) {
        const changed = await change(model, 'updateManyAndReturn', args);
        return changed ? changed.rows : throughTheOrm('updateManyAndReturn', args);
      },
      async deleteMany(args = {}) {
        const changed = await change(model, 'deleteMany', args);
        return changed ? { count: changed.rowCount ?? 0 } : throughTheOrm('deleteMany', args);
      },
    };
    return new Proxy(own, {
      get: (known, operation) =>
        typeof operation !== 'string'
          ? undefined
          : (known[operation] ?? ((args: unknown) => throughTheOrm(operation, args))),
    });
  }

  const opened: Record<string, object> = {};
  return new Proxy(opened, {
    get(known, name) {
      const model = typeof name === 'string' ? models.get(name) : undefined;
      if (model === undefined || typeof name !== 'string') return undefined;
      return (known[name] ??= delegateOf(name, model));
    },
  });
}
