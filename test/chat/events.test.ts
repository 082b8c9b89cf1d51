import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { originCursor } from '../../src/events/cursor.ts';
import { limits } from '../../src/limits.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { type ChatStream, createVisitor, type Visitor } from '../support/visitor.ts';
import type { TestWorkspace } from '../support/workspace.ts';

let app: TestApp;
let acme: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  acme = await app.workspace();
});
afterAll(() => app.close());

const newVisitor = () => createVisitor(app.url, acme.keys.widget);

async function begin(visitor: Visitor = newVisitor()) {
  const { body } = await visitor.say('Hello');
  const { cursor } = (await visitor.messages(body.conversation_id)).body;
  return { visitor, id: body.conversation_id, cursor };
}

const act = async (id: string, action: string, body?: object) => {
  const { status } = await acme.quincer.send('POST', `/api/v1/conversations/${id}/${action}`, body);
  expect(status).toBeLessThan(300);
};

const close = (id: string) => acme.graph.ask(`mutation { closeConversation(id: "cv_${id}") { conversation { id } } }`);

/** Waits for so many events. */
async function framesOf(stream: ChatStream, count: number) {
  await expect.poll(() => stream.frames.length).toBeGreaterThanOrEqual(count);
  return stream.frames;
}

const inShort = ({ frames }: Pick<ChatStream, 'frames'>) =>
  frames.map(({ event, data }) => [event, data['content'] ?? data['status'] ?? data['code']]);

describe('a visitor’s stream', () => {
  it('tells of what they say, of what the AI and people answer, and of who answers', async () => {
    const { visitor, id } = await begin();
    const stream = await visitor.follow(id);
    expect(Object.fromEntries(stream.headers)).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'private, no-store',
      'x-accel-buffering': 'no',
    });
    await visitor.say('Is somebody there?', id);
    await act(id, 'takeover');
    await act(id, 'reply', { message: 'I am' });
    await act(id, 'handback');
    await close(id);
    await framesOf(stream, 7);
    const { data } = (await visitor.messages(id)).body;
    const agent = { name: 'Quincer', type: 'api_key', avatar_url: null };
    expect(stream.frames.map(({ event, data: told }) => [event, told])).toEqual([
      ['message', data[2]],
      ['status', { status: 'active', agent: null, waiting: true }],
      ['message', data[3]],
      ['status', { status: 'human_active', agent, waiting: true }],
      ['message', data[4]],
      ['status', { status: 'active', agent: null, waiting: false }],
      ['status', { status: 'closed', agent: null, waiting: false }],
    ]);
    expect(data.map(({ role }) => role)).toEqual(['visitor', 'ai', 'visitor', 'ai', 'human']);
    const { rows } = await app.database.pool.query<{ id: string }>(
      "select id from events where conversation_id = $1 and type <> 'task.created' order by position offset 2",
      [id],
    );
    expect(stream.frames.flatMap((frame) => frame.id ?? [])).toEqual(rows.map((row) => row.id));
    stream.leave();
  });

  it('goes on behind the cursor of the messages, or the last event that came, which counts for more', async () => {
    const { visitor, id, cursor } = await begin();
    await act(id, 'takeover');
    for (const message of ['one', 'two']) await act(id, 'reply', { message });
    const first = await visitor.follow(id, `?after=${cursor}`);
    await framesOf(first, 3);
    first.leave();
    const headers = { 'last-event-id': first.frames[1]?.id ?? '' };
    const again = await visitor.follow(id, `?after=${cursor}`, { headers });
    await act(id, 'reply', { message: 'three' });
    await framesOf(again, 2);
    expect(inShort(again)).toEqual([
      ['message', 'two'],
      ['message', 'three'],
    ]);
    again.leave();
  });

  it.each([
    ['of it', false],
    ['that is kept', true],
  ])('that is cut off before the first event %s is gone on with behind the id it began with', async (_, pruned) => {
    const { visitor, id } = await begin();
    if (pruned) await app.database.pool.query('delete from events where org_id = $1', [acme.orgId]);
    const cut = await visitor.follow(id);
    await expect.poll(() => cut.text()).toMatch(/^id: /m);
    cut.leave();
    await cut.ended;
    expect(cut.frames).toEqual([]);
    await act(id, 'takeover');
    await act(id, 'reply', { message: 'While you were away' });
    const lastEventId = /^id: (.*)$/m.exec(cut.text())?.[1] ?? '';
    const again = await visitor.follow(id, '', { headers: { 'last-event-id': lastEventId } });
    await act(id, 'reply', { message: 'And now' });
    await framesOf(again, 3);
    expect(inShort(again)).toEqual([
      ['status', 'human_active'],
      ['message', 'While you were away'],
      ['message', 'And now'],
    ]);
    again.leave();
  });

  it('replays all that is kept of the conversation from the beginning, however much happened elsewhere between', async () => {
    const { visitor, id } = await begin();
    for (let n = 0; n < 100; n += 1)
      await acme.graph.ask('mutation { createLead(input: { name: "Ada" }) { lead { id } } }');
    await act(id, 'takeover');
    const stream = await visitor.follow(id, `?after=${originCursor}`);
    await framesOf(stream, 3);
    expect(inShort(stream).map(([event]) => event)).toEqual(['message', 'message', 'status']);
    stream.leave();
  });

  it('hears nothing of other conversations, also not of one with the same token', async () => {
    const visitor = newVisitor();
    const [mine, other] = [await begin(visitor), await begin(visitor)];
    const stream = await visitor.follow(mine.id);
    await visitor.say('Not here', other.id);
    await (await begin()).visitor.say('Nor here', (await begin()).id);
    await visitor.say('Here', mine.id);
    await framesOf(stream, 2);
    expect(stream.frames.map(({ data }) => data['conversation_id'])).toEqual([mine.id, mine.id]);
    stream.leave();
  });

  it('hears of a closed conversation that it is open again by the visitor’s own message', async () => {
    const { visitor, id } = await begin();
    await close(id);
    const stream = await visitor.follow(id);
    expect((await visitor.say('One more thing', id)).body.status).toBe('active');
    await framesOf(stream, 1);
    expect(inShort(stream)[0]).toEqual(['message', 'One more thing']);
    stream.leave();
  });
});

describe('an event to go on after', () => {
  const ended = [{ id: null, event: 'error', data: { code: 'CURSOR_EXPIRED' } }];

  it.each(['evt_00000000000000ff', 'evt_1', 'x'])('that is none ends the stream: %s', async (after) => {
    const { visitor, id } = await begin();
    const stream = await visitor.follow(id, `?after=${after}`);
    await stream.ended;
    expect([stream.status, stream.frames]).toEqual([200, ended]);
  });

  it('that is of another conversation, the visitor’s own or not, ends it as one that is none', async () => {
    const visitor = newVisitor();
    const [mine, own, strange] = [await begin(visitor), await begin(visitor), await begin()];
    for (const { cursor } of [own, strange]) {
      const stream = await visitor.follow(mine.id, '', { headers: { 'last-event-id': cursor } });
      await stream.ended;
      expect(stream.frames).toEqual(ended);
    }
  });

  it('that is kept no more ends it', async () => {
    const { visitor, id, cursor } = await begin();
    await act(id, 'takeover');
    await app.database.pool.query(
      'delete from events where org_id = $1 and position <= (select position from events where org_id = $1 and id = $2)',
      [acme.orgId, cursor],
    );
    const stream = await visitor.follow(id, `?after=${cursor}`);
    await stream.ended;
    expect(stream.frames).toEqual(ended);
  });
});

describe('somebody else', () => {
  it('is told that there is no such conversation', async () => {
    const { visitor, id } = await begin();
    const elsewhere = await app.workspace();
    for (const [key, token] of [
      [acme.keys.widget, null],
      [acme.keys.widget, (await begin()).visitor.token],
      [elsewhere.keys.widget, visitor.token],
    ] as const) {
      const stream = await createVisitor(app.url, key, token).follow(id);
      expect([stream.status, stream.headers.get('content-type')]).toEqual([404, 'application/json; charset=utf-8']);
    }
  });
});

describe('a stream ends', () => {
  const told = (code: string) => [{ id: null, event: 'error', data: { code } }];

  it('when the widget’s key is revoked, and when the widget is deleted', async () => {
    for (const end of ['deleteWidget', 'revokeApiKey']) {
      const made = await acme.graph.ask<{ createWidget: { widget: { id: string }; key: string } }>(
        'mutation { createWidget(input: { name: "Short-lived", allowedOrigins: ["*"] }) { widget { id } key } }',
      );
      const { widget, key } = made.createWidget;
      const { rows } = await app.database.pool.query<{ id: string }>('select id from api_keys where widget_id = $1', [
        widget.id.slice('wdg_'.length),
      ]);
      const { visitor, id } = await begin(createVisitor(app.url, key));
      const stream = await visitor.follow(id);
      const subject = end === 'deleteWidget' ? widget.id : `key_${rows[0]?.id}`;
      await acme.graph.ask(`mutation { ${end}(id: "${subject}") { __typename } }`);
      await stream.ended;
      expect(stream.frames).toEqual(told('UNAUTHENTICATED'));
    }
  });

  it('when the widget does not list its page any more; one of no page, or of another that it lists, goes on', async () => {
    const made = await acme.graph.ask<{ createWidget: { widget: { id: string }; key: string } }>(
      'mutation { createWidget(input: { name: "Moved", allowedOrigins: ["https://a.example", "https://b.example"] }) { widget { id } key } }',
    );
    const { widget, key } = made.createWidget;
    const { visitor, id } = await begin(createVisitor(app.url, key));
    const from = (origin: string) => visitor.follow(id, '', { headers: { origin } });
    const [a, b, none] = [await from('https://a.example'), await from('https://b.example'), await visitor.follow(id)];
    expect(a.headers.get('access-control-allow-origin')).toBe('https://a.example');
    await acme.graph.ask(
      `mutation { updateWidget(id: "${widget.id}", input: { allowedOrigins: ["https://b.example"] }) { __typename } }`,
    );
    await a.ended;
    expect(a.frames).toEqual(told('FORBIDDEN'));
    await visitor.say('Still here', id);
    for (const stream of [b, none]) {
      await framesOf(stream, 2);
      expect(inShort(stream)[0]).toEqual(['message', 'Still here']);
      stream.leave();
    }
    expect((await from('https://a.example')).status).toBe(403);
  });

  it('with the server, silently, so that who comes back goes on', async () => {
    const other = await startTestApp();
    const { keys } = await other.workspace();
    const visitor = createVisitor(other.url, keys.widget);
    const { body } = await visitor.say('Hello');
    const stream = await visitor.follow(body.conversation_id);
    await other.close();
    await stream.ended;
    expect([stream.frames, stream.text()]).toEqual([
      [],
      expect.stringMatching(/^: open\nretry: 1000\nid: evt_[0-9a-f]{16}\n\n/),
    ]);
  });
});

describe('places', () => {
  it('of one conversation are ten: the next is told to wait, and one that left makes room', async () => {
    const { visitor, id } = await begin();
    const streams = [];
    for (let n = 0; n < limits.visitorStreamsPerConversation; n += 1) streams.push(await visitor.follow(id));
    const refused = await visitor.follow(id);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '15']);
    await refused.ended;
    expect(refused.text()).toContain('Too many streams of this conversation are open.');
    const other = await begin();
    const elsewhere = await other.visitor.follow(other.id);
    expect(elsewhere.status).toBe(200);
    streams[0]?.leave();
    await expect
      .poll(async () => {
        const again = await visitor.follow(id);
        again.leave();
        return again.status;
      })
      .toBe(200);
    for (const stream of [...streams, elsewhere]) stream.leave();
  });

  it('are not held by HEAD', async () => {
    const { visitor, id } = await begin();
    const headers = { authorization: `Bearer ${acme.keys.widget}`, 'visitor-token': visitor.token ?? '' };
    for (let n = 0; n < limits.visitorStreamsPerConversation + 1; n += 1) {
      const { status } = await fetch(`${app.url}/api/chat/${id}/events`, { method: 'HEAD', headers });
      expect(status).toBe(200);
    }
  });
});

it('a reader who takes nothing holds nothing but its place, and hears all of it later', async () => {
  const { visitor, id } = await begin();
  const { hostname, port } = new URL(app.url);
  const socket = connect({ host: hostname, port: Number(port) });
  await once(socket, 'connect');
  socket.pause();
  socket.write(
    `GET /api/chat/${id}/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${acme.keys.widget}\r\nVisitor-Token: ${visitor.token}\r\n\r\n`,
  );
  await once(socket, 'readable');
  await act(id, 'takeover');
  const words = 'x'.repeat(9_000);
  for (let n = 0; n < 60; n += 1) await act(id, 'reply', { message: `${n} ${words}` });
  let text = '';
  socket.setEncoding('utf8');
  socket.on('data', (part: string) => (text += part));
  await expect.poll(() => [...text.matchAll(/"content":"(\d+) /g)].length).toBe(60);
  expect([...text.matchAll(/"content":"(\d+) /g)].map(([, n]) => Number(n))).toEqual(
    Array.from({ length: 60 }, (_, n) => n),
  );
  socket.destroy();
});
