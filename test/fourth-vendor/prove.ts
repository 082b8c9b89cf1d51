import { parseArgs } from 'node:util';
import { copyTree, openCopy } from '../proof/open-copy.ts';
import { createSteps, migrate } from '../proof/steps.ts';
import { addVendor } from './add-vendor.ts';
import { checkMigration } from './check-migration.ts';

/**
 * Proves that a vendor is one room: adds an invented one to a copy of the tree, by its own files and its lines in the lists and
 * enums alone, and holds the copy to what the tree itself is held to. `--without <file>` leaves one out, which must fail;
 * `--keep` leaves the copy where it is, to look into.
 */
const { values } = parseArgs({ options: { without: { type: 'string' }, keep: { type: 'boolean', default: false } } });

const tree = openCopy('fourth-vendor', values.keep);
const { step, run } = createSteps(tree);

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
    'test/webhooks/format/schedule.test.ts',
  ];
}
