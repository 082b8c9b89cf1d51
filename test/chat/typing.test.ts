import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../../src/limits.ts';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import { createVisitor } from '../support/visitor.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { overServerSentEvents, overWebSocket } from '../live/product-client.ts';

const clock = createTestClock();
let app: TestApp;
let acme: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp({ clock });
  acme = await app.workspace();
});
afterAll(() => app.close());
// Each test tells as if nobody had written for a while.
beforeEach(() => clock.advance(limits.typingMs));

async function begin() {
  const visitor = createVisitor(app.url, acme.keys.widget);
  const { body } = await visitor.say('Hello');
  return { visitor, id: body.conversation_id, graphId: `cv_${body.conversation_id}` };
}

const takeOver = (id: string) =>
  acme.graph.ask('mutation ($id: ID!) { takeOverConversation(id: $id) { __typename } }', { id });

const tell = (id: string, isTyping?: boolean, graph = acme.graph) =>
  graph.send(
    'mutation ($id: ID!, $isTyping: Boolean) { tellTyping(conversationId: $id, isTyping: $isTyping) { isTyping } }',
    {
      id,
      isTyping,
    },
  );

const query = 'subscription ($id: ID!) { conversationTyping(conversationId: $id) { by isTyping } }';

/** Keeps what is told over one transport, once it follows. */
async function follow(id: string, transport: typeof overWebSocket = overWebSocket) {
  const told: unknown[] = [];
  const leaving = new AbortController();
  const answers = transport(app, acme.keys.graphql, { query, variables: { id } }, leaving.signal);
  const reading = (async () => {
    for await (const { data, errors } of answers) told.push(data?.['conversationTyping'] ?? errors);
  })().catch(() => undefined);
  // There is no saying that nothing was told yet: it follows once it hears of somebody.
  await expect
    .poll(() => {
      app.app.services.typing.tell({ orgId: acme.orgId, conversationId: id.slice(3), by: 'AI', isTyping: true });
      return told.length;
    })
    .toBeGreaterThan(0);
  told.length = 0;
  return {
    told,
    async leave() {
      leaving.abort();
      await reading;
    },
  };
}

describe('that the holder writes', () => {
  it('is told to the visitor between what happens, without an id', async () => {
    const { visitor, id, graphId } = await begin();
    const stream = await visitor.follow(id);
    await takeOver(graphId);
    expect((await tell(graphId)).data).toEqual({ tellTyping: { isTyping: true } });
    await expect.poll(() => stream.frames.length).toBe(2);
    await tell(graphId, false);
    await expect
      .poll(() => stream.frames.slice(1))
      .toEqual([
        { id: null, event: 'typing', data: { by: 'human', typing: true } },
        { id: null, event: 'typing', data: { by: 'human', typing: false } },
      ]);
    stream.leave();
  });

  it('is told to a page that opens while they do, and not once they are silent', async () => {
    const { visitor, id, graphId } = await begin();
    await takeOver(graphId);
    await tell(graphId);
    const early = await visitor.follow(id);
    await expect.poll(() => early.frames).toEqual([{ id: null, event: 'typing', data: { by: 'human', typing: true } }]);
    clock.advance(limits.typingMs);
    const late = await visitor.follow(id);
    await tell(graphId, false);
    await expect.poll(() => late.frames).toEqual([{ id: null, event: 'typing', data: { by: 'human', typing: false } }]);
    early.leave();
    late.leave();
  });

  it('is nobody else’s to tell', async () => {
    const { graphId } = await begin();
    const codes = async (graph = acme.graph) => (await tell(graphId, true, graph)).errors[0]?.extensions['code'];
    expect(await codes()).toBe('CONFLICT');
    await takeOver(graphId);
    expect(await codes()).toBeUndefined();
    expect(await codes(await acme.graphAs(['conversations:reply']))).toBe('CONFLICT');
    expect(await codes(await acme.graphAs(['conversations:read']))).toBe('FORBIDDEN');
  });

  it('leaves no event, no audit row and no new revision', async () => {
    const { graphId } = await begin();
    await takeOver(graphId);
    const counts = async () =>
      (
        await app.database.pool.query(
          'select position, revision, (select count(*) from audit_entries where org_id = $1) as audits from organisations where id = $1',
          [acme.orgId],
        )
      ).rows;
    const before = await counts();
    await tell(graphId);
    expect(await counts()).toEqual(before);
  });
});

describe('that the visitor writes', () => {
  it.each([
    ['a websocket', overWebSocket],
    ['server-sent events', overServerSentEvents],
  ])('is told to who follows over %s, and not to the visitor', async (_, transport) => {
    const { visitor, id, graphId } = await begin();
    const stream = await visitor.follow(id);
    const agent = await follow(graphId, transport);
    expect(await visitor.typing(id)).toMatchObject({ status: 200, body: { conversation_id: id, typing: true } });
    await expect.poll(() => agent.told).toEqual([{ by: 'VISITOR', isTyping: true }]);
    await visitor.typing(id, false);
    await expect.poll(() => agent.told.at(-1)).toEqual({ by: 'VISITOR', isTyping: false });
    await takeOver(graphId);
    await expect.poll(() => stream.frames.some(({ event }) => event === 'status')).toBe(true);
    expect(stream.frames.filter(({ event, data }) => event === 'typing' && data['by'] === 'visitor')).toEqual([]);
    stream.leave();
    await agent.leave();
  });

  it('is passed on once a second, however often it is told', async () => {
    const { visitor, id, graphId } = await begin();
    const agent = await follow(graphId);
    for (let n = 0; n < 5; n += 1) await visitor.typing(id);
    clock.advance(1000);
    await visitor.typing(id);
    await expect.poll(() => agent.told).toHaveLength(2);
    await visitor.typing(id, false);
    await expect.poll(() => agent.told).toHaveLength(3);
    await agent.leave();
  });

  it('is for who shows its token alone, and costs nobody their word', async () => {
    const { visitor, id } = await begin();
    const stranger = createVisitor(app.url, acme.keys.widget);
    expect((await stranger.typing(id)).status).toBe(404);
    for (let n = 0; n < 70; n += 1) expect((await visitor.typing(id)).status).toBe(200);
    expect((await visitor.say('Here', id)).status).toBe(201);
  });
});

it('what is told in one conversation is told in no other', async () => {
  const [one, other] = [await begin(), await begin()];
  const agent = await follow(other.graphId);
  await one.visitor.typing(one.id);
  await other.visitor.typing(other.id);
  await expect.poll(() => agent.told).toEqual([{ by: 'VISITOR', isTyping: true }]);
  await agent.leave();
});
