import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { median } from './statistics.ts';
import { freePort } from '../.ci/free-port.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const timeoutMs = 60_000;

/** Milliseconds from starting the process to its first answer, embedded: medians of some tries. */
export async function measureStartUp(tries: number): Promise<{ emptyMs: number; existingMs: number }> {
  const empty: number[] = [];
  const existing: number[] = [];
  for (let n = 0; n < tries; n += 1) {
    const dataDir = await mkdtemp(join(tmpdir(), 'tributary-bench-'));
    try {
      empty.push(await startOnce(dataDir));
      existing.push(await startOnce(dataDir));
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  }
  return { emptyMs: median(empty), existingMs: median(existing) };
}

async function startOnce(dataDir: string): Promise<number> {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'silent' };
  const start = performance.now();
  const server = spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(server, 'exit');
  try {
    while (performance.now() - start < timeoutMs && server.exitCode === null) {
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
      if (answer?.ok) return performance.now() - start;
      await after(10);
    }
    throw new Error(`The server did not answer within ${timeoutMs / 1000} s.`);
  } finally {
    server.kill('SIGTERM');
    await ended;
  }
}
