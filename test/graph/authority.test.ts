import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allScopes } from '../../src/access/scopes.ts';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import { createGraphClient, type GraphClient } from '../support/graph-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';

// What a key may do must not grow on the way: by what it makes, by what it ends, by where it has things sent.

const clock = createTestClock();
let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp({ clock });
  workspace = await app.workspace();
});
afterAll(() => app.close());

type Made = { createWebhookEndpoint: { endpoint: { id: string; types: string[] } } };
const register =
  'mutation ($input: CreateWebhookEndpointInput!) { createWebhookEndpoint(input: $input) { endpoint { id types } } }';
const update =
  'mutation ($id: ID!, $input: UpdateWebhookEndpointInput!) { updateWebhookEndpoint(id: $id, input: $input) { endpoint { types } } }';
const replay =
  'mutation ($id: ID!, $types: [EventType!]) { replayEvents(endpointId: $id, after: "evt_0000000000000000", types: $types) { replayed } }';
const retry = 'mutation ($id: ID!) { retryWebhookDelivery(id: $id) { delivery { id } } }';
const endpoint = { url: 'http://127.0.0.1:9/', format: 'QUINCER' };

const registerAs = async (graph: GraphClient, input: object) =>
  (await graph.ask<Made>(register, { input: { ...endpoint, ...input } })).createWebhookEndpoint.endpoint;

describe('a webhook endpoint', () => {
  it('is made only for what its maker may read', async () => {
    const blind = await workspace.graphAs(['webhooks:write', 'webhooks:read']);
    const input = { ...endpoint, types: ['LEAD_CREATED'] };
    expect(await blind.send(register, { input })).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN', scope: 'leads:read' } }],
    });
    expect(await blind.refusal(register, { input: endpoint })).toBe('FORBIDDEN');
    const reader = await workspace.graphAs(['webhooks:write', 'leads:read']);
    expect(await reader.refusal(register, { input: { ...endpoint, types: ['LEAD_CREATED', 'TASK_CREATED'] } })).toBe(
      'FORBIDDEN',
    );
    expect(await registerAs(reader, input)).toMatchObject({ types: ['LEAD_CREATED'] });
  });

  it('without types is fixed to what its maker may read, and open only where that is everything', async () => {
    const reader = await workspace.graphAs(['webhooks:write', 'leads:read']);
    const { id, types } = await registerAs(reader, {});
    expect(types).toEqual(['LEAD_CREATED', 'LEAD_UPDATED', 'LEAD_STAGE_CHANGED']);
    expect(await reader.ask(update, { id, input: { types: [] } })).toEqual({
      updateWebhookEndpoint: { endpoint: { types } },
    });
    expect((await registerAs(workspace.graph, {})).types).toEqual([]);
  });

  it('is moved, widened, enabled and replayed to only by who may read what it gets', async () => {
    const { id } = await registerAs(workspace.graph, { types: ['LEAD_CREATED', 'TASK_CREATED'] });
    const reader = await workspace.graphAs(['webhooks:write', 'leads:read']);
    for (const input of [{ url: 'http://127.0.0.1:10/' }, { types: ['TASK_COMPLETED'] }, { enabled: true }])
      expect(await reader.refusal(update, { id, input })).toBe('FORBIDDEN');
    expect(await reader.refusal(replay, { id })).toBe('FORBIDDEN');
    expect(await reader.refusal(replay, { id, types: ['TASK_CREATED'] })).toBe('FORBIDDEN');
    expect(await reader.ask(replay, { id, types: ['LEAD_CREATED'] })).toBeTruthy();
    expect(await reader.ask(update, { id, input: { enabled: false } })).toBeTruthy();
  });

  it('is posted to again only by who may read the event, which is not shown beside the delivery either', async () => {
    const { id } = await registerAs(workspace.graph, { types: ['LEAD_CREATED'] });
    await workspace.graph.ask('mutation { createLead(input: { name: "Ada" }) { lead { id } } }');
    const list = `query ($id: ID!) { webhookDeliveries(endpointId: $id) { nodes { id event { type ... on LeadEvent { lead { name } } } } } }`;
    type Listed = { webhookDeliveries: { nodes: { id: string }[] } };
    const blind = await workspace.graphAs(['webhooks:write', 'webhooks:read']);
    const shown = await blind.send(list, { id });
    expect(shown).toMatchObject({
      data: { webhookDeliveries: { nodes: [{ event: { type: 'LEAD_CREATED', lead: null } }] } },
      errors: [{ extensions: { code: 'FORBIDDEN', scope: 'leads:read' } }],
    });
    const [delivery] = (await workspace.graph.ask<Listed>(list, { id })).webhookDeliveries.nodes;
    expect(await blind.refusal(retry, { id: delivery?.id })).toBe('FORBIDDEN');
    const reader = await workspace.graphAs(['webhooks:write', 'leads:read']);
    expect(await reader.ask(retry, { id: delivery?.id })).toEqual({
      retryWebhookDelivery: { delivery: { id: delivery?.id } },
    });
  });
});

type Issued = { createApiKey: { apiKey: { id: string; expiresAt: string | null }; secret: string } };
const createKey =
  'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { id expiresAt } secret } }';
const issue = async (graph: GraphClient, input: object = {}) =>
  (await graph.ask<Issued>(createKey, { input: { name: 'Key', dialect: 'GRAPHQL', ...input } })).createApiKey;
const fromNow = (ms: number) => new Date(clock.now().getTime() + ms).toISOString();

describe('a key', () => {
  it('that ends makes none that outlives it', async () => {
    const expiresAt = fromNow(60_000);
    const passing = createGraphClient(app.url, (await issue(workspace.graph, { expiresAt })).secret);
    const input = { name: 'Key', dialect: 'GRAPHQL', expiresAt: fromNow(60_001) };
    expect(await passing.refusal(createKey, { input })).toBe('FORBIDDEN');
    expect((await issue(passing)).apiKey.expiresAt).toBe(expiresAt);
    expect((await issue(passing, { expiresAt: fromNow(1000) })).apiKey.expiresAt).toBe(fromNow(1000));
    expect(await passing.ask('mutation { connectOpenClaw { apiKey { expiresAt } } }')).toEqual({
      connectOpenClaw: { apiKey: { expiresAt } },
    });
    expect((await issue(workspace.graph)).apiKey.expiresAt).toBeNull();
  });

  it('is revoked only by one that holds what it holds', async () => {
    const { apiKey } = await issue(workspace.graph, { scopes: ['leads:read', 'keys:write'] });
    const revoke = 'mutation ($id: ID!) { revokeApiKey(id: $id) { apiKey { id } } }';
    const lesser = await workspace.graphAs(['keys:write', 'keys:read']);
    expect(await lesser.send(revoke, { id: apiKey.id })).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN', scope: 'leads:read' } }],
    });
    const equal = await workspace.graphAs(['keys:write', 'leads:read']);
    expect(await equal.ask(revoke, { id: apiKey.id })).toEqual({ revokeApiKey: { apiKey: { id: apiKey.id } } });
  });

  it('of a wrong scope is told the right ones', async () => {
    const message = async (input: object) =>
      (await workspace.graph.send(createKey, { input: { name: 'Key', ...input } })).errors[0]?.message;
    expect(await message({ dialect: 'AI93', scopes: ['lead:read'] })).toBe(
      'scopes: there is no scope lead:read; a AI93 key can hold leads:read, leads:write, leads:handoff, sources:read',
    );
    expect(await message({ dialect: 'GRAPHQL', scopes: ['read'] })).toContain(allScopes.join(', '));
  });

  it('that is locked to a business changes nothing of the whole workspace, and sees no other’s reports', async () => {
    const { createBusiness } = await workspace.graph.ask<{ createBusiness: { business: { id: string } } }>(
      'mutation { createBusiness(input: { name: "North" }) { business { id } } }',
    );
    const locked = await workspace.graphAs(allScopes, createBusiness.business.id);
    for (const call of [
      'query { feedbackInbox { nodes { id } } }',
      'mutation { createMember(input: { name: "Ada" }) { member { id } } }',
      'mutation { connectOpenClaw { member { id } } }',
      'mutation { createBusiness(input: { name: "South" }) { business { id } } }',
      'mutation { recordScraperRun(input: { source: "reddit", status: FAILED }) { scraperRun { id } } }',
      'mutation { disconnectCalendly { connection { connected } } }',
    ]) {
      expect(await locked.send(call)).toMatchObject({
        errors: [{ extensions: { code: 'FORBIDDEN', reason: 'business_scope_mismatch' } }],
      });
    }
  });
});

it('an address of a member is shown to who may read members, the name to who sees what is theirs', async () => {
  const { createMember } = await workspace.graph.ask<{ createMember: { member: { id: string } } }>(
    'mutation { createMember(input: { name: "Ada", email: "ada@example.com" }) { member { id } } }',
  );
  const { createLead } = await workspace.graph.ask<{ createLead: { lead: { id: string } } }>(
    'mutation ($id: ID!) { createLead(input: { name: "Eve", assignedToId: $id }) { lead { id } } }',
    { id: createMember.member.id },
  );
  const document = 'query ($id: ID!) { lead(id: $id) { assignedTo { name email } } }';
  const reader = await workspace.graphAs(['leads:read']);
  expect(await reader.send(document, { id: createLead.lead.id })).toMatchObject({
    data: { lead: { assignedTo: { name: 'Ada', email: null } } },
    errors: [{ extensions: { code: 'FORBIDDEN', scope: 'members:read' } }],
  });
  const team = await workspace.graphAs(['leads:read', 'members:read']);
  expect(await team.ask(document, { id: createLead.lead.id })).toEqual({
    lead: { assignedTo: { name: 'Ada', email: 'ada@example.com' } },
  });
});
