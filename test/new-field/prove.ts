import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { insertLines, type Line } from '../proof/insert-line.ts';
import { copyTree, openCopy, put } from '../proof/open-copy.ts';
import { runIn } from '../proof/run-in.ts';
import { createSteps, migrate } from '../proof/steps.ts';
import { lines, linesOfTests } from './lines.ts';

/**
 * Proves that a plain field of a lead is cheap and hard to forget: adds `website` to a copy of the tree, holds the copy to the
 * checks and to tests of it, then leaves out one line after the other, each of which must not compile. `--keep` leaves the
 * copy where it is.
 */
const mostFiles = 8;
const { values } = parseArgs({ options: { keep: { type: 'boolean', default: false } } });
const tree = openCopy('new-field', values.keep);
const { step, run } = createSteps(tree);
const files = Object.entries(lines);

await step('copy the tracked tree', () => copyTree(tree));
const before = new Map(files.map(([path]) => [path, readFileSync(join(tree, path), 'utf8')]));
await step('add website, a field of a lead', () => {
  for (const [path, given] of [...files, ...Object.entries(linesOfTests)]) insertLines(tree, path, given);
  put(join(import.meta.dirname, 'website.ts'), join(tree, 'test/new-field/website.test.ts'));
});
await run('prisma generate', 'prisma', 'generate', '--no-hints');
await run('write its migration', 'npm', 'run', '--silent', 'migration:new', 'add_website');
await run('run all migrations', 'node', '--input-type=module', '--eval', migrate);
await run('print the graph', 'npm', 'run', '--silent', 'schema:print');
await run('codegen', 'npm', 'run', '--silent', 'codegen');
await run('print the OpenAPI documents', 'npm', 'run', '--silent', 'openapi:print');
await run('typecheck', 'npm', 'run', '--silent', 'typecheck');
await run('format', 'oxfmt', '--check', ...Object.keys(lines).filter((path) => !path.endsWith('.graphql')));
await run('tests', 'vitest', 'run', '--reporter=dot', ...tests());
for (const [path, given] of files) {
  for (const [index, left] of given.entries()) await leaveOut(path, given.toSpliced(index, 1), left);
}

console.log(`\nBy hand: ${files.length} files.`);
for (const [path, given] of files) console.log(`  ${path} (+${given.length})`);
const proved = files.length <= mostFiles;
console.log(proved ? '\nPROVED: none of them can be forgotten.' : `\nNOT PROVED: that is more than ${mostFiles}.`);
process.exitCode = proved ? 0 : 1;

/** What the generated files make of the lines is part of it. */
async function leaveOut(path: string, others: readonly Line[], { line }: Line): Promise<void> {
  const given = lines[path] ?? [];
  write(path, others);
  await step(`without \`${line.trim().slice(0, 50)}\` in ${path}`, async () => {
    await generate(path);
    const complaint = await runIn(tree, ['npm', 'run', '--silent', 'typecheck']).then(
      () => null,
      (error: unknown) => String(error),
    );
    if (complaint === null) throw new Error('It compiles.');
    process.stdout.write(`\n   ${firstError(complaint)}\n   `);
  });
  write(path, given);
  await generate(path);
}

function write(path: string, given: readonly Line[]): void {
  writeFileSync(join(tree, path), before.get(path) ?? '');
  insertLines(tree, path, given);
}

async function generate(path: string): Promise<void> {
  if (path.endsWith('.prisma')) await runIn(tree, ['prisma', 'generate', '--no-hints']);
  if (path.endsWith('.graphql')) await runIn(tree, ['npm', 'run', '--silent', 'codegen']);
}

/** The error's place, and the end of it, which names the field. */
function firstError(complaint: string): string {
  const [first = '', ...more] = complaint.replace(/^Error: /, '').split(/\n(?=\S)/);
  const [what = '', ...why] = [first, ...more].find((error) => error.includes('website'))?.split('\n') ?? [first];
  const where = what.slice(0, what.indexOf(': error') + 1);
  return `${where} ${(why.at(-1) ?? what.slice(where.length)).trim()}`.slice(0, 160);
}

/** On the embedded database, whatever the run around it is on. */
function tests(): string[] {
  return [
    'test/new-field',
    'test/events/later-columns.test.ts',
    'test/webhooks/format/standard-shape.test.ts',
    'test/compat/clawcrm/hints.test.ts',
  ];
}
