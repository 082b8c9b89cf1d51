import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import { createRestClient } from '../support/rest-client.ts';
import { openReceiver, type Received } from './receiver.ts';
import { ai93Accepts } from './vendor-verifiers.ts';

const clock = createTestClock();
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ clock });
});
afterAll(() => app.close());

test('a delivery holds the lead as the REST API shows it, for the workspace and the business the endpoint was made for', async () => {
  const { graph, keys, orgId } = await app.workspace();
  await using receiver = await openReceiver();
  const business = async (name: string) => {
    const make = 'mutation ($name: String!) { createBusiness(input: { name: $name }) { business { id } } }';
    return (await graph.ask<{ createBusiness: { business: { id: string } } }>(make, { name })).createBusiness.business
      .id;
  };
  const [mine, theirs] = [await business('Mine'), await business('Theirs')];
  const create = `mutation ($input: CreateWebhookEndpointInput!) {
    createWebhookEndpoint(input: $input) { signingSecret endpoint { id } }
  }`;
  type Made = { createWebhookEndpoint: { signingSecret: string } };
  const endpoint = async (path: string, more: object) => {
    const input = { url: receiver.url + path, format: 'AI93', ...more };
    return (await graph.ask<Made>(create, { input })).createWebhookEndpoint.signingSecret;
  };
  const secret = 'whsec_ключ 💬 é';
  await endpoint('/all', { secret });
  const minted = await endpoint('/mine', { businessId: mine, consumerWorkspace: 'krew' });
  expect(minted).toMatch(/^whsec_/);

  const client = createRestClient(app.url, keys.ai93);
  const lead = {
    source: 'manual',
    targetType: 'customer_lead',
    displayName: 'Zoë 💬',
    context: { url: 'https://a.example' },
  };
  for (const businessId of [theirs, mine]) await client.send('POST', '/api/v1/leads', { ...lead, businessId });
  await expect.poll(() => receiver.received.length).toBe(3);

  type Body = { id: string; type: string; createdAt: string; consumerWorkspace: string; data: { id: string } };
  const bodyOf = ({ rawBody }: Received) => JSON.parse(rawBody.toString()) as Body;
  const { slug } = await app.database.prisma.organisation.findUniqueOrThrow({ where: { id: orgId } });
  const { leads } = (await client.get('/api/v1/leads')).body as { leads: (Body['data'] & { businessId: string })[] };
  const { events } = await graph.ask<{ events: { nodes: { id: string; lead: { id: string } }[] } }>(
    '{ events(types: [LEAD_CREATED]) { nodes { id ... on LeadEvent { lead { id } } } } }',
  );
  for (const received of receiver.received) {
    const { data, ...body } = bodyOf(received);
    expect(data).toEqual(leads.find(({ id }) => id === data.id));
    expect(body).toEqual({
      id: events.nodes.find((event) => event.lead.id === data.id)?.id,
      type: 'lead.created',
      createdAt: clock.now().toISOString(),
      consumerWorkspace: received.path === '/hook/mine' ? 'krew' : slug,
    });
    expect(received.headers['x-ai93-event-id']).toBe(body.id);
  }
  const told = receiver.received.map((received) => {
    const about = leads.find(({ id }) => id === bodyOf(received).data.id);
    return `${received.path} of ${about?.businessId === mine ? 'mine' : 'theirs'}`;
  });
  expect(new Set(told)).toEqual(new Set(['/hook/all of theirs', '/hook/all of mine', '/hook/mine of mine']));

  vi.useFakeTimers({ toFake: ['Date'], now: clock.now() });
  try {
    for (const received of receiver.received) {
      expect(await ai93Accepts(received, received.path === '/hook/mine' ? minted : secret)).toBe(true);
    }
  } finally {
    vi.useRealTimers();
  }
});

test('the five events arrive as they happen, each with the lead as it then was', async () => {
  const { graph, keys } = await app.workspace();
  await using receiver = await openReceiver();
  await graph.ask(
    'mutation ($url: String!) { createWebhookEndpoint(input: { url: $url, format: AI93 }) { endpoint { id } } }',
    { url: receiver.url },
  );
  const client = createRestClient(app.url, keys.ai93);
  const input = { source: 'manual', targetType: 'customer_lead', displayName: 'Jane Doe' };
  const { lead } = (await client.send('POST', '/api/v1/leads', input)).body as { lead: { id: string } };
  const shown: object[] = [];
  const show = async () =>
    void shown.push(((await client.get(`/api/v1/leads/${lead.id}`)).body as { lead: object }).lead);
  await show();
  const move =
    'mutation ($id: ID!, $status: LeadStatus!) { updateLead(id: $id, input: { status: $status }) { lead { id } } }';
  await graph.ask(move, { id: lead.id, status: 'CONTACTED' });
  await show();
  await graph.ask('mutation ($id: ID!) { recordLeadReply(id: $id, message: "Yes") { lead { id } } }', { id: lead.id });
  await show();
  await graph.ask(move, { id: lead.id, status: 'CONVERTED' });
  await show();
  await client.send('POST', `/api/v1/leads/${lead.id}/handoff`, { destination: 'krew', metadata: { a: 'ü' } });
  await show();
  await client.send('POST', `/api/v1/leads/${lead.id}/handoff`, { destination: 'krew' });

  const [created, contacted, replied, converted, handedOff] = shown;
  const expected = [
    ['lead.created', created],
    ['lead.status_changed', contacted],
    ['lead.status_changed', replied],
    ['lead.replied', replied],
    ['lead.status_changed', converted],
    ['lead.converted', converted],
    ['lead.handed_off', handedOff],
  ];
  await expect.poll(() => receiver.received.length).toBe(expected.length);
  const bodies = receiver.received.map(
    ({ rawBody }) => JSON.parse(rawBody.toString()) as { id: string; type: string; data: object },
  );
  const { events } = await graph.ask<{ events: { nodes: { id: string }[] } }>('{ events { nodes { id } } }');
  const place = ({ id }: { id: string }) => events.nodes.findIndex((event) => event.id === id);
  const inOrder = bodies.toSorted((a, b) => place(a) - place(b));
  expect(inOrder.map(({ type, data }) => [type, data])).toEqual(expected);
  expect(new Set(bodies.map(({ id }) => id)).size).toBe(expected.length);
});
