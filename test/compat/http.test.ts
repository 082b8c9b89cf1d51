import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys, serveNotes } from './fake-notes.ts';

let server: Awaited<ReturnType<typeof serveNotes>>;
beforeAll(async () => void (server = await serveNotes()));
afterAll(async () => server.close());

const call = async (method: string, path: string, init: { headers?: Record<string, string>; body?: unknown } = {}) =>
  server.call(method, path, { key: keys.ai93.replace('ai93_live_', 'cw_dev_'), ...init });

describe('older spellings', () => {
  const deprecated = {
    deprecation: '@1775001600',
    sunset: 'Fri, 01 Oct 2027 00:00:00 GMT',
  };

  it.each([
    ['a path', 'GET', '/api/v1/memos', '/api/v1/notes', undefined],
    ['a parameter', 'GET', '/api/v1/notes?labelName=first', '/api/v1/notes?label_name=first', undefined],
    ['a method', 'PATCH', '/api/v1/notes/n1', '/api/v1/notes/n1', { text: 'first' }],
    ['a field', 'POST', '/api/v1/notes/n1', '/api/v1/notes/n1', { noteText: 'first' }],
  ])(
    'answers %s byte for byte as the canonical one, and says what replaces it',
    async (_, method, path, successor, body) => {
      const legacy = await call(method, path, { body });
      const canonical = await call(body ? 'POST' : 'GET', successor, body ? { body: { text: 'first' } } : {});
      expect([legacy.status, legacy.text]).toEqual([200, canonical.text]);
      expect(Object.fromEntries(legacy.headers)).toMatchObject({
        ...deprecated,
        link: `<${successor}>; rel="successor-version"`,
      });
      expect(canonical.headers.get('deprecation')).toBeNull();
    },
  );

  it('keep their headers on a failure', async () => {
    const answer = await call('PATCH', '/api/v1/notes/n1', { body: {} });
    expect([answer.status, answer.headers.get('deprecation')]).toEqual([400, deprecated.deprecation]);
  });
});

describe('reads', () => {
  it('carry a strong validator that changes with the body', async () => {
    const before = await call('GET', '/api/v1/notes/n1');
    await call('POST', '/api/v1/notes/n1', { body: { text: 'second' } });
    const after = await call('GET', '/api/v1/notes/n1');
    expect(before.headers.get('etag')).toMatch(/^"[\w-]{43}"$/);
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
  });

  it.each([
    ['the same', (etag: string) => etag, 304],
    ['a weak one', (etag: string) => `W/${etag}`, 304],
    ['a list', (etag: string) => `"a", ${etag}`, 304],
    ['a star', () => '*', 304],
    ['another', () => '"a"', 200],
  ])('answer If-None-Match with %s', async (_, header, status) => {
    const etag = (await call('GET', '/api/v1/notes/n1')).headers.get('etag') ?? '';
    const answer = await call('GET', '/api/v1/notes/n1', { headers: { 'if-none-match': header(etag) } });
    expect([answer.status, answer.headers.get('etag')]).toEqual([status, etag]);
    expect(answer.headers.get('quincer-ratelimit-limit')).toBe('100');
    expect(answer.text === '').toBe(status === 304);
  });

  it('answer HEAD as GET without the body', async () => {
    const head = await call('HEAD', '/api/v1/notes/n1');
    const got = await call('GET', '/api/v1/notes/n1');
    expect([head.status, head.text]).toEqual([200, '']);
    for (const name of ['etag', 'content-type', 'content-length']) {
      expect(head.headers.get(name)).toBe(got.headers.get(name));
    }
  });

  it('prefer a fixed path to a parameter, and forgive a trailing slash', async () => {
    expect((await call('GET', '/api/v1/notes/latest')).json).toMatchObject({ id: 'n1' });
    expect((await call('GET', '/api/v1/notes/')).status).toBe(200);
    expect((await call('GET', '/api/v1/notes/none')).json).toEqual({ error: 'No such note.', code: 'not_found' });
  });
});
