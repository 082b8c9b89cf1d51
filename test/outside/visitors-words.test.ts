import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import type { GraphClient } from '../support/graph-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { openLibreTranslate, translating } from './libre-translate-server.ts';
import { answerJson, cutOff, openProviderServer, type ProviderServer, silence } from './provider-server.ts';

const clock = createTestClock();
let app: TestApp;
let server: ProviderServer;
let workspace: TestWorkspace;

beforeAll(async () => {
  server = await openLibreTranslate();
  app = await startTestApp({
    clock,
    keepAnswers: true,
    outside: { translate: { url: server.url, apiKey: 'the key' } },
    outsideAllowedRanges: ['127.0.0.0/8'],
  });
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

type Message = {
  id: string;
  content: string;
  originalContent: string;
  language: string | null;
  translated: boolean;
  translation: { language: string; content: string } | null;
  awaitsTranslation: boolean;
};
type Sent = { conversation: { id: string }; message: { id: string } };

const facts = 'id content originalContent language translated translation { language content } awaitsTranslation';

const say = async ({ graph, widgetId }: TestWorkspace, message: string, language: string | null = null) =>
  (
    await graph.ask<{ sendVisitorMessage: Sent }>(
      `mutation ($w: ID!, $message: String!, $visitor: VisitorInput) {
        sendVisitorMessage(widgetId: $w, input: { message: $message, visitor: $visitor }) { conversation { id } message { id } } }`,
      { w: widgetId, message, visitor: language && { language } },
    )
  ).sendVisitorMessage;

const readMessage = async (graph: GraphClient, id: string) =>
  (await graph.ask<{ node: Message }>(`query ($id: ID!) { node(id: $id) { ... on Message { ${facts} } } }`, { id }))
    .node;

const waitFor = async (graph: GraphClient, id: string) =>
  (
    await graph.ask<{ node: Pick<Message, 'translation'> }>(
      'query ($id: ID!) { node(id: $id) { ... on Message { translation(wait: true) { language content } } } }',
      { id },
    )
  ).node.translation;

const languageOf = async (graph: GraphClient, id: string) =>
  (
    await graph.ask<{ conversation: { language: string | null } }>(
      'query ($id: ID!) { conversation(id: $id) { language } }',
      { id },
    )
  ).conversation.language;

const hello = '(es) Hola, busco una cocina de roble';

describe('what a visitor writes', () => {
  it('is kept as typed, put into the agents’ language, and tells theirs where no page did', async () => {
    const { graph } = workspace;
    const { message, conversation } = await say(workspace, hello);
    await expect.poll(() => readMessage(graph, message.id)).toMatchObject({ awaitsTranslation: false });
    expect(await readMessage(graph, message.id)).toEqual({
      id: message.id,
      content: hello,
      originalContent: hello,
      language: 'es',
      translated: false,
      translation: { language: 'en', content: `[en] ${hello}` },
      awaitsTranslation: false,
    });
    expect(await languageOf(graph, conversation.id)).toBe('es');
    expect(server.asked.map(({ body }) => [body['q'], body['target']])).toEqual([[hello, 'en']]);
  });

  it('needs none where it is in the agents’ language, whatever the page says of its own', async () => {
    const { graph } = workspace;
    const { message, conversation } = await say(workspace, 'Where can I see your kitchens?', 'fr');
    await expect.poll(() => readMessage(graph, message.id)).toMatchObject({ awaitsTranslation: false });
    expect(await readMessage(graph, message.id)).toMatchObject({ translation: null, language: 'en' });
    expect(await languageOf(graph, conversation.id)).toBe('fr');
  });

  it('is translated on a page in the agents’ language too, where it is long enough to tell', async () => {
    const { graph } = workspace;
    const { message } = await say(workspace, hello, 'en');
    expect(await waitFor(graph, message.id)).toEqual({ language: 'en', content: `[en] ${hello}` });
    const short = await say(workspace, 'ok', 'en');
    expect(await readMessage(graph, short.message.id)).toMatchObject({ translation: null, awaitsTranslation: false });
    expect(server.asked).toHaveLength(1);
  });

  it('of a word or two tells no language', async () => {
    const { graph } = workspace;
    const { message, conversation } = await say(workspace, '(es) no');
    expect(await waitFor(graph, message.id)).toEqual({ language: 'en', content: '[en] (es) no' });
    expect(await languageOf(graph, conversation.id)).toBe(null);
  });

  it('is put into the language that the workspace says', async () => {
    const { graph } = workspace;
    await graph.ask(
      'mutation { setUpWorkspace(input: { organisation: { agentLanguage: "de-CH" } }) { organisation { agentLanguage } } }',
    );
    const { message } = await say(workspace, hello);
    expect(await waitFor(graph, message.id)).toEqual({ language: 'de-CH', content: `[de] ${hello}` });
    await expect(
      graph.ask('mutation { setUpWorkspace(input: { organisation: { agentLanguage: "the German" } }) { movedLeads } }'),
    ).rejects.toThrow('must be a language tag');
  });

  it('is asked for once, by however many it is read at once', async () => {
    const { graph } = workspace;
    const { message } = await say(workspace, hello);
    const read = await Promise.all(Array.from({ length: 5 }, () => waitFor(graph, message.id)));
    expect(new Set(read.map((one) => one?.content))).toEqual(new Set([`[en] ${hello}`]));
    expect(server.asked).toHaveLength(1);
  });

  it('leaves for no translator where the workspace may use none', async () => {
    const { orgId, graph } = workspace;
    await app.database.prisma.organisation.update({ where: { id: orgId }, data: { outsideCapabilities: [] } });
    const { message } = await say(workspace, hello);
    expect(await waitFor(graph, message.id)).toBe(null);
    expect(await readMessage(graph, message.id)).toMatchObject({ awaitsTranslation: false });
    expect(server.asked).toEqual([]);
  });
});

describe('a translator that fails', () => {
  const failures = {
    'answers 500': answerJson({}, 500),
    'is busy': answerJson({}, 429, { 'Retry-After': '120' }),
    'cuts off': cutOff,
    'refuses the key': answerJson({}, 403),
    'answers something else': answerJson({ text: 'Hello' }),
  };

  it.each(Object.entries(failures))(
    'and %s costs nothing but the translation, which is made when it is read later',
    async (_, failing) => {
      const { graph } = workspace;
      server.become(failing);
      const { message, conversation } = await say(workspace, hello);
      expect(await waitFor(graph, message.id)).toBe(null);
      expect(await readMessage(graph, message.id)).toMatchObject({ content: hello, awaitsTranslation: true });
      server.become(translating);
      clock.advance(3_600_000);
      expect(await waitFor(graph, message.id)).toEqual({ language: 'en', content: `[en] ${hello}` });
      expect(await languageOf(graph, conversation.id)).toBe('es');
    },
  );

  it('is asked by a read that does not wait for it too', async () => {
    const { graph } = workspace;
    server.become(answerJson({ error: 'down' }, 502));
    const { message } = await say(workspace, hello);
    expect(await waitFor(graph, message.id)).toBe(null);
    server.become(translating);
    clock.advance(3_600_000);
    await expect
      .poll(async () => (await readMessage(graph, message.id)).translation)
      .toEqual({ language: 'en', content: `[en] ${hello}` });
  });

  it('does not know the language is not asked for the same again at once', async () => {
    const { graph } = workspace;
    server.become(answerJson({ error: 'xx is not supported' }, 400));
    const { message } = await say(workspace, hello);
    for (let count = 0; count < 4; count += 1) expect(await waitFor(graph, message.id)).toBe(null);
    expect(server.asked).toHaveLength(1);
  });

  it('has a certificate of its own is not believed, and is told to the operator', async () => {
    const secure = await openProviderServer(translating, { isSecure: true });
    const other = await startTestApp({
      clock,
      outside: { translate: { url: secure.url, apiKey: 'the key' } },
      outsideAllowedRanges: ['127.0.0.0/8'],
    });
    const theirs = await other.workspace();
    const { message } = await say(theirs, hello);
    expect(await waitFor(theirs.graph, message.id)).toBe(null);
    expect(await readMessage(theirs.graph, message.id)).toMatchObject({
      content: hello,
      translation: null,
      awaitsTranslation: true,
    });
    const { providerCalls } = await theirs.graph.ask<{ providerCalls: { nodes: { error: string; tries: number }[] } }>(
      '{ providerCalls(capability: TRANSLATION) { nodes { error tries } } }',
    );
    expect(providerCalls.nodes[0]).toEqual({
      error: expect.stringMatching('The certificate of the host is self-signed.'),
      tries: 1,
    });
    expect(secure.asked).toEqual([]);
    await other.close();
    await secure.close();
  });

  it('says nothing holds up neither the visitor nor who else writes', async () => {
    const { graph } = workspace;
    server.become(silence);
    const startedAt = performance.now();
    const { message } = await say(workspace, hello);
    await graph.ask('mutation { createLead(input: { name: "Ada" }) { lead { id } } }');
    expect(performance.now() - startedAt).toBeLessThan(3000);
    expect(await readMessage(graph, message.id)).toMatchObject({
      content: hello,
      translation: null,
      awaitsTranslation: true,
    });
    expect(await waitFor(graph, message.id)).toBe(null);
  });
});
