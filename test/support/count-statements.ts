import type pg from 'pg';
import type { Database } from '../../src/db/open/database.ts';
import { putOffSchedules } from './put-off-schedules.ts';

/** What the process sends on its own account, whoever asks for what: claiming deliveries and jobs, writing down the use of keys, ending leases. */
const ownAccount =
  /skip locked|endpoints_with_work|insert into api_key_usage|where taken_over_until <=|^\s*update jobs\b|min\(head\.run_at|on conflict \(org_id, kind, key\) do update/i;

export type Statement = { readonly text: string; readonly values: readonly unknown[] };

export type StatementCounter = {
  /** The statements sent to the database while `work` ran, in their order. */
  during(work: () => Promise<unknown>): Promise<string[]>;
  /** The same with the values of their parameters. */
  statementsDuring(work: () => Promise<unknown>): Promise<Statement[]>;
};

/** What is sent by a call of `query`: a text and its values, or an object of both. */
function toStatement([query, given]: readonly unknown[]): Statement {
  const own = typeof query === 'object' && query !== null ? query : {};
  const text = typeof query === 'string' ? query : 'text' in own ? String(own.text) : '';
  const values = 'values' in own ? own.values : given;
  return { text, values: Array.isArray(values) ? values : [] };
}

/** Counts at the driver, below the ORM: every client the pool hands out is listened to. */
export function countStatements({ pool }: Pick<Database, 'pool'>): StatementCounter {
  const heard = new WeakSet<pg.PoolClient>();
  let statements: Statement[] = [];
  pool.on('acquire', (client) => {
    if (heard.has(client)) return;
    heard.add(client);
    const send: (...args: unknown[]) => unknown = client.query.bind(client);
    Object.assign(client, {
      query(...args: unknown[]) {
        const statement = toStatement(args);
        if (!ownAccount.test(statement.text)) statements.push(statement);
        return send(...args);
      },
    });
  });
  async function statementsDuring(work: () => Promise<unknown>): Promise<Statement[]> {
    await putOffSchedules(pool);
    statements = [];
    await work();
    return statements;
  }
  return { statementsDuring, during: async (work) => (await statementsDuring(work)).map(({ text }) => text) };
}
