import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { limits } from '../src/limits.ts';

/** Writes the README's table of limits from `src/limits.ts`: the numbers, and the reasons that stand above them. */
const root = join(import.meta.dirname, '..');
const source = readFileSync(join(root, 'src/limits.ts'), 'utf8');
const readme = join(root, 'README.md');

const rows = Object.entries(limits).map(([name, value]) => {
  const reason = new RegExp(`/\\*\\* (.+) \\*/\\s+${name}:`).exec(source)?.[1];
  if (!reason) throw new Error(`src/limits.ts gives no reason for ${name} on the line above it.`);
  return `| \`${name}\` | ${value.toLocaleString('en')} | ${reason} |`;
});
const table = ['| limit | value | |', '| --- | --- | --- |', ...rows].join('\n');
const text = readFileSync(readme, 'utf8');
writeFileSync(readme, text.replace(/(<!-- limits -->)[^]*(<!-- \/limits -->)/, `$1\n\n${table}\n\n$2`));
