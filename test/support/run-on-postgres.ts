import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import pg from 'pg';

/** Runs the whole suite on the PostgreSQL at TEST_DATABASE_URL, by default one on this machine. */
const url = process.env.TEST_DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres';

async function requireServer(): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  await client.end();
}

try {
  await requireServer();
  const vitest = createRequire(import.meta.url).resolve('vitest/vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
    env: { ...process.env, TEST_DATABASE_URL: url },
    stdio: 'inherit',
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} catch (error) {
  const { host, pathname } = new URL(url);
  const reason = error instanceof Error ? error.message : String(error);
  console.error(`No PostgreSQL answers at ${host}${pathname}: ${reason}`);
  console.error('Start one, or name another with TEST_DATABASE_URL=postgresql://user@host:port/database.');
  process.exitCode = 1;
}
