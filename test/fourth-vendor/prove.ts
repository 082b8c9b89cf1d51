import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addVendor, copyTree } from './add-vendor.ts';
import { checkMigration } from './check-migration.ts';
import { runIn } from './run-in.ts';

/**
 * Proves that a vendor is one room: adds an invented one to a copy of the tree, by its own files and its lines in the lists and
 * enums alone, and holds the copy to what the tree itself is held to. `--without <file>` leaves one out, which must fail;
 * `--keep` leaves the copy where it is, to look into.
 */
const { values } = parseArgs({ options: { without: { type: 'string' }, keep: { type: 'boolean', default: false } } });

const tree = mkdtempSync(join(tmpdir(), 'tributary-fourth-vendor-'));
process.once('exit', () => {
  if (!values.keep) rmSync(tree, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

/** Also what its tests copy their databases from. */
const migrate = `const { openTemplate } = await import('./src/db/embedded/template.ts');
(await openTemplate({ info() {}, warn() {}, error() {} })).discard();`;

let number = 0;
async function step<T>(what: string, act: () => T | Promise<T>): Promise<T> {
  const started = performance.now();
  process.stdout.write(`${++number}. ${what} … `);
  try {
    const result = await act();
    console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
    return result;
  } catch (error) {
    console.log(`\n${error instanceof Error ? error.message : String(error)}\n`);
    console.log(`NOT PROVED: it stopped at "${what}".${values.keep ? ` The copy is ${tree}.` : ''}`);
    process.exit(1);
  }
}
const run = (what: string, ...command: [string, ...string[]]) => step(what, () => runIn(tree, command));

await step('copy the tracked tree', () => copyTree(tree));
const touched = await step('add Lumbra, an invented vendor', () => addVendor(tree, values.without));
await run('prisma generate', 'prisma', 'generate', '--no-hints');
await run('write its migration', 'npm', 'run', '--silent', 'migration:new', 'add_lumbra');
await step('it only adds values', () => checkMigration(tree));
await run('run all migrations', 'node', '--input-type=module', '--eval', migrate);
await run('print the graph', 'npm', 'run', '--silent', 'schema:print');
await run('codegen', 'npm', 'run', '--silent', 'codegen');
await run('print the OpenAPI documents', 'npm', 'run', '--silent', 'openapi:print');
await run('typecheck', 'npm', 'run', '--silent', 'typecheck');
await run('lint', 'oxlint', '--quiet', 'src/vendors', 'compat/vendor-apis.ts', 'compat/lumbra', 'test/compat/lumbra');
await run('format', 'oxfmt', '--check', 'src', 'schema', 'compat', 'prisma', 'test/compat/lumbra');
await run('lint its OpenAPI document', 'npm', 'run', '--silent', 'openapi:lint');
await run('its own tests, and those that hold of every vendor', 'vitest', 'run', ...tests());

const { own, lists } = touched;
console.log(`\nBy hand: ${own.length} files of its own and ${lists.length} with lines added.`);
for (const path of own) console.log(`  ${path}`);
for (const { path, lines } of lists) console.log(`  ${path} (+${lines})`);
console.log(`\nPROVED: a fourth vendor was added by ${own.length + lists.length} hand-written files and answers.`);
if (values.keep) console.log(`The copy is ${tree}.`);

/** On the embedded database, whatever the run around it is on. */
function tests(): string[] {
  return [
    '--reporter=dot',
    'test/compat/lumbra',
    'test/walls',
    'test/compat/documents.test.ts',
    'test/compat/told-once.test.ts',
    'test/graph/sdl.test.ts',
    'test/access/credentials.test.ts',
    'test/pages/pages.test.ts',
    'test/webhooks/schedule.test.ts',
  ];
}
