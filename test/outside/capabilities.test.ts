import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFirstWorkspace } from '../../src/domain/workspaces/create-first-workspace.ts';
import { createRetention } from '../../src/jobs/retention.ts';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import { createGraphClient } from '../support/graph-client.ts';
import { createRestClient } from '../support/rest-client.ts';
import { openLibreTranslate } from './libre-translate-server.ts';
import type { ProviderServer } from './provider-server.ts';

const clock = createTestClock();
let app: TestApp;
let server: ProviderServer;
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

const setCapabilities = `mutation ($id: ID!, $capabilities: [OutsideCapability!]!) {
  setOutsideCapabilities(organisationId: $id, capabilities: $capabilities) { organisation { id outsideCapabilities } } }`;

const talk = async (key: string) => {
  const graph = createGraphClient(app.url, key);
  const { createWidget: made } = await graph.ask<{ createWidget: { widget: { id: string } } }>(
    'mutation { createWidget(input: { name: "Site" }) { widget { id } } }',
  );
  const { sendVisitorMessage: sent } = await graph.ask<{ sendVisitorMessage: { conversation: { id: string } } }>(
    `mutation ($w: ID!) { sendVisitorMessage(widgetId: $w, input: { message: "Hola", visitor: { language: "es" } }) { conversation { id } } }`,
    { w: made.widget.id },
  );
  const { id } = sent.conversation;
  await graph.ask('mutation ($id: ID!) { takeOverConversation(id: $id) { conversation { id } } }', { id });
  const reply = async (message: string) => {
    const { replyToConversation: replied } = await graph.ask<{ replyToConversation: { message: { content: string } } }>(
      'mutation ($id: ID!, $message: String!) { replyToConversation(id: $id, message: $message) { message { content } } }',
      { id, message },
    );
    return replied.message.content;
  };
  return { graph, id, reply };
};

async function signUp(): Promise<string> {
  const { body } = await createRestClient(app.url, '').send('POST', '/api/openclaw/signup', {
    email: 'ada@stranger.test',
  });
  return (body as { apiKey: string }).apiKey;
}

describe('a stranger’s workspace', () => {
  it('asks no provider until staff grants it, and no longer than that', async () => {
    const staff = await app.workspace('Operators');
    const { graph, reply } = await talk(await signUp());
    server.asked.length = 0;
    expect(await reply('Hello')).toBe('Hello');
    expect(server.asked).toEqual([]);
    const { viewer, integrations } = await graph.ask<{
      viewer: { organisation: { id: string; outsideCapabilities: string[] } };
      integrations: { capability: string; state: string; detail: string }[];
    }>('{ viewer { organisation { id outsideCapabilities } } integrations { capability state detail } }');
    const { id } = viewer.organisation;
    expect(viewer.organisation.outsideCapabilities).toEqual([]);
    expect(integrations.find(({ capability }) => capability === 'TRANSLATION')).toMatchObject({
      state: 'NOT_GRANTED',
      detail: expect.stringContaining('setOutsideCapabilities'),
    });
    expect(await graph.refusal(setCapabilities, { id, capabilities: ['TRANSLATION'] })).toBe('FORBIDDEN');

    const granted = { id, capabilities: ['TRANSLATION', 'MODEL', 'TRANSLATION'] };
    expect(await staff.graph.ask(setCapabilities, granted)).toEqual({
      setOutsideCapabilities: { organisation: { id, outsideCapabilities: ['MODEL', 'TRANSLATION'] } },
    });
    await staff.graph.ask(setCapabilities, granted);
    expect(await reply('Hello')).toBe('[es] Hello');
    const audit = (orgId: string) =>
      app.database.prisma.auditEntry.count({ where: { orgId, action: 'workspace.outside_changed' } });
    expect([await audit(staff.orgId), await audit(id.slice('org_'.length))]).toEqual([1, 1]);

    await staff.graph.ask(setCapabilities, { id, capabilities: [] });
    expect(await reply('Good day')).toBe('Good day');
    expect(server.asked).toHaveLength(1);
    expect(await staff.graph.refusal(setCapabilities, { id: 'org_01jqz5v8m3k9wfp2c7hx0dtbne', capabilities: [] })).toBe(
      'NOT_FOUND',
    );
  });
});

it('the workspace an installation begins with may use all, one that signs up what is set for those', async () => {
  const other = await startTestApp({
    signup: { open: true, tier: 'FREE', perHour: 100, capabilities: ['TRANSLATION'] },
  });
  const first = await createFirstWorkspace(other.app.services);
  const { body } = await createRestClient(other.url, '').send('POST', '/api/openclaw/signup', {
    email: 'ada@stranger.test',
  });
  const capabilitiesOf = async (key: string) => {
    const { viewer } = await createGraphClient(other.url, key).ask<{
      viewer: { organisation: { outsideCapabilities: string[] } };
    }>('{ viewer { organisation { outsideCapabilities } } }');
    return viewer.organisation.outsideCapabilities;
  };
  expect(await capabilitiesOf(first?.keys.graphql ?? '')).toEqual(['MODEL', 'TRANSLATION', 'MAIL', 'ENRICHMENT']);
  expect(await capabilitiesOf((body as { apiKey: string }).apiKey)).toEqual(['TRANSLATION']);
  await other.close();
});

it('calls are listed newest first, found by how they went and by conversation, and kept as long as events', async () => {
  const { keys, orgId, graph: own } = await app.workspace();
  // What the visitor writes is not translated for who reads Spanish.
  await own.ask('mutation { setUpWorkspace(input: { organisation: { agentLanguage: "es" } }) { movedLeads } }');
  const { graph, id, reply } = await talk(keys.graphql);
  await reply('One');
  clock.advance(1000);
  server.behave((response) => response.writeHead(400).end());
  await reply('Two');
  const list = async (args: string) =>
    (
      await graph.ask<{ providerCalls: { totalCount: number; nodes: { id: string; outcome: string }[] } }>(
        `{ providerCalls(${args}) { totalCount nodes { id outcome } } }`,
      )
    ).providerCalls;
  const all = await list('first: 10');
  expect([all.totalCount, all.nodes.map(({ outcome }) => outcome)]).toEqual([2, ['FAILED', 'SUCCEEDED']]);
  expect((await list('outcome: FAILED')).totalCount).toBe(1);
  expect((await list('capability: MAIL')).totalCount).toBe(0);
  expect((await list(`conversationId: "${id}"`)).totalCount).toBe(2);
  expect((await list(`after: "${all.nodes[0]?.id}"`)).nodes).toEqual(all.nodes.slice(1));

  const prune = () => createRetention({ pool: app.database.pool, clock, eventDays: 30 }).prune();
  const kept = () => app.database.prisma.providerCall.count({ where: { orgId } });
  clock.advance(30 * 24 * 60 * 60 * 1000 - 500);
  await prune();
  expect(await kept()).toBe(1);
  clock.advance(1000);
  await prune();
  expect(await kept()).toBe(0);
});
