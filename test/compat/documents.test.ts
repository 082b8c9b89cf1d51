import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFile } from 'node:fs/promises';
import { clawcrm } from '../../compat/clawcrm/dialect.ts';
import { quincer } from '../../compat/quincer/dialect.ts';
import { vendorList } from '../../src/vendors/index.ts';
import { type Gateway, openGateway } from './gateway.ts';

let gateway: Gateway;
beforeAll(async () => void (gateway = await openGateway()));
afterAll(async () => gateway.close());

const get = async (path: string) => gateway.call('GET', path, null);

/** Sections "External agent (takeover) endpoints" and "Leads & tasks", and what our record adds to them. */
const documented = [
  ['get', '/conversations/:id', 'conversations:read'],
  ['post', '/conversations/:id/takeover', 'conversations:takeover'],
  ['post', '/conversations/:id/reply', 'conversations:reply'],
  ['post', '/conversations/:id/handback', 'conversations:handback'],
  ['get', '/leads', 'leads:read'],
  ['get', '/leads/:id', 'leads:read'],
  ['post', '/leads/:id', 'leads:write'],
  ['get', '/tasks', 'tasks:read'],
  ['get', '/tasks/:id', 'tasks:read'],
  ['get', '/conversations', 'conversations:read'],
];

describe('the route table', () => {
  it('holds every documented route with its scope, and no other', () => {
    const table = quincer.routes.map(({ method, path, scope }) => [method, path, scope]);
    expect(table).toHaveLength(documented.length);
    expect(table).toEqual(expect.arrayContaining(documented));
  });

  it('keeps every documented alias', () => {
    const aliases = quincer.routes.flatMap(({ method, path, aliases: { methods, paths } }) => [
      ...methods.map((alias) => `${alias} ${path}`),
      ...paths.map((alias) => `${method} ${alias}`),
    ]);
    expect(aliases).toEqual(['patch /leads/:id', 'get /activities', 'get /activities/:id']);
  });

  it('can rebuild every answer that may be lost', () => {
    const writes = quincer.routes.filter(({ idempotent }) => idempotent);
    expect(writes.filter(({ rebuild }) => rebuild === null)).toEqual([]);
  });
});

describe('the documents', () => {
  const paths = ['/openapi.json', ...vendorList.map(({ vendor }) => `/openapi/${vendor.name}.json`)];

  it.each(paths)('are served at %s', async (path) => {
    const { status, json, headers } = await get(path);
    expect([status, json.openapi, headers.get('content-type')]).toEqual([
      200,
      '3.1.0',
      'application/json; charset=utf-8',
    ]);
    const committed = await readFile(
      new URL(`../../compat/openapi/${path.split('/').at(-1)}`, import.meta.url),
      'utf8',
    );
    expect(json).toEqual(JSON.parse(committed));
  });

  it('name the graph’s document behind every operation of Quincer', async () => {
    const { json } = await get('/openapi/quincer.json');
    for (const item of Object.values<object>(json.paths)) {
      for (const operation of Object.values<Record<string, unknown>>(item as Record<string, never>)) {
        expect(operation['x-graphql-document']).toMatch(/^(?:query|mutation|subscription) \w+/);
      }
    }
  });

  it('resolve every reference they make', async () => {
    for (const path of paths) {
      const { json, text } = await get(path);
      const names = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((found) => found[1]);
      expect(Object.keys(json.components.schemas)).toEqual(expect.arrayContaining(names));
    }
  });

  it.each(['', '?dialect=nobody', ...vendorList.map(({ vendor }) => `?dialect=${vendor.name}`)])(
    'have a human page at /api-docs%s that asks nothing of anybody else',
    async (search) => {
      const shown = vendorList.find(({ vendor }) => search.endsWith(vendor.name))?.vendor.name ?? 'quincer';
      const { status, text } = await get(`/api-docs${search}`);
      expect(status).toBe(200);
      expect(text).toContain(`/openapi/${shown}.json`);
      expect(text).not.toMatch(/https?:\/\//);
      const assets = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map((found) => found[1] ?? '');
      for (const asset of assets) expect([asset, (await get(asset)).status]).not.toEqual([asset, 404]);
      expect(assets.filter((asset) => asset.includes('/assets/'))).toHaveLength(2);
    },
  );
});

describe('the skill of ClawCRM', () => {
  it('tells of every route, by the table, and signs up by a call that works', async () => {
    const { status, text, headers } = await get('/skills/clawcrm/SKILL.md');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/markdown; charset=utf-8']);
    expect(text).toMatch(/^---\nname: clawcrm\n/);
    for (const { method, path } of clawcrm.routes)
      expect(text).toContain(`\`${method.toUpperCase()} /api/openclaw${path}\``);
    const body: unknown = JSON.parse(/-d '([^']+)'/.exec(text)?.[1] ?? '');
    const { status: made } = await gateway.call('POST', '/api/openclaw/signup', null, body);
    expect(made).toBe(201);
  });
});

describe('the OpenClaw skill', () => {
  it('tells of every route, by the table', async () => {
    const { status, text, headers } = await get('/skills/quincer/SKILL.md');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/markdown; charset=utf-8']);
    expect(text).toMatch(/^---\nname: quincer\n/);
    expect(text).toContain('QUINCER_API_KEY');
    expect(text).toContain('Base URL: http://tributary.test');
    for (const { method, path } of quincer.routes) expect(text).toContain(`\`${method.toUpperCase()} /api/v1${path}\``);
  });

  it('logs activity by a call that works', async () => {
    const { text } = await get('/skills/quincer/SKILL.md');
    const body = /-d '([^']+)'/.exec(text)?.[1] ?? '';
    const { query, variables } = JSON.parse(body) as { query: string; variables: { input: Record<string, unknown> } };
    const { leadId: _, ...input } = variables.input;
    const [, done] = [...text.matchAll(/-d '([^']+)'/g)].map(
      (found) => JSON.parse(found[1] ?? '') as { query: string },
    );
    const { connectOpenClaw } = await gateway.gql(gateway.keys.graphql, 'mutation { connectOpenClaw { secret } }');
    const { createTask } = await gateway.gql(connectOpenClaw.secret, query, { input });
    expect(createTask.task).toMatchObject({ status: 'PENDING' });
    const { id } = createTask.task;
    const { updateTask } = await gateway.gql(connectOpenClaw.secret, done?.query ?? '', { id });
    expect(updateTask.task).toEqual({ id, status: 'COMPLETED' });
  });
});
