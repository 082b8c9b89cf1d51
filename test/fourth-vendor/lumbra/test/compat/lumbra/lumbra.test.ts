import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { defaultRateLimitPolicy } from '../../../src/access/rate-limit.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { createRestClient, type RestClient } from '../../support/rest-client.ts';
import type { TestWorkspace } from '../../support/workspace.ts';
import { openReceiver } from '../../webhooks/receiver.ts';
import { patiently } from '../../support/patiently.ts';

let app: TestApp;
let workspace: TestWorkspace;
let lumbra: RestClient;

beforeAll(async () => {
  app = await startTestApp({ usageFlushMs: 20 });
  workspace = await app.workspace();
  lumbra = await speakTo(app, workspace);
});
afterAll(() => app.close());

/** With a key that the graph mints for the new dialect. */
async function speakTo({ url }: TestApp, { graph }: TestWorkspace): Promise<RestClient> {
  const { createApiKey } = await graph.ask<{ createApiKey: { secret: string } }>(
    'mutation { createApiKey(input: { name: "Lumbra", dialect: LUMBRA }) { secret } }',
  );
  return createRestClient(url, createApiKey.secret);
}

const envelope = z.object({
  person: z.object({ id: z.string(), full_name: z.string(), company: z.string().nullable() }),
});
const add = async (client: RestClient, body: object) =>
  envelope.parse((await client.send('POST', '/api/lumbra/people', body)).body).person;

it('mints a key of its prefix', () => {
  expect(lumbra.key).toMatch(/^lmb_[0-9A-Za-z]{43}$/);
});

describe('its five routes', () => {
  it('add, show, change and list a person, and plan what to do about them', async () => {
    const person = await add(lumbra, { full_name: 'Ada Lovelace', email: 'ada@example.com' });
    expect(person).toMatchObject({ id: expect.stringMatching(/^per_/), full_name: 'Ada Lovelace', company: null });

    const path = `/api/lumbra/people/${person.id}`;
    const changed = await lumbra.send('PATCH', path, { company: 'Engines' });
    expect([changed.status, changed.headers.get('tributary-dialect')]).toEqual([200, 'lumbra']);
    expect((await lumbra.get(path)).body).toEqual(changed.body);
    expect(changed.body).toMatchObject({ person: { ...person, company: 'Engines', standing: 'new' } });

    const planned = await lumbra.send('POST', '/api/lumbra/todos', { person_id: person.id, title: 'Call back' });
    expect([planned.status, planned.body]).toEqual([
      201,
      { todo: expect.objectContaining({ person_id: person.id, title: 'Call back', done: false, due: null }) },
    ]);

    await add(lumbra, { full_name: 'Charles Babbage' });
    const first = await lumbra.get('/api/lumbra/people?limit=1');
    expect(first.body).toMatchObject({ people: [{ full_name: 'Charles Babbage' }], next: expect.any(String) });
    const { next } = z.object({ next: z.string() }).parse(first.body);
    const second = await lumbra.get(`/api/lumbra/people?limit=1&cursor=${next}`);
    expect(second.body).toMatchObject({ people: [{ full_name: 'Ada Lovelace' }], next: null });
  });

  it('are on the resolvers of all: the graph shows the same lead', async () => {
    const { id } = await add(lumbra, { full_name: 'Grace Hopper' });
    const lead = `ld_${id.slice('per_'.length)}`;
    expect(await workspace.graph.ask(`{ lead(id: "${lead}") { name } }`)).toEqual({ lead: { name: 'Grace Hopper' } });
  });

  it('show nothing of another workspace', async () => {
    const { id } = await add(lumbra, { full_name: 'Ours' });
    const theirs = await speakTo(app, await app.workspace('Theirs'));
    expect((await theirs.get(`/api/lumbra/people/${id}`)).status).toBe(404);
    expect((await theirs.send('PATCH', `/api/lumbra/people/${id}`, { company: 'Theirs' })).status).toBe(404);
    expect((await theirs.send('POST', '/api/lumbra/todos', { person_id: id, title: 'Call' })).status).toBe(422);
    expect((await theirs.get('/api/lumbra/people')).body).toEqual({ people: [], next: null });
  });
});

it('an older spelling is understood, answered with Deprecation and counted', async () => {
  const fresh = await speakTo(app, workspace);
  const older = await fresh.send('POST', '/api/lumbra/people', { fullName: 'Ada' });
  expect([older.status, older.headers.get('deprecation')]).toEqual([201, '@1775001600']);
  expect((await fresh.get('/api/lumbra/people?createdAfter=2026-01-01')).headers.has('deprecation')).toBe(true);
  const usage = '{ apiKeys(first: 1) { nodes { dialect aliasUsage { alias count } } } }';
  await vi.waitFor(
    async () =>
      expect(await workspace.graph.ask(usage)).toEqual({
        apiKeys: {
          nodes: [
            {
              dialect: 'LUMBRA',
              aliasUsage: expect.arrayContaining([
                { alias: 'POST /api/lumbra/people fullName', count: 1 },
                { alias: 'GET /api/lumbra/people?createdAfter', count: 1 },
              ]),
            },
          ],
        },
      }),
    patiently,
  );
});

describe('its refusals', () => {
  const faultOf = ({ status, body }: { status: number; body: unknown }) => [status, body];

  it('are in its own shape, whoever asks', async () => {
    const strangers = [
      createRestClient(app.url, `lmb_${'x'.repeat(43)}`),
      createRestClient(app.url, workspace.keys.ai93),
    ];
    for (const stranger of strangers) {
      const refused = await stranger.get('/api/lumbra/people');
      expect(faultOf(refused)).toEqual([401, { fault: { kind: 'key_refused', reason: expect.any(String) } }]);
    }
  });

  it('of what is not valid are 422, and name the field as it names it', async () => {
    const missing = await lumbra.send('POST', '/api/lumbra/people', { email: 'ada@example.com' });
    expect(faultOf(missing)).toEqual([
      422,
      { fault: { kind: 'not_valid', reason: expect.stringContaining('full_name') } },
    ]);
    expect((await lumbra.get('/api/lumbra/people?limit=101')).status).toBe(422);
    expect((await lumbra.get('/api/lumbra/people/ld_1')).status).toBe(404);
  });
});

it('its limit is told in its own headers, and ends in its own shape', async () => {
  const limited = await startTestApp({ rateLimitPolicy: defaultRateLimitPolicy });
  try {
    const client = await speakTo(limited, await limited.workspace());
    const told = ({ headers }: { headers: Headers }) =>
      ['lumbra-units', 'lumbra-units-left'].map((name) => Number(headers.get(name)));
    expect(told(await client.get('/api/lumbra/people'))).toEqual([40, 39]);
    const made = await client.send('POST', '/api/lumbra/people', { full_name: 'One' });
    expect(told(made)).toEqual([20, 19]);
    expect(Number(made.headers.get('lumbra-units-renew'))).toBeGreaterThan(Date.now() / 1000 - 1);
    for (let left = 19; left > 0; left -= 1) await client.send('POST', '/api/lumbra/people', { full_name: 'More' });
    const spent = await client.send('POST', '/api/lumbra/people', { full_name: 'Too many' });
    expect([spent.status, spent.body]).toMatchObject([429, { fault: { kind: 'units_spent' } }]);
  } finally {
    await limited.close();
  }
});

it('its webhook arrives with the person as REST shows it, and verifies', async () => {
  await using receiver = await openReceiver();
  const { createWebhookEndpoint } = await workspace.graph.ask<{ createWebhookEndpoint: { signingSecret: string } }>(
    'mutation ($url: String!) { createWebhookEndpoint(input: { url: $url, format: LUMBRA }) { signingSecret } }',
    { url: receiver.url },
  );
  const person = await add(lumbra, { full_name: 'Ada Lovelace' });
  await vi.waitFor(() => expect(receiver.received).toHaveLength(1), patiently);
  const [one] = receiver.received;
  const body = one?.rawBody.toString() ?? '';
  expect(JSON.parse(body)).toMatchObject({ kind: 'person.created', person });
  const [, time = '', signature] = /^t=(\d+),v1=(\w+)$/.exec(String(one?.headers['lumbra-signature'])) ?? [];
  expect(Math.abs(Number(time) - Date.now() / 1000)).toBeLessThan(60);
  const secret = createWebhookEndpoint.signingSecret;
  expect(createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')).toBe(signature);
});

describe('it is told of', () => {
  const text = async (path: string, headers: Record<string, string> = {}) =>
    (await fetch(app.url + path, { headers })).text();

  it('by a document of its own, with its webhooks, groups and refusals', async () => {
    const document = z
      .object({
        paths: z.record(z.string(), z.record(z.string(), z.object({ responses: z.record(z.string(), z.unknown()) }))),
        webhooks: z.record(z.string(), z.object({ post: z.object({ responses: z.unknown() }) })),
        tags: z.array(z.object({ name: z.string(), description: z.string() })),
      })
      .parse(JSON.parse(await text('/openapi/lumbra.json')));
    expect(Object.keys(document.paths)).toEqual(['/api/lumbra/people', '/api/lumbra/people/{id}', '/api/lumbra/todos']);
    expect(document.tags).toContainEqual({ name: 'people', description: 'Who might buy.' });
    const { responses } = document.paths['/api/lumbra/people']?.['post'] ?? {};
    expect(Object.keys(responses ?? {})).toContain('422');
    expect(Object.keys(responses ?? {})).not.toContain('400');
    expect(Object.keys(document.webhooks)).toEqual(['lead.created', 'lead.updated']);
    expect(JSON.stringify(document.webhooks)).toContain('2 min and 10 min after');
    expect(await text('/openapi.json')).toContain('Under `/api/lumbra` answers Lumbra to `lmb_…`');
  });

  it('by a tab of /api-docs, on the start page and in the greeting', async () => {
    expect(await text('/api-docs')).toContain('<a href="/api-docs?dialect=lumbra">Lumbra</a>');
    expect(await text('/', { accept: 'text/html' })).toMatch(/Lumbra[^]*people and what to do about them/);
    expect(await text('/', { accept: 'application/json' })).toContain('/api/lumbra');
  });

  it('in the graph', async () => {
    const values = '{ __type(name: "WebhookFormat") { enumValues { name description } } }';
    expect(JSON.stringify(await workspace.graph.ask(values))).toContain('As Lumbra documents it.');
  });
});
