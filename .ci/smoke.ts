import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import { isServerBuilt } from '../src/built-server.ts';

/** Starts the server as the README says, on an empty folder, visits it, and stops it. */
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

async function untilGone(url: string, timeoutMs: number): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (performance.now() < deadline) {
    if ((await fetch(url).catch(() => null)) === null) return;
    await after(50);
  }
  throw new Error(`${url} still answers ${timeoutMs / 1000} s after npm was stopped.`);
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    await once(child, 'exit', { signal: AbortSignal.timeout(15_000) });
  }
  return child.exitCode;
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

const dataDir = await mkdtemp(join(tmpdir(), 'tributary-smoke-'));
const port = await freePort();
const base = `http://127.0.0.1:${port}`;
const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: '' };

async function start(command: string, args: readonly string[], folder: string): Promise<ChildProcess> {
  const started = performance.now();
  // In a group of its own, which ends whole: what npm started would outlive npm, and hold the output open.
  const server = spawn(command, args, { env, stdio: 'inherit', detached: true });
  process.once('exit', () => endGroup(server));
  await untilReady(`${base}/readyz`, server, 60_000);
  console.log(`ready after ${((performance.now() - started) / 1000).toFixed(1)} s on ${folder} folder`);
  return server;
}

if (!isServerBuilt()) throw new Error('The installation did not build the server, or a source is newer than it.');

try {
  const npm = await start('npm', ['start'], 'an empty');
  await visit(`${base}/`);
  await visit(`${base}/graphql`);
  npm.kill('SIGTERM');
  await untilGone(`${base}/healthz`, 15_000);
  await exitOf(npm);

  // npm's own exit code tells of the shell between; the server's is seen without npm.
  const server = await start(process.execPath, ['src/main.ts'], 'its existing');
  server.kill('SIGTERM');
  const code = await exitOf(server);
  if (code !== 0) throw new Error(`Stopped by SIGTERM, the server ended with ${code ?? server.signalCode}.`);
  console.log('The start page and GraphiQL answer; both servers stopped cleanly.');
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
