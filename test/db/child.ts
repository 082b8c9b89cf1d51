import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type HoldingChild = {
  readonly pid: number;
  /** What it printed so far: the ids of rows that were committed. */
  readonly acknowledged: readonly string[];
  /** Resolves when that many rows were acknowledged. */
  reached(count: number): Promise<void>;
  kill(): Promise<void>;
};

/** Starts a process that has the folder open and writes to it. */
export async function holdFolder(dataDir: string): Promise<HoldingChild> {
  const script = fileURLToPath(new URL('./hold-folder.ts', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (!child.stdout || child.pid === undefined) throw new Error('The child did not start.');
  const acknowledged: string[] = [];
  const lines = createInterface({ input: child.stdout });
  await once(lines, 'line');
  lines.on('line', (line) => acknowledged.push(line));
  return {
    pid: child.pid,
    acknowledged,
    async reached(count) {
      while (acknowledged.length < count) await once(lines, 'line');
    },
    async kill() {
      const closed = once(lines, 'close');
      child.kill('SIGKILL');
      await Promise.all([once(child, 'exit'), closed]);
    },
  };
}
