import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from '../../src/access/roles.ts';
import type { Scope } from '../../src/access/scopes.ts';
import { overServerSentEvents, overWebSocket } from '../live/product-client.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { GraphClient } from '../support/graph-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { invite, join, keyOf } from './team.ts';

const url = 'https://example.com/hooks/a-secret';
const happened = {
  LEAD_CREATED: 'leads:read',
  CONVERSATION_MESSAGE_RECEIVED: 'conversations:read',
  TASK_CREATED: 'tasks:read',
  FEEDBACK_SUBMITTED: 'feedback:read',
  WEBHOOK_ENDPOINT_TESTED: 'webhooks:read',
} as const satisfies Record<string, Scope>;
type Happened = keyof typeof happened;
const types = Object.keys(happened) as Happened[];
const readBy = (scopes: readonly Scope[]) => types.filter((type) => scopes.includes(happened[type]));

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
  const { createWebhookEndpoint: made } = await workspace.graph.ask<{
    createWebhookEndpoint: { endpoint: { id: string } };
  }>(
    `mutation ($widget: ID!) {
      createLead(input: { name: "Ada" }) { lead { id } }
      sendVisitorMessage(widgetId: $widget, input: { message: "Hello" }) { message { id } }
      createTask(input: { type: FOLLOW_UP, title: "Call" }) { task { id } }
      submitFeedback(input: { type: BUG, title: "It fails" }) { feedback { id } }
      createWebhookEndpoint(input: { url: "${url}", format: STANDARD }) { endpoint { id } }
    }`,
    { widget: workspace.widgetId },
  );
  await workspace.graph.ask('mutation ($id: ID!) { sendTestEvent(endpointId: $id) { delivery { id } } }', {
    id: made.endpoint.id,
  });
});
afterAll(() => app.close());

const whole = `type
  ... on LeadEvent { lead { name } } ... on ConversationEvent { conversation { status } message { content } }
  ... on TaskEvent { task { title } } ... on FeedbackEvent { feedback { title } } ... on WebhookEndpointEvent { url }`;
const list = `query ($types: [EventType!]) { events(first: 100, types: $types) { nodes { ${whole} } } }`;

async function typesOf(graph: GraphClient): Promise<string[]> {
  const { events } = await graph.ask<{ events: { nodes: { type: string }[] } }>(list);
  return types.filter((type) => events.nodes.some((event) => event.type === type));
}

type Followed = { readonly type: string; readonly lead?: { readonly name: string } };

describe.each(Object.entries(roles))('%s', (role, { scopes }) => {
  const member = () => join(app, workspace, role as keyof typeof roles);

  it('is listed the events about what it may read, whole, and no others', async () => {
    const { graph } = await member();
    expect(await typesOf(graph)).toEqual(readBy(scopes));
    expect(JSON.stringify(await graph.ask(list)).includes(url)).toBe(
      (scopes as readonly Scope[]).includes('webhooks:read'),
    );
  });

  it('is refused the types that it may not read, by name', async () => {
    const { graph } = await member();
    for (const type of types) {
      const { errors } = await graph.send(list, { types: [type] });
      expect(errors.map(({ extensions }) => extensions)).toMatchObject(
        readBy(scopes).includes(type) ? [] : [{ code: 'FORBIDDEN', scope: happened[type] }],
      );
    }
  });

  it.each([
    ['a socket', overWebSocket],
    ['server-sent events', overServerSentEvents],
  ])('follows those alone over %s', async (_, transport) => {
    const { graph } = await member();
    const leaving = new AbortController();
    const query = `subscription { events(after: "evt_0000000000000000") { id ${whole} } }`;
    const { createLead } = await workspace.graph.ask<{ createLead: { lead: { name: string } } }>(
      `mutation { createLead(input: { name: "Last for ${role}" }) { lead { name } } }`,
    );
    const seen = new Set<string>();
    for await (const { data } of transport<Followed>(app, graph.key, { query }, leaving.signal)) {
      const event = data?.['events'];
      if (event) seen.add(event.type);
      if (event?.lead?.name === createLead.lead.name) break;
    }
    leaving.abort();
    expect(types.filter((type) => seen.has(type))).toEqual(readBy(scopes));
  });
});

describe('a key that was made with events:read alone', () => {
  it('goes on being shown every event whole, where nobody’s role bounds it', async () => {
    const graph = await workspace.graphAs(['events:read']);
    expect(await typesOf(graph)).toEqual(types);
    expect(JSON.stringify(await graph.ask(list))).toContain(url);
  });

  it('is shown under a role what the role may read, whole', async () => {
    const { memberId } = await invite(workspace.graph, 'VIEWER');
    const graph = await keyOf(app, workspace, memberId, ['events:read']);
    expect(await typesOf(graph)).toEqual(readBy(roles.VIEWER.scopes));
  });
});
