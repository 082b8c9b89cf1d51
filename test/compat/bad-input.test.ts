import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultRateLimitPolicy } from '../../src/access/rate-limit.ts';
import { keys, serveNotes } from './fake-notes.ts';

const plenty = { read: 1_000_000, write: 1_000_000 };
const policy = { ...defaultRateLimitPolicy, keys: { ...defaultRateLimitPolicy.keys, QUINCER: plenty } };

let server: Awaited<ReturnType<typeof serveNotes>>;
beforeAll(async () => void (server = await serveNotes({ policy })));
afterAll(async () => server.close());
beforeEach(() => void (server.seen.saves = 0));

const get = async (path: string) => server.call('GET', path, { key: keys.quincer });
const post = async (body: unknown, headers: Record<string, string> = {}) =>
  server.call('POST', '/api/v1/notes/n1', { key: keys.quincer, body, headers });

describe('400 for a query', () => {
  it.each([
    ['an unknown parameter', 'foo=1', 'Unknown parameter "foo". Accepted: label_name.'],
    ['a repeated parameter', 'label_name=a&label_name=a', 'Parameter label_name is given more than once.'],
    [
      'an over-long parameter',
      `label_name=${'a'.repeat(1001)}`,
      'Parameter label_name is longer than 1,000 characters.',
    ],
    ['a NUL', 'label_name=a%00', 'Parameter label_name holds characters that are not text.'],
    ['broken percent-encoding', 'label_name=%zz', 'The query string holds broken percent-encoding.'],
    ['bytes that are not UTF-8', 'label_name=%ff', 'The query string holds broken percent-encoding.'],
    ['__proto__', '__proto__=1', 'Unknown parameter "__proto__".'],
    [
      'an alias that disagrees',
      'labelName=a&label_name=b',
      'label_name and its alias labelName are given with different values.',
    ],
  ])('refuses %s', async (_, search, error) => {
    const answer = await get(`/api/v1/notes?${search}`);
    expect([answer.status, answer.json]).toEqual([400, { error, code: 'invalid_request' }]);
  });

  it('accepts 1,000 characters, and an alias that agrees', async () => {
    expect((await get(`/api/v1/notes?label_name=${'a'.repeat(1000)}`)).status).toBe(200);
    expect((await get('/api/v1/notes?label_name=a+b&labelName=a%20b')).status).toBe(200);
  });

  it.each(['%zz', '%ff', '%00', 'a'.repeat(1001)])('refuses the path parameter %.9s', async (id) => {
    expect((await get(`/api/v1/notes/${id}`)).status).toBe(400);
  });
});

describe('400 for a body', () => {
  it.each([
    ['malformed JSON', '{"text":', 'The body is not valid JSON.'],
    ['an array', '[]', 'The body must be a JSON object.'],
    ['null', 'null', 'The body must be a JSON object.'],
    ['an unknown field', '{"text":"a","foo":1}', 'Unknown field "foo". Accepted: text, label.'],
    [
      'an unknown nested field',
      '{"text":"a","label":{"name":"b","foo":1}}',
      'In label: Unknown field "foo". Accepted: name.',
    ],
    ['a field of another type', '{"text":1}', 'Invalid text: expected string, received number.'],
    [
      'several things at once, and names what is not known first',
      '{"txt":"a","label":{"name":1}}',
      'Unknown field "txt". Accepted: text, label. text is required. Invalid label.name: expected string, received number.',
    ],
    ['__proto__', '{"__proto__":{"text":"a"}}', 'Unknown field "__proto__".'],
    [
      'a NUL',
      '{"text":"a\\u0000"}',
      'The body holds a NUL character or a lone surrogate, which are not text (at text).',
    ],
    [
      'a lone surrogate',
      '{"text":"\\ud800"}',
      'The body holds a NUL character or a lone surrogate, which are not text (at text).',
    ],
    [
      'a lone surrogate in a key',
      '{"\\udc00":1}',
      'The body holds a NUL character or a lone surrogate, which are not text.',
    ],
    ['deep nesting', `{"text":${'['.repeat(100)}${']'.repeat(100)}}`, 'The body is nested deeper than 64 levels.'],
    [
      'an alias that disagrees',
      '{"text":"a","noteText":"b"}',
      'text and its alias noteText are given with different values.',
    ],
    ['a refusal of the graph', '{"text":"invalid"}', 'The text is not valid.'],
  ])('refuses %s', async (_, body, error) => {
    const answer = await post(body);
    expect([answer.status, answer.json]).toEqual([400, { error, code: 'invalid_request' }]);
    expect(server.seen.saves).toBe(0);
  });

  it('refuses half a million brackets without falling over', async () => {
    expect((await post(`${'['.repeat(500_000)}${']'.repeat(500_000)}`)).status).toBe(400);
  });

  it('refuses bytes that are not UTF-8', async () => {
    expect((await post(Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x7d]))).json).toMatchObject({
      error: 'The body is not valid UTF-8.',
    });
  });

  it('takes an absent body for an empty object', async () => {
    const answer = await server.call('POST', '/api/v1/notes/n1', { key: keys.quincer });
    expect([answer.status, answer.json?.['error']]).toEqual([400, 'text is required.']);
  });
});

describe('413', () => {
  it('takes a body of exactly 1 MiB and refuses one byte more', async () => {
    const text = (bytes: number) => JSON.stringify({ text: 'a'.repeat(bytes - '{"text":""}'.length) });
    expect((await post(text(1024 * 1024))).status).toBe(200);
    expect((await post(text(1024 * 1024 + 1))).status).toBe(413);
  });

  it('answers a 10 MB string', async () => {
    const answer = await post({ text: 'a'.repeat(10_000_000) });
    expect([answer.status, answer.json]).toEqual([413, { error: 'The body is larger than 1 MiB.', code: 'too_large' }]);
  });

  it('answers a chunked body that never said its size', async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${keys.quincer}`, 'content-type': 'application/json' };
      const sent = request({ port: server.port, path: '/api/v1/notes/n1', method: 'POST', headers }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode));
      });
      sent.on('error', reject);
      for (let index = 0; index < 40; index += 1) sent.write('a'.repeat(65_536));
      sent.end();
    });
    expect(status).toBe(413);
  });
});

describe('415', () => {
  it.each([
    ['another type', { 'content-type': 'text/plain' }, 415],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['another charset', { 'content-type': 'application/json; charset=latin1' }, 415],
    ['a compressed body', { 'content-encoding': 'gzip' }, 415],
    ['JSON with a charset', { 'content-type': 'application/json; charset=UTF-8' }, 200],
    ['a JSON dialect', { 'content-type': 'application/merge-patch+json' }, 200],
  ])('answers %s', async (_, headers, status) => {
    expect((await post('{"text":"a"}', headers as Record<string, string>)).status).toBe(status);
  });

  it('does not mind the type of an empty body', async () => {
    expect((await post('', { 'content-type': 'text/plain' })).status).toBe(400);
  });
});

describe('500', () => {
  it('tells the request id, not the cause', async () => {
    const answer = await post({ text: 'broken' }, { 'x-request-id': 'req-7' });
    expect([answer.status, answer.json]).toEqual([
      500,
      { error: 'Something went wrong on our side. Quote request req-7 when you report it.', code: 'internal' },
    ]);
    expect(server.seen.reports.at(-1)).toMatchObject({ message: 'secret detail' });
  });
});
