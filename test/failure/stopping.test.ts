import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, get } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { limits } from '../../src/limits.ts';
import { bind } from '../../src/server/process/bind.ts';
import { prepareDrain } from '../../src/server/process/drain.ts';
import { createStop } from '../../src/server/process/stop.ts';
import { killLeftovers, refusedStart, startProduct } from './product.ts';

const halves = {
  nothing: '',
  'half a header': 'GET / HTTP/1.1\r\nHost: a',
  'half a body': 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n12345',
  'a handshake, and is refused': 'GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
};

async function open(port: number, sent: string): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => undefined).resume();
  await once(socket, 'connect');
  if (sent) await new Promise<void>((resolve) => void socket.write(sent, () => resolve()));
  return socket;
}

describe('a server that stops', () => {
  it.each(Object.entries(halves))('cuts a client that has sent %s after the grace period', async (_, sent) => {
    const { server, port } = await bind(0, '127.0.0.1');
    const drain = prepareDrain(server, 100);
    server.on('upgrade', (_request, stream) => stream.end('HTTP/1.1 503 Service Unavailable\r\n\r\n'));
    const arrived = once(server, 'connection');
    const socket = await open(port, sent);
    await arrived;
    const closed = once(socket, 'close');
    await drain();
    socket.end();
    await closed;
    expect(server.listening).toBe(false);
  });

  it('answers what has begun first', async () => {
    const { server, port } = await bind(0, '127.0.0.1');
    const drain = prepareDrain(server);
    const begun = Promise.withResolvers<() => void>();
    server.on('request', (_request, response) => begun.resolve(() => void response.end('done')));
    const answered = once(get({ port, host: '127.0.0.1' }), 'response');
    const finish = await begun.promise;
    const drained = drain();
    finish();
    const [response] = (await answered) as [{ statusCode: number; resume(): void }];
    response.resume();
    await drained;
    expect(response.statusCode).toBe(200);
  });

  it('keeps connections for longer than a balancer does, and waits for no request for ever', async () => {
    const { server } = await bind(0, '127.0.0.1');
    const { keepAliveTimeout, headersTimeout, requestTimeout } = server;
    server.close();
    expect({ keepAliveTimeout, headersTimeout, requestTimeout }).toEqual({
      keepAliveTimeout: limits.keepAliveMs,
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
    });
    expect(keepAliveTimeout).toBeGreaterThan(60_000);
  });
});

describe('a process that is told to stop', () => {
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const hangs = () => new Promise<void>(() => undefined);

  it('ends with 0 when everything finished, and with 1 when that failed', async () => {
    for (const [code, close] of [
      [0, () => Promise.resolve()],
      [1, () => Promise.reject(new Error('no'))],
    ] as const) {
      const ended = new Promise<number>((exit) => createStop({ close, exit, log: silent }).onSignal('SIGTERM'));
      expect(await ended).toBe(code);
    }
  });

  it('ends with 1 at its deadline, whatever hangs', async () => {
    const ended = new Promise<number>((exit) => {
      createStop({ close: hangs, exit, log: silent, deadlineMs: 10 }).onSignal('SIGTERM');
      setTimeout(() => exit(-1), 5000);
    });
    expect(await ended).toBe(1);
  });

  it('ends at once upon a second signal, but not upon the first one passed on, nor when npm is gone', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    try {
      const exit = vi.fn<(code: number) => void>();
      const stop = createStop({ close: hangs, exit, log: silent });
      stop.onSignal('SIGINT');
      stop.onSignal('SIGINT');
      stop.begin('npm is gone');
      expect(exit).not.toHaveBeenCalled();
      vi.advanceTimersByTime(limits.sameSignalMs);
      stop.onSignal('SIGINT');
      expect(exit.mock.calls).toEqual([[1]]);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a first start', () => {
  let dataDir: string;
  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'tributary-first-'));
  });
  afterAll(() => {
    killLeftovers();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('on a busy port makes nothing and names PORT; the next one shows the keys', async () => {
    const busy = createServer().listen(0, '127.0.0.1');
    await once(busy, 'listening');
    const { port } = busy.address() as AddressInfo;
    const refused = await refusedStart({ DATA_DIR: dataDir, PORT: String(port) });
    busy.close();
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.stderr).toContain(`another process listens on 127.0.0.1:${port}. Stop it, or set PORT`);
    const product = await startProduct({ DATA_DIR: dataDir, PORT: '0' });
    expect(product.operatorKey).toMatch(/^tby_/);
    expect((await fetch(`${product.url}/readyz`)).status).toBe(200);
    expect(await product.stop('SIGTERM')).toMatchObject({ code: 0 });
  });
});
