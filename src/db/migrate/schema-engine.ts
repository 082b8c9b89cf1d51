import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { isInBatches, type Migration } from './migrations.ts';

const schemaPath = fileURLToPath(new URL('../../../prisma/schema.prisma', import.meta.url));

export const everything = { externalTables: [], externalEnums: [] };

// In no `lib` of TypeScript but the browser's.
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: { __wbindgen_start(): void } };
};

let loaded = false;

/** Loads the 2 MB engine, once. Importing its .wasm directly would print a warning under Node 24. */
function load(): typeof bindings {
  if (loaded) return bindings;
  const require = createRequire(import.meta.url);
  const wasm = require.resolve('@prisma/schema-engine-wasm').replace('schema_engine.js', 'schema_engine_bg.wasm');
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasm)), {
    './schema_engine_bg.js': bindings,
  });
  const { __wbg_set_wasm: setWasm } = bindings;
  const { __wbindgen_start: start } = exports;
  setWasm(exports);
  start();
  loaded = true;
  return bindings;
}

// Runs in the transaction of the script, so that a migration is recorded exactly when it happened, even if killed between.
const recordInSameTransaction = `
do $record$ begin
  if to_regclass('_prisma_migrations') is not null then
    update _prisma_migrations set finished_at = now() where finished_at is null and rolled_back_at is null;
  end if;
end $record$;`;

/** The stock adapter splits a script at every semicolon and runs the parts one by one; this sends it whole, atomically but for one in batches. */
async function connectSafely(pool: pg.Pool, onScriptError?: (error: unknown) => void): Promise<SqlDriverAdapter> {
  const adapter = await connectWithCharacters(pool);
  adapter.executeScript = async (script) => {
    const client = await pool.connect();
    try {
      if (isInBatches(script)) {
        await client.query(script);
        await client.query(recordInSameTransaction);
      } else {
        await client.query(`begin;\n${script}\n;${recordInSameTransaction}\ncommit`);
      }
    } catch (error) {
      onScriptError?.(error);
      await client.query('rollback');
      throw toAdapterError(error);
    } finally {
      client.release();
    }
  };
  return adapter;
}

const charOid = 18;
const textOid = 25;

/** Lets the engine read the catalogue's "char" columns, a type the stock adapter refuses; an empty one is the character 0. */
async function connectWithCharacters(pool: pg.Pool): Promise<SqlDriverAdapter> {
  const characters = new WeakMap<object, number[]>();
  const query = async (config: pg.QueryArrayConfig) => {
    const { fields, rows, rowCount } = await pool.query(config);
    const columns = [...fields.keys()].filter((column) => fields[column]?.dataTypeID === charOid);
    for (const column of columns) for (const row of rows) row[column] ||= '\0';
    characters.set(rows, columns);
    const readable = fields.map((field) => (field.dataTypeID === charOid ? { ...field, dataTypeID: textOid } : field));
    return { fields: readable, rows, rowCount };
  };
  const adapter = await new PrismaPg(Object.create(pool, { query: { value: query } }) as pg.Pool).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (statement) => {
    const result = await queryRaw(statement);
    for (const column of characters.get(result.rows) ?? []) result.columnTypes[column] = ColumnTypeEnum.Character;
    return result;
  };
  return adapter;
}

function toAdapterError(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  const { code = 'N/A', severity = 'ERROR', message, detail, column, hint } = error;
  return new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint });
}

export type ShadowDatabase = { readonly pool: pg.Pool; close(): Promise<void> };

export type SchemaEngineOptions = {
  /** Opens an empty database, in which the engine replays migrations to compare them with the schema. */
  readonly openShadow?: () => Promise<ShadowDatabase>;
  /** Told why a script failed; the engine itself keeps only a paraphrase. */
  readonly onScriptError?: (error: unknown) => void;
};

/** Prisma's schema engine on a pool of one connection. */
export async function openSchemaEngine(pool: pg.Pool, { openShadow, onScriptError }: SchemaEngineOptions) {
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connectSafely(pool, onScriptError),
    async connectToShadowDb() {
      if (!openShadow) throw new Error('Applying migrations needs no shadow database.');
      const shadow = await openShadow();
      const adapter = await connectSafely(shadow.pool);
      adapter.dispose = () => shadow.close();
      return adapter;
    },
  };
  const datamodels: [string, string][] = [[schemaPath, readFileSync(schemaPath, 'utf8')]];
  return load().SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
}

/** The schema as the engine takes it where two schemas are compared. */
export function readSchema() {
  return { files: [{ path: schemaPath, content: readFileSync(schemaPath, 'utf8') }], configDir: '.' };
}

/** Migrations as the engine takes them. */
export function toMigrationList(migrations: readonly Migration[], baseDir: string) {
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  };
}
