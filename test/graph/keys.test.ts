import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dialectScopes, keyPrefixes } from '../../src/access/dialects.ts';
import { allScopes, workspaceScopes } from '../../src/access/scopes.ts';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import { createGraphClient, type GraphClient } from '../support/graph-client.ts';
import { createRestClient } from '../support/rest-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';

const clock = createTestClock();
const logged: string[] = [];
let app: TestApp;
let workspace: TestWorkspace;

beforeAll(async () => {
  app = await startTestApp({
    clock,
    log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
  });
  workspace = await app.workspace();
});
afterAll(() => app.close());

type Issued = {
  createApiKey: { apiKey: { id: string; scopes: string[]; business: { id: string } | null }; secret: string };
};

const issue = async (graph: GraphClient, input: object) =>
  (
    await graph.ask<Issued>(
      'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { id scopes business { id } } secret } }',
      { input: { name: 'Key', dialect: 'GRAPHQL', ...input } },
    )
  ).createApiKey;

const refusal = (graph: GraphClient, input: object) =>
  graph.refusal('mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }', {
    input: { name: 'Key', dialect: 'GRAPHQL', ...input },
  });

const businessOf = async (graph: GraphClient, name: string) => {
  const document = 'mutation ($name: String!) { createBusiness(input: { name: $name }) { business { id } } }';
  return (await graph.ask<{ createBusiness: { business: { id: string } } }>(document, { name })).createBusiness.business
    .id;
};

const callGraph = (headers: Record<string, string>) =>
  fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify({ query: '{ viewer { apiKeyId } }' }),
  });

/** How a call with these headers is refused, in full. */
async function refusedAs(headers: Record<string, string>) {
  const response = await callGraph(headers);
  return [response.status, response.headers.get('www-authenticate'), await response.json()];
}

const stranger = [
  401,
  'Bearer',
  { errors: [{ message: expect.any(String), extensions: { code: 'UNAUTHENTICATED' } }] },
];

describe('a credential', () => {
  test('is taken from the Authorization header, whatever the case of its scheme', async () => {
    const { key } = workspace.graph;
    for (const authorization of [`Bearer ${key}`, `bearer ${key}`, `BEARER  ${key}`]) {
      expect((await callGraph({ authorization })).status).toBe(200);
    }
  });

  test('is refused in any other form', async () => {
    const { key } = workspace.graph;
    const forms = [
      '',
      key,
      `Basic ${key}`,
      'Bearer',
      'Bearer ',
      `Bearer ${key} ${key}`,
      `Bearer "${key}"`,
      `Token ${key}`,
      `Bearer${key}`,
    ];
    for (const authorization of forms) expect(await refusedAs({ authorization })).toEqual(stranger);
    expect(await refusedAs({})).toEqual(stranger);
    expect(await refusedAs({ 'x-api-key': key })).toEqual(stranger);
    expect(await refusedAs({ cookie: `authorization=Bearer ${key}` })).toEqual(stranger);
  });

  test('is refused where it is unknown, cut short, too long, of another case or of another prefix', async () => {
    const { key } = workspace.graph;
    const secret = key.slice(keyPrefixes.GRAPHQL.length);
    const garbage = [
      `${keyPrefixes.GRAPHQL}${'0'.repeat(43)}`,
      key.slice(0, -1),
      `${key}0`,
      key.toUpperCase(),
      keyPrefixes.GRAPHQL,
      secret,
      ...Object.values(keyPrefixes)
        .filter((prefix) => prefix !== keyPrefixes.GRAPHQL)
        .map((prefix) => prefix + secret),
      "' or 1=1 --",
      '%00',
      'é'.repeat(43),
      'x'.repeat(8000),
    ];
    for (const token of garbage)
      expect(await refusedAs({ authorization: `Bearer ${token.replace(' ', '')}` })).toEqual(stranger);
  });

  test('of one dialect with the prefix of another is refused, though the rest is the same', async () => {
    const { pool } = app.database;
    const { apiKey, secret } = await issue(workspace.graph, { dialect: 'QUINCER' });
    expect((await callGraph({ authorization: `Bearer ${secret}` })).status).toBe(200);
    await pool.query(`update api_keys set dialect = 'AI93' where id = $1`, [apiKey.id.slice('key_'.length)]);
    expect(await refusedAs({ authorization: `Bearer ${secret}` })).toEqual(stranger);
  });

  test('of a widget works in the chat and not here', async () => {
    expect(await refusedAs({ authorization: `Bearer ${workspace.keys.widget}` })).toEqual(stranger);
    const chat = createRestClient(app.url, workspace.keys.widget);
    expect((await chat.send('POST', '/api/chat', { message: 'Hello' })).status).toBe(201);
  });

  test('that was revoked is refused at once, in every surface', async () => {
    const { apiKey, secret } = await issue(workspace.graph, { dialect: 'QUINCER' });
    expect((await callGraph({ authorization: `Bearer ${secret}` })).status).toBe(200);
    const revoke = `mutation { revokeApiKey(id: "${apiKey.id}") { apiKey { revokedAt } } }`;
    const first = await workspace.graph.ask(revoke);
    expect(first).toEqual({ revokeApiKey: { apiKey: { revokedAt: clock.now().toISOString() } } });
    expect(await refusedAs({ authorization: `Bearer ${secret}` })).toEqual(stranger);
    expect((await createRestClient(app.url, secret).get('/api/v1/leads')).status).toBe(401);
    clock.advance(1000);
    expect(await workspace.graph.ask(revoke)).toEqual(first);
  });

  test('ends in the very moment it was to expire', async () => {
    const expiresAt = new Date(clock.now().getTime() + 60_000).toISOString();
    const { secret } = await issue(workspace.graph, { expiresAt });
    clock.advance(59_999);
    expect((await callGraph({ authorization: `Bearer ${secret}` })).status).toBe(200);
    clock.advance(1);
    expect(await refusedAs({ authorization: `Bearer ${secret}` })).toEqual(stranger);
    expect(await refusal(workspace.graph, { expiresAt: clock.now().toISOString() })).toBe('INVALID');
  });

  test('that is wrong is answered in the same words as one that was revoked', async () => {
    const { apiKey, secret } = await issue(workspace.graph, {});
    await workspace.graph.ask(`mutation { revokeApiKey(id: "${apiKey.id}") { apiKey { id } } }`);
    const unknown = await callGraph({ authorization: `Bearer ${keyPrefixes.GRAPHQL}${'0'.repeat(43)}` });
    const revoked = await callGraph({ authorization: `Bearer ${secret}` });
    expect(await revoked.text()).toBe(await unknown.text());
  });
});

describe('a key that makes keys', () => {
  test('grants no more than it holds', async () => {
    const limited = await workspace.graphAs(['keys:write', 'leads:read']);
    expect(await refusal(limited, { scopes: ['leads:read', 'leads:write'] })).toBe('FORBIDDEN');
    expect((await issue(limited, { scopes: ['leads:read'] })).apiKey.scopes).toEqual(['leads:read']);
    expect((await issue(limited, {})).apiKey.scopes.toSorted()).toEqual(['keys:write', 'leads:read']);
    expect((await issue(limited, { dialect: 'QUINCER' })).apiKey.scopes).toEqual(['leads:read']);
    expect((await issue(limited, { scopes: [] })).apiKey.scopes).toEqual([]);
  });

  test.each([
    ['a scope that there is not', { scopes: ['leads:everything'] }],
    ['the name of an inherited property', { scopes: ['constructor'] }],
    ['what only the signup route may', { scopes: ['workspaces:create'] }],
    ['a scope that the dialect has not', { dialect: 'AI93', scopes: ['keys:write'] }],
    ['a public widget key', { dialect: 'WIDGET' }],
    ['a key without a name', { name: ' ' }],
  ])('makes no key with %s', async (_, input) => {
    expect(await refusal(workspace.graph, input)).toBe('INVALID');
  });

  test('makes only keys that are locked to its own business', async () => {
    const own = await businessOf(workspace.graph, 'Own');
    const other = await businessOf(workspace.graph, 'Other');
    const locked = await workspace.graphAs(allScopes, own);
    expect((await issue(locked, {})).apiKey.business).toEqual({ id: own });
    expect((await issue(locked, { businessId: own })).apiKey.business).toEqual({ id: own });
    expect(await refusal(locked, { businessId: other })).toBe('FORBIDDEN');
    const { viewer } = await createGraphClient(app.url, (await issue(locked, {})).secret).ask<{ viewer: object }>(
      '{ viewer { business { id } } }',
    );
    expect(viewer).toEqual({ business: { id: own } });
  });

  test('does not revoke what it cannot see', async () => {
    const own = await businessOf(workspace.graph, 'Third');
    const locked = await workspace.graphAs(allScopes, own);
    const { apiKey } = await issue(workspace.graph, {});
    expect(await locked.refusal(`mutation { revokeApiKey(id: "${apiKey.id}") { apiKey { id } } }`)).toBe('NOT_FOUND');
  });

  test('connects an agent only with what it holds itself', async () => {
    const poor = await workspace.graphAs(['members:write', 'keys:write']);
    expect(await poor.refusal('mutation { connectOpenClaw { secret } }')).toBe('FORBIDDEN');
  });
});

describe('a secret', () => {
  test('is shown once: no list, audit row, event or log holds it', async () => {
    const { apiKey, secret } = await issue(workspace.graph, {});
    await createGraphClient(app.url, secret).send('{ viewer { apiKeyId } leads { nodes { id } } }');
    await createRestClient(app.url, secret).get('/api/v1/leads');
    const endpoint = await workspace.graph.ask<{ createWebhookEndpoint: { signingSecret: string } }>(
      'mutation { createWebhookEndpoint(input: { url: "http://127.0.0.1:9/", format: STANDARD }) { signingSecret } }',
    );
    const shown = JSON.stringify(
      await workspace.graph.ask(`{
        apiKeys(first: 200) { nodes { id name dialect hint scopes createdAt expiresAt revokedAt lastUsedAt } }
        auditLog(first: 200) { nodes { id action subjectId requestId revision apiKeyId } }
        webhookEndpoints { nodes { id url consumerWorkspace } }
        node(id: "${apiKey.id}") { id ... on ApiKey { name hint } }
      }`),
    );
    const kept = JSON.stringify((await app.database.pool.query('select * from api_keys')).rows);
    expect(logged.length).toBeGreaterThan(0);
    for (const hidden of [secret, ...Object.values(workspace.keys), endpoint.createWebhookEndpoint.signingSecret]) {
      expect(shown).not.toContain(hidden);
      expect(kept).not.toContain(hidden);
      expect(logged.join('')).not.toContain(hidden);
    }
    expect(shown).toContain(secret.slice(0, keyPrefixes.GRAPHQL.length + 4));
  });

  test('leaves no way to ask for its hash', async () => {
    expect(await workspace.graph.refusal('{ apiKeys { nodes { hash } } }')).toBe('INVALID');
  });
});

describe('staff', () => {
  test('is granted only to who asks for it', async () => {
    const create = 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { scopes } } }';
    const scopesOf = async (scopes?: string[]) => {
      const input = { name: 'Further', dialect: 'CLAWCRM', scopes };
      const { createApiKey } = await workspace.graph.ask<{ createApiKey: { apiKey: { scopes: string[] } } }>(create, {
        input,
      });
      return createApiKey.apiKey.scopes;
    };
    expect(await scopesOf()).toEqual(workspaceScopes);
    expect(await scopesOf(['staff'])).toEqual(['staff']);
  });
});

describe('the keys of every dialect', () => {
  test.each(['QUINCER', 'AI93', 'CLAWCRM', 'GRAPHQL'] as const)(
    'work here with exactly what %s documents',
    async (dialect) => {
      const key =
        workspace.keys[
          ({ QUINCER: 'quincer', AI93: 'ai93', CLAWCRM: 'clawcrm', GRAPHQL: 'graphql' } as const)[dialect]
        ];
      const client = createGraphClient(app.url, key);
      const { viewer } = await client.ask<{ viewer: object }>('{ viewer { dialect scopes } }');
      const held: readonly string[] = dialect === 'CLAWCRM' ? workspaceScopes : dialectScopes[dialect];
      expect(viewer).toEqual({ dialect, scopes: held.toSorted() });
      for (const [scope, field] of [
        ['leads:read', 'leads'],
        ['tasks:read', 'tasks'],
        ['keys:read', 'apiKeys'],
        ['events:read', 'events'],
      ] as const) {
        const { errors } = await client.send(`{ ${field} { nodes { id } } }`);
        expect(errors.map(({ extensions }) => extensions['code'])).toEqual(held.includes(scope) ? [] : ['FORBIDDEN']);
      }
    },
  );
});
