import type pg from 'pg';
import type { Database } from '../../src/db/open/database.ts';

/** What the process sends on its own account, whoever asks for what: claiming deliveries, writing down the use of keys. */
const ownAccount = /skip locked|endpoints_with_work|insert into api_key_usage/i;

export type StatementCounter = {
  /** The statements sent to the database while `work` ran, in their order. */
  during(work: () => Promise<unknown>): Promise<string[]>;
};

function textOf(query: unknown): string {
  if (typeof query === 'string') return query;
  return typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : '';
}

/** Counts at the driver, below the ORM: every client the pool hands out is listened to. */
export function countStatements({ pool }: Pick<Database, 'pool'>): StatementCounter {
  const heard = new WeakSet<pg.PoolClient>();
  let statements: string[] = [];
  pool.on('acquire', (client) => {
    if (heard.has(client)) return;
    heard.add(client);
    const send: (...args: unknown[]) => unknown = client.query.bind(client);
    Object.assign(client, {
      query(...args: unknown[]) {
        const text = textOf(args[0]);
        if (!ownAccount.test(text)) statements.push(text);
        return send(...args);
      },
    });
  });
  return {
    async during(work) {
      statements = [];
      await work();
      return statements;
    },
  };
}
