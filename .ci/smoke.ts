import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

/** Starts the server as the README says, on an empty folder, visits it, and stops it. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}

async function untilReady(url: string, server: ChildProcess, timeoutMs: number): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (performance.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`The server ended with code ${server.exitCode} before it was ready.`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await after(50);
  }
  throw new Error(`${url} did not answer 200 within ${timeoutMs / 1000} s.`);
}

async function visit(url: string): Promise<void> {
  const answer = await fetch(url, { headers: { accept: 'text/html' } });
  const body = await answer.text();
  if (!answer.ok || !body.includes('<html')) throw new Error(`GET ${url} answered ${answer.status} and no page.`);
}

async function stop(server: ChildProcess): Promise<void> {
  const exited = once(server, 'exit', { signal: AbortSignal.timeout(15_000) });
  server.kill('SIGTERM');
  await exited;
  if (server.exitCode !== 0)
    throw new Error(`Stopped by SIGTERM, the server ended with ${server.exitCode ?? server.signalCode}.`);
}

const dataDir = await mkdtemp(join(tmpdir(), 'tributary-smoke-'));
const port = await freePort();
const base = `http://127.0.0.1:${port}`;
const started = performance.now();
const server = spawn('npm', ['start'], {
  env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: '' },
  stdio: 'inherit',
});
try {
  await untilReady(`${base}/readyz`, server, 60_000);
  console.log(`ready after ${((performance.now() - started) / 1000).toFixed(1)} s on an empty folder`);
  await visit(`${base}/`);
  await visit(`${base}/graphql`);
  await stop(server);
  console.log('start page and GraphiQL answered, stopped cleanly');
} finally {
  if (server.exitCode === null) server.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
}
