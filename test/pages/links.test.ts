import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const pages = globSync(['*.md', 'docs/**/*.md', '{src,schema,compat,console,widget,deploy,bench,test}/**/*.md'], {
  cwd: root,
  // The invented vendor's page is read where its folder is put.
  exclude: (path) => path === 'node_modules' || path === 'lumbra',
});

/** As GitHub makes a heading's anchor. */
const toAnchor = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const anchorsOf = (path: string) =>
  [...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => toAnchor(heading));

function isThere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? join(root, page) : join(root, dirname(page), path);
  if (!existsSync(target)) return false;
  return anchor === undefined || (statSync(target).isFile() && anchorsOf(target).includes(anchor));
}

it('leads from page to page and to the tree by links of which each is there', () => {
  const dead = pages.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/(?:\]\(|src(?:set)?=")(?!https?:|mailto:|…)([^)\s"]+)[)"]/g)]
      .map(([, link = '']) => link)
      .filter((link) => !isThere(page, link))
      .map((link) => `${page}: ${link}`),
  );
  expect(pages).toContain('docs/graphql.md');
  expect(dead).toEqual([]);
});
