import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One folder of prisma/migrations. */
export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

/**
 * Whether a script commits by itself as it goes, so that nobody waits for all of it: a single DO under a first line that begins
 * like this. It may be ended half-way, and must go on when it is run again.
 */
export const isInBatches = (sql: string): boolean => sql.startsWith('-- In batches');

export const migrationsFolder = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url));

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The migrations in the order in which they are applied: that of their names, which begin with their time. */
export function readMigrations(folder = migrationsFolder): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: sha256(sql) };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Names the schema that these migrations make, in 12 hex digits. */
export function hashMigrations(migrations: readonly Migration[]): string {
  return sha256(migrations.map(({ name, checksum }) => `${name}:${checksum}`).join('\n')).slice(0, 12);
}
