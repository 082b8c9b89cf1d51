import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What a vendor's document promises stands in a page beside its README. */
const pages = globSync('compat/*/promises.md', { cwd: root }).map((path) => ({
  path,
  text: readFileSync(join(root, path), 'utf8'),
}));

it('tells of the three documents there are', () => {
  expect(pages).toHaveLength(3);
});

type Row = { readonly promise: string; readonly where: string };

/** The rows of all its tables, without their heads. */
const rowsOf = (text: string): Row[] =>
  [...text.matchAll(/^\| (.+?) \| (.+?) \|$/gm)]
    .map(([, promise = '', where = '']) => ({ promise: promise.trim(), where: where.trim() }))
    .filter(({ promise }) => promise !== 'promise' && !/^-+$/.test(promise));

const kindOf = ({ where }: Row): 'shown' | 'not shown' | 'not done' => {
  if (where.startsWith('not shown: ')) return 'not shown';
  return where.startsWith('not done: ') ? 'not done' : 'shown';
};

type Named = { readonly file: string; readonly title: string };

const testsOf = ({ where }: Row): Named[] =>
  [...where.matchAll(/\[[^\]]+\]\(([^)]+\.test\.ts)\) `([^`]+)`/g)].map(([, file = '', title = '']) => ({
    file,
    title,
  }));

const isTitleIn = (source: string, title: string): boolean =>
  ["'", '"', '`'].some((quote) => source.includes(quote + title + quote));

describe.each(pages)('$path', ({ path, text }) => {
  const rows = rowsOf(text);

  it('counts at its head what its tables hold', () => {
    const count = (kind: ReturnType<typeof kindOf>) => rows.filter((row) => kindOf(row) === kind).length;
    expect(text.split('\n')[2]).toBe(
      `${rows.length} promises: ${count('shown')} shown, ${count('not shown')} not shown, ${count('not done')} not done.`,
    );
    expect(rows.length).toBeGreaterThan(10);
  });

  it('names tests that are there', () => {
    const named = rows.flatMap(testsOf);
    const sources = new Map(named.map(({ file }) => [file, readFileSync(join(root, dirname(path), file), 'utf8')]));
    expect(named.filter(({ file, title }) => !isTitleIn(sources.get(file) ?? '', title))).toEqual([]);
  });

  it('names for each promise a test, or what is missing', () => {
    const parts = ({ where }: Row) => where.split('<br>').length;
    expect(rows.filter((row) => kindOf(row) === 'shown' && testsOf(row).length !== parts(row))).toEqual([]);
  });
});
