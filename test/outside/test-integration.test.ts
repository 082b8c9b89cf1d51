import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import type { GraphClient } from '../support/graph-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { openLibreTranslate, translating } from './libre-translate-server.ts';
import { answerJson, type ProviderServer } from './provider-server.ts';

const clock = createTestClock();
let app: TestApp;
let server: ProviderServer;
let workspace: TestWorkspace;
beforeAll(async () => {
  server = await openLibreTranslate();
  app = await startTestApp({
    clock,
    outside: { translate: { url: server.url, apiKey: 'the key' } },
    outsideAllowedRanges: ['127.0.0.0/8'],
  });
});
afterAll(async () => {
  await app.close();
  await server.close();
});
beforeEach(async () => {
  server.become(translating);
  workspace = await app.workspace();
});

const document = `mutation ($capability: OutsideCapability!) {
  testIntegration(capability: $capability) { capability works error } }`;

const test = async (graph: GraphClient, capability = 'TRANSLATION') =>
  (await graph.ask<{ testIntegration: object }>(document, { capability })).testIntegration;

const refusal = async (graph: GraphClient, capability: string) =>
  (await graph.send(document, { capability })).errors.map(({ message, extensions }) => [extensions['code'], message]);

const callsOf = async (graph: GraphClient) =>
  (
    await graph.ask<{ providerCalls: { nodes: object[] } }>(
      '{ providerCalls { nodes { capability provider outcome status error tries sentChars conversationId } } }',
    )
  ).providerCalls.nodes;

const auditOf = async (orgId: string) =>
  (await app.database.prisma.auditEntry.findMany({ where: { orgId } }))
    .map(({ action }) => action)
    .filter((action) => action.startsWith('integration.'));

const call = {
  capability: 'TRANSLATION',
  provider: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
  tries: 1,
  sentChars: expect.any(Number),
  conversationId: null,
};

describe('a provider that is tested', () => {
  it('and answers works: one call that is listed, and an audit row', async () => {
    const { graph, orgId } = workspace;
    expect(await test(graph)).toEqual({ capability: 'TRANSLATION', works: true, error: null });
    expect(await callsOf(graph)).toEqual([{ ...call, outcome: 'SUCCEEDED', status: null, error: null }]);
    expect(await auditOf(orgId)).toEqual(['integration.tested_translation']);
  });

  it('and fails says why, and is shown as one that fails until it answers', async () => {
    const { graph } = workspace;
    const standing = async () =>
      (
        await graph.ask<{ integrations: { capability: string; state: string }[] }>(
          '{ integrations { capability state } }',
        )
      ).integrations.find(({ capability }) => capability === 'TRANSLATION')?.state;
    server.become(answerJson({ error: 'Out of memory' }, 500));
    expect(await test(graph)).toMatchObject({ works: false, error: expect.stringContaining('500') });
    expect(await callsOf(graph)).toMatchObject([{ ...call, outcome: 'FAILED', status: 500 }]);
    expect(await standing()).toBe('FAILING');
    server.become(translating);
    expect(await test(graph)).toMatchObject({ works: true });
    expect(await standing()).toBe('CONNECTED');
  });

  it('and refuses the key does not work, though it tells anybody that it is there', async () => {
    server.become(answerJson({ error: 'Invalid API key' }, 403));
    expect(await test(workspace.graph)).toMatchObject({
      works: false,
      error: expect.stringContaining('TRANSLATE_API_KEY'),
    });
    expect(server.asked.at(-1)).toMatchObject({ path: '/translate', body: { api_key: 'the key' } });
  });
});

describe('nothing is asked, and nothing left behind,', () => {
  it('where none is set up', async () => {
    const { graph, orgId } = workspace;
    expect(await refusal(graph, 'MAIL')).toEqual([['CONFLICT', 'No provider is set up for this.']]);
    expect([await callsOf(graph), await auditOf(orgId)]).toEqual([[], []]);
  });

  it('where the workspace may not use it', async () => {
    const { graph, orgId } = workspace;
    await app.database.prisma.organisation.updateMany({ where: { id: orgId }, data: { outsideCapabilities: [] } });
    expect(await refusal(graph, 'TRANSLATION')).toEqual([['CONFLICT', expect.stringContaining('may not use')]]);
    expect([await callsOf(graph), await auditOf(orgId)]).toEqual([[], []]);
  });

  it('while it is left alone after failures', async () => {
    const { graph, orgId } = workspace;
    server.become(answerJson({ error: 'Not now' }, 429, { 'Retry-After': '60' }));
    expect(await test(graph)).toMatchObject({ works: false });
    expect(await refusal(graph, 'TRANSLATION')).toEqual([['CONFLICT', expect.stringContaining('left alone')]]);
    expect([(await callsOf(graph)).length, (await auditOf(orgId)).length]).toEqual([1, 1]);
    clock.advance(61_000);
    server.become(translating);
    expect(await test(graph)).toMatchObject({ works: true });
  });

  it('by who may not change the workspace', async () => {
    const reader = await workspace.graphAs(['audit:read', 'events:read']);
    expect(await reader.refusal(document, { capability: 'TRANSLATION' })).toBe('FORBIDDEN');
    expect(await callsOf(workspace.graph)).toEqual([]);
  });
});
