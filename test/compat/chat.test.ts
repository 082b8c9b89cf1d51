import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gateway, openGateway } from './gateway.ts';

let gateway: Gateway;
let strict: string;

beforeAll(async () => {
  gateway = await openGateway();
  const mutation = `mutation { createWidget(input: {name: "Strict", allowedOrigins: ["https://shop.example"]}) { key } }`;
  strict = (await gateway.gql(gateway.keys.graphql, mutation)).createWidget.key;
});
afterAll(async () => gateway.close());

const say = async (body: unknown, headers: Record<string, string> = {}, key: string | null = gateway.keys.widget) =>
  gateway.call('POST', '/api/chat', key, body, headers);

const tokenOf = (visitor: string) => `vt_${visitor.padEnd(43, '0')}`;

/** All that a table holds, as text. */
const stored = async (table: string) =>
  JSON.stringify(await gateway.database.prisma.$queryRawUnsafe(`select to_jsonb(t)::text as row from ${table} t`));

const leads = async () => (await gateway.call('GET', '/api/v1/leads', gateway.keys.quincer)).json;

describe('201', () => {
  it('begins a conversation and answers', async () => {
    const { status, headers, json } = await say({ message: 'Hello' });
    expect([status, headers.get('tributary-dialect')]).toEqual([201, 'quincer']);
    expect(json).toMatchObject({
      conversation_id: expect.stringMatching(/^[0-9a-z]{26}$/),
      visitor_token: expect.stringMatching(/^vt_/),
      message: { object: 'message', role: 'visitor', content: 'Hello' },
      reply: { object: 'message', role: 'ai', in_reply_to: [json.message.id] },
      status: 'active',
    });
  });

  it('continues with the token, and captures a lead with its task before it answers', async () => {
    const first = (await say({ message: 'Hi' })).json;
    const before = (await leads()).total;
    const again = { conversation_id: first.conversation_id, visitor_token: first.visitor_token };
    const second = await say({ ...again, message: 'I am Ada Lovelace, ada@example.com, our budget is 5000 dollars' });
    expect([second.status, second.json.conversation_id]).toEqual([201, first.conversation_id]);
    const { total, data } = await leads();
    expect([total - before, data[0]]).toMatchObject([
      1,
      { email: 'ada@example.com', widget_id: gateway.widgetId, conversation_id: first.conversation_id },
    ]);
    const { json } = await gateway.call('GET', `/api/v1/leads/${data[0].id}`, gateway.keys.quincer);
    expect(json.tasks).toMatchObject([{ type: 'follow_up', status: 'pending' }]);
  });

  it('says nothing while a person holds the conversation', async () => {
    const { json } = await say({ message: 'Hi' });
    await gateway.call('POST', `/api/v1/conversations/${json.conversation_id}/takeover`, gateway.keys.quincer);
    const again = { conversation_id: json.conversation_id, visitor_token: json.visitor_token };
    expect((await say({ ...again, message: 'Still there?' })).json).toMatchObject({
      reply: null,
      status: 'human_active',
    });
  });

  it('takes a token that the browser made, in the header or in the body, before its first message and later', async () => {
    const [one, other] = [tokenOf('h'), tokenOf('b')];
    const inHeader = await say({ message: 'Hi' }, { 'visitor-token': one });
    const inBody = await say({ message: 'Hi', visitor_token: other });
    expect([inHeader, inBody].map(({ status, json }) => [status, json.visitor_token])).toEqual([
      [201, one],
      [201, other],
    ]);
    const again = { message: 'Me again', conversation_id: inBody.json.conversation_id };
    expect((await say(again, { 'visitor-token': other })).status).toBe(201);
    expect((await say(again, { 'visitor-token': one })).status).toBe(404);
    expect(await stored('conversations')).not.toContain(one);
  });
});

describe('Idempotency-Key', () => {
  const keyed = (key: string, token: string) => ({ 'idempotency-key': key, 'visitor-token': token });

  it('is answered with the first answer, wherever the token stands', async () => {
    const token = tokenOf('once');
    const first = await say({ message: 'Once' }, keyed('k1', token));
    const again = [
      await say({ message: 'Once' }, keyed('k1', token)),
      await say({ message: 'Once', visitor_token: token }, { 'idempotency-key': 'k1' }),
    ];
    expect(first.json.visitor_token).toBe(token);
    for (const { status, text, headers } of again) {
      expect([status, text, headers.get('idempotency-replayed')]).toEqual([201, first.text, 'true']);
    }
    const kept = await stored('idempotency_keys');
    expect([kept.includes(first.json.conversation_id), kept.includes(token)]).toEqual([true, false]);
  });

  it('is another one of another visitor, though address and message are the same', async () => {
    const tokens = [tokenOf('one'), tokenOf('two')];
    const [one, two] = await Promise.all(tokens.map(async (token) => say({ message: 'Same' }, keyed('k2', token))));
    expect([one!.json.visitor_token, two!.json.visitor_token]).toEqual(tokens);
    expect(one!.json.conversation_id).not.toBe(two!.json.conversation_id);
  });

  it('is another one on another widget', async () => {
    const token = tokenOf('widgets');
    const [here, there] = [
      await say({ message: 'Same' }, keyed('k3', token)),
      await say({ message: 'Same' }, keyed('k3', token), strict),
    ];
    expect([there.status, there.headers.get('idempotency-replayed')]).toEqual([201, null]);
    const across = { message: 'x', conversation_id: here.json.conversation_id };
    expect((await say(across, { 'visitor-token': token }, strict)).status).toBe(404);
  });

  it('is a conflict with another message', async () => {
    const token = tokenOf('conflict');
    await say({ message: 'Once' }, keyed('k4', token));
    expect((await say({ message: 'Twice' }, keyed('k4', token))).status).toBe(409);
  });

  it('finds its message again where the answer was lost, and says it no second time', async () => {
    const token = tokenOf('lost');
    const first = await say({ message: 'Lost' }, keyed('k5', token));
    await gateway.database.prisma.idempotencyKey.updateMany({ data: { status: null, body: null } });
    const again = await say({ message: 'Lost' }, keyed('k5', token));
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect([again.status, again.text]).toEqual([201, first.text]);
  });

  it('wants a token beside it', async () => {
    const { status, json } = await say({ message: 'Once' }, { 'idempotency-key': 'k6' });
    expect([status, json.error]).toEqual([400, expect.stringContaining('Visitor-Token')]);
  });
});

describe('4xx', () => {
  it.each([
    [{}, 400],
    [{ message: '' }, 400],
    [{ message: 'x'.repeat(10_001) }, 400],
    [{ message: 'a', visitor: { email: 'nobody' } }, 400],
    [{ message: 'a', visitor: { language: 'not a tag' } }, 400],
    [{ message: 'a', name: 'Ada' }, 400],
    [{ message: 'a', conversation_id: '01jqz5v8m3k9wfp2c7hx0dtbne', visitor_token: 'vt_a' }, 404],
    [{ message: 'a', conversation_id: 'garbage', visitor_token: 'vt_a' }, 404],
    [{ message: 'a', visitor_token: 'vt_guessable' }, 400],
    [{ message: 'a', visitor_token: 7 }, 400],
    [{ message: 'a', visitor_token: `vt_${'-'.repeat(43)}` }, 400],
  ])('refuses %.60j', async (body, status) => {
    const answer = await say(body);
    expect([answer.status, Object.keys(answer.json)]).toEqual([status, ['error', 'code']]);
  });

  it('takes one token, not two', async () => {
    const answer = await say({ message: 'a', visitor_token: tokenOf('x') }, { 'visitor-token': tokenOf('y') });
    expect([answer.status, answer.json.error]).toEqual([
      400,
      'Visitor-Token and visitor_token must not be two tokens.',
    ]);
  });

  it('does not let one visitor speak as another', async () => {
    const [mine, theirs] = [(await say({ message: 'mine' })).json, (await say({ message: 'theirs' })).json];
    for (const token of [undefined, mine.visitor_token]) {
      const answer = await say({ message: 'x', conversation_id: theirs.conversation_id, visitor_token: token });
      expect([answer.status, answer.json.error]).toEqual([404, 'No such conversation.']);
    }
  });

  it('takes no other key, and the widget key is taken nowhere else', async () => {
    for (const key of [gateway.keys.quincer, gateway.keys.graphql, null]) {
      const answer = await say({ message: 'a' }, {}, key);
      expect([answer.status, Object.keys(answer.json), answer.headers.get('tributary-dialect')]).toEqual([
        401,
        ['error', 'code'],
        'quincer',
      ]);
    }
    for (const path of ['/api/v1/leads', '/api/openclaw/leads', '/api/v1/nowhere']) {
      expect((await gateway.call('GET', path, gateway.keys.widget)).status).toBe(401);
    }
    expect((await gateway.call('GET', '/api/chat', gateway.keys.widget)).headers.get('allow')).toBe('POST, OPTIONS');
  });
});

describe('CORS', () => {
  const origin = (value: string) => ({ origin: value });

  it('answers a preflight for any page', async () => {
    const { status, headers, text } = await gateway.call('OPTIONS', '/api/chat', null, undefined, {
      ...origin('https://shop.example'),
      'access-control-request-method': 'POST',
    });
    expect([status, text]).toEqual([204, '']);
    expect(Object.fromEntries(headers)).toMatchObject({
      'access-control-allow-origin': 'https://shop.example',
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers':
        'Authorization, Content-Type, Idempotency-Key, If-None-Match, Last-Event-ID, Visitor-Token, X-Request-Id',
      vary: 'Origin',
    });
  });

  it('lets in the pages a widget lists, and callers that are no page', async () => {
    const listed = await say({ message: 'a' }, origin('https://shop.example'), strict);
    expect([listed.status, listed.headers.get('access-control-allow-origin')]).toEqual([201, 'https://shop.example']);
    expect((await say({ message: 'a' }, {}, strict)).status).toBe(201);
    const anywhere = await say({ message: 'a' }, origin('https://anywhere.example'));
    expect([anywhere.status, anywhere.headers.get('access-control-allow-origin')]).toEqual([
      201,
      'https://anywhere.example',
    ]);
  });

  it.each(['https://evil.example', 'https://shop.example.evil.example', 'http://shop.example', 'null'])(
    'keeps out %s',
    async (value) => {
      const answer = await say({ message: 'a' }, origin(value), strict);
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([403, null]);
      expect(answer.json.error).toBe(`This widget does not answer pages of ${value}.`);
    },
  );
});
