import type { Database } from '../../src/db/open/database.ts';

type Query = (...args: readonly unknown[]) => Promise<{ rows: { revision?: string }[] }>;

/** The same database, of which every statement that looks up who asks tells a revision that nobody was told of before. */
export function changingDatabase(database: Database): Database {
  let changes = 0;
  const query: Query = database.pool.query.bind(database.pool);
  const counted: Query = async (...args) => {
    const result = await query(...args);
    const isLookUp = Reflect.get(Object(args[0]), 'name') === 'authenticate';
    if (isLookUp) for (const row of result.rows) row.revision = String((changes += 1) + Number(row.revision));
    return result;
  };
  const pool = new Proxy(database.pool, {
    get(target, name) {
      if (name === 'query') return counted;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { ...database, pool };
}
