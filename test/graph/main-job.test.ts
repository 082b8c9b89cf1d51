import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;

beforeAll(async () => void (app = await startTestApp()));
beforeEach(async () => void (workspace = await app.workspace()));
afterAll(() => app.close());

test('a visitor’s message becomes a lead, a task and an answer, whichever way it is read', async () => {
  const { graph, quincer, widgetId } = workspace;
  const { sendVisitorMessage: sent } = await graph.ask<{
    sendVisitorMessage: { conversation: { id: string }; reply: { content: string } | null };
  }>(
    `mutation ($widgetId: ID!, $input: SendVisitorMessageInput!) {
      sendVisitorMessage(widgetId: $widgetId, input: $input) { conversation { id status lead { id } } message { id role } reply { content } }
    }`,
    { widgetId, input: { message: 'I am Ada Lovelace, ada@example.com' } },
  );
  expect(sent.reply?.content).toContain('Ada');

  const bareId = sent.conversation.id.replace('cv_', '');
  const transcript = await quincer.get(`/api/v1/conversations/${bareId}`);
  expect(transcript.status).toBe(200);
  expect(transcript.body).toMatchObject({ status: 'active', messages: [{ role: 'visitor' }, { role: 'ai' }] });

  const { leads, events } = await graph.ask<{ leads: { nodes: object[] }; events: { nodes: { type: string }[] } }>(
    '{ leads(first: 5) { totalCount nodes { name email stage { key } tasks(first: 5) { nodes { type status } } } } events(first: 50) { nodes { type } } }',
  );
  expect(leads).toEqual({
    totalCount: 1,
    nodes: [
      {
        name: 'Ada Lovelace',
        email: 'ada@example.com',
        stage: { key: 'new' },
        tasks: { nodes: [{ type: 'FOLLOW_UP', status: 'PENDING' }] },
      },
    ],
  });
  expect(events.nodes.map(({ type }) => type)).toEqual([
    'CONVERSATION_MESSAGE_RECEIVED',
    'LEAD_CREATED',
    'TASK_CREATED',
    'CONVERSATION_MESSAGE_SENT',
  ]);
});

test('a takeover silences the AI until it is handed back', async () => {
  const { graph, widgetId } = workspace;
  const send = `mutation ($w: ID!, $c: ID) { sendVisitorMessage(widgetId: $w, input: { message: "hello", conversationId: $c }) { conversation { id } reply { id } } }`;
  type Sent = { sendVisitorMessage: { conversation: { id: string }; reply: object | null } };
  const first = await graph.ask<Sent>(send, { w: widgetId });
  const { id } = first.sendVisitorMessage.conversation;
  await graph.ask(
    'mutation ($id: ID!) { takeOverConversation(id: $id) { conversation { status takenOverBy { name } } } }',
    { id },
  );
  const silent = await graph.ask<Sent>(send, { w: widgetId, c: id });
  expect(silent.sendVisitorMessage.reply).toBeNull();
  const reply = await graph.ask(
    'mutation ($id: ID!) { replyToConversation(id: $id, message: "Hi") { message { role content author { name type } } } }',
    { id },
  );
  expect(reply).toEqual({
    replyToConversation: { message: { role: 'HUMAN', content: 'Hi', author: { name: 'Operator', type: 'API_KEY' } } },
  });
  await graph.ask('mutation ($id: ID!) { handBackConversation(id: $id) { conversation { status } } }', { id });
  const answered = await graph.ask<Sent>(send, { w: widgetId, c: id });
  expect(answered.sendVisitorMessage.reply).not.toBeNull();
});

test('leads are changed, deleted and restored, each with its events and audit', async () => {
  const { graph } = workspace;
  type Made = { createLead: { lead: { id: string } } };
  const { createLead } = await graph.ask<Made>(
    'mutation { createLead(input: { name: "Grace", stage: "Contacted", tags: ["a", "a"] }) { lead { id stage { key } tags } } }',
  );
  expect(createLead.lead).toMatchObject({ stage: { key: 'contacted' }, tags: ['a'] });
  const { id } = createLead.lead;
  await graph.ask(
    'mutation ($id: ID!) { updateLead(id: $id, input: { status: CONVERTED, stage: "won" }) { lead { id } } }',
    { id },
  );
  await graph.ask(
    'mutation ($id: ID!) { updateLead(id: $id, input: { status: CONVERTED, stage: "won" }) { lead { id } } }',
    { id },
  );
  await graph.ask('mutation ($id: ID!) { deleteLead(id: $id) { lead { deletedAt } } }', { id });
  expect(await graph.ask('query ($id: ID!) { lead(id: $id) { id } node(id: $id) { id } }', { id })).toEqual({
    lead: null,
    node: null,
  });
  await graph.ask('mutation ($id: ID!) { restoreLead(id: $id) { lead { deletedAt } } }', { id });
  const { auditLog, node } = await graph.ask<{ auditLog: { nodes: { action: string }[] }; node: object }>(
    'query ($id: ID!) { node(id: $id) { id ... on Lead { status } } auditLog(subjectId: $id) { nodes { action } } }',
    { id },
  );
  expect(node).toEqual({ id, status: 'CONVERTED' });
  expect(auditLog.nodes.map(({ action }) => action)).toEqual([
    'lead.restored',
    'lead.deleted',
    'lead.converted',
    'lead.status_changed',
    'lead.stage_changed',
    'lead.updated',
    'lead.created',
  ]);
});

test('keys, businesses, widgets, members and endpoints are made through the graph', async () => {
  const { graph } = workspace;
  const made = await graph.ask<Record<string, Record<string, unknown>>>(`mutation {
    createBusiness(input: { name: "North" }) { business { id name } }
    createWidget(input: { name: "Shop", allowedOrigins: ["https://shop.example"] }) { widget { id allowedOrigins } key }
    createMember(input: { name: "Grace" }) { member { id type } }
    connectOpenClaw { member { name type avatarUrl } apiKey { dialect member { name } } secret skillUrl }
    createWebhookEndpoint(input: { url: "http://127.0.0.1:9/hook", format: QUINCER, types: [LEAD_CREATED] }) { endpoint { id enabled types } signingSecret }
  }`);
  expect(made['connectOpenClaw']).toMatchObject({
    member: { name: 'OpenClaw', type: 'AGENT', avatarUrl: 'http://tributary.test/avatars/openclaw.svg' },
    apiKey: { dialect: 'QUINCER', member: { name: 'OpenClaw' } },
  });
  expect(made['createWebhookEndpoint']).toMatchObject({ endpoint: { enabled: true, types: ['LEAD_CREATED'] } });
  expect(
    await graph.refusal('mutation { createApiKey(input: { name: "x", dialect: AI93, scopes: ["staff"] }) { secret } }'),
  ).toBe('INVALID');
});
