import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { z } from 'zod';

/**
 * Scripts of package.json, each a check that needs no database server and writes nothing into the tree. All run, even when
 * one fails: two at a time, the longest first.
 */
const checks = [
  'vendor:prove',
  'format:check',
  'lint',
  'typecheck',
  'dead-code',
  'codegen:check',
  'schema:check',
  'openapi:check',
  'openapi:lint',
  'clients:check',
  'check:migrations',
];

const root = join(import.meta.dirname, '..');
const manifest = z.object({ scripts: z.record(z.string(), z.string()) });
const { scripts } = manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
const env = { ...process.env, PATH: [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter) };

async function run(command: string): Promise<{ passed: boolean; output: string }> {
  const child = spawn(command, { cwd: root, env, shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const { promise, resolve } = Promise.withResolvers<boolean>();
  child.on('close', (code) => resolve(code === 0));
  return { passed: await promise, output };
}

const failed: string[] = [];

async function hold(check: string): Promise<void> {
  const command = scripts[check];
  const started = performance.now();
  const { passed, output } = command
    ? await run(command)
    : { passed: false, output: 'package.json has no such script' };
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${passed ? 'ok  ' : 'FAIL'}  ${check.padEnd(18)} ${seconds.padStart(5)} s`);
  if (passed) return;
  failed.push(check);
  console.log(output.trimEnd().replaceAll(/^/gm, '      '));
}

const left = [...checks];
async function work(): Promise<void> {
  for (let next = left.shift(); next !== undefined; next = left.shift()) await hold(next);
}
await Promise.all([work(), work()]);
console.log(failed.length === 0 ? 'Everything is in order.' : `Failed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
