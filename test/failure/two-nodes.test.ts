import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { originCursor } from '../../src/events/cursor.ts';
import { overWebSocket } from '../live/product-client.ts';
import { createEmptyPostgresDatabase, testEngine } from '../support/database.ts';
import { createGraphClient } from '../support/graph-client.ts';
import { createVisitor, type Frame } from '../support/visitor.ts';
import { followUntil, sendUntil } from './insistence.ts';
import { findFreePort, killLeftovers, type Product, startProduct } from './product.ts';

type Told = { id: string; type: string; message: { id: string; content: string } | null };

const subscription = `subscription ($id: ID!, $after: ID) {
  conversationEvents(conversationId: $id, after: $after) { id type message { id content } }
}`;

describe.runIf(testEngine === 'postgres')('a visitor on one node and an agent on another', () => {
  const leaving = new AbortController();
  const untilAnswered = sendUntil(leaving.signal);
  const followThrough = followUntil(leaving.signal);
  let dataDir: string;
  let drop: () => Promise<void>;
  let start: (node: 0 | 1) => Promise<Product>;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'tributary-nodes-'));
    const database = await createEmptyPostgresDatabase();
    drop = database.drop;
    const ports = [await findFreePort(), await findFreePort()];
    start = (node) =>
      startProduct({
        DATA_DIR: join(dataDir, String(node)),
        PORT: String(ports[node]),
        DATABASE_URL: database.url,
        SECRET_KEY: 'a passphrase that is long enough for it',
      });
  });
  afterAll(async () => {
    leaving.abort();
    killLeftovers();
    await drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('have each message once, in order, though the one node is killed with -9, and then the other', async () => {
    const nodes: [Product, Product] = [await start(0), await start(1)];
    const { operatorKey = '', widgetKey = '' } = nodes[0];
    const made = await createGraphClient(nodes[0].url, operatorKey).ask<{ createApiKey: { secret: string } }>(
      'mutation { createApiKey(input: { name: "Sam", dialect: QUINCER }) { secret } }',
    );
    const onFirst = createVisitor(nodes[0].url, widgetKey);
    const visitors = [onFirst, createVisitor(nodes[1].url, widgetKey, onFirst.token)] as const;
    const { conversation_id: id } = (await onFirst.say('Hello')).body;
    const before = (await onFirst.messages(id)).body;

    const heard: Frame[] = [];
    let opened = 0;
    // Whoever is cut off comes back through the balancer: on either node.
    const visitorListens = followThrough(heard, async function* (last) {
      const visitor = visitors[opened++ % 2] ?? onFirst;
      const stream = await visitor.follow(id, `?after=${last ?? before.cursor}`, { signal: leaving.signal });
      yield* stream.arriving();
    });
    const told: Told[] = [];
    let followed = 1;
    const agentListens = followThrough(told, async function* (last) {
      const node = nodes[followed++ % 2] ?? nodes[1];
      const variables = { id: `cv_${id}`, after: last ?? originCursor };
      const answers = overWebSocket<Told>(node, operatorKey, { query: subscription, variables }, leaving.signal);
      for await (const { data } of answers) {
        const event = data?.['conversationEvents'];
        if (event) yield event;
      }
    });

    let asked = 1;
    const act = (action: string, body?: object) =>
      untilAnswered(async (headers) => {
        const node = nodes[asked++ % 2] ?? nodes[1];
        const response = await fetch(`${node.url}/api/v1/conversations/${id}/${action}`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${made.createApiKey.secret}`,
            'content-type': 'application/json',
            ...headers,
          },
          body: JSON.stringify(body ?? {}),
        });
        return { status: response.status, body: (await response.json()) as unknown };
      });
    const reply = (message: string) => act('reply', { message });
    const contents = () => heard.flatMap(({ data }) => data['content'] ?? []);

    await act('takeover');
    await reply('one');
    await expect.poll(contents).toEqual(['one']);

    asked = 1;
    const underWay = reply('two');
    await nodes[1].stop('SIGKILL');
    await underWay;
    await reply('three');
    nodes[1] = await start(1);
    const alsoUnderWay = reply('four');
    await nodes[0].stop('SIGKILL');
    await alsoUnderWay;
    await reply('five');
    nodes[0] = await start(0);
    await act('handback');

    const { data } = (await visitors[1].messages(id)).body;
    const replies = ['one', 'two', 'three', 'four', 'five'];
    expect(data.slice(before.data.length).map(({ content }) => content)).toEqual(replies);
    const messages = () => heard.filter(({ event }) => event === 'message').map((frame) => frame.data);
    await expect.poll(messages).toEqual(data.slice(before.data.length));
    const statuses = () => heard.filter(({ event }) => event === 'status').map((frame) => frame.data['status']);
    await expect.poll(statuses).toEqual(['human_active', 'active']);
    const idsOfAgent = () => told.flatMap(({ message }) => message?.id ?? []);
    await expect.poll(idsOfAgent).toEqual(data.map((message) => `msg_${message.id}`));
    expect(new Set(told.map((event) => event.id)).size).toBe(told.length);

    leaving.abort();
    await Promise.all([visitorListens, agentListens]);
    for (const node of nodes) expect(await node.stop('SIGTERM')).toMatchObject({ code: 0 });
  });
});
