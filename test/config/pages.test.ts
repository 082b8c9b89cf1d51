import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scopes } from '../../src/access/scopes.ts';
import { ai93Webhooks } from '../../src/vendors/ai93.ts';
import { quincerWebhooks } from '../../src/vendors/quincer.ts';
import { standardHeaders } from '../../src/vendors/signing.ts';

const root = join(import.meta.dirname, '../..');
const page = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const section = (path: string, title: string) =>
  page(path)
    .split(/^## /m)
    .find((text) => text.startsWith(title)) ?? '';

test('docs/graphql.md lists the scopes there are, with what they allow', () => {
  const [, table = ''] = /<!-- scopes -->(.*)<!-- \/scopes -->/s.exec(page('docs/graphql.md')) ?? [];
  const rows = [...table.matchAll(/^\| `([a-z:]+)` +\| (.+?) +\|$/gm)].map(([, name, what]) => [name, what]);
  expect(rows).toEqual(Object.entries(scopes));
});

test('nothing is to be pasted that holds an event’s id of another installation', () => {
  const pages = ['README.md', ...globSync('docs/*.md', { cwd: root })].map(page).join('\n');
  const pasted = [...pages.matchAll(/```(?:sh|js|ts|graphql)\n(.*?)```/gs)].map(([, code = '']) => code).join('');
  expect(pasted).not.toMatch(/evt_[0-9a-f]{16}/);
});

test('docs/operating.md lists every variable of the environment once, in the order of the code', () => {
  const config = readFileSync(new URL('../../src/config.ts', import.meta.url), 'utf8');
  const [, expected = ''] = /const expected = \{(.*?)\n\}/s.exec(config) ?? [];
  const variables = [...expected.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name]) => name);

  expect(
    [...section('docs/operating.md', 'Configuration').matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(([, name]) => name),
  ).toEqual(variables);
});

test('docs/integrations.md verifies webhooks by headers that are sent', () => {
  const request = {
    eventId: 'evt_55b26a75739cef76',
    type: 'lead.created',
    body: '{}',
    at: new Date(0),
    attempt: 1,
    secrets: ['whsec_c2VjcmV0'],
  } as const;
  const sent = [quincerWebhooks.headers, ai93Webhooks.headers, standardHeaders].flatMap((headers) =>
    Object.keys(headers(request)),
  );

  const verified = [
    ...section('docs/integrations.md', 'Webhooks').matchAll(/`((?:Quincer|X-AI93|webhook)-+[\w-]+)/g),
  ].map(([, name]) => name);
  expect(verified).toHaveLength(6);
  expect(sent).toEqual(expect.arrayContaining(verified));
});
