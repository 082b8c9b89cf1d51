import { Socket } from 'node:net';
import type pg from 'pg';
import { unavailable } from '../../errors.ts';
import { createStatementNames } from '../open/name-statements.ts';

export type Question = pg.QueryConfig<unknown[]> & { readonly rowMode?: 'array' };

/** One transaction on a connection of its own. What it asks is sent at once, behind what was asked before. */
export type Transaction = {
  query<Row extends pg.QueryResultRow>(question: Question): Promise<pg.QueryResult<Row>>;
  /** The rows of a statement that has no name of its own. */
  rows<Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<Row[]>;
  /** How many rows such a statement touched. */
  execute(text: string, values: unknown[]): Promise<number>;
  /** Goes out in the packet of what is asked next, for who needs no answer; where it fails, so does what is asked next. */
  send(question: Question): void;
  /** Resolves once what was sent so has been done. */
  settle(): Promise<void>;
  /** The last statement, with the commit on its heels: nothing waits between them while rows are locked. */
  finish<Row extends pg.QueryResultRow>(question: Question): Promise<pg.QueryResult<Row>>;
};

type Limits = { readonly maxWaitMs: number; readonly timeoutMs: number };

export type InTransaction = <Result>(
  limits: Limits,
  work: (transaction: Transaction) => Promise<Result>,
) => Promise<Result>;

const commitQuestion: Question = { text: 'commit' };

const late = () => unavailable('The database does not answer. Try again in a moment.', 2);

/** Makes READ COMMITTED transactions, as the session has them, which are undone where the work fails or takes too long. */
export function createTransactions(pool: pg.Pool): InTransaction {
  const nameOf = createStatementNames();
  return async (limits, work) => {
    const client = await connectWithin(pool, limits.maxWaitMs);
    let broken: Error | undefined;
    const onError = (error: Error) => void (broken = error);
    // It may be lost between two statements; then the next one says so.
    client.on('error', onError);
    const { transaction, commit, rollBack, expire } = openTransaction(client, nameOf);
    const timer = setTimeout(expire, limits.timeoutMs);
    try {
      const result = await work(transaction);
      await commit();
      return result;
    } catch (error) {
      await rollBack().catch(onError);
      throw error;
    } finally {
      clearTimeout(timer);
      client.off('error', onError);
      client.release(broken);
    }
  };
}

/** Begins with the first question, in the same packet. */
function openTransaction(client: pg.PoolClient, nameOf: ReturnType<typeof createStatementNames>) {
  let state: 'unused' | 'open' | 'committed' | 'undone' = 'unused';
  let begun: Promise<unknown> = Promise.resolve();
  let undone: Promise<unknown> | undefined;
  const unsent: Question[] = [];

  /** The answers to what is sent in one packet, behind what went unsent; the first failure is told once all have come. */
  async function ask<Row extends pg.QueryResultRow>(...questions: Question[]): Promise<pg.QueryResult<Row>[]> {
    if (state === 'committed' || state === 'undone') throw late();
    const before = unsent.splice(0);
    const answers = corked(client, () => {
      if (state === 'unused') begun = client.query('begin');
      state = 'open';
      // The server goes on to the next one only where the one before it held.
      return [...before, ...questions].map((question) => client.query<Row>(question));
    });
    const [, ...settled] = await Promise.allSettled([begun, ...answers]);
    await begun;
    const answered = settled.map((each) => {
      if (each.status === 'rejected') throw each.reason;
      return each.value;
    });
    return answered.slice(before.length);
  }

  async function commit(): Promise<void> {
    // Its time may have ended meanwhile.
    if (state === 'undone') throw late();
    if (state !== 'open' && unsent.length === 0) return;
    const [done] = await ask(commitQuestion);
    state = 'committed';
    requireCommitted(done);
  }

  function rollBack(): Promise<unknown> {
    if (state === 'open') undone = client.query('rollback');
    state = 'undone';
    return undone ?? Promise.resolve();
  }

  async function one<Row extends pg.QueryResultRow>(question: Question): Promise<pg.QueryResult<Row>> {
    const [answer] = await ask<Row>(question);
    if (!answer) throw late();
    return answer;
  }

  const named = (text: string, values: unknown[]): Question => ({
    name: nameOf({ sql: text, args: values }),
    text,
    values,
  });
  const transaction: Transaction = {
    query: one,
    rows: async <Row extends pg.QueryResultRow>(text: string, values: unknown[]) =>
      (await one<Row>(named(text, values))).rows,
    execute: async (text, values) => (await one(named(text, values))).rowCount ?? 0,
    send: (question) => void unsent.push(question),
    settle: async () => void (unsent.length > 0 && (await ask())),
    async finish<Row extends pg.QueryResultRow>(question: Question) {
      const [answer, done] = await ask<Row>(question, commitQuestion);
      state = 'committed';
      requireCommitted(done);
      if (!answer) throw late();
      return answer;
    },
  };
  return { transaction, commit, rollBack, expire: () => void rollBack().catch(() => undefined) };
}

/** A server answers the commit of a transaction that failed with what it did instead. */
function requireCommitted(done: pg.QueryResult | undefined): void {
  if (done?.command !== 'COMMIT') throw new Error('The transaction was not committed.');
}

/** Sends what is asked before this turn of the loop ends in one packet: each costs the kernel, and the server, as much as the statement itself. */
function corked<Result>(client: pg.PoolClient, send: () => Result): Result {
  const connection: unknown = Reflect.get(client, 'connection');
  const stream: unknown = typeof connection === 'object' && connection && Reflect.get(connection, 'stream');
  if (!(stream instanceof Socket)) return send();
  stream.cork();
  process.nextTick(() => stream.uncork());
  return send();
}

async function connectWithin(pool: pg.Pool, ms: number): Promise<pg.PoolClient> {
  const connecting = pool.connect();
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(late());
    connecting.then(
      (client) => client.release(),
      () => undefined,
    );
  }, ms);
  try {
    return await Promise.race([connecting, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
