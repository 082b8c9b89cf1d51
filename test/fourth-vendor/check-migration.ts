import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @throws unless the vendor's migration does nothing but add its values to the two enums: nodes of the version before go on */
export function checkMigration(tree: string): void {
  const [path = '', ...more] = globSync('prisma/migrations/*_add_lumbra/migration.sql', { cwd: tree });
  if (path === '' || more.length > 0) throw new Error('There is not one migration of its own.');
  const sql = readFileSync(join(tree, path), 'utf8').replaceAll(/^--.*$/gm, '');
  const statements = sql
    .split(';')
    .map((statement) => statement.trim())
    .filter(Boolean);
  const expected = ['Dialect', 'WebhookFormat'].map((name) => `ALTER TYPE "${name}" ADD VALUE 'LUMBRA'`);
  if (statements.toSorted().join('\n') !== expected.join('\n')) throw new Error(`It does something else:\n${sql}`);
}
