import { openDatabase } from '../../src/db/open/open.ts';

// Opens the folder of its first argument, adds organisations until it is killed, and prints each one that is committed.
const database = await openDatabase({ dataDir: process.argv[2] ?? '' });
process.stdout.write('open\n');
for (let count = 1; ; count += 1) {
  const id = `${process.pid}-${count}`;
  await database.pool.query(
    `insert into organisations (id, slug, name, event_at, created_at) values ($1, $1, 'Acme', now(), now())`,
    [id],
  );
  process.stdout.write(`${id}\n`);
}
