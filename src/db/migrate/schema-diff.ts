import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../embedded/start.ts';
import { migrationsFolder, readMigrations } from './migrations.ts';
import { everything, openSchemaEngine, readSchema, toMigrationList, type ShadowDatabase } from './schema-engine.ts';

async function openEmpty(): Promise<ShadowDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-shadow-'));
  const server = await startEmbedded({ folder: join(folder, 'pg'), throwaway: true });
  return {
    pool: server.pool,
    async close() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The SQL that leads from the migrations, replayed in an empty embedded database, to prisma/schema.prisma; null where they agree.
 * Prisma compares tables, columns, enums, keys and plain indexes. It does not see partial, expression and GIN indexes, checks
 * and triggers: what a migration makes of those by hand stays unnoticed here, whether it is right or wrong.
 */
export async function diffSchema(folder = migrationsFolder): Promise<string | null> {
  const main = await openEmpty();
  const engine = await openSchemaEngine(main.pool, { openShadow: openEmpty });
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'migrations', ...toMigrationList(readMigrations(folder), folder) },
      to: { tag: 'schemaDatamodel', ...readSchema() },
      script: true,
      exitCode: true,
      filters: everything,
    });
    return exitCode === 2 ? (stdout ?? '') : null;
  } finally {
    engine.free();
    await main.close();
  }
}
