import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openDatabase } from '../../src/db/open/open.ts';
import { nodeOn, openQueue, work } from '../jobs/queue-of.ts';
import { createMigratedPostgresDatabase, testEngine } from '../support/database.ts';
import { patiently } from '../support/patiently.ts';

let dataDir: string;
let databaseUrl: string | undefined;
let drop: () => Promise<void> = async () => undefined;
let child: ChildProcess | undefined;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'tributary-jobs-'));
  if (testEngine === 'postgres') ({ url: databaseUrl, drop } = await createMigratedPostgresDatabase());
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await drop();
  rmSync(dataDir, { recursive: true, force: true });
});

const open = () => openDatabase({ dataDir, ...(databaseUrl !== undefined && { databaseUrl }) });

/** A node that takes the job that hangs, in a process of its own, killed once it has begun it. */
async function killWhileItRuns(): Promise<void> {
  const script = fileURLToPath(new URL('./job-node.ts', import.meta.url));
  child = spawn(process.execPath, [script, dataDir, databaseUrl ?? ''], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (!child.stdout) throw new Error('The child did not start.');
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'begun') child.kill('SIGKILL');
  }
  await ended;
}

it('a job whose node is killed with -9 is taken by another within 30 s, once', async () => {
  const before = await open();
  const { orgId, enqueue } = await openQueue(before);
  await enqueue('hangs');
  await before.close();
  await killWhileItRuns();
  const killedAt = performance.now();
  const database = await open();
  const rows = () => database.prisma.job.findMany({ where: { orgId } });
  expect(await rows()).toMatchObject([{ state: 'RUNNING', attempts: 1 }]);
  const attempts: number[] = [];
  const run = async ({ attempt }: { attempt: number }) => {
    attempts.push(attempt);
    return { after: 'the kill' };
  };
  const nodes = [1, 2].map(() => nodeOn(database)({ hangs: work(run) }));
  for (const node of nodes) node.start();
  await vi.waitFor(async () => expect(await rows()).toMatchObject([{ state: 'SUCCEEDED' }]), patiently);
  expect(performance.now() - killedAt).toBeLessThan(30_000);
  await Promise.all(nodes.map((node) => node.stop()));
  expect(attempts).toEqual([2]);
  expect(await rows()).toMatchObject([{ attempts: 2, result: { after: 'the kill' } }]);
  await database.close();
});
