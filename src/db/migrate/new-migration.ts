import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationsFolder } from './migrations.ts';
import { diffSchema } from './schema-diff.ts';

/** `node src/db/migrate/new-migration.ts add_phone` writes what prisma/schema.prisma has and the migrations do not. */
const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('Usage: npm run migration:new -- <name_in_snake_case>\n');
  process.exit(2);
}

const sql = await diffSchema();
if (sql === null) {
  process.stdout.write('The migrations already make what prisma/schema.prisma describes.\n');
} else {
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(migrationsFolder, `${time}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), sql);
  process.stdout.write(`Wrote ${join(folder, 'migration.sql')}. Read it, and run: npm run check:migrations\n`);
}
