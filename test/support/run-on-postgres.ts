import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pg from 'pg';

/**
 * Runs the whole suite on the PostgreSQL at TEST_DATABASE_URL, by default one on this machine; with `--what-may-differ` what a run
 * on the embedded database does not tell.
 */
const url = process.env['TEST_DATABASE_URL'] ?? 'postgresql://postgres@127.0.0.1:5432/postgres';
const asked = process.argv.slice(2);
const isPart = asked.includes('--what-may-differ');
const given = asked.filter((argument) => argument !== '--what-may-differ');
const args = isPart ? ['--project', 'first', ...given] : given;

async function findProblem(): Promise<string | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await client.end();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function runSuite(): void {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', ...args], {
    env: { ...process.env, ...(isPart && { TEST_WHAT_MAY_DIFFER: '1' }), TEST_DATABASE_URL: url },
    stdio: 'inherit',
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

const problem = await findProblem();
if (problem === null) {
  runSuite();
} else {
  const { host, pathname } = new URL(url);
  console.error(`No PostgreSQL answers at ${host}${pathname}: ${problem}`);
  console.error('Start one, or name another with TEST_DATABASE_URL=postgresql://user@host:port/database.');
  process.exitCode = 1;
}
