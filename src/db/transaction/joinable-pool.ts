import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import type { Transaction } from './transaction.ts';

const joining = new AsyncLocalStorage<Transaction>();

/** What the ORM begins within `work` is part of the transaction. */
export const joinTo = <Result>(transaction: Transaction, work: () => Result): Result => joining.run(transaction, work);

const ends = new Set(['BEGIN', 'COMMIT', 'ROLLBACK']);
const nothing: pg.QueryResult = { command: '', rowCount: 0, oid: 0, fields: [], rows: [] };

/** The transaction's connection, as the ORM uses one: it neither begins nor ends there, nor gives it back. */
const lend = (transaction: Transaction) => ({
  query: async (question: pg.QueryConfig<unknown[]>) =>
    ends.has(question.text) ? nothing : transaction.query(question),
  on: () => undefined,
  removeListener: () => undefined,
  release: () => undefined,
});

/** The pool for the ORM: within `joinTo` its one connection is that of the transaction. */
export const toJoinablePool = (pool: pg.Pool): pg.Pool =>
  new Proxy(pool, {
    get(target, name) {
      const transaction = name === 'connect' ? joining.getStore() : undefined;
      if (transaction) return async () => lend(transaction);
      const member: unknown = Reflect.get(target, name);
      const bound: unknown = typeof member === 'function' ? member.bind(target) : member;
      return bound;
    },
  });
