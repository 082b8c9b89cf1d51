import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys, serveNotes } from './fake-notes.ts';

let server: Awaited<ReturnType<typeof serveNotes>>;
beforeAll(async () => void (server = await serveNotes()));
afterAll(async () => server.close());

describe('which dialect answers', () => {
  it('lets the credential decide on a path two dialects share', async () => {
    const asQuincer = await server.call('GET', '/api/v1/notes', { key: keys.quincer });
    const asAi93 = await server.call('GET', '/api/v1/notes', { key: keys.ai93 });
    expect([asQuincer.status, asQuincer.headers.get('tributary-dialect')]).toEqual([200, 'quincer']);
    expect([asAi93.status, asAi93.headers.get('tributary-dialect')]).toEqual([200, 'ai93']);
  });

  it('answers 404 in the caller’s shape where only the other dialect has the path', async () => {
    const answer = await server.call('GET', '/api/v1/notes/n1', { key: keys.ai93 });
    expect([answer.status, answer.json]).toEqual([404, { error: 'unknown_route', message: 'There is no such route.' }]);
  });

  it('answers 405 with Allow where the caller’s dialect lacks the method', async () => {
    const answer = await server.call('POST', '/api/v1/notes', { key: keys.quincer, body: {} });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect(answer.json).toEqual({ error: 'This route answers GET, HEAD, OPTIONS.', code: 'method_not_allowed' });
    expect(answer.headers.get('quincer-ratelimit-limit')).toBe('30');
  });
});

describe('401', () => {
  const shapes = [
    ['no credential under /api/v1', '/api/v1/notes', {}, 'ai93'],
    ['an unknown Quincer key', '/api/v1/notes', { authorization: `Bearer ${keys.unknown}` }, 'quincer'],
    ['a widget key', '/api/v1/notes', { authorization: `Bearer ${keys.widget}` }, 'quincer'],
    ['a graph key', '/api/v1/notes', { authorization: `Bearer ${keys.graphql}` }, 'ai93'],
    ['garbage', '/api/v1/notes', { authorization: 'Bearer garbage' }, 'ai93'],
    ['another scheme', '/api/v1/notes', { authorization: 'Basic abc' }, 'ai93'],
    ['x-api-key where only Bearer is read', '/api/v1/notes', { 'x-api-key': keys.ai93 }, 'ai93'],
    ['no credential under /api/openclaw', '/api/openclaw/notes', {}, 'clawcrm'],
    [
      'a Quincer key under /api/openclaw',
      '/api/openclaw/notes',
      { authorization: `Bearer ${keys.quincer}` },
      'clawcrm',
    ],
    ['a ClawCRM key under /api/v1', '/api/v1/notes', { authorization: `Bearer ${keys.clawcrm}` }, 'clawcrm'],
  ] as const;

  it.each(shapes)('refuses %s in the right shape', async (_, path, headers, dialect) => {
    const answer = await server.call('GET', path, { headers });
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(answer.headers.get('tributary-dialect')).toBe(dialect);
    expect(answer.headers.get('ratelimit')).toBeNull();
    const shape = {
      quincer: ['error', 'code'],
      ai93: ['error', 'message'],
      clawcrm: ['success', 'error', 'warnings', 'next_steps'],
    };
    expect(Object.keys(answer.json ?? {})).toEqual(shape[dialect]);
  });

  it('names the base path where the key is at home', async () => {
    const answer = await server.call('GET', '/api/openclaw/notes', { key: keys.ai93 });
    expect(answer.json).toMatchObject({
      error: { message: 'This key does not work under /api/openclaw: it is accepted under /api/v1.' },
    });
  });

  it('takes either header of ClawCRM, but not two different keys', async () => {
    const one = await server.call('GET', '/api/openclaw/notes', { headers: { 'x-api-key': keys.clawcrm } });
    const same = await server.call('GET', '/api/openclaw/notes', {
      key: keys.clawcrm,
      headers: { 'x-api-key': keys.clawcrm },
    });
    const two = await server.call('GET', '/api/openclaw/notes', {
      key: keys.clawcrm,
      headers: { 'x-api-key': 'rcm_live_other' },
    });
    expect([one.status, same.status, two.status]).toEqual([200, 200, 401]);
  });
});

describe('what needs no credential', () => {
  it('answers a public route, and 405 and OPTIONS on its path', async () => {
    const help = await server.call('GET', '/api/openclaw/signup');
    const made = await server.call('POST', '/api/openclaw/signup', { body: { email: 'a@example.com' } });
    const wrong = await server.call('DELETE', '/api/openclaw/signup');
    expect([help.status, help.json, made.status, wrong.status]).toEqual([200, { how: 'POST' }, 201, 405]);
    expect([...(server.seen.actors.at(-1)?.scopes ?? [])]).toEqual(['workspaces:create']);
  });

  it('prefers the hint of the route over the general one', async () => {
    const answer = await server.call('POST', '/api/openclaw/signup', { body: { email: 'known@example.com' } });
    expect([answer.status, answer.json?.['error']]).toEqual([
      409,
      { code: 'conflict', message: 'This email has a workspace.', hint: 'Choose another name.' },
    ]);
  });

  it.each(['/api', '/api/nope', '/api/v1/nope', '/api/v1', '/api/openclaw/nope', '/api/v1/notes/n1/more'])(
    'answers 404 at %s',
    async (path) => {
      const answer = await server.call('GET', path);
      expect(answer.status).toBe(404);
      expect(JSON.stringify(answer.json)).toContain('unknown_route');
    },
  );

  it('tells the methods of a known path to anybody who asks', async () => {
    const answer = await server.call('OPTIONS', '/api/v1/notes/n1');
    expect([answer.status, answer.headers.get('allow'), answer.text]).toEqual([
      204,
      'GET, POST, PATCH, HEAD, OPTIONS',
      '',
    ]);
  });
});

describe('403', () => {
  it('names the scope the key lacks, before anything is looked up', async () => {
    const before = server.seen.actors.length;
    const answer = await server.call('POST', '/api/v1/notes/nowhere', { key: keys.readOnly, body: '{broken' });
    expect([answer.status, answer.json]).toEqual([
      403,
      { error: 'API key lacks required scope: leads:write', code: 'missing_scope' },
    ]);
    expect(server.seen.actors.length).toBe(before);
  });
});

describe('request ids', () => {
  it('keeps a sane one and replaces any other', async () => {
    const kept = await server.call('GET', '/api/v1/notes', { key: keys.ai93, headers: { 'x-request-id': 'abc-1' } });
    const replaced = await server.call('GET', '/api/v1/notes', { key: keys.ai93, headers: { 'x-request-id': 'a b' } });
    expect(kept.headers.get('x-request-id')).toBe('abc-1');
    expect(replaced.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
