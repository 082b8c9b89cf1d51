import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { createGraphClient, type GraphClient } from '../support/graph-client.ts';
import { createRestClient } from '../support/rest-client.ts';
import { createWorkspace, type TestWorkspace } from '../support/workspace.ts';

let app: TestApp;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app.close());

type Made = { createLead: { lead: { id: string } } };
const createLead = 'mutation ($name: String!) { createLead(input: { name: $name }) { lead { id } } }';

async function countLeads(graph: GraphClient): Promise<number> {
  return (await graph.ask<{ leads: { totalCount: number } }>('{ leads(first: 1) { totalCount } }')).leads.totalCount;
}

/** A workspace of the free plan with so many leads; answers the id of one of them. */
async function openFree(leads: number): Promise<TestWorkspace & { leadId: string }> {
  const workspace = await createWorkspace(app.app.services, app.url, 'Free', 'FREE');
  const { createLead: first } = await workspace.graph.ask<Made>(createLead, { name: 'First' });
  const id = first.lead.id.replace('ld_', '');
  const row = await app.database.prisma.lead.findFirstOrThrow({ where: { orgId: workspace.orgId, id } });
  const { orgId, stageId, source, createdAt, updatedAt } = row;
  // None of them is the first one's own.
  const start = id.at(-3) === '1' ? 200 : 100;
  const copies = Array.from({ length: leads - 1 }, (_, index) => ({
    orgId,
    stageId,
    source,
    targetType: 'customer_lead',
    context: {},
    createdAt,
    updatedAt,
    id: `${id.slice(0, -3)}${start + index}`,
  }));
  await app.database.prisma.lead.createMany({ data: copies });
  return { ...workspace, leadId: first.lead.id };
}

describe('the free plan’s 100 leads', () => {
  it('are exact when 100 creates come at once from 99', async () => {
    const { graph } = await openFree(99);
    const answers = await Promise.all(
      Array.from({ length: 100 }, async (_, index) => graph.send(createLead, { name: `Lead ${index}` })),
    );
    const codes = answers.map(({ errors }) => errors[0]?.extensions['code'] ?? 'made');
    expect(codes.filter((code) => code === 'made')).toHaveLength(1);
    expect(codes.filter((code) => code === 'LEAD_LIMIT_REACHED')).toHaveLength(99);
    expect(await countLeads(graph)).toBe(100);
  });

  it('do not count what is deleted, and count it again when it is restored', async () => {
    const { graph, leadId } = await openFree(100);
    const change = (name: string) => `mutation ($id: ID!) { ${name}(id: $id) { lead { id } } }`;
    expect(await graph.refusal(createLead, { name: 'One too many' })).toBe('LEAD_LIMIT_REACHED');
    await graph.ask(change('deleteLead'), { id: leadId });
    await graph.ask(createLead, { name: 'Instead' });
    expect(await graph.refusal(change('restoreLead'), { id: leadId })).toBe('LEAD_LIMIT_REACHED');
    expect(await countLeads(graph)).toBe(100);
    const { leads } = await graph.ask<{ leads: { nodes: { id: string }[] } }>('{ leads(first: 1) { nodes { id } } }');
    await graph.ask(change('deleteLead'), { id: leads.nodes[0]?.id });
    await graph.ask(change('restoreLead'), { id: leadId });
    expect(await countLeads(graph)).toBe(100);
  });

  it('are shared by every business, also for a key that sees only one', async () => {
    const { graph, graphAs } = await openFree(99);
    const { createBusiness } = await graph.ask<{ createBusiness: { business: { id: string } } }>(
      'mutation { createBusiness(input: { name: "North" }) { business { id } } }',
    );
    const locked = await graphAs(['leads:read', 'leads:write'], createBusiness.business.id);
    await locked.ask(createLead, { name: 'The hundredth' });
    expect(await countLeads(locked)).toBe(1);
    expect(await locked.refusal(createLead, { name: 'One too many' })).toBe('LEAD_LIMIT_REACHED');
  });

  it('stop no chat, which goes on without capturing until there is room', async () => {
    const { graph, keys, leadId } = await openFree(100);
    const chat = createRestClient(app.url, keys.widget);
    const say = (message: string, more: object = {}) => chat.send('POST', '/api/chat', { message, ...more });
    const first = await say('I am Ada Lovelace, ada@example.com');
    expect(first).toMatchObject({ status: 201, body: { status: 'active' } });
    expect((first.body as { reply: unknown }).reply).not.toBeNull();
    expect(await countLeads(graph)).toBe(100);
    await graph.ask('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id: leadId });
    const { conversation_id, visitor_token } = first.body as Record<string, unknown>;
    await say('Are you still there?', { conversation_id, visitor_token });
    const { leads } = await graph.ask<{ leads: object }>('{ leads(first: 1) { totalCount nodes { name email } } }');
    expect(leads).toEqual({ totalCount: 100, nodes: [{ name: 'Ada Lovelace', email: 'ada@example.com' }] });
  });
});

describe('signing up', () => {
  const signUp = (body: object, url = app.url) => createRestClient(url, '').send('POST', '/api/openclaw/signup', body);

  it('gives a key that opens a workspace through the graph', async () => {
    const { status, body } = await signUp({ email: 'ada@example.com', workspace_name: 'Engines' });
    expect([status, body]).toMatchObject([201, { success: true, tier: 'free', limits: { leads: 100 } }]);
    const graph = createGraphClient(app.url, (body as { apiKey: string }).apiKey);
    const made = await graph.ask<Record<string, Record<string, unknown>>>(`mutation {
      createBusiness(input: { name: "North" }) { business { name } }
      createWidget(input: { name: "Site", allowedOrigins: ["*"] }) { widget { id } key }
      createApiKey(input: { name: "REST", dialect: QUINCER }) { secret }
      createWebhookEndpoint(input: { url: "http://127.0.0.1:9/", format: STANDARD }) { endpoint { consumerWorkspace } signingSecret }
    }`);
    expect(made['createBusiness']).toEqual({ business: { name: 'North' } });
    expect(made['createWebhookEndpoint']).toMatchObject({
      endpoint: { consumerWorkspace: expect.stringMatching(/^engines-/) },
    });
    const quincer = createRestClient(app.url, String(made['createApiKey']?.['secret']));
    expect((await quincer.get('/api/v1/leads')).body).toMatchObject({ total: 0 });
    const chat = createRestClient(app.url, String(made['createWidget']?.['key']));
    expect((await chat.send('POST', '/api/chat', { message: 'ada@example.com' })).status).toBe(201);
    expect((await quincer.get('/api/v1/leads')).body).toMatchObject({ total: 1, data: [{ email: 'ada@example.com' }] });
  });

  it('with the same address is a conflict, however many try at once, but for another workspace', async () => {
    const tries = await Promise.all(Array.from({ length: 10 }, async () => signUp({ email: 'grace@example.com' })));
    expect(tries.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      201,
      ...Array.from({ length: 9 }, () => 409),
    ]);
    expect((await signUp({ email: 'Grace@Example.com' })).status).toBe(409);
    expect((await signUp({ email: 'grace@example.com', workspace_name: 'Another' })).status).toBe(201);
  });

  it('gives no key of the installation’s staff, and none beyond its workspace', async () => {
    const { body } = await signUp({ email: 'eve@example.com' });
    const graph = createGraphClient(app.url, (body as { apiKey: string }).apiKey);
    const staff = 'mutation { createApiKey(input: { name: "x", dialect: GRAPHQL, scopes: ["staff"] }) { secret } }';
    expect(await graph.refusal(staff)).toBe('FORBIDDEN');
    expect(await countLeads(graph)).toBe(0);
  });

  it('is refused where it is switched off', async () => {
    const closed = await startTestApp({ signup: { open: false, tier: 'FREE', perHour: 5 } });
    try {
      const { status, body } = await signUp({ email: 'ada@example.com' }, closed.url);
      expect([status, body]).toMatchObject([403, { success: false, error: { code: 'forbidden' } }]);
      expect(await closed.database.prisma.organisation.count()).toBe(0);
    } finally {
      await closed.close();
    }
  });
});
