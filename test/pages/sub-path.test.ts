import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { greet } from '../../src/server/process/greeting.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { startPrefixProxy } from './prefix-proxy.ts';

const publicUrl = 'http://leads.test/crm';

let app: TestApp;
let proxy: Awaited<ReturnType<typeof startPrefixProxy>>;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp({ publicUrl });
  proxy = await startPrefixProxy(Number(new URL(app.url).port), '/crm');
  workspace = await app.workspace();
});
afterAll(async () => {
  await proxy.close();
  await app.close();
});

const visit = (path: string, headers: Record<string, string> = { accept: 'text/html' }) =>
  fetch(proxy.url + path, { headers });

it.each(['/crm/', '/crm/pricing', '/crm/graphql', '/crm/api-docs', '/crm/nope'])(
  'every link of %s stays below the path and leads somewhere',
  async (path) => {
    const text = await (await visit(path)).text();
    const links = [...text.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) {
      expect(link).toMatch(/^\/crm\//);
      expect([link, (await visit(link)).status]).not.toEqual([link, 404]);
    }
  },
);

it('documents say where their paths begin, and pages where the documents are', async () => {
  const page = await (await visit('/crm/api-docs?dialect=ai93')).text();
  expect(page).toContain('"url":"/crm/openapi/ai93.json"');
  expect(await (await visit('/crm/openapi/ai93.json')).json()).toMatchObject({ servers: [{ url: '/crm' }] });
});

it('links of answers, pictures and the skill keep it', async () => {
  const { connectOpenClaw } = await workspace.graph.ask<{
    connectOpenClaw: { skillUrl: string; member: { avatarUrl: string } };
  }>('mutation { connectOpenClaw { skillUrl member { avatarUrl } } }');
  expect(connectOpenClaw).toEqual({
    skillUrl: `${publicUrl}/skills/quincer/SKILL.md`,
    member: { avatarUrl: `${publicUrl}/avatars/openclaw.svg` },
  });
  const { headers } = await visit('/crm/api/v1/activities', { authorization: `Bearer ${workspace.keys.quincer}` });
  expect(headers.get('link')).toBe('</crm/api/v1/tasks>; rel="successor-version"');
  expect(await (await visit('/crm/skills/quincer/SKILL.md')).text()).toContain(`Base URL: ${publicUrl}`);
});

it('the greeting names addresses below it', () => {
  expect(greet(publicUrl, null)).toContain('ws://leads.test/crm/graphql');
});

it('a websocket is opened below it', async () => {
  const socket = new WebSocket(`${proxy.url.replace('http', 'ws')}/crm/graphql`, 'graphql-transport-ws');
  const acknowledged = new Promise((resolve, reject) => {
    socket.on('message', (data: Buffer) => resolve(JSON.parse(data.toString())));
    socket.on('error', reject);
  });
  socket.on('open', () => {
    const payload = { authorization: `Bearer ${workspace.keys.graphql}` };
    socket.send(JSON.stringify({ type: 'connection_init', payload }));
  });
  expect(await acknowledged).toMatchObject({ type: 'connection_ack' });
  socket.terminate();
});
