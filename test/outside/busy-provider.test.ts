import { Agent } from 'undici';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createProvider, type Provider } from '../../src/outside/provider/provider.ts';
import { NotAskedError, ProviderError } from '../../src/outside/provider/provider-error.ts';
import { createLibreTranslate } from '../../src/outside/translation/libre-translate.ts';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { translating } from './libre-translate-server.ts';
import { answerJson, openProviderServer, type ProviderServer, silence } from './provider-server.ts';

const clock = createTestClock();
const agent = new Agent();
const timeoutMs = 2000;
const atOnce = 8;
let app: TestApp;
let server: ProviderServer;
let workspace: TestWorkspace;
let provider: Provider;

const surroundings = () => ({
  pool: app.database.pool,
  agent,
  clock,
  log: { warn: () => undefined, info: () => undefined },
});

beforeAll(async () => {
  server = await openProviderServer(silence);
  app = await startTestApp({ clock });
});
afterAll(async () => {
  await app.close();
  await server.close();
  await agent.destroy();
});
beforeEach(async () => {
  server.become(silence);
  server.asked.length = 0;
  workspace = await app.workspace();
  provider = createProvider(surroundings(), {
    capability: 'TRANSLATION',
    baseUrl: server.url,
    headers: {},
    keyVariable: 'A_KEY',
    timeoutMs,
    checkPath: '/',
  });
});

const call = (signal: AbortSignal) =>
  provider.ask({
    onBehalf: { orgId: workspace.orgId, businessId: null, conversationId: null },
    path: '/',
    body: {},
    signal,
    read: async () => ({ value: 'answered', receivedChars: 0 }),
  });

/** As many calls as one workspace has at once, of which none is answered until they are left. */
async function holdAll() {
  const left = new AbortController();
  const calls = Promise.allSettled(Array.from({ length: atOnce }, () => call(left.signal)));
  await expect.poll(() => server.asked.length).toBe(atOnce);
  return {
    async leave(): Promise<void> {
      left.abort();
      await calls;
    },
  };
}

const failuresOf = async (orgId: string) => {
  const { rows } = await app.database.pool.query<{ failures: number }>(
    'select failures from provider_health where org_id = $1',
    [orgId],
  );
  return rows[0]?.failures ?? 0;
};

const callsOf = async (orgId: string) =>
  app.database.prisma.providerCall.findMany({ where: { orgId }, select: { outcome: true, error: true, tries: true } });

describe('a call that waits for its turn', () => {
  it('and is left before that came was never made: no failure of the provider, nothing written down', async () => {
    const held = await holdAll();
    const before = [await failuresOf(workspace.orgId), provider.state];
    const left = new AbortController();
    const waiting = call(left.signal).catch((error: unknown) => error);
    left.abort();
    expect(await waiting).toEqual(new NotAskedError('TRANSLATION', 'BUSY'));
    expect([await failuresOf(workspace.orgId), provider.state]).toEqual(before);
    expect(await callsOf(workspace.orgId)).toEqual([]);
    expect(server.asked).toHaveLength(atOnce);
    await held.leave();
  });

  it('has what is left of its time, and where that is too little, it tells nothing against the provider', async () => {
    const held = await holdAll();
    const startedAt = performance.now();
    const waiting = call(new AbortController().signal).catch((error: unknown) => error);
    await expect.poll(() => performance.now() - startedAt).toBeGreaterThan(timeoutMs * 0.6);
    await held.leave();
    const before = await failuresOf(workspace.orgId);
    const failed = await waiting;
    expect(server.asked).toHaveLength(atOnce + 1);
    expect(failed).toBeInstanceOf(ProviderError);
    expect(failed).toMatchObject({ message: 'No complete answer came within 2 s.', isProviders: false });
    expect(await failuresOf(workspace.orgId)).toBe(before);
  });

  it('is answered where it comes in time', async () => {
    const held = await holdAll();
    server.become(answerJson({}));
    const waiting = call(new AbortController().signal);
    await held.leave();
    expect(await waiting).toBe('answered');
    expect(provider.state).toBe('WORKING');
  });
});

it('a text whose turn came too late is translated when it is asked for again', async () => {
  const { translator } = createLibreTranslate(surroundings(), { url: server.url, apiKey: 'the key' });
  const onBehalf = { orgId: workspace.orgId, businessId: null, conversationId: null };
  const translate = (text: string, signal: AbortSignal) => translator.translate({ text, to: 'es', signal, onBehalf });
  const left = new AbortController();
  const held = Promise.allSettled(Array.from({ length: atOnce }, (_, count) => translate(`${count}`, left.signal)));
  await expect.poll(() => server.asked.length).toBe(atOnce);
  const startedAt = performance.now();
  const late = translate('Hello', new AbortController().signal).catch((error: unknown) => error);
  await expect.poll(() => performance.now() - startedAt, { timeout: 5000 }).toBeGreaterThan(2500);
  left.abort();
  await held;
  expect(await late).toBeInstanceOf(ProviderError);
  server.become(translating);
  clock.advance(3_600_000);
  expect((await translate('Hello', new AbortController().signal))?.text).toBe('[es] Hello');
});
