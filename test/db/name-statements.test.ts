import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/open/database.ts';
import { createStatementNames } from '../../src/db/open/name-statements.ts';
import { createRun } from '../../src/db/run/run.ts';
import { readChildPages } from '../../src/domain/keyset/child-pages.ts';
import { openTestDatabase } from '../support/database.ts';

describe('a statement', () => {
  const args = ['org'];

  test('is named from its second time on, always alike, and unlike every other', () => {
    const nameOf = createStatementNames();
    const [first, second] = ['select a from t where b = $1', 'select b from t where b = $1'];
    expect([nameOf({ sql: first, args }), nameOf({ sql: second, args })]).toEqual(['', '']);
    const name = nameOf({ sql: first, args });
    expect(name).not.toBe('');
    expect(nameOf({ sql: first, args })).toBe(name);
    expect(nameOf({ sql: second, args })).not.toBe(name);
  });

  test('is not named where it has no parameters or takes every column', () => {
    const nameOf = createStatementNames();
    const all = { sql: 'select * from t where b = $1', args };
    const nested = { sql: 'select c.* from t c where b = $1', args };
    const names = [{ sql: 'COMMIT', args: [] }, all, nested].flatMap((given) => [
      nameOf(given),
      nameOf(given),
      nameOf(given),
    ]);
    expect(new Set(names)).toEqual(new Set(['']));
  });

  test('is not named once three hundred others are', () => {
    const nameOf = createStatementNames();
    const names = Array.from({ length: 400 }, (_, n) => {
      const statement = { sql: `select ${n} from t where b = $1`, args };
      nameOf(statement);
      return nameOf(statement);
    });
    expect(new Set(names.slice(0, 300)).size).toBe(300);
    expect(new Set(names.slice(300))).toEqual(new Set(['']));
  });
});

describe('a database', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  test('answers the same statements after another node has added a column', async () => {
    const { prisma, pool } = database;
    const read = async () => {
      const run = createRun(pool, { orgId: 'a', businessId: null, conversationId: null });
      const pages = await readChildPages({ run }, 'tasksOfLead', ['b'], { limit: 5, cursor: null, backward: false });
      return [await prisma.task.findMany({ where: { orgId: 'a' } }), pages.get('b')];
    };
    for (let n = 0; n < 3; n += 1) expect(await read()).toEqual([[], []]);
    const { rows } = await pool.query<{ statement: string }>('select statement from pg_prepared_statements');
    expect(rows.some(({ statement }) => statement.includes('"tasks"'))).toBe(true);
    await pool.query('alter table tasks add column added_later text');
    for (let n = 0; n < 3; n += 1) expect(await read()).toEqual([[], []]);
  });
});
