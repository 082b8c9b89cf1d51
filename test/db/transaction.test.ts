import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/db/open/database.ts';
import { DomainError } from '../../src/errors.ts';
import { createTransactions, type InTransaction } from '../../src/db/transaction/transaction.ts';
import { openTestDatabase } from '../support/database.ts';

const limits = { maxWaitMs: 4000, timeoutMs: 10_000 };
let database: Database;
let inTransaction: InTransaction;

beforeAll(async () => {
  database = await openTestDatabase();
  inTransaction = createTransactions(database.pool);
  await database.pool.query('create table notes_of_ours (id int primary key)');
});

afterAll(() => database.close());

const ids = async () =>
  (await database.pool.query<{ id: number }>('select id from notes_of_ours order by id')).rows.map(({ id }) => id);
const codeOf = (error: unknown) => (error instanceof DomainError ? error.code : String(error));
const insert = (id: number) => ({ text: 'insert into notes_of_ours values ($1)', values: [id] });

it('commits what was asked, with the last statement or after it', async () => {
  await inTransaction(limits, async ({ query }) => query(insert(1)));
  await inTransaction(limits, async ({ query, finish }) => {
    await query(insert(2));
    expect((await finish(insert(3))).rowCount).toBe(1);
  });
  expect(await ids()).toEqual([1, 2, 3]);
});

it('undoes all of it where a statement fails, the last one too', async () => {
  const twice = inTransaction(limits, async ({ query, finish }) => {
    await query(insert(10));
    await finish(insert(1));
  });
  await expect(twice).rejects.toMatchObject({ code: '23505' });
  const first = inTransaction(limits, async ({ query }) => {
    await query(insert(1)).catch(() => undefined);
    await query(insert(11)).catch(() => undefined);
  });
  await expect(first).rejects.toThrow('The transaction was not committed.');
  expect(await ids()).toEqual([1, 2, 3]);
});

it('undoes all of it where the work fails, and gives the connection back', async () => {
  const failing = async () =>
    inTransaction(limits, async ({ query }) => {
      await query(insert(20));
      throw new Error('The work failed.');
    });
  for (let n = 0; n < 20; n += 1) await expect(failing()).rejects.toThrow('The work failed.');
  expect(await ids()).toEqual([1, 2, 3]);
});

it('sends what needs no answer before what is asked next, or before the commit', async () => {
  await inTransaction(limits, async ({ send, rows }) => {
    send(insert(21));
    expect(await rows('select id from notes_of_ours where id > $1', [20])).toEqual([{ id: 21 }]);
    send(insert(22));
  });
  await inTransaction(limits, async ({ send, finish }) => {
    send(insert(23));
    await finish(insert(24));
  });
  const settled = inTransaction(limits, async ({ send, settle }) => {
    send(insert(21));
    await expect(settle()).rejects.toMatchObject({ code: '23505' });
    throw new Error('It was settled.');
  });
  await expect(settled).rejects.toThrow('It was settled.');
  const finished = inTransaction(limits, async ({ send, finish }) => {
    send(insert(21));
    await finish(insert(25));
  });
  await expect(finished).rejects.toMatchObject({ code: '23505' });
  const committed = inTransaction(limits, async ({ send }) => send(insert(21)));
  await expect(committed).rejects.toMatchObject({ code: '23505' });
  expect(await ids()).toEqual([1, 2, 3, 21, 22, 23, 24]);
  await database.pool.query('delete from notes_of_ours where id > 20');
});

it('takes nothing more once its time is over, and undoes what was done', async () => {
  const slow = inTransaction({ ...limits, timeoutMs: 50 }, async ({ query }) => {
    await query(insert(30));
    const ask = () => query({ text: 'select 1' }).then(() => 'answered', codeOf);
    await expect.poll(ask).toBe('UNAVAILABLE');
  });
  await expect(slow).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  expect(await ids()).toEqual([1, 2, 3]);
});

it('waits for a connection no longer than it may', async () => {
  const free = Promise.withResolvers<void>();
  const many = Array.from({ length: database.pool.options.max }, () =>
    inTransaction(limits, async ({ query }) => {
      await query({ text: 'select 1' });
      await free.promise;
    }),
  );
  const late = inTransaction({ ...limits, maxWaitMs: 50 }, async ({ query }) => query({ text: 'select 1' }));
  await expect(late).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  free.resolve();
  await Promise.all(many);
  await inTransaction(limits, async ({ query }) => query({ text: 'select 1' }));
});
