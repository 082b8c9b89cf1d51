import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { ai93 } from '../../compat/ai93/dialect.ts';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import { createRestClient } from '../support/rest-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { patiently } from '../support/patiently.ts';

const clock = createTestClock();
let app: TestApp;
let workspace: TestWorkspace;

beforeAll(async () => void (app = await startTestApp({ usageFlushMs: 20, clock })));
beforeEach(async () => void (workspace = await app.workspace()));
afterAll(async () => app.close());

type Key = { dialect: string; aliasUsage: { alias: string; count: number; lastUsedAt: string }[] };
const query = '{ apiKeys { nodes { dialect aliasUsage { alias count lastUsedAt } } } }';

async function usageOf(dialect: string): Promise<Record<string, number>> {
  const { apiKeys } = await workspace.graph.ask<{ apiKeys: { nodes: Key[] } }>(query);
  const key = apiKeys.nodes.find((node) => node.dialect === dialect);
  return Object.fromEntries((key?.aliasUsage ?? []).map(({ alias, count }) => [alias, count]));
}

const activitiesAre = (count: number) =>
  vi.waitFor(async () => expect(await usageOf('QUINCER')).toEqual({ 'GET /api/v1/activities': count }), patiently);

it('every older path, method, parameter and field is counted for the key that used it, and nothing else is', async () => {
  const { graph, quincer } = workspace;
  const { createLead } = await graph.ask<{ createLead: { lead: { id: string } } }>(
    'mutation { createLead(input: { name: "Ada" }) { lead { id } } }',
  );
  const leadId = createLead.lead.id.slice(3);
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
  await vi.waitFor(async () => expect(await usageOf('QUINCER')).toEqual(expected), patiently);
  expect(await usageOf('AI93')).toEqual({});
});

it('ClawCRM’s other field names and its older way to delete are counted for its key', async () => {
  const client = createRestClient(app.url, workspace.keys.clawcrm);
  const send = async (method: string, path: string, body?: object) => {
    const answer = await client.send(method, `/api/openclaw${path}`, body);
    expect(answer.status).toBeLessThan(300);
    return answer.body as { id: string };
  };
  const lead = { firstName: 'Ada', email: 'ada@example.com' };
  const { id } = await send('POST', '/leads', { ...lead, clinicName: 'Acme', practiceType: 'Dental' });
  await send('POST', '/leads', { ...lead, email: 'bob@example.com', organizationName: 'Acme', businessType: 'Dental' });
  await send('PATCH', `/leads/${id}`, { clinicName: 'Acme Ltd' });
  await send('PATCH', '/leads', { id, practiceType: 'Medical' });
  await send('PUT', `/leads/${id}`, { ...lead, clinicName: 'Acme' });
  await send('DELETE', `/leads?id=${id}`);
  await send('DELETE', `/leads/${id}`);
  const expected = {
    'POST /api/openclaw/leads clinicName': 1,
    'POST /api/openclaw/leads practiceType': 1,
    'PATCH /api/openclaw/leads/:id clinicName': 1,
    'PATCH /api/openclaw/leads practiceType': 1,
    'PUT /api/openclaw/leads/:id clinicName': 1,
    'DELETE /api/openclaw/leads': 1,
  };
  await vi.waitFor(async () => expect(await usageOf('CLAWCRM')).toEqual(expected), patiently);
});

it('AI93 has no older spellings: nothing is counted, whatever is asked', async () => {
  const client = createRestClient(app.url, workspace.keys.ai93);
  for (const path of [
    'leads?status=new&tag=a&q=ada&limit=1&since=2026-01-01',
    'leads.csv',
    'sources',
    'scrapers/runs',
  ]) {
    expect((await client.get(`/api/v1/${path}`)).status).toBe(200);
  }
  await workspace.quincer.get('/api/v1/activities?lead_id=01jqz5v8m3k9wfp2c7hx0dtbne');
  await activitiesAre(1);
  expect(await usageOf('AI93')).toEqual({});
  expect(
    ai93.routes.filter(
      ({ aliases, successor }) => successor || Object.values(aliases).some((some) => Object.keys(some).length > 0),
    ),
  ).toEqual([]);
});

it('counts go on over batches, and tell when last', async () => {
  await workspace.quincer.get('/api/v1/activities');
  await activitiesAre(1);
  clock.advance(3_600_000);
  await workspace.quincer.get('/api/v1/activities');
  await activitiesAre(2);
  const { apiKeys } = await workspace.graph.ask<{ apiKeys: { nodes: Key[] } }>(query);
  const latest = apiKeys.nodes.find(({ dialect }) => dialect === 'QUINCER')?.aliasUsage[0];
  expect(latest).toEqual({ alias: 'GET /api/v1/activities', count: 2, lastUsedAt: clock.now().toISOString() });
});

it('is shown to who may read keys', async () => {
  const reader = await workspace.graphAs(['leads:read']);
  expect(await reader.refusal(query)).toBe('FORBIDDEN');
});
