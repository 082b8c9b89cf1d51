import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Gateway, openGateway } from '../gateway.ts';

let gateway: Gateway;
beforeAll(async () => void (gateway = await openGateway({ limited: true })));
afterAll(async () => gateway.close());

const names = ['limit', 'remaining', 'reset'].map((name) => `quincer-ratelimit-${name}`);
const limitsOf = ({ headers }: { headers: Headers }) => names.map((name) => Number(headers.get(name)));

it('counts every authenticated read, whatever its answer, and refuses the 101st', async () => {
  const { quincer } = gateway.keys;
  const etag = (await gateway.call('GET', '/api/v1/leads', quincer)).headers.get('etag') ?? '';
  const [, , reset] = limitsOf(await gateway.call('GET', '/api/v1/leads', quincer));
  const calls = [
    ['GET', '/api/v1/leads', { 'if-none-match': etag }, 304],
    ['HEAD', '/api/v1/leads', {}, 200],
    ['GET', '/api/v1/leads?page=1', {}, 400],
    ['GET', '/api/v1/leads/none', {}, 404],
    ['GET', '/api/v1/nowhere', {}, 404],
    ['GET', '/api/v1/leads.csv', {}, 404],
    ['OPTIONS', '/api/v1/leads', {}, 204],
  ] as const;
  for (let left = 97; left >= 0; left -= 1) {
    const [method, path, headers, status] = calls[left % calls.length]!;
    const answer = await gateway.call(method, path, quincer, undefined, headers);
    expect([answer.status, ...limitsOf(answer)]).toEqual([status, 100, left, reset]);
  }
  const refused = await gateway.call('GET', '/api/v1/leads', quincer);
  const seconds = refused.headers.get('retry-after');
  expect([refused.status, ...limitsOf(refused)]).toEqual([429, 100, 0, reset]);
  expect(refused.json.error).toBe(`Rate limit exceeded. 0 read requests remaining. Retry after ${seconds} seconds.`);
  expect(Math.abs(Number(seconds) - (Number(reset) - Date.now() / 1000))).toBeLessThan(10);
});

it('refuses the 31st write, and counts a method that is not there as one', async () => {
  const { quincer } = gateway.keys;
  for (let left = 29; left >= 0; left -= 1) {
    const path = left % 2 ? '/api/v1/leads' : '/api/v1/leads/none';
    const answer = await gateway.call('POST', path, quincer, {});
    expect([answer.status, ...limitsOf(answer).slice(0, 2)]).toEqual([left % 2 ? 405 : 404, 30, left]);
  }
  const refused = await gateway.call('POST', '/api/v1/leads/none', quincer, {});
  expect([refused.status, refused.json.error]).toEqual([
    429,
    expect.stringMatching(/^Rate limit exceeded\. 0 write requests remaining\. Retry after \d+ seconds\.$/),
  ]);
});

it('lets one address say 60 things a minute in the public chat', async () => {
  const statuses = new Map<number, number>();
  for (let index = 0; index < 61; index += 1) {
    const { status } = await gateway.call('POST', '/api/chat', gateway.keys.widget, {});
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  expect([...statuses]).toEqual([
    [400, 60],
    [429, 1],
  ]);
});
