import type pg from 'pg';
import type { TenantScope } from '../scoped.ts';
import { fastInstants } from '../instants.ts';
import { createStatementNames } from '../open/name-statements.ts';
import { asTheOrm } from '../reader/values.ts';
import type { Transaction } from '../transaction/transaction.ts';
import type { Bound, Statement } from './statement.ts';

/** Runs a statement for an actor: the tenant is bound here, and cannot be given. */
export type Run = <Asked, Answer>(
  statement: Statement<'read', Asked, Answer>,
  given: NoInfer<Asked>,
) => Promise<Answer>;

/** The same in a write, with those that are for writes alone. */
export type RunInWrite = <Asked, Answer>(
  statement: Statement<'read' | 'write', Asked, Answer>,
  given: NoInfer<Asked>,
) => Promise<Answer>;

/** For the installation itself: what is found may be any tenant's. */
export type RunAcross = <Asked, Answer>(
  statement: Statement<'across', Asked, Answer>,
  given: NoInfer<Asked>,
) => Promise<Answer>;

type Pool = {
  query(query: {
    name?: string;
    text: string;
    values: unknown[];
    types?: pg.CustomTypesConfig;
  }): Promise<{ rows: unknown[] }>;
};

async function ask<Asked, Answer>(
  pool: Pool,
  { name, text, isPrepared, values, answer }: Statement<'read' | 'across', Asked, Answer>,
  bound: Bound,
  given: Asked,
): Promise<Answer> {
  const { rows } = await pool.query({
    ...(isPrepared && { name }),
    types: fastInstants,
    text,
    values: values(bound, given),
  });
  return answer(rows, rows.length);
}

/** For a visitor there is a conversation and nothing else: other statements find nothing, unasked. */
export const createRun =
  (pool: Pool, scope: TenantScope): Run =>
  async (statement, given) =>
    scope.conversationId !== null && !statement.isForVisitors
      ? statement.answer([], 0)
      : ask(pool, statement, scope, given);

const nobody: TenantScope = { orgId: '', businessId: null, conversationId: null };

export const createRunAcross =
  (pool: Pool): RunAcross =>
  async (statement, given) =>
    ask(pool, statement, nobody, given);

/** Those of a family go by one name, whatever their texts. */
const nameInWrites = createStatementNames();

/** @param noteWrite told where a statement changed something */
export const createRunInWrite =
  (transaction: Pick<Transaction, 'query'>, bound: Bound, noteWrite: () => void): RunInWrite =>
  async (statement, given) => {
    const { text, isPrepared } = statement;
    const values = statement.values(bound, given);
    const name = isPrepared ? nameInWrites({ sql: text, args: values }) : '';
    const asked = await transaction.query({ name, types: asTheOrm, text, values });
    const answer = statement.answer(asked.rows, asked.rowCount ?? 0);
    if (statement.hasWritten(answer)) noteWrite();
    return answer;
  };
