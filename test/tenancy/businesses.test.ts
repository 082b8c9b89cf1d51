import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from './world.ts';

// What is in one business refers to nothing of another: else a locked key would be shown it, in an event's snapshot for one.

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const createLead = 'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { businessId widgetId } } }';
const createTask =
  'mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { business { id } widgetId leadId conversationId } } }';

const task = { type: 'OTHER', title: 'Call' };

test('a lead belongs to the business of its widget', async () => {
  const { graph, parts } = world.a;
  const { widgetId, businessId } = parts.one;
  const lead = { businessId, widgetId };
  expect(await graph.ask(createLead, { input: { widgetId } })).toEqual({ createLead: { lead } });
  expect(await graph.ask(createLead, { input: { widgetId, businessId } })).toEqual({ createLead: { lead } });
  expect(await graph.refusal(createLead, { input: { widgetId, businessId: parts.two.businessId } })).toBe('INVALID');
  expect(await graph.refusal(createLead, { input: { widgetId: parts.none.widgetId, businessId } })).toBe('INVALID');
});

test('a task belongs to the business of all it is about', async () => {
  const { graph, parts } = world.a;
  const { one, two, none } = parts;
  const about = { leadId: one.leadId, conversationId: one.conversationId, widgetId: one.widgetId };
  expect(await graph.ask(createTask, { input: { ...task, ...about } })).toEqual({
    createTask: { task: { business: { id: one.businessId }, ...about } },
  });
  expect(await graph.ask(createTask, { input: { ...task, widgetId: one.widgetId } })).toMatchObject({
    createTask: { task: { business: { id: one.businessId } } },
  });
  for (const other of [
    { ...about, widgetId: two.widgetId },
    { ...about, conversationId: two.conversationId },
    { ...about, leadId: none.leadId },
    { ...about, businessId: two.businessId },
    { widgetId: none.widgetId, businessId: one.businessId },
  ]) {
    expect(await graph.refusal(createTask, { input: { ...task, ...other } })).toBe('INVALID');
  }
});

test('a visitor whose address another business knows is no lead of that business', async () => {
  const { graph, parts } = world.a;
  const known = 'anchorage.two@example.com';
  const { sendVisitorMessage } = await graph.ask<{
    sendVisitorMessage: { conversation: { lead: { id: string; businessId: string } } };
  }>(
    `mutation ($widgetId: ID!, $email: String!) {
      sendVisitorMessage(widgetId: $widgetId, input: { message: "Hello", visitor: { email: $email } }) {
        conversation { lead { id businessId } }
      }
    }`,
    { widgetId: parts.one.widgetId, email: known },
  );
  const { lead } = sendVisitorMessage.conversation;
  expect(lead.businessId).toBe(parts.one.businessId);
  expect(lead.id).not.toBe(parts.two.leadId);
});

test('a locked key makes everything in its own business', async () => {
  const { locked, parts } = world.a;
  const made = await locked.graph.ask<Record<string, unknown>>(`mutation {
    createLead(input: { name: "Ada" }) { lead { businessId } }
    createTask(input: { type: OTHER, title: "Call" }) { task { business { id } } }
    createWidget(input: { name: "Site" }) { widget { business { id } } }
    createApiKey(input: { name: "Key", dialect: QUINCER }) { apiKey { business { id } } }
    createWebhookEndpoint(input: { url: "http://127.0.0.1:9/", format: STANDARD, types: [TASK_FAILED] }) { endpoint { business { id } } }
  }`);
  const business = { id: parts.one.businessId };
  expect(made).toEqual({
    createLead: { lead: { businessId: business.id } },
    createTask: { task: { business } },
    createWidget: { widget: { business } },
    createApiKey: { apiKey: { business } },
    createWebhookEndpoint: { endpoint: { business } },
  });
  expect(await locked.graph.refusal('mutation { createBusiness(input: { name: "Mine" }) { business { id } } }')).toBe(
    'FORBIDDEN',
  );
});
