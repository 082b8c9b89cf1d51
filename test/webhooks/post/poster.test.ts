import { once } from 'node:events';
import { createServer } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { toPostFailure } from '../../../src/webhooks/post/post-failure.ts';
import { createPoster, type Poster } from '../../../src/webhooks/post/poster.ts';
import type { Resolver } from '../../../src/webhooks/post/resolve-host.ts';
import { createAddressPolicy } from '../../../src/webhooks/post/safe-address.ts';
import { answerWith, openReceiver } from '../receiver.ts';

const request = { headers: {}, body: '{}' };

function openPoster(
  options: { timeoutMs?: number; allowedRanges?: string[]; resolve?: Resolver } = {},
): Poster & AsyncDisposable {
  const { timeoutMs = 5000, allowedRanges = ['127.0.0.0/8'], resolve } = options;
  const poster = createPoster({
    addresses: createAddressPolicy({ allowedRanges, ...(resolve && { resolve }) }),
    timeoutMs,
  });
  return { ...poster, [Symbol.asyncDispose]: poster.close };
}

test('answers with the status and the beginning of the response', async () => {
  await using receiver = await openReceiver(answerWith(422, 'Grüße\0 from here'));
  await using poster = openPoster();
  const result = await poster.post(receiver.url, { headers: { 'X-Test': '1' }, body: '{"a":"ü"}' });
  expect(result).toEqual({
    status: 422,
    responseExcerpt: 'Grüße\uFFFD from here',
    retryAfter: null,
    durationMs: expect.any(Number),
  });
  const [received] = receiver.received;
  expect(received).toMatchObject({ method: 'POST', path: '/hook', headers: { 'x-test': '1' } });
  expect(received?.rawBody.toString()).toBe('{"a":"ü"}');
});

test('does not follow a redirect', async () => {
  await using inner = await openReceiver();
  await using receiver = await openReceiver((response) => response.writeHead(307, { Location: inner.url }).end());
  await using poster = openPoster();
  expect(await poster.post(receiver.url, request)).toMatchObject({ status: 307 });
  expect(inner.received).toEqual([]);
});

describe('a receiver that misbehaves', () => {
  test('sends 100 MB: the beginning is kept, the rest is never read', async () => {
    const sent = { bytes: 0, closed: Promise.resolve() };
    await using receiver = await openReceiver((response) => {
      sent.closed = once(response, 'close').then(() => undefined);
      response.writeHead(200);
      const chunk = Buffer.alloc(1_000_000, 'x');
      const write = () => {
        while (sent.bytes < 100_000_000 && !response.destroyed) {
          sent.bytes += chunk.length;
          if (!response.write(chunk)) return response.once('drain', write);
        }
        return response.end();
      };
      write();
    });
    await using poster = openPoster();
    const result = await poster.post(receiver.url, request);
    expect(result).toMatchObject({ status: 200, responseExcerpt: 'x'.repeat(2048) });
    await sent.closed;
    expect(sent.bytes).toBeLessThan(50_000_000);
  });

  test('never answers', async () => {
    await using receiver = await openReceiver(() => {});
    await using poster = openPoster({ timeoutMs: 50 });
    const result = await poster.post(receiver.url, request);
    expect(result).toEqual({ error: 'No complete answer came within 0.05 s.', durationMs: expect.any(Number) });
    expect(result.durationMs).toBeLessThan(5000);
  });

  test('has 10 s, unless something else was said', async () => {
    const asked = Promise.withResolvers<void>();
    await using receiver = await openReceiver(() => asked.resolve());
    const poster = createPoster({ addresses: createAddressPolicy({ allowedRanges: ['127.0.0.0/8'] }) });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      let result: object | undefined;
      const posting = poster.post(receiver.url, request).then((answer) => (result = answer));
      await asked.promise;
      vi.advanceTimersByTime(9_999);
      await nextTurn();
      expect(result).toBeUndefined();
      vi.advanceTimersByTime(1);
      expect(await posting).toMatchObject({ error: 'No complete answer came within 10 s.' });
    } finally {
      vi.useRealTimers();
      await poster.close();
    }
  });

  test('starts an answer and never ends it, however lively it drips', async () => {
    await using receiver = await openReceiver((response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('.'), 5);
      response.once('close', () => clearInterval(drip));
    });
    await using poster = openPoster({ timeoutMs: 80 });
    expect(await poster.post(receiver.url, request)).toMatchObject({ error: expect.stringContaining('within') });
  });

  test('closes in the middle of its answer', async () => {
    await using receiver = await openReceiver((response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('half', () => response.destroy());
    });
    await using poster = openPoster();
    const error = 'The connection was closed before the answer was complete.';
    expect(await poster.post(receiver.url, request)).toMatchObject({ error });
  });

  test('does not speak HTTP', async () => {
    const server = createServer((socket) => socket.end('SSH-2.0-nope\r\n')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    await using poster = openPoster();
    const result = await poster.post(`http://127.0.0.1:${port}/`, request);
    server.close();
    expect(result).toMatchObject({ error: 'The answer was no HTTP.' });
  });

  test('is not there', async () => {
    const port = await openReceiver().then(async (receiver) => {
      await receiver[Symbol.asyncDispose]();
      return receiver.port;
    });
    await using poster = openPoster();
    const result = await poster.post(`http://127.0.0.1:${port}/`, request);
    expect(result).toMatchObject({ error: 'The connection was refused.' });
    expect(await poster.post('http://nowhere.invalid/', request)).toMatchObject({
      error: expect.stringMatching(/^The host/),
    });
    expect(await poster.post('no url', request)).toMatchObject({ error: expect.any(String) });
    const badHeader = { headers: { 'X-Bad': 'a\r\nb' }, body: '' };
    expect(await poster.post(`http://127.0.0.1:${port}/`, badHeader)).toMatchObject({ error: expect.any(String) });
  });
});

describe('an address inside', () => {
  const refused = { error: 'The host has no public address.' };

  test.each(['127.0.0.1', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]', 'localhost'])(
    '%s is refused at connect, whatever was registered',
    async (host) => {
      await using receiver = await openReceiver();
      await using poster = openPoster({ allowedRanges: [] });
      expect(await poster.post(`http://${host}:${receiver.port}/`, request)).toMatchObject(refused);
      expect(receiver.received).toEqual([]);
    },
  );

  test('is refused over TLS too', async () => {
    await using poster = openPoster({ allowedRanges: [] });
    expect(await poster.post('https://[::1]:1/', request)).toMatchObject(refused);
  });

  test('is not reached when a name resolves to it on the second look-up', async () => {
    await using receiver = await openReceiver();
    const answers = [['93.184.215.14'], ['127.0.0.1']];
    const resolve: Resolver = async () => answers.shift() ?? [];
    const policy = createAddressPolicy({ resolve });
    const url = `http://rebind.test:${receiver.port}/`;
    await policy.assertDeliverableUrl(url);
    const poster = createPoster({ addresses: policy });
    expect(await poster.post(url, request)).toMatchObject(refused);
    await poster.close();
    expect(answers).toEqual([]);
    expect(receiver.received).toEqual([]);
  });

  test('connects to the very address that was checked, with one look-up', async () => {
    await using receiver = await openReceiver();
    const asked: string[] = [];
    const resolve: Resolver = async (hostname) => {
      asked.push(hostname);
      return ['127.0.0.1'];
    };
    await using poster = openPoster({ resolve });
    expect(await poster.post(`http://hooks.test:${receiver.port}/`, request)).toMatchObject({ status: 200 });
    expect(asked).toEqual(['hooks.test']);
    expect(receiver.received[0]?.headers.host).toBe(`hooks.test:${receiver.port}`);
  });
});

describe('interim answers', () => {
  const ok = 'HTTP/1.1 202 Accepted\r\nContent-Length: 2\r\n\r\nok';
  test.each([
    ['100 Continue', ['HTTP/1.1 100 Continue\r\n\r\n', ok]],
    ['100 Continue in one piece with the answer', [`HTTP/1.1 100 Continue\r\n\r\n${ok}`]],
    [
      '100 Continue in pieces',
      [
        'HT',
        'TP/1.1 1',
        '00 Continue\r\nServer: a',
        '\r\n\r',
        `\nHTTP/1.1 100 \r\n\r\n${ok.slice(0, 11)}`,
        ok.slice(11),
      ],
    ],
    ['103 Early Hints', ['HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n', ok]],
    ['none, the answer in pieces', ['HTTP/1.1 2', ok.slice(10)]],
  ])('are skipped: %s', async (_, pieces) => {
    const server = createServer((socket) => {
      socket
        .on(
          'data',
          () =>
            void (async () => {
              for (const piece of pieces) {
                socket.write(piece);
                await nextTurn();
              }
            })(),
        )
        .setNoDelay();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    await using poster = openPoster();
    // Twice on one connection: an answer is told from what came before it.
    for (let n = 0; n < 2; n += 1) {
      expect(await poster.post(`http://127.0.0.1:${address.port}/`, request)).toMatchObject({
        status: 202,
        responseExcerpt: 'ok',
      });
    }
    server.close();
  });
});

test('an interim answer without an end is a failure', async () => {
  const server = createServer((socket) => {
    socket
      .on('error', () => {})
      .once('data', () => socket.write(`HTTP/1.1 100 Continue\r\nX-Pad: ${'x'.repeat(1024 * 1024)}`));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  await using poster = openPoster();
  expect(await poster.post(`http://127.0.0.1:${address.port}/`, request)).toMatchObject({
    error: expect.stringContaining('HEADERS_OVERFLOW'),
  });
  server.close();
});

test('after an answer that was cut short nothing connects but the next post', async () => {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket
      .on('error', () => undefined)
      .on('data', () => socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n${'x'.repeat(4000)}`));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  await using poster = openPoster();
  for (let n = 1; n <= 3; n += 1) {
    const closed = once(server, 'connection').then(([socket]) => once(socket, 'close'));
    expect(await poster.post(`http://127.0.0.1:${address.port}/`, request)).toMatchObject({ status: 200 });
    await closed;
    for (let turn = 0; turn < 20; turn += 1) await nextTurn();
    expect(connections).toBe(n);
  }
  server.close();
});

test.each([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', /^The certificate of the host is self-signed\. Install/],
  ['SELF_SIGNED_CERT_IN_CHAIN', /^The certificate of the host is self-signed\. Install/],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /whole chain/],
  ['CERT_HAS_EXPIRED', /has expired\. Renew it\.$/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', /is not for this host name/],
])('%s is told in a sentence that says what to do', (code, sentence) => {
  const told = toPostFailure(Object.assign(new Error('tls'), { code }), 1000);
  expect(told).toMatch(sentence);
  expect(told).not.toContain(code);
});
