import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/open/database.ts';
import { measureBatch } from '../../src/db/embedded/serve.ts';
import { openTestDatabase } from '../support/database.ts';

describe('a connection', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    await database.pool.query('create table items (i int primary key)');
  });
  afterAll(() => database.close());

  const stored = async () =>
    (await database.pool.query<{ i: number }>('select i from items order by i')).rows.map(({ i }) => i);

  it('commits nothing of a transaction in which a statement failed', async () => {
    const client = await database.pool.connect();
    await client.query('begin');
    await client.query('insert into items values ($1)', [1]);
    await expect(client.query('insert into items values ($1)', [1])).rejects.toMatchObject({ code: '23505' });
    await expect(client.query('insert into items values ($1)', [2])).rejects.toMatchObject({ code: '25P02' });
    expect((await client.query('commit')).command).toBe('ROLLBACK');
    client.release();
    expect(await stored()).toEqual([]);
  });

  it('that breaks off takes its open transaction, its settings and its statements with it', async () => {
    const statement = { name: 'same', text: 'select $1::int as i', values: [7] };
    const client = await database.pool.connect();
    await client.query(statement);
    await client.query(`set statement_timeout = '77s'`);
    await client.query('begin');
    await client.query('insert into items values (3)');
    client.release(new Error('broken off'));
    expect(await stored()).toEqual([]);
    expect((await database.pool.query(statement)).rows).toEqual([{ i: 7 }]);
    expect((await database.pool.query('show statement_timeout')).rows).toEqual([
      { statement_timeout: database.engine === 'postgres' ? '10s' : '0' },
    ]);
  });

  it('answers many queries at once, each with its own rows', async () => {
    const asked = Array.from({ length: 100 }, (_, i) => i);
    const answers = await Promise.all(asked.map((i) => database.pool.query<{ i: number }>('select $1::int as i', [i])));
    expect(answers.map(({ rows }) => rows[0]?.i)).toEqual(asked);
  });

  it('carries values of several megabytes both ways', async () => {
    const value = 'é'.repeat(2_000_000);
    const { rows } = await database.pool.query<{ value: string }>('select $1::text as value', [value]);
    expect(rows[0]?.value === value).toBe(true);
  });
});

describe('messages of a client', () => {
  const message = (type: string, body = '') => {
    const bytes = Buffer.alloc(5 + body.length);
    bytes.write(type);
    bytes.writeInt32BE(4 + body.length, 1);
    bytes.write(body, 5);
    return bytes;
  };
  const query = Buffer.concat([message('P', 'parse'), message('B', 'bind'), message('E', 'run'), message('S')]);

  it('are executed together, once the client waits for an answer', () => {
    expect(measureBatch(query, true)).toBe(query.length);
    expect(measureBatch(query.subarray(0, -5), true)).toBe(0);
    expect(measureBatch(Buffer.concat([query, query]), true)).toBe(2 * query.length);
  });

  it('wait until they have arrived whole, wherever they were cut', () => {
    for (let cut = 0; cut < query.length; cut += 1) expect(measureBatch(query.subarray(0, cut), true)).toBe(0);
    for (let cut = 0; cut < query.length; cut += 1) {
      expect(measureBatch(Buffer.concat([query, query.subarray(0, cut)]), true)).toBe(query.length);
    }
  });

  it('begin with one that has no type', () => {
    const startup = Buffer.from([0, 0, 0, 9, 0, 3, 0, 0, 0]);
    expect(measureBatch(startup, false)).toBe(9);
    expect(measureBatch(startup.subarray(0, 8), false)).toBe(0);
    expect(measureBatch(startup.subarray(0, 3), false)).toBe(0);
  });
});
