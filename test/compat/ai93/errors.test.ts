import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ai93 } from '../../../compat/ai93/dialect.ts';
import { dialectScopes } from '../../../src/access/dialects.ts';
import { rateLimitPolicy } from '../../../src/access/rate-limit.ts';
import { apiDocument } from '../../support/api-documents.ts';
import { startTestApp } from '../../support/app.ts';
import { createRestClient, type RestAnswer, type RestClient } from '../../support/rest-client.ts';
import { type Ai93, nobody, openAi93 } from './workspace.ts';

const newLead = { source: 'manual', targetType: 'customer_lead', displayName: 'Jane Doe' };

/** How each route is asked for something, and the table without which it has no answer. */
const asked: Record<string, { readonly path: string; readonly body?: object; readonly table: string }> = {
  'get /leads': { path: '/leads', table: 'leads' },
  'get /leads.csv': { path: '/leads.csv', table: 'leads' },
  'get /leads/:id': { path: '/leads/{id}', table: 'leads' },
  'post /leads': { path: '/leads', body: newLead, table: 'leads' },
  'post /leads/:id/handoff': { path: '/leads/{id}/handoff', body: { destination: 'krew' }, table: 'leads' },
  'get /sources': { path: '/sources', table: 'api_keys' },
  'get /scrapers/runs': { path: '/scrapers/runs', table: 'scraper_runs' },
};

/** Documented of every such route, and true of others: a new lead names no other, and nothing that reads can be too busy. */
const neverGiven: Record<string, readonly number[]> = {
  'post /leads': [404],
  ...Object.fromEntries(Object.keys(asked).flatMap((name) => (name.startsWith('get') ? [[name, [503]]] : []))),
};

const routes = ai93.routes.map((route) => ({ ...route, name: `${route.method} ${route.path}` }));

/** The routes that can refuse with this status: as documented, and 405, which no document can hold. */
function refusing(status: number) {
  return routes.filter(({ name, method, path }) => {
    const found = apiDocument('ai93').find(method, `/api/v1${path}`);
    const documented = status === 405 || status in (found?.responses ?? {});
    return documented && !neverGiven[name]?.includes(status);
  });
}

let api: Ai93;
let client: RestClient;
beforeAll(async () => {
  api = await openAi93();
  client = createRestClient(api.url, api.key);
});
afterAll(async () => api.close());

type Change = {
  readonly id?: string;
  readonly search?: string;
  readonly body?: unknown;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly by?: RestClient;
};

/** Asks the route for what it could answer, about a lead of its own, but for this change. */
async function ask(name: string, change: Change = {}): Promise<RestAnswer> {
  const { path, body } = asked[name]!;
  const { search = '', method = name.split(' ')[0]!.toUpperCase(), headers, by = client } = change;
  const id = path.includes('{id}') ? (change.id ?? (await api.make()).id) : '';
  return by.send(method, `/api/v1${path.replace('{id}', id)}${search}`, change.body ?? body, headers);
}

const shape = (error: string, message: string | RegExp) => ({
  error,
  message: typeof message === 'string' ? message : expect.stringMatching(message),
});

const told = ({ status, body }: RestAnswer) => [status, body];

it('asks every route', () => {
  expect(Object.keys(asked).sort()).toEqual(routes.map(({ name }) => name).sort());
});

it.each(routes)('$name answers what it is asked', async ({ name, status }) => {
  expect((await ask(name)).status).toBe(status);
});

describe('400', () => {
  it.each(refusing(400))('$name refuses a parameter it does not know', async ({ name }) => {
    expect(told(await ask(name, { search: '?nonsense=1' }))).toEqual([
      400,
      shape('invalid_request', /^Unknown parameter "nonsense"\. /),
    ]);
  });

  it.each(refusing(400).filter(({ method }) => method === 'post'))('$name refuses a torn body', async ({ name }) => {
    expect(told(await ask(name, { body: '{"a":' }))).toEqual([
      400,
      shape('invalid_request', 'The body is not valid JSON.'),
    ]);
  });
});

describe('401', () => {
  it.each(refusing(401))('$name refuses an unknown key', async ({ name }) => {
    const answer = await ask(name, { by: createRestClient(api.url, `ai93_live_${'u'.repeat(43)}`) });
    expect(told(answer)).toEqual([401, shape('unauthorized', /key/)]);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });
});

describe('403', () => {
  it.each(refusing(403))('$name refuses a key that lacks $scope', async ({ name, scope }) => {
    const scopes = dialectScopes.AI93.filter((held) => held !== scope);
    const answer = await ask(name, { by: createRestClient(api.url, await api.keyOf({ scopes })) });
    expect(told(answer)).toEqual([403, shape('missing_scope', `API key lacks required scope: ${scope}`)]);
  });
});

describe('404', () => {
  it.each(refusing(404))('$name finds no lead that is not there', async ({ name }) => {
    expect(told(await ask(name, { id: nobody }))).toEqual([404, shape('not_found', 'No such lead.')]);
  });
});

describe('405', () => {
  it.each(refusing(405))('$name tells the methods of its path', async ({ name, path }) => {
    const answer = await ask(name, { method: 'DELETE' });
    const methods = routes.filter((other) => other.path === path).map(({ method }) => method.toUpperCase());
    const allow = answer.headers.get('allow') ?? '';
    expect(told(answer)).toEqual([405, shape('method_not_allowed', `This route answers ${allow}.`)]);
    expect(allow.split(', ').sort()).toEqual(
      [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].sort(),
    );
  });
});

describe('409', () => {
  it.each(refusing(409))('$name refuses an Idempotency-Key that stood for something else', async ({ name }) => {
    const headers = { 'idempotency-key': name.replaceAll(/\W/g, '-') };
    expect((await ask(name, { headers })).status).toBeLessThan(300);
    const answer = await ask(name, { headers, body: { ...asked[name]?.body, metadata: {}, notes: '' } });
    expect(told(answer)).toEqual([409, shape('conflict', /Idempotency-Key/)]);
  });
});

describe('413', () => {
  it.each(refusing(413))('$name refuses a body of more than 1 MiB', async ({ name }) => {
    const answer = await ask(name, { body: { ...asked[name]?.body, notes: 'x'.repeat(1_100_000) } });
    expect(told(answer)).toEqual([413, shape('too_large', 'The body is larger than 1 MiB.')]);
  });
});

describe('415', () => {
  it.each(refusing(415))('$name refuses a body that is not JSON', async ({ name }) => {
    const answer = await ask(name, { headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    expect(told(answer)).toEqual([415, shape('unsupported_media_type', /application\/json in UTF-8/)]);
  });
});

describe('429', () => {
  it('tells of every route when a minute is spent, and for how long', async () => {
    const app = await startTestApp({ rateLimitPolicy: rateLimitPolicy(1) });
    try {
      const by = createRestClient(app.url, (await app.workspace()).keys.ai93);
      for (const name of ['get /leads', 'post /leads']) expect((await ask(name, { by })).status).toBeLessThan(300);
      for (const { name, kind } of refusing(429)) {
        const answer = await ask(name, { by });
        const seconds = answer.headers.get('retry-after');
        const message = `Rate limit exceeded. 0 ${kind} requests remaining. Retry after ${seconds} seconds.`;
        expect([name, ...told(answer)]).toEqual([name, 429, shape('rate_limited', message)]);
        expect(Number(seconds)).toBeGreaterThan(0);
        expect(answer.headers.get('ratelimit')).toBe(`"${kind}s";r=0;t=${seconds}`);
      }
      expect(refusing(429)).toHaveLength(routes.length);
    } finally {
      await app.close();
    }
  });
});

describe('500', () => {
  it.each(refusing(500))('$name tells the request id, and nothing of the cause', async ({ name }) => {
    const { table } = asked[name]!;
    const { id } = await api.make();
    await api.database.pool.query(`alter table ${table} rename to mislaid`);
    try {
      expect(told(await ask(name, { id, headers: { 'x-request-id': 'req-7' } }))).toEqual([
        500,
        shape('internal_error', 'Something went wrong on our side. Quote request req-7 when you report it.'),
      ]);
    } finally {
      await api.database.pool.query(`alter table mislaid rename to ${table}`);
    }
    expect((await ask(name)).status).toBeLessThan(300);
  });
});

describe('503', () => {
  it.each(refusing(503))('$name says when to come again, where others keep it from writing', async ({ name }) => {
    const { id } = await api.make();
    await api.database.pool.query(`create function give_way() returns trigger language plpgsql as
      $$ begin raise exception 'others were first' using errcode = '40P01'; end $$;
      create trigger give_way before insert or update on leads for each row execute function give_way()`);
    try {
      const answer = await ask(name, { id });
      expect(told(answer)).toEqual([503, shape('unavailable', 'The database is busy. Try again in a moment.')]);
      expect(answer.headers.get('retry-after')).toBe('2');
    } finally {
      await api.database.pool.query('drop function give_way cascade');
    }
    expect((await ask(name)).status).toBeLessThan(300);
  });
});
