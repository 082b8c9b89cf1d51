import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { WebSocket } from 'ws';

export type Target = {
  readonly pid: number;
  readonly url: string;
  readonly wsUrl: string;
  readonly operatorKey: string;
  readonly widgetKey: string;
};

/** Until that moment, as fast as it can; answers what came of it. Whatever it opened, it leaves. */
type Flood = { readonly name: string; run(target: Target, until: number): Promise<string> };

const post = async (url: string, key: string | null, body: unknown): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { ...(key && { authorization: `Bearer ${key}` }), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** So many requests at a time; answers how often each status came. */
async function repeat(until: number, request: (index: number) => Promise<Response>): Promise<string> {
  const statuses = new Map<number, number>();
  let sent = 0;
  async function client(): Promise<void> {
    while (performance.now() < until && sent < 50_000) {
      const answer = await request((sent += 1));
      await answer.arrayBuffer();
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    }
  }
  await Promise.all(Array.from({ length: 8 }, client));
  return [...statuses].map(([status, count]) => `${count} × ${status}`).join(', ');
}

/** Sockets that send frames and never read: by hand, as a client's library would read. */
async function sendUnread({ wsUrl, operatorKey }: Target, until: number, frame: (index: number) => string) {
  let sentBytes = 0;
  async function client(): Promise<void> {
    const socket = new WebSocket(wsUrl, 'graphql-transport-ws');
    socket.on('error', () => undefined);
    await Promise.race([once(socket, 'open'), after(2000)]);
    if (socket.readyState !== WebSocket.OPEN) return socket.terminate();
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${operatorKey}` } }));
    await Promise.race([once(socket, 'message'), after(2000)]);
    socket.pause();
    for (let index = 0; socket.readyState === WebSocket.OPEN && performance.now() < until; index += 1) {
      const text = frame(index);
      const flushed = new Promise<void>((resolve) => socket.send(text, () => resolve()));
      await Promise.race([flushed, after(1000)]);
      sentBytes += text.length;
    }
    socket.terminate();
  }
  for (; performance.now() < until;) await Promise.all(Array.from({ length: 4 }, client));
  return `${Math.round(sentBytes / 2 ** 20)} MB offered`;
}

async function openStreams({ url, operatorKey }: Target, until: number): Promise<string> {
  const { hostname, port } = new URL(url);
  const body = JSON.stringify({ query: 'subscription { events { id } }' });
  const sockets: Socket[] = [];
  let open = 0;
  let refused = 0;
  for (; sockets.length < 2000 && performance.now() < until;) {
    const socket = connect(Number(port), hostname);
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', (data) => (data.toString().includes('LIMITED') ? (refused += 1) : undefined));
    await once(socket, 'connect');
    open += 1;
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${operatorKey}\r\nContent-Type: application/json\r\n` +
        `Accept: text/event-stream\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
  }
  await after(Math.max(0, until - performance.now()));
  for (const socket of sockets) socket.destroy();
  return `${open} streams asked for, ${refused} refused`;
}

const megabyte = 'x'.repeat(1_000_000);

export const floods: readonly Flood[] = [
  {
    name: 'pings unread',
    run: (target, until) => sendUnread(target, until, () => JSON.stringify({ type: 'ping', payload: { megabyte } })),
  },
  {
    name: 'small pings unread',
    run: (target, until) =>
      sendUnread(target, until, () => JSON.stringify({ type: 'ping', payload: { x: megabyte.slice(0, 1000) } })),
  },
  {
    name: 'subscribe frames with large ids',
    run: (target, until) =>
      sendUnread(target, until, (index) =>
        JSON.stringify({ type: 'subscribe', id: `${index}${megabyte}`, payload: { query: '{ viewer { apiKeyId } }' } }),
      ),
  },
  { name: 'streams of server-sent events', run: openStreams },
  {
    name: 'minted keys',
    async run({ url, operatorKey }, until) {
      const mint = '{ createApiKey(input: { name: "Flood", dialect: QUINCER, scopes: ["leads:read"] }) { secret } }';
      const keys: string[] = [];
      for (let index = 0; index < 40 && performance.now() < until - 5000; index += 1) {
        const answer = await post(`${url}/graphql`, operatorKey, { query: `mutation ${mint}` });
        const { data } = (await answer.json()) as { data: { createApiKey: { secret: string } } };
        keys.push(data.createApiKey.secret);
      }
      return repeat(until, (index) =>
        fetch(`${url}/api/v1/leads`, { headers: { authorization: `Bearer ${keys[index % keys.length]}` } }),
      );
    },
  },
  {
    name: 'chats',
    run: ({ url, widgetKey }, until) =>
      repeat(until, (index) =>
        post(`${url}/api/chat`, widgetKey, {
          message: `Hi, I am Ada, ada-${index}@example.com. We need a booking page.`,
        }),
      ),
  },
  {
    name: 'signups',
    run: ({ url }, until) =>
      repeat(until, (index) => post(`${url}/api/openclaw/signup`, null, { email: `flood-${index}@example.com` })),
  },
];
