import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { patiently } from '../../support/patiently.ts';
import type { Received } from '../../webhooks/receiver.ts';
import { ai93Accepts } from '../../webhooks/vendor-verifiers.ts';
import type { Json } from '../gateway.ts';
import { rowsOf } from '../ai93/parse-csv.ts';
import { each } from './clawcrm-agent.ts';
import { openWholeServer, type WholeServer } from './whole-server.ts';

let server: WholeServer;
let key: string;
let secret: string;
let jane: Json;
let business: string;
beforeAll(async () => {
  server = await openWholeServer();
  key = server.keys.ai93;
});
afterAll(() => server.close());

const get = (path: string, by = key): Promise<Json> => server.ask(200, 'GET', path, by);
const make = async (body: object, by = key): Promise<Json> =>
  (await server.ask(201, 'POST', '/api/v1/leads', by, body)).lead;

const bodyOf = ({ rawBody }: Received): Json => JSON.parse(rawBody.toString());

/** The event of this type about a lead, once it came. */
async function heard(type: string, id: string): Promise<Json> {
  const find = () => server.receiver.received.map(bodyOf).find((one) => one.type === type && one.data.id === id);
  await vi.waitFor(() => expect(find()).toBeDefined(), patiently);
  return find();
}

// Each goes on from where the one before left off, as the document does.
describe('a consumer with AI93’s document', { shuffle: false }, () => {
  it('has a token with scopes, and is refused without', async () => {
    expect(key).toMatch(/^ai93_live_/);
    const nobody = await server.ask(401, 'GET', '/api/v1/leads', null);
    expect(nobody).toEqual({ error: expect.any(String), message: expect.any(String) });
    const made = await server.graph.ask<{ createApiKey: { secret: string } }>(
      'mutation { createApiKey(input: { name: "Reads", dialect: AI93, scopes: ["leads:read"] }) { secret } }',
    );
    const refused = await server.ask(403, 'POST', '/api/v1/leads', made.createApiKey.secret, {});
    expect(refused).toEqual({ error: 'missing_scope', message: 'API key lacks required scope: leads:write' });
  });

  it('subscribes, and is shown a signing secret once', async () => {
    const { createWebhookEndpoint: endpoint } = await server.graph.ask<{
      createWebhookEndpoint: { signingSecret: string };
    }>(
      `mutation ($url: String!) { createWebhookEndpoint(input: { url: $url, format: AI93, consumerWorkspace: "krew" }) {
        signingSecret } }`,
      { url: server.receiver.url },
    );
    secret = endpoint.signingSecret;
    expect(secret).toMatch(/^whsec_/);
  });

  it('creates leads, and each is told of', async () => {
    jane = await make({
      source: 'manual',
      targetType: 'customer_lead',
      displayName: 'Jane Doe',
      email: 'jane@example.com',
      phone: '+15555551234',
      context: { url: 'https://janes-business.com' },
    });
    expect(jane).toMatchObject({ id: expect.stringMatching(/^ld_/), status: 'new', businessId: null });
    expect(await heard('lead.created', jane.id)).toEqual({
      id: expect.stringMatching(/^evt_[0-9a-f]{16}$/),
      type: 'lead.created',
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      consumerWorkspace: 'krew',
      data: jane,
    });
    for (const error of [{}, { source: 'manual' }, { source: 'nowhere', targetType: 'a', displayName: 'b' }]) {
      await server.ask(400, 'POST', '/api/v1/leads', key, error);
    }
  });

  it('lists leads by every filter', async () => {
    const reddit = await make({
      source: 'reddit',
      targetType: 'job_lead',
      displayName: 'u/some_redditor',
      handle: 'some_redditor',
      tags: ['warm', 'roof'],
      notes: 'Asked twice',
      context: { subreddit: 'HomeImprovement', title: '...', url: '...' },
    });
    const all = await get('/api/v1/leads?status=new&limit=10');
    expect(all).toMatchObject({ leads: [{ id: reddit.id }, { id: jane.id }], count: 2 });
    expect(all.leads[0]).toEqual(reddit);
    for (const filter of [
      'target_type=job_lead',
      'source=reddit',
      'tag=roof',
      'tag=warm,roof',
      'q=some_red',
      'q=asked%20TWICE',
      'limit=1',
    ]) {
      expect((await get(`/api/v1/leads?${filter}`)).leads, filter).toEqual([reddit]);
    }
    for (const q of ['jane%20d', 'jane@', '5551234']) {
      expect((await get(`/api/v1/leads?q=${q}`)).leads, q).toEqual([jane]);
    }
    expect(await get('/api/v1/leads?since=2100-01-01')).toEqual({ leads: [], count: 0 });
    expect((await get(`/api/v1/leads?since=${jane.createdAt}`)).count).toBe(2);
    await server.ask(400, 'GET', '/api/v1/leads?limit=none', key);
  });

  it('fetches one lead, and one of another business is not there', async () => {
    expect(await get(`/api/v1/leads/${jane.id}`)).toEqual({ lead: jane });
    const made = await server.graph.ask<{ createBusiness: { business: { id: string } } }>(
      'mutation { createBusiness(input: { name: "North" }) { business { id } } }',
    );
    business = made.createBusiness.business.id;
    const locked = await server.graph.ask<{ createApiKey: { secret: string } }>(
      'mutation ($id: ID!) { createApiKey(input: { name: "North", dialect: AI93, businessId: $id }) { secret } }',
      { id: business },
    );
    const { secret: north } = locked.createApiKey;
    await server.ask(404, 'GET', `/api/v1/leads/${jane.id}`, north);
    expect(await get('/api/v1/leads', north)).toEqual({ leads: [], count: 0 });
    const body = { source: 'manual', targetType: 'customer_lead', displayName: 'Of the north' };
    expect((await make(body, north)).businessId).toBe(business);
    await make({ ...body, businessId: business }, north);
    await server.ask(403, 'POST', '/api/v1/leads', north, { ...body, businessId: 'biz_01jqz5v8m3k9wfp2c7hx0dtbne' });
  });

  it('hands a lead off, once', async () => {
    const body = { destination: 'krew', metadata: { krewLeadId: 'kl_xyz' } };
    const { lead } = await server.ask(200, 'POST', `/api/v1/leads/${jane.id}/handoff`, key, body);
    expect(lead).toMatchObject({ handoffDestination: 'krew', handedOffAt: expect.any(String) });
    expect((await heard('lead.handed_off', jane.id)).data).toEqual(lead);
    await server.ask(409, 'POST', `/api/v1/leads/${jane.id}/handoff`, key, { destination: 'elsewhere' });
    await server.ask(404, 'POST', '/api/v1/leads/ld_abc/handoff', key, body);
  });

  it('hears of a contact, a reply and a conversion', async () => {
    const move =
      'mutation ($id: ID!, $status: LeadStatus!) { updateLead(id: $id, input: { status: $status }) { lead { id } } }';
    await server.graph.ask(move, { id: jane.id, status: 'CONTACTED' });
    expect((await heard('lead.status_changed', jane.id)).data.status).toBe('contacted');
    await server.graph.ask('mutation ($id: ID!) { recordLeadReply(id: $id, message: "Yes") { lead { id } } }', {
      id: jane.id,
    });
    expect((await heard('lead.replied', jane.id)).data.status).toBe('replied');
    await server.graph.ask(move, { id: jane.id, status: 'CONVERTED' });
    const converted = await heard('lead.converted', jane.id);
    expect(converted.data).toEqual((await get(`/api/v1/leads/${jane.id}`)).lead);
  });

  it('exports what the list shows as CSV', async () => {
    const answer = await server.send('GET', '/api/v1/leads.csv?status=converted&since=2026-01-01', key);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/csv/)]);
    expect(rowsOf(answer.text)).toMatchObject([{ id: jane.id, status: 'converted', displayName: 'Jane Doe' }]);
    const { text } = await server.send('GET', '/api/v1/leads.csv', key);
    const { leads } = await get('/api/v1/leads');
    expect(rowsOf(text).map(({ id }) => id)).toEqual(each(leads, 'id'));
  });

  it('reads the sources and how their scrapers do', async () => {
    const { sources } = await get('/api/v1/sources');
    expect(each(sources, 'id')).toEqual(
      expect.arrayContaining(['reddit', 'realtor_ca', 'google_maps', 'public_tool', 'facebook_lead_ad', 'manual']),
    );
    expect(await get('/api/v1/scrapers/runs')).toMatchObject({ runs: [], count: 0 });
    const report = { source: 'reddit', status: 'SUCCEEDED', leadsFound: 3, leadsCreated: 1 };
    await server.graph.ask(
      'mutation ($input: RecordScraperRunInput!) { recordScraperRun(input: $input) { scraperRun { id } } }',
      { input: report },
    );
    const runs = await get('/api/v1/scrapers/runs?source=reddit&status=succeeded&since=2026-01-01&limit=5');
    expect(runs).toMatchObject({ runs: [{ source: 'reddit', status: 'succeeded', leadsFound: 3 }], count: 1 });
  });

  it('verifies whatever it was sent, with the headers that are named', async () => {
    expect(server.receiver.received.length).toBeGreaterThan(6);
    for (const one of server.receiver.received) {
      expect(await ai93Accepts(one, secret)).toBe(true);
      expect(await ai93Accepts({ ...one, rawBody: Buffer.from('{}') }, secret)).toBe(false);
      const { id, type } = bodyOf(one);
      expect(one.headers).toMatchObject({
        'x-ai93-event': type,
        'x-ai93-event-id': id,
        'x-ai93-attempt': '1',
        'user-agent': 'AI93Platform/1.0',
      });
    }
    const ids = server.receiver.received.map((one) => bodyOf(one).id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is told again of what it did not take, and by hand', async () => {
    server.receiver.behaviour.answer = (response) => response.writeHead(503).end();
    const { id } = await make({ source: 'manual', targetType: 'customer_lead', displayName: 'Missed' });
    const { id: eventId } = await heard('lead.created', id);
    server.receiver.behaviour.answer = (response) => response.writeHead(204).end();
    type Deliveries = { webhookDeliveries: { nodes: { id: string; event: { id: string }; attempts: object[] }[] } };
    const find = async () =>
      (
        await server.graph.ask<Deliveries>(
          '{ webhookDeliveries(first: 50) { nodes { id event { id } attempts { number } } } }',
        )
      ).webhookDeliveries.nodes.find(({ event }) => event.id === eventId);
    await vi.waitFor(async () => expect((await find())?.attempts).toHaveLength(1), patiently);
    await server.graph.ask('mutation ($id: ID!) { retryWebhookDelivery(id: $id) { delivery { id } } }', {
      id: (await find())?.id,
    });
    const fires = () => server.receiver.received.filter((one) => bodyOf(one).id === eventId);
    await vi.waitFor(() => expect(fires()).toHaveLength(2), patiently);
    expect(fires()[1]?.headers).toMatchObject({ 'x-ai93-attempt': '2', 'user-agent': 'AI93Platform/1.0 (retry)' });
    expect(await ai93Accepts(fires()[1] as Received, secret)).toBe(true);
  });
});
