import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Statement } from '../../src/db/run/statement.ts';

type AnyStatement = Statement<'read' | 'write' | 'across', Readonly<Record<string, unknown>>, unknown>;
type AnyFamily = ((shape: unknown) => AnyStatement) & { readonly samples: readonly unknown[] };

const root = join(import.meta.dirname, '..', '..');

const isFamily = (value: unknown): value is AnyFamily => typeof value === 'function' && 'samples' in value;
const isStatement = (value: unknown): value is AnyStatement =>
  typeof value === 'object' && value !== null && 'hasWritten' in value;

/** Everything that a file of statements exports, but for what is plain data. */
function statementsOf(path: string, exported: Readonly<Record<string, unknown>>): AnyStatement[] {
  return Object.entries(exported).flatMap(([name, value]) => {
    if (isFamily(value)) return value.samples.map((shape) => value(shape));
    if (isStatement(value)) return [value];
    if (typeof value === 'function')
      throw new Error(`${path} exports ${name}: a function stands beside the statements it runs.`);
    return [];
  });
}

/** Every statement there is, those of families by each of their samples. */
export async function declaredStatements(): Promise<AnyStatement[]> {
  const found: AnyStatement[] = [];
  for (const path of globSync('src/**/*.sql.ts', { cwd: root }).toSorted()) {
    found.push(...statementsOf(path, (await import(join(root, path))) as Readonly<Record<string, unknown>>));
  }
  return found;
}
