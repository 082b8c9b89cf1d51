import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultRateLimitPolicy } from '../../src/access/rate-limit.ts';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import { createVisitor, makeVisitorToken, type Visitor } from '../support/visitor.ts';
import type { TestWorkspace } from '../support/workspace.ts';

const clock = createTestClock();
const dayMs = 24 * 60 * 60 * 1000;
let app: TestApp;
let acme: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp({ clock, usageFlushMs: 0 });
  acme = await app.workspace();
});
afterAll(() => app.close());

const newVisitor = (token?: string | null) => createVisitor(app.url, acme.keys.widget, token);

/** A conversation that has begun. */
async function begin(visitor: Visitor = newVisitor()) {
  const { body } = await visitor.say('Hello');
  return { visitor, id: body.conversation_id, first: body.message, reply: body.reply };
}

const act = async (id: string, action: string, body?: object) => {
  const { status, body: answer } = await acme.quincer.send('POST', `/api/v1/conversations/${id}/${action}`, body);
  expect(status).toBeLessThan(300);
  return answer as Record<string, unknown>;
};

const close = (id: string) => acme.graph.ask(`mutation { closeConversation(id: "cv_${id}") { conversation { id } } }`);

describe('200', () => {
  it('shows what was said by whom, oldest first, who answers, and where to go on', async () => {
    const { visitor, id, first, reply } = await begin();
    await act(id, 'takeover');
    const said = await act(id, 'reply', { message: 'Sam here' });
    const { status, body } = await visitor.messages(id);
    expect(status).toBe(200);
    expect(body).toEqual({
      object: 'list',
      data: [
        first,
        reply,
        {
          object: 'message',
          id: said['id'],
          conversation_id: id,
          role: 'human',
          content: 'Sam here',
          original_content: 'Sam here',
          language: null,
          translated: false,
          author: { name: 'Quincer', type: 'api_key', avatar_url: null },
          in_reply_to: [],
          created_at: said['created_at'],
        },
      ],
      has_more: false,
      status: 'human_active',
      waiting: false,
      agent: { name: 'Quincer', type: 'api_key', avatar_url: null },
      cursor: expect.stringMatching(/^evt_[0-9a-f]{16}$/),
    });
    expect(reply?.in_reply_to).toEqual([first.id]);
  });

  it('names no member and no key by its id', async () => {
    const { visitor, id } = await begin();
    await act(id, 'takeover');
    await act(id, 'reply', { message: 'Sam here' });
    const { rows } = await app.database.pool.query<{ id: string }>(
      'select id from api_keys where org_id = $1 union all select id from members where org_id = $1',
      [acme.orgId],
    );
    const shown = JSON.stringify((await visitor.messages(id)).body);
    expect(rows.filter((row) => shown.includes(row.id))).toEqual([]);
  });

  it('is read page by page, each beginning behind the last message of the one before', async () => {
    const { visitor, id } = await begin();
    for (const words of ['two', 'three', 'four']) await visitor.say(words, id);
    const whole = (await visitor.messages(id)).body.data.map((message) => message.id);
    const pages: string[][] = [];
    for (let search = '?limit=3', more = true; more;) {
      const { body } = await visitor.messages(id, search);
      pages.push(body.data.map((message) => message.id));
      more = body.has_more;
      search = `?limit=3&after=${pages.at(-1)?.at(-1)}`;
    }
    expect(pages.map((page) => page.length)).toEqual([3, 3, 2]);
    expect(pages.flat()).toEqual(whole);
    expect((await visitor.messages(id, `?after=${whole.at(-1)}`)).body).toMatchObject({ data: [], has_more: false });
  });

  it('has a message behind those that were there, also where the clock was put back', async () => {
    const { visitor, id } = await begin();
    const { data } = (await visitor.messages(id)).body;
    clock.advance(-60_000);
    await visitor.say('Later', id);
    clock.advance(60_000);
    const after = (await visitor.messages(id, `?after=${data.at(-1)?.id}`)).body.data;
    expect(after.map(({ content }) => content)[0]).toBe('Later');
    const told = await acme.quincer.get(`/api/v1/conversations/${id}`);
    const times = (told.body as { messages: { created_at: string }[] }).messages.map((message) => message.created_at);
    expect(times).toEqual(times.toSorted());
  });

  it('stays there when the conversation is closed', async () => {
    const { visitor, id, first } = await begin();
    await close(id);
    expect((await visitor.messages(id)).body).toMatchObject({ data: [first, {}], status: 'closed', agent: null });
  });

  it('is answered with 304 until something happens', async () => {
    const { visitor, id } = await begin();
    const etag = (await visitor.messages(id)).headers.get('etag') ?? '';
    const again = () => visitor.messages(id, '', { headers: { 'if-none-match': etag } });
    expect((await again()).status).toBe(304);
    await act(id, 'takeover');
    expect((await again()).status).toBe(200);
  });

  it('says what language a message is in as far as that is known', async () => {
    const visitor = newVisitor();
    const { body } = await visitor.say('Bonjour', undefined, { visitor: { language: 'fr' } });
    await act(body.conversation_id, 'takeover');
    await act(body.conversation_id, 'reply', { message: 'Hi' });
    const { data } = (await visitor.messages(body.conversation_id)).body;
    expect(data.map(({ role, language, translated }) => [role, language, translated])).toEqual([
      ['visitor', 'fr', false],
      ['ai', 'en', false],
      ['human', null, false],
    ]);
  });
});

describe('404', () => {
  it('for everybody who is not the visitor, the same for all', async () => {
    const { visitor, id } = await begin();
    const other = await begin();
    const created = await acme.graph.ask<{ createWidget: { key: string } }>(
      'mutation { createWidget(input: { name: "Other", allowedOrigins: ["*"] }) { key } }',
    );
    const elsewhere = await app.workspace();
    const ask = (key: string, token: string | null, of = id) =>
      createVisitor(app.url, key, token).messages(of, '?unknown=1&limit=none');
    const answers = [
      await ask(acme.keys.widget, null),
      await ask(acme.keys.widget, ''),
      await ask(acme.keys.widget, 'vt_guessed'),
      await ask(acme.keys.widget, makeVisitorToken()),
      await ask(acme.keys.widget, `${visitor.token}, ${visitor.token}`),
      await ask(acme.keys.widget, other.visitor.token),
      await ask(acme.keys.widget, visitor.token, other.id),
      await ask(created.createWidget.key, visitor.token),
      await ask(elsewhere.keys.widget, visitor.token),
      await ask(acme.keys.widget, visitor.token, '01jqz5v8m3k9wfp2c7hx0dtbne'),
      await ask(acme.keys.widget, visitor.token, 'garbage'),
    ];
    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      answers.map(() => [404, { error: 'No such conversation.', code: 'not_found' }]),
    );
  });

  it('keeps apart two conversations that were begun with the same token, and gives both to who has it', async () => {
    const token = makeVisitorToken();
    const [one, two] = [await begin(newVisitor(token)), await begin(newVisitor(token))];
    expect(one.id).not.toBe(two.id);
    const contents = async (id: string) =>
      (await newVisitor(token).messages(id)).body.data.map((message) => message.conversation_id);
    expect(await contents(one.id)).toEqual([one.id, one.id]);
    expect(await contents(two.id)).toEqual([two.id, two.id]);
  });

  it('for a token that was not used for 31 days, and for none that was: reading is using', async () => {
    const { visitor, id } = await begin();
    clock.advance(30 * dayMs);
    expect((await visitor.messages(id)).status).toBe(200);
    clock.advance(30 * dayMs);
    await act(id, 'takeover');
    await act(id, 'reply', { message: 'Are you there?' });
    expect((await visitor.messages(id)).status).toBe(200);
    clock.advance(31 * dayMs);
    await act(id, 'reply', { message: 'Are you there?' });
    expect((await visitor.messages(id)).status).toBe(404);
    expect((await visitor.say('I am back', id)).status).toBe(404);
  });

  it('takes writing for a use, and writes a day’s uses down once', async () => {
    const { visitor, id } = await begin();
    const used = async () => {
      const sql = 'select last_used_at as at from visitor_token_uses where conversation_id = $1';
      await expect.poll(async () => (await app.database.pool.query(sql, [id])).rowCount).toBe(1);
      return (await app.database.pool.query<{ at: Date }>(sql, [id])).rows[0]?.at.getTime() ?? 0;
    };
    const first = await used();
    clock.advance(dayMs - 1);
    await visitor.say('Still here', id);
    await visitor.messages(id);
    expect(await used()).toBe(first);
    clock.advance(1);
    await visitor.say('Still here', id);
    await expect.poll(used).toBe(first + dayMs);
  });

  it.each([
    ['while it is open', 5, false],
    ['when it ends', 60_000, true],
  ])('takes a stream for a use %s', async (_, visitorRenewMs, ends) => {
    const own = await startTestApp({ clock, usageFlushMs: 0, visitorRenewMs });
    const visitor = createVisitor(own.url, (await own.workspace()).keys.widget);
    const { body } = await visitor.say('Hello');
    const stream = await visitor.follow(body.conversation_id);
    clock.advance(40 * dayMs);
    if (ends) stream.leave();
    const used = async () =>
      (await own.database.pool.query<{ at: Date }>('select last_used_at as at from visitor_token_uses')).rows[0]?.at;
    await expect.poll(used).toEqual(clock.now());
    stream.leave();
    expect((await visitor.messages(body.conversation_id)).status).toBe(200);
    await own.close();
  });
});

describe('400', () => {
  it.each(['limit=0', 'limit=x', 'after=msg_1', 'starting_after=x', 'visitor_token=vt_x'])(
    'refuses %s',
    async (search) => {
      const { visitor, id } = await begin();
      expect((await visitor.messages(id, `?${search}`)).status).toBe(400);
    },
  );

  it('refuses to begin behind a message of another conversation, also one of the same visitor', async () => {
    const token = makeVisitorToken();
    const [one, two] = [await begin(newVisitor(token)), await begin(newVisitor(token))];
    expect((await one.visitor.messages(one.id, `?after=${two.first.id}`)).status).toBe(400);
    expect((await one.visitor.messages(one.id, '?after=01jqz5v8m3k9wfp2c7hx0dtbne')).status).toBe(400);
  });
});

describe('pages', () => {
  it('may ask what browsers ask before they read', async () => {
    const response = await fetch(`${app.url}/api/chat/x/events`, {
      method: 'OPTIONS',
      headers: { origin: 'https://shop.example', 'access-control-request-method': 'GET' },
    });
    expect([response.status, Object.fromEntries(response.headers)]).toMatchObject([
      204,
      {
        'access-control-allow-origin': 'https://shop.example',
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': expect.stringMatching(/Last-Event-ID, Visitor-Token/),
        'access-control-max-age': '7200',
        vary: 'Origin',
      },
    ]);
  });
});

it('reads have units of their own: who reads often may still write', async () => {
  const addresses = { chat: 2, chatReads: 1, signup: 1, session: 1, hooks: 1 };
  const limited = await startTestApp({ rateLimitPolicy: { ...defaultRateLimitPolicy, addresses } });
  try {
    const visitor = createVisitor(limited.url, (await limited.workspace()).keys.widget);
    const { body } = await visitor.say('Hello');
    const answers = [await visitor.messages(body.conversation_id), await visitor.messages(body.conversation_id)];
    expect(answers.map(({ status }) => status)).toEqual([200, 429]);
    expect(answers[1]?.headers.get('ratelimit')).toMatch(/^"reads";r=0;/);
    expect((await visitor.say('Hello', body.conversation_id)).status).toBe(201);
  } finally {
    await limited.close();
  }
});
