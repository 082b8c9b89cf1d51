import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scopes } from '../../src/access/scopes.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

test('the README lists the scopes there are, with what they allow', () => {
  const [, table = ''] = /<!-- scopes -->(.*)<!-- \/scopes -->/s.exec(readme) ?? [];
  const rows = [...table.matchAll(/^\| `([a-z:]+)` +\| (.+?) +\|$/gm)].map(([, name, what]) => [name, what]);
  expect(rows).toEqual(Object.entries(scopes));
});

test('nothing in the README is to be pasted that holds an event’s id of another installation', () => {
  const pasted = [...readme.matchAll(/```(?:sh|js|ts|graphql)\n(.*?)```/gs)].map(([, code = '']) => code).join('');
  expect(pasted).not.toMatch(/evt_[0-9a-f]{16}/);
});
