import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';

const clock = createTestClock();
let app: TestApp;
let workspace: TestWorkspace;
let leadId: string;

beforeAll(async () => {
  app = await startTestApp({ usageFlushMs: 20, clock });
  workspace = await app.workspace();
  const { createLead } = await workspace.graph.ask<{ createLead: { lead: { id: string } } }>(
    'mutation { createLead(input: { name: "Ada" }) { lead { id } } }',
  );
  leadId = createLead.lead.id.slice(3);
});
afterAll(async () => app.close());

type Key = { dialect: string; aliasUsage: { alias: string; count: number; lastUsedAt: string }[] };
const query = '{ apiKeys { nodes { dialect aliasUsage { alias count lastUsedAt } } } }';

async function usageOf(dialect: string): Promise<Record<string, number>> {
  const { apiKeys } = await workspace.graph.ask<{ apiKeys: { nodes: Key[] } }>(query);
  const key = apiKeys.nodes.find((node) => node.dialect === dialect);
  return Object.fromEntries((key?.aliasUsage ?? []).map(({ alias, count }) => [alias, count]));
}

it('every older path, method, parameter and field is counted for the key that used it, and nothing else is', async () => {
  const { quincer } = workspace;
  await quincer.get('/api/v1/leads?widget_id=01jqz5v8m3k9wfp2c7hx0dtbne');
  await quincer.get('/api/v1/leads?widgetId=01jqz5v8m3k9wfp2c7hx0dtbne&updatedSince=2026-01-01');
  await quincer.get('/api/v1/leads?widgetId=not-an-id');
  await quincer.get('/api/v1/leads?offset=0');
  await quincer.get('/api/v1/activities');
  await quincer.get('/api/v1/activities?leadId=01jqz5v8m3k9wfp2c7hx0dtbne');
  await quincer.get('/api/v1/activities/01jqz5v8m3k9wfp2c7hx0dtbne');
  await quincer.send('PATCH', `/api/v1/leads/${leadId}`, { jobTitle: 'CTO', company: 'Acme' });
  await quincer.send('POST', `/api/v1/leads/${leadId}`, { job_title: 'CEO' });
  const expected = {
    'GET /api/v1/leads?widgetId': 2,
    'GET /api/v1/leads?updatedSince': 1,
    'GET /api/v1/leads?offset': 1,
    'GET /api/v1/activities': 2,
    'GET /api/v1/tasks?leadId': 1,
    'GET /api/v1/activities/:id': 1,
    'PATCH /api/v1/leads/:id': 1,
    'POST /api/v1/leads/:id jobTitle': 1,
  };
  await vi.waitFor(async () => expect(await usageOf('QUINCER')).toEqual(expected), { timeout: 10_000 });
  expect(await usageOf('AI93')).toEqual({});
});

it('counts go on over batches, and tell when last', async () => {
  clock.advance(3_600_000);
  await workspace.quincer.get('/api/v1/activities');
  await vi.waitFor(async () => expect((await usageOf('QUINCER'))['GET /api/v1/activities']).toBe(3), {
    timeout: 10_000,
  });
  const { apiKeys } = await workspace.graph.ask<{ apiKeys: { nodes: Key[] } }>(query);
  const latest = apiKeys.nodes.find(({ dialect }) => dialect === 'QUINCER')?.aliasUsage[0];
  expect(latest).toEqual({ alias: 'GET /api/v1/activities', count: 3, lastUsedAt: clock.now().toISOString() });
});

it('is shown to who may read keys', async () => {
  const reader = await workspace.graphAs(['leads:read']);
  expect(await reader.refusal(query)).toBe('FORBIDDEN');
});
