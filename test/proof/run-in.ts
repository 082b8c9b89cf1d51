import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';

/** What it keeps for a while goes with the tree. @throws with the end of what it printed, where it fails */
export async function runIn(tree: string, [command, ...given]: readonly [string, ...string[]]): Promise<void> {
  const { TEST_DATABASE_URL: _server, ...inherited } = process.env;
  const env = {
    ...inherited,
    NO_COLOR: '1',
    TMPDIR: join(tree, 'tmp'),
    PATH: [join(tree, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
  };
  const child = spawn(command, given, { cwd: tree, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.once('error', reject);
  child.once('close', resolve);
  const stop = () => child.kill();
  process.once('exit', stop);
  const [code, out, complaints] = await Promise.all([promise, text(child.stdout), text(child.stderr)]);
  process.off('exit', stop);
  if (code !== 0) throw new Error(`${out}${complaints}`.trim().slice(-6000));
}
