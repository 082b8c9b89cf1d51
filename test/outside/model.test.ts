import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import type { GraphClient } from '../support/graph-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { breakingOff, chunk, endless, openChatCompletions, saying, streaming } from './chat-completions-server.ts';
import { answerJson, type Behaviour, openProviderServer, type ProviderServer, silence } from './provider-server.ts';

const clock = createTestClock();
let app: TestApp;
let server: ProviderServer;
let workspace: TestWorkspace;

const openApp = (baseUrl: string, apiKey = 'the key') =>
  startTestApp({
    clock,
    outside: { translate: null, model: { baseUrl, apiKey, model: 'gpt-oss', readsLeads: false } },
    outsideAllowedRanges: ['127.0.0.0/8'],
  });

beforeAll(async () => {
  server = await openChatCompletions();
  app = await openApp(server.url);
});
afterAll(async () => {
  await app.close();
  await server.close();
});
beforeEach(async () => {
  server.become(saying('We sell oak kitchens.'));
  server.behave();
  workspace = await app.workspace();
  server.asked.length = 0;
});

type Sent = {
  conversation: { id: string; waitingSince: string | null };
  reply: { content: string; role: string } | null;
};

const say = async (
  { graph, widgetId }: Pick<TestWorkspace, 'graph' | 'widgetId'>,
  message: string,
  more: { conversationId?: string; visitor?: object } = {},
) =>
  (
    await graph.ask<{ sendVisitorMessage: Sent }>(
      `mutation ($w: ID!, $input: SendVisitorMessageInput!) { sendVisitorMessage(widgetId: $w, input: $input) {
        conversation { id waitingSince } reply { content role } } }`,
      { w: widgetId, input: { message, ...more } },
    )
  ).sendVisitorMessage;

const teach = (graph: GraphClient, id: string, input: object) =>
  graph.ask(
    'mutation ($id: ID!, $input: UpdateWidgetInput!) { updateWidget(id: $id, input: $input) { widget { id } } }',
    { id, input },
  );

const callsOf = async (graph: GraphClient) =>
  (
    await graph.ask<{ providerCalls: { nodes: { outcome: string; error: string | null; tries: number }[] } }>(
      '{ providerCalls(capability: MODEL) { nodes { outcome error tries } } }',
    )
  ).providerCalls.nodes;

const promptOf = (index: number) =>
  z.array(z.object({ role: z.string(), content: z.string() })).parse(server.asked[index]?.body['messages']);

const waitingSince = async (graph: GraphClient, id: string) =>
  (
    await graph.ask<{ conversation: { waitingSince: string | null } }>(
      'query ($id: ID!) { conversation(id: $id) { waitingSince } }',
      { id },
    )
  ).conversation.waitingSince;

const byRules = /automated assistant\. It follows fixed rules/;

describe('a model', () => {
  it('answers from the widget’s text and the conversation, and is asked for nothing else', async () => {
    const { graph, widgetId } = workspace;
    await teach(graph, widgetId, { knowledge: 'We sell oak kitchens from 9,000 euros.' });
    const visitor = { name: 'Ada Lovelace', email: 'ada@secret.test' };
    const first = await say(workspace, 'What do you sell?', { visitor });
    expect(first.reply).toEqual({ content: 'We sell oak kitchens.', role: 'AI' });
    const { id } = first.conversation;
    await graph.ask(
      `mutation ($id: ID!) { updateLead(id: $id, input: { phone: "+33 1 99 00 12 34", company: "Hidden Corp" }) { lead { id } } }`,
      {
        id: (
          await graph.ask<{ conversation: { leadId: string } }>(
            'query ($id: ID!) { conversation(id: $id) { leadId } }',
            { id },
          )
        ).conversation.leadId,
      },
    );
    await say(workspace, 'How much?', { conversationId: id });

    const asked = server.asked.at(-1);
    expect(asked?.path).toBe('/v1/chat/completions');
    expect(asked?.body).toMatchObject({ model: 'gpt-oss', stream: true, max_tokens: 700 });
    expect(asked?.body).not.toHaveProperty('tools');
    const [system, ...said] = promptOf(1);
    expect(system).toMatchObject({ role: 'system', content: expect.stringContaining('from 9,000 euros') });
    expect(said).toEqual([
      { role: 'user', content: 'What do you sell?' },
      { role: 'assistant', content: 'We sell oak kitchens.' },
      { role: 'user', content: 'How much?' },
    ]);
    expect(JSON.stringify(asked?.body)).not.toMatch(/Lovelace|secret\.test|99 00 12 34|Hidden Corp/);
    const calls = await callsOf(graph);
    expect(calls).toMatchObject([{ outcome: 'SUCCEEDED' }, { outcome: 'SUCCEEDED' }]);
  });

  it('says what it does not know, and has the visitor wait for a person', async () => {
    server.become(saying('I do not know that; a person will answer here.\n[[TEAM]]'));
    const sent = await say(workspace, 'Do you deliver to Oslo?');
    expect(sent.reply?.content).toBe('I do not know that; a person will answer here.');
    expect(await waitingSince(workspace.graph, sent.conversation.id)).toBe(clock.now().toISOString());
    server.become(saying('[[TEAM]]'));
    expect((await say(workspace, 'And to Bergen?')).reply?.content).toMatch('a person on the team');
  });

  it('that it does not know makes one task for the team, until that is done', async () => {
    const { graph } = workspace;
    const tasks = async () =>
      (
        await graph.ask<{ tasks: { nodes: { id: string; title: string; status: string }[] } }>(
          '{ tasks { nodes { id title status } } }',
        )
      ).tasks.nodes;
    await say(workspace, 'What do you sell?');
    expect(await tasks()).toEqual([]);
    server.become(saying('I do not know that.\n[[TEAM]]'));
    const { id } = (await say(workspace, 'Do you deliver to Oslo?')).conversation;
    await say(workspace, 'And to Bergen?', { conversationId: id });
    const [task, ...more] = await tasks();
    expect([task, more]).toMatchObject([
      { title: 'Answer the visitor, who waits for a person', status: 'PENDING' },
      [],
    ]);
    await graph.ask('mutation ($id: ID!) { updateTask(id: $id, input: { status: COMPLETED }) { task { id } } }', {
      id: task?.id,
    });
    await say(workspace, 'And to Trondheim?', { conversationId: id });
    expect((await tasks()).map(({ status }) => status).toSorted()).toEqual(['COMPLETED', 'PENDING']);
  });

  it('is silent while somebody holds the conversation, and what it says after a takeover is dropped', async () => {
    const { graph } = workspace;
    const { id } = (await say(workspace, 'Hello')).conversation;
    let answerNow: () => void = () => undefined;
    server.become((response, request) => void (answerNow = () => saying('Too late.')(response, request)));
    const asking = say(workspace, 'Are you there?', { conversationId: id });
    await expect.poll(() => server.asked.length).toBe(2);
    await graph.ask('mutation ($id: ID!) { takeOverConversation(id: $id) { conversation { id } } }', { id });
    answerNow();
    expect((await asking).reply).toBeNull();
    await say(workspace, 'Hello?', { conversationId: id });
    expect(server.asked).toHaveLength(2);
    const { conversation } = await graph.ask<{ conversation: { transcript: { content: string }[] } }>(
      'query ($id: ID!) { conversation(id: $id) { transcript { content } } }',
      { id },
    );
    expect(conversation.transcript.map(({ content }) => content)).toEqual([
      'Hello',
      'We sell oak kitchens.',
      'Are you there?',
      'Hello?',
    ]);
  });
});

describe('where a model fails, the rules answer:', () => {
  const other = (delta: object, finish: string) => streaming(chunk(delta, finish), 'data: [DONE]\n\n');
  const closed = 'The connection was closed before the answer was complete.';
  const malformed = 'The answer of the provider was not what its protocol says.';
  const tooLarge = 'The answer of the provider was too large.';
  const cases = [
    ['500 twice', [answerJson({}, 500), answerJson({}, 500)], 'The provider failed (HTTP 500).'],
    [
      'busy for long',
      [answerJson({}, 429, { 'Retry-After': '60' })],
      'The provider takes no more calls for now (HTTP 429).',
    ],
    [
      'a refused key',
      [answerJson({ error: { message: 'sk-… is wrong' } }, 401)],
      'The provider refused the key. Check AI_API_KEY.',
    ],
    ['an unknown model', [answerJson({}, 404)], 'The provider has no such address or model (HTTP 404).'],
    ['cut off twice', [breakingOff, breakingOff], closed],
    ['ended without an end twice', [streaming(chunk({ content: 'We' })), streaming(chunk({ content: 'We' }))], closed],
    [
      'an error in the middle twice',
      [streaming('data: {"error":{"message":"x"}}\n\n'), streaming('data: {"error":1}\n\n')],
      'The provider broke off its answer.',
    ],
    ['no JSON', [streaming('data: {"choices":[{"delta":\n\n')], malformed],
    ['another shape', [streaming('data: {"choices":"none"}\n\n')], malformed],
    ['no words', [other({ content: ' \n ' }, 'stop')], malformed],
    [
      'a call of a tool',
      [other({ tool_calls: [{ index: 0, function: { name: 'rm', arguments: '{}' } }] }, 'tool_calls')],
      malformed,
    ],
    ['a huge answer', [streaming(chunk({ content: 'x'.repeat(5000) }), 'data: [DONE]\n\n')], tooLarge],
    ['a line without an end', [streaming(`data: ${'x'.repeat(600_000)}`)], tooLarge],
    ['an endless one', [endless], tooLarge],
    [
      'a page',
      [(response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<script>alert(1)</script>')],
      closed,
    ],
  ] satisfies [string, Behaviour[], string][];

  it.each(cases)('%s', async (_, behaviours, error) => {
    server.become(behaviours.at(-1) ?? silence);
    server.behave(...behaviours);
    const sent = await say(workspace, 'Hello, what do you sell?');
    expect(sent.reply?.content).toMatch(byRules);
    expect(await callsOf(workspace.graph)).toMatchObject([{ outcome: 'FAILED', error }]);
  });

  it('silence for eighteen seconds', { timeout: 60_000 }, async () => {
    server.become(silence);
    expect((await say(workspace, 'Hello')).reply?.content).toMatch(byRules);
    expect(await callsOf(workspace.graph)).toMatchObject([{ error: 'No complete answer came within 18 s.' }]);
  });

  it('a certificate of its own', async () => {
    const secure = await openProviderServer(saying('Hi'), { isSecure: true });
    const own = await openApp(secure.url);
    const theirs = await own.workspace();
    expect((await say(theirs, 'Hello')).reply?.content).toMatch(byRules);
    expect((await callsOf(theirs.graph))[0]?.error).toMatch('The certificate of the host is self-signed.');
    expect(secure.asked).toEqual([]);
    await own.close();
    await secure.close();
  });

  it('once it was cut off, it is asked again, and what it says then stands', async () => {
    server.behave(breakingOff);
    expect((await say(workspace, 'Hello')).reply?.content).toBe('We sell oak kitchens.');
    expect(await callsOf(workspace.graph)).toMatchObject([{ outcome: 'SUCCEEDED', tries: 2 }]);
  });
});

it('what a model says is text: markup stays as it was written, control characters go, a cut answer says so', async () => {
  server.become(saying('<img src=x onerror=alert(1)>\u0007 [[TEAM]]<script>\u0000'));
  expect((await say(workspace, 'Hello')).reply?.content).toBe('<img src=x onerror=alert(1)> <script>');
  server.become(streaming(chunk({ content: 'We sell' }), chunk({}, 'length'), 'data: [DONE]\n\n'));
  expect((await say(workspace, 'Hello')).reply?.content).toBe('We sell …');
});

describe('the tokens of a day', () => {
  const tokensOf = async ({ graph }: TestWorkspace) =>
    (
      await graph.ask<{ widgets: { nodes: { modelTokensPerDay: number; modelTokensToday: number }[] } }>(
        '{ widgets { nodes { modelTokensPerDay modelTokensToday } } }',
      )
    ).widgets.nodes[0];

  it('are counted as the provider says, by widget, and end with the day', async () => {
    expect(await tokensOf(workspace)).toEqual({ modelTokensPerDay: 200_000, modelTokensToday: 0 });
    await say(workspace, 'Hello');
    await say(workspace, 'Hello');
    expect(await tokensOf(workspace)).toMatchObject({ modelTokensToday: 642 });
    server.become(answerJson({}, 400));
    await say(workspace, 'Hello');
    expect(await tokensOf(workspace)).toMatchObject({ modelTokensToday: 642 });
    clock.advance(24 * 60 * 60 * 1000);
    expect(await tokensOf(workspace)).toMatchObject({ modelTokensToday: 0 });
  });

  it('end with the widget’s budget, however many ask at once; then the rules answer', async () => {
    await teach(workspace.graph, workspace.widgetId, { modelTokensPerDay: 3000 });
    server.become(saying('We sell oak kitchens.', 1300));
    const sent = await Promise.all(Array.from({ length: 6 }, () => say(workspace, 'Hello')));
    const asked = server.asked.length;
    expect(asked).toBe(2);
    expect(sent.filter(({ reply }) => byRules.test(reply?.content ?? ''))).toHaveLength(6 - asked);
    expect(await tokensOf(workspace)).toMatchObject({ modelTokensToday: 2600 });
    await teach(workspace.graph, workspace.widgetId, { modelTokensPerDay: 0 });
    expect((await say(workspace, 'Hello')).reply?.content).toMatch(byRules);
    expect(server.asked).toHaveLength(asked);
  });

  it('end with the workspace’s budget, which staff sets', async () => {
    const { graph, orgId } = workspace;
    await graph.ask(
      `mutation ($id: ID!) { setOutsideCapabilities(organisationId: $id, capabilities: [MODEL], modelTokensPerDay: 500) {
        organisation { id modelTokensPerDay } } }`,
      { id: `org_${orgId}` },
    );
    expect((await say(workspace, 'Hello')).reply?.content).toMatch(byRules);
    expect(server.asked).toEqual([]);
    expect(await tokensOf(workspace)).toMatchObject({ modelTokensToday: 0 });
  });

  it('that cannot be settled cost no answer', async () => {
    const { pool } = app.database;
    await pool.query(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'planned'; end $$;
      create trigger refuse before update on model_usage for each row when (new.tokens < old.tokens) execute function refuse()`);
    const sent = await say(workspace, 'Hello');
    await pool.query('drop function refuse cascade');
    expect(sent.reply?.content).toBe('We sell oak kitchens.');
  });
});
