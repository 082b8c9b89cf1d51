import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { limits } from '../src/limits.ts';

/** Writes the table of docs/limits.md from `src/limits.ts`: the numbers, and the reasons that stand above them. */
const root = join(import.meta.dirname, '..');
const source = readFileSync(join(root, 'src/limits.ts'), 'utf8');
const page = join(root, 'docs/limits.md');

const rows = Object.entries(limits).map(([name, value]) => {
  const reason = new RegExp(`/\\*\\* (.+) \\*/\\s+${name}:`).exec(source)?.[1];
  if (!reason) throw new Error(`src/limits.ts gives no reason for ${name} on the line above it.`);
  return `| \`${name}\` | ${value.toLocaleString('en')} | ${reason} |`;
});
const table = ['| limit | value | |', '| --- | --- | --- |', ...rows].join('\n');
const text = readFileSync(page, 'utf8');
writeFileSync(page, text.replace(/(<!-- limits -->)[^]*(<!-- \/limits -->)/, `$1\n\n${table}\n\n$2`));
