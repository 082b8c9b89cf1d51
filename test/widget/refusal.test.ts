import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApi } from '../../widget/src/chat/api.ts';
import { verdictOf } from '../../widget/src/chat/refusal.ts';

let body = '';
const server = createServer((_, response) => void response.writeHead(404).end(body));
beforeAll(async () => void (await once(server.listen(0, '127.0.0.1'), 'listening')));
afterAll(() => void server.close());

const addressOf = (address: ReturnType<typeof server.address>): AddressInfo => {
  if (address === null || typeof address === 'string') throw new Error('It does not listen on a port.');
  return address;
};

it.each([
  ['the API has no such conversation', '{"error":"Conversation not found.","code":"not_found"}', 'gone'],
  ['the API has no such route', '{"error":"There is no such route.","code":"unknown_route"}', 'later'],
  ['a proxy answers with a page of its own', '<h1>404 Not Found</h1>', 'later'],
  ['another program answers', '{"message":"not_found"}', 'later'],
  ['nothing is said', '', 'later'],
])('of a 404 where %s', async (_, answer, verdict) => {
  body = answer;
  const api = createApi(`http://127.0.0.1:${addressOf(server.address()).port}/`, 'cw_live_1');
  const listener = { onOpen: () => undefined, onEvent: () => undefined, signal: new AbortController().signal };
  const failures = await Promise.allSettled([
    api.read('vt_1', 'cv_1', null),
    api.say('vt_1', { key: '1', text: 'Hi', after: null, body: '{}', isRefused: false }),
    api.follow('vt_1', 'cv_1', '1', listener),
  ]);
  expect(failures.map((one) => (one.status === 'rejected' ? verdictOf(one.reason) : one))).toEqual([
    verdict,
    verdict,
    verdict,
  ]);
});
