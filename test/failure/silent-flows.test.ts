import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { silentLog } from '../../src/db/open/database.ts';
import { openPostgres } from '../../src/db/open/postgres.ts';
import { toDatabase } from '../../src/db/open/to-database.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openProxiedDatabase, type ProxiedDatabase, testEngine } from '../support/database.ts';
import { createGraphClient } from '../support/graph-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { openReceiver } from '../webhooks/receiver.ts';
import { patiently } from '../support/patiently.ts';

type Line = { level: number; msg: string; task?: string };
type Readiness = { status: string; problem?: string; background: Record<string, string | null> };

const createLead = 'mutation { createLead(input: {firstName: "Ada"}) { lead { id } } }';

/** Longer than a statement takes on a busy machine, and longer than what makes a node not ready. */
const silenceMs = 3000;
const backgroundLateMs = 1000;
const pollingReadiness = { ...patiently, interval: 50 };

describe.runIf(testEngine === 'postgres')('a node whose connection carries nothing any more', () => {
  const lines: Line[] = [];
  let on: ProxiedDatabase;
  let node: TestApp;
  let other: TestApp;
  let acme: TestWorkspace;
  let receiver: Awaited<ReturnType<typeof openReceiver>>;
  const leaving = new AbortController();

  beforeAll(async () => {
    on = await openProxiedDatabase({ silenceMs });
    const log = pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line) as Line) });
    node = await startTestApp({ database: on.database, log, backgroundLateMs });
    const { connectionString = '' } = on.direct.options;
    const pools = await openPostgres({ databaseUrl: connectionString, connections: 12, log: silentLog });
    other = await startTestApp({ database: toDatabase('postgres', pools, pools.end) });
    acme = await node.workspace();
    receiver = await openReceiver();
    await acme.graph.ask(
      'mutation ($url: String!) { createWebhookEndpoint(input: { url: $url, format: STANDARD }) { endpoint { id } } }',
      {
        url: receiver.url,
      },
    );
  });
  afterAll(async () => {
    leaving.abort();
    await other.close();
    await node.close();
    await receiver[Symbol.asyncDispose]();
  });

  const readiness = async () => {
    const response = await fetch(`${node.url}/readyz`);
    return { code: response.status, ...((await response.json()) as Readiness) };
  };

  /** Follows the log on the silenced node: all that has come so far, and whether it has ended. */
  async function subscribe(key: string) {
    const response = await fetch(`${node.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: 'subscription { leadEvents { lead { id } } }' }),
      signal: leaving.signal,
    });
    const seen = { text: '', ended: false };
    const read = async () => {
      for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) seen.text += chunk;
    };
    void read()
      .catch(() => undefined)
      .finally(() => (seen.ended = true));
    return seen;
  }

  it.each([
    ['claim-deliveries', 'claim deliveries'],
    ['record-outcomes', 'record deliveries'],
    ['read-heads', 'read the event log'],
    ['ended-keys', 'look for revoked keys'],
  ])('under %s is not ready meanwhile, says so once, and recovers by itself', async (statement, task) => {
    const stream = await subscribe(acme.keys.graphql);
    await vi.waitFor(async () => expect(await readiness()).toMatchObject({ code: 200, status: 'ok' }), patiently);
    lines.length = 0;
    on.proxy.swallow(statement);
    await vi.waitFor(async () => {
      await acme.graph.ask(createLead);
      const { code, problem } = await readiness();
      expect(code).toBe(503);
      expect(problem).toMatch(task);
    }, pollingReadiness);
    await vi.waitFor(async () => expect((await readiness()).code).toBe(200), pollingReadiness);
    const told = lines.filter((line) => line.task === task).map(({ level }) => level);
    expect(told).toEqual([50, 30]);
    expect(Date.parse((await readiness()).background[task] ?? '')).toBeGreaterThan(Date.now() - silenceMs);
    const { createLead: made } = await createGraphClient(other.url, acme.keys.graphql).ask<{
      createLead: { lead: { id: string } };
    }>(createLead);
    await vi.waitFor(() => expect(stream.text).toContain(made.lead.id), patiently);
    await vi.waitFor(
      () => expect(receiver.received.some(({ rawBody }) => rawBody.includes(made.lead.id))).toBe(true),
      patiently,
    );
  });

  it('ends the streams of a key that another node revoked', async () => {
    const key = await acme.graphAs(['leads:read', 'keys:write']);
    const stream = await subscribe(key.key);
    on.proxy.swallow('revoked-keys');
    const there = createGraphClient(other.url, acme.keys.graphql);
    const { apiKeys } = await there.ask<{ apiKeys: { nodes: { id: string; name: string }[] } }>(
      '{ apiKeys(first: 20) { nodes { id name } } }',
    );
    const id = apiKeys.nodes.find(({ name }) => name === 'Further')?.id;
    await there.ask('mutation ($id: ID!) { revokeApiKey(id: $id) { apiKey { id } } }', { id });
    await vi.waitFor(() => expect(stream.ended).toBe(true), patiently);
  });
});
