import { spawn } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Mutation, mutationsOf } from './mutations.ts';
import { type Room, rooms } from './rooms.ts';

/**
 * Asks the tests whether they would notice: makes small changes of meaning in a copy of the tree, one at a time, and says
 * which of them no test noticed.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } },
});
const isRoom = (name: string): name is Room => Object.hasOwn(rooms, name);
const [room = ''] = positionals;
if (!isRoom(room)) {
  console.error(`npm run mutate -- <room> [--count 20] [--seed 1]; rooms: ${Object.keys(rooms).join(', ')}.`);
  process.exit(1);
}

const root = join(import.meta.dirname, '../..');
const tree = mkdtempSync(join(tmpdir(), 'tributary-mutate-'));
process.once('exit', () => rmSync(tree, { recursive: true, force: true }));
process.once('SIGINT', () => process.exit(130));
for (const name of [
  'src',
  'schema',
  'compat',
  'prisma',
  'test',
  'bench',
  'package.json',
  'README.md',
  'docs',
  'vitest.config.ts',
])
  cpSync(join(root, name), join(tree, name), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));

const files = rooms[room].files.flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: root }));
const candidates = files
  .filter((path) => !path.includes('generated'))
  .sort()
  .flatMap((path) => mutationsOf(path, readFileSync(join(root, path), 'utf8')).map((mutation) => ({ path, mutation })));

/** The same seed chooses the same changes of the same tree. */
function choose<T>(from: readonly T[], count: number, seed: number): T[] {
  const left = [...from];
  const chosen: T[] = [];
  for (let state = seed; chosen.length < count && left.length > 0;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    chosen.push(...left.splice(state % left.length, 1));
  }
  return chosen;
}

/** `true` where a test failed, or the change hangs them. The next folder is asked where those before noticed nothing. */
async function isNoticed(tests: readonly string[]): Promise<boolean> {
  for (const folder of tests) if (await fails([folder], 'ignore')) return true;
  return false;
}

async function fails(tests: readonly string[], stdio: 'ignore' | 'inherit'): Promise<boolean> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', '--bail', '1', '--retry', '1', ...tests], { cwd: tree, stdio });
  const cut = setTimeout(() => child.kill('SIGKILL'), 10 * 60_000);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearTimeout(cut);
  return code !== 0;
}

function show(path: string, source: string, { start, was, becomes }: Mutation): string {
  const line = source.slice(0, start).split('\n').length;
  return `${path}:${line}  ${was.replaceAll(/\s+/g, ' ').slice(0, 90)}  →  ${becomes.slice(0, 90) || '(nothing)'}`;
}

if (await fails(rooms[room].tests, 'inherit')) {
  console.error('The tests fail before anything is changed.');
  process.exit(1);
}
const chosen = choose(candidates, Number(values.count), Number(values.seed));
console.log(`${room}: ${chosen.length} of ${candidates.length} changes.`);
let noticed = 0;
for (const { path, mutation } of chosen) {
  const target = join(tree, path);
  const source = readFileSync(join(root, path), 'utf8');
  writeFileSync(target, source.slice(0, mutation.start) + mutation.becomes + source.slice(mutation.end));
  const seen = await isNoticed(rooms[room].tests);
  writeFileSync(target, source);
  noticed += seen ? 1 : 0;
  console.log(`${seen ? 'noticed ' : 'SURVIVED'}  ${show(path, source, mutation)}`);
}
console.log(`${noticed} of ${chosen.length} noticed.`);
