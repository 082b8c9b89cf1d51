import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import type { GraphClient } from '../support/graph-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { openLibreTranslate, translating } from './libre-translate-server.ts';
import {
  answerJson,
  type Behaviour,
  cutOff,
  openProviderServer,
  type ProviderServer,
  silence,
} from './provider-server.ts';

const clock = createTestClock();
let app: TestApp;
let server: ProviderServer;
let workspace: TestWorkspace;

const openApp = (url: string, apiKey = 'the key', ranges = ['127.0.0.0/8']) =>
  startTestApp({ clock, outside: { translate: { url, apiKey } }, outsideAllowedRanges: ranges });

beforeAll(async () => {
  server = await openLibreTranslate();
  app = await openApp(server.url);
});
afterAll(async () => {
  await app.close();
  await server.close();
});
beforeEach(async () => {
  server.become(translating);
  server.behave();
  workspace = await app.workspace();
  server.asked.length = 0;
});

type Message = { content: string; originalContent: string; language: string | null; translated: boolean };
type Call = Record<string, unknown> & { error: string | null };

/** A conversation that a person holds, whose agents read what this visitor writes, so that replies alone are translated. */
async function held(graph: GraphClient, widgetId: string, language: string | null): Promise<string> {
  await graph.ask('mutation { setUpWorkspace(input: { organisation: { agentLanguage: "es" } }) { movedLeads } }');
  const { sendVisitorMessage: sent } = await graph.ask<{ sendVisitorMessage: { conversation: { id: string } } }>(
    `mutation ($w: ID!, $visitor: VisitorInput) {
      sendVisitorMessage(widgetId: $w, input: { message: "Hola", visitor: $visitor }) { conversation { id } } }`,
    { w: widgetId, visitor: language && { language } },
  );
  const { id } = sent.conversation;
  await graph.ask('mutation ($id: ID!) { takeOverConversation(id: $id) { conversation { id } } }', { id });
  return id;
}

const reply = async (graph: GraphClient, id: string, message: string) =>
  (
    await graph.ask<{ replyToConversation: { message: Message } }>(
      `mutation ($id: ID!, $message: String!) { replyToConversation(id: $id, message: $message) {
        message { content originalContent language translated } } }`,
      { id, message },
    )
  ).replyToConversation.message;

const callsOf = async (graph: GraphClient) =>
  (
    await graph.ask<{ providerCalls: { nodes: Call[] } }>(
      '{ providerCalls(capability: TRANSLATION) { nodes { provider outcome status error tries sentChars receivedChars conversationId } } }',
    )
  ).providerCalls.nodes;

const standing = async (graph: GraphClient) =>
  (
    await graph.ask<{ integrations: { capability: string; state: string; lastError: string | null }[] }>(
      '{ integrations { capability state lastError } }',
    )
  ).integrations.find(({ capability }) => capability === 'TRANSLATION');

const asTyped = (text: string) => ({ content: text, originalContent: text, language: null, translated: false });

describe('a reply', () => {
  it('reaches the visitor in their language, keeps what was typed, and is told to the operator without its words', async () => {
    const { graph, widgetId } = workspace;
    const id = await held(graph, widgetId, 'es');
    expect(await reply(graph, id, 'Our kitchens are oak.')).toEqual({
      content: '[es] Our kitchens are oak.',
      originalContent: 'Our kitchens are oak.',
      language: 'es',
      translated: true,
    });
    expect(server.asked.map(({ path, body }) => [path, body])).toEqual([
      ['/translate', { q: 'Our kitchens are oak.', source: 'auto', target: 'es', format: 'text', api_key: 'the key' }],
    ]);
    const calls = await callsOf(graph);
    expect(calls).toMatchObject([
      {
        provider: server.host,
        outcome: 'SUCCEEDED',
        status: null,
        error: null,
        tries: 1,
        receivedChars: 26,
        conversationId: id,
      },
    ]);
    expect(JSON.stringify(calls)).not.toMatch(/kitchens|the key/);
    expect(await standing(graph)).toMatchObject({ state: 'CONNECTED', lastError: null });
  });

  it('is asked for once where the same was translated before, in this workspace', async () => {
    const { graph, widgetId } = workspace;
    const [one, two] = [await held(graph, widgetId, 'es'), await held(graph, widgetId, 'es-MX')];
    expect((await reply(graph, one, 'Thank you.')).content).toBe('[es] Thank you.');
    expect(await reply(graph, two, 'Thank you.')).toMatchObject({ content: '[es] Thank you.', language: 'es-MX' });
    expect(server.asked).toHaveLength(1);
    const other = await app.workspace('Other');
    await reply(other.graph, await held(other.graph, other.widgetId, 'es'), 'Thank you.');
    expect(server.asked).toHaveLength(2);
  });

  it('stays as it is where it is in the visitor’s language already', async () => {
    const { graph, widgetId } = workspace;
    const id = await held(graph, widgetId, 'es');
    expect(await reply(graph, id, '(es) Claro.')).toEqual({ ...asTyped('(es) Claro.'), language: 'es' });
  });

  it('is not sent out where nobody knows the visitor’s language', async () => {
    const { graph, widgetId } = workspace;
    const id = await held(graph, widgetId, null);
    expect(await reply(graph, id, 'Hello')).toEqual(asTyped('Hello'));
    expect(server.asked.map(({ body }) => body['q'])).not.toContain('Hello');
  });
});

describe('a translator that', () => {
  const cases = [
    ['answers 500 twice', [answerJson({}, 500), answerJson({}, 500)], 'The provider failed (HTTP 500).', 2],
    [
      'is busy for long',
      [answerJson({}, 429, { 'Retry-After': '120' })],
      'The provider takes no more calls for now (HTTP 429).',
      1,
    ],
    ['cuts off twice', [cutOff, cutOff], 'The connection was closed before the answer was complete.', 2],
    [
      'answers something else',
      [answerJson({ text: 'Hola' })],
      'The answer of the provider was not what its protocol says.',
      1,
    ],
    [
      'answers no JSON',
      [(response) => response.end('<html>')],
      'The answer of the provider was not what its protocol says.',
      1,
    ],
    [
      'answers what cannot be stored',
      [answerJson({ translatedText: 'a\0b' })],
      'The answer of the provider was not what its protocol says.',
      1,
    ],
    [
      'answers too much',
      [answerJson({ translatedText: 'x'.repeat(300_000) })],
      'The answer of the provider was too large.',
      1,
    ],
    [
      'refuses the key',
      [answerJson({ error: 'secret words' }, 403)],
      'The provider refused the key. Check TRANSLATE_API_KEY.',
      1,
    ],
    [
      'does not know the language',
      [answerJson({ error: 'es is not supported' }, 400)],
      'The provider refused the request (HTTP 400).',
      1,
    ],
    [
      'redirects',
      [answerJson({}, 302, { Location: 'http://169.254.169.254/' })],
      'The provider redirects (HTTP 302), which is not followed. Check its address.',
      1,
    ],
  ] satisfies [string, Behaviour[], string, number][];

  it.each(cases)('%s costs the translation alone, and says so', async (_, behaviours, error, tries) => {
    const { graph, widgetId } = workspace;
    const id = await held(graph, widgetId, 'es');
    server.behave(...behaviours);
    expect(await reply(graph, id, 'Good morning')).toEqual(asTyped('Good morning'));
    expect(await callsOf(graph)).toMatchObject([{ outcome: 'FAILED', error, tries, receivedChars: 0 }]);
    expect(server.asked).toHaveLength(tries);
  });

  it('answers 500 once, or asks for a moment, is asked once more', async () => {
    const { graph, widgetId } = workspace;
    const id = await held(graph, widgetId, 'es');
    server.behave(answerJson({}, 500));
    expect((await reply(graph, id, 'One')).content).toBe('[es] One');
    server.behave(answerJson({}, 429, { 'Retry-After': '1' }));
    const startedAt = performance.now();
    expect((await reply(graph, id, 'Two')).content).toBe('[es] Two');
    expect(performance.now() - startedAt).toBeGreaterThan(990);
    expect(await callsOf(graph)).toMatchObject([
      { tries: 2, error: null },
      { tries: 2, error: null },
    ]);
  });

  it('says nothing is waited for five seconds, and holds up nobody else’s writes', async () => {
    const { graph, widgetId } = workspace;
    const id = await held(graph, widgetId, 'es');
    server.become(silence);
    const waiting = reply(graph, id, 'Good morning');
    await expect.poll(() => server.asked.length).toBe(1);
    await graph.ask('mutation { createLead(input: { name: "Ada" }) { lead { id } } }');
    expect(await waiting).toEqual(asTyped('Good morning'));
    await expect
      .poll(async () => (await callsOf(graph))[0])
      .toMatchObject({ error: 'No complete answer came within 4.5 s.', tries: 1 });
  });

  it('has a certificate of its own is not believed', async () => {
    const secure = await openProviderServer(translating, { isSecure: true });
    const other = await openApp(secure.url);
    const { graph, widgetId } = await other.workspace();
    expect(await reply(graph, await held(graph, widgetId, 'es'), 'Good morning')).toEqual(asTyped('Good morning'));
    expect((await callsOf(graph))[0]?.error).toMatch('The certificate of the host is self-signed.');
    expect(secure.asked).toEqual([]);
    await other.close();
    await secure.close();
  });

  it('stands on a private address is called only where that is allowed', async () => {
    const other = await openApp(server.url, 'the key', []);
    const { graph, widgetId } = await other.workspace();
    expect(await reply(graph, await held(graph, widgetId, 'es'), 'Good morning')).toEqual(asTyped('Good morning'));
    expect((await callsOf(graph))[0]?.error).toMatch('OUTSIDE_ALLOWED_RANGES');
    expect(server.asked).toEqual([]);
    await other.close();
  });
});

describe('after what failed', () => {
  it('the provider is left alone, then tried by one call, and used again once that went well', async () => {
    const { graph, widgetId } = workspace;
    const id = await held(graph, widgetId, 'es');
    server.become(answerJson({}, 401));
    for (let count = 1; count <= 6; count += 1) await reply(graph, id, `Number ${count}`);
    expect(server.asked).toHaveLength(5);
    expect(await standing(graph)).toEqual({
      capability: 'TRANSLATION',
      state: 'FAILING',
      lastError: 'The provider refused the key. Check TRANSLATE_API_KEY.',
    });
    const ready = await fetch(`${app.url}/readyz`);
    expect([ready.status, await ready.json()]).toMatchObject([200, { providers: { TRANSLATION: 'FAILING' } }]);

    server.become(translating);
    expect(await reply(graph, id, 'Too early')).toEqual(asTyped('Too early'));
    clock.advance(31_000);
    expect((await reply(graph, id, 'In time')).content).toBe('[es] In time');
    expect((await reply(graph, id, 'As ever')).content).toBe('[es] As ever');
    expect(server.asked).toHaveLength(7);
    expect(await standing(graph)).toMatchObject({ state: 'CONNECTED', lastError: null });
  });

  it('a provider that asked to be left alone is, for as long; one workspace’s trouble is not another’s', async () => {
    const { graph, widgetId } = workspace;
    const id = await held(graph, widgetId, 'es');
    server.behave(answerJson({}, 429, { 'Retry-After': '600' }));
    await reply(graph, id, 'One');
    clock.advance(599_000);
    expect(await reply(graph, id, 'Two')).toEqual(asTyped('Two'));
    expect(server.asked).toHaveLength(1);
    const other = await app.workspace('Other');
    const theirs = await held(other.graph, other.widgetId, 'es');
    expect((await reply(other.graph, theirs, 'Three')).content).toBe('[es] Three');
    clock.advance(2000);
    expect((await reply(graph, id, 'Four')).content).toBe('[es] Four');
  });
});
