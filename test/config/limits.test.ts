import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { limits } from '../../src/limits.ts';

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');

it('shows every limit and its reason in docs/limits.md', () => {
  const reasons = new Map([...read('src/limits.ts').matchAll(/\/\*\* (.+) \*\/\s+(\w+):/g)].map((m) => [m[2], m[1]]));
  const expected = Object.entries(limits).map(([name, value]) => [name, value, reasons.get(name)]);

  const rows = [...read('docs/limits.md').matchAll(/^\| `(\w+)` +\| ([\d,]+) +\| (.+?) +\|$/gm)];
  expect(rows.map((row) => [row[1], Number(row[2]!.replaceAll(',', '')), row[3]])).toEqual(expected);
});
