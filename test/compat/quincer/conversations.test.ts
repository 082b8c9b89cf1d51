import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Gateway, idsOf, openGateway } from '../gateway.ts';

let gateway: Gateway;
let id: string;
let second: string;

const translator = {
  translate: async ({ text, to }: { text: string; to: string }) => {
    if (to === 'fr') return { text: `[fr] ${text}` };
    if (to === 'xx') throw new Error('The translator is down.');
    return null;
  },
};

beforeAll(async () => {
  gateway = await openGateway({ translator });
  const scopes = '["conversations:read","conversations:takeover","conversations:reply","conversations:handback"]';
  const mutation = `mutation { createApiKey(input: {name: "Second", dialect: QUINCER, scopes: ${scopes}}) { secret } }`;
  second = (await gateway.gql(gateway.keys.graphql, mutation)).createApiKey.secret;
});
afterAll(async () => gateway.close());
beforeEach(async () => void (id = await begin('Hello there', 'en')));

async function begin(message: string, language: string): Promise<string> {
  const visitor = { name: 'Vi', email: 'vi@example.com', language };
  const { json } = await gateway.call('POST', '/api/chat', gateway.keys.widget, { message, visitor });
  return json.conversation_id;
}

const get = async (search: string, key = gateway.keys.quincer) =>
  gateway.call('GET', `/api/v1/conversations${search}`, key);
const act = async (verb: string, body?: unknown, key = gateway.keys.quincer, of = id) =>
  gateway.call('POST', `/api/v1/conversations/${of}/${verb}`, key, body);

const eventTypes = async () => gateway.eventTypes(`cv_${id}`);

describe('GET /conversations/:id', () => {
  it('answers the transcript, oldest first, and the metadata', async () => {
    const { json } = await get(`/${id}`);
    expect(json).toMatchObject({
      object: 'conversation',
      id,
      widget_id: gateway.widgetId,
      status: 'active',
      language: 'en',
      visitor: { name: 'Vi', email: 'vi@example.com', language: 'en' },
      taken_over_by: null,
      taken_over_at: null,
      messages: [
        {
          object: 'message',
          conversation_id: id,
          role: 'visitor',
          content: 'Hello there',
          author: null,
          translated: false,
        },
        { object: 'message', role: 'ai' },
      ],
    });
    expect(Object.keys(json)).toEqual([
      'object',
      'id',
      'widget_id',
      'lead_id',
      'status',
      'language',
      'visitor',
      'taken_over_by',
      'taken_over_at',
      'messages',
      'has_earlier_messages',
      'created_at',
      'updated_at',
    ]);
  });

  it.each(['garbage', '01jqz5v8m3k9wfp2c7hx0dtbne'])('answers 404 for %s', async (unknown) => {
    expect(await get(`/${unknown}`)).toMatchObject({ status: 404, json: { error: 'No such conversation.' } });
    for (const verb of ['takeover', 'handback'])
      expect((await act(verb, undefined, undefined, unknown)).status).toBe(404);
    expect((await act('reply', { message: 'a' }, undefined, unknown)).status).toBe(404);
  });
});

describe('GET /conversations', () => {
  it('answers the list envelope and its filters', async () => {
    await act('takeover');
    const held = await get(`?status=human_active&widget_id=${gateway.widgetId}&updated_since=2000-01-01&limit=1`);
    expect(held.json).toMatchObject({
      object: 'list',
      url: '/api/v1/conversations',
      limit: 1,
      data: [{ object: 'conversation', id, messages: [{ role: 'visitor' }, { role: 'ai' }] }],
    });
    expect(held.json.conversations).toEqual(held.json.data);
    expect((await get('?status=closed')).json).toMatchObject({ data: [], total: 0, has_more: false });
    expect((await get('?status=open')).status).toBe(400);
    expect((await get('?lead_id=1')).status).toBe(400);
  });

  it('pages by cursor', async () => {
    const all = idsOf((await get('')).json.data);
    expect((await get(`?starting_after=${all[0]}&limit=1`)).json.data[0]?.id).toBe(all[1]);
  });
});

describe('takeover, reply and handback', () => {
  it('go round once, each step as the document says', async () => {
    const taken = await act('takeover');
    expect([taken.status, taken.json]).toMatchObject([
      200,
      { status: 'human_active', taken_over_by: { name: 'Quincer', type: 'api_key' }, messages: [{}, {}] },
    ]);
    const reply = await act('reply', { message: 'How can I help?' });
    expect([reply.status, reply.json]).toMatchObject([
      201,
      { object: 'message', role: 'human', content: 'How can I help?', translated: false, author: { name: 'Quincer' } },
    ]);
    const back = await act('handback');
    expect([back.status, back.json]).toMatchObject([
      200,
      { status: 'active', taken_over_by: null, taken_over_at: null },
    ]);
    expect(back.json.messages).toContainEqual(reply.json);
  });

  it('fire once however often they are repeated by the holder', async () => {
    for (const verb of ['takeover', 'takeover', 'handback', 'handback']) expect((await act(verb)).status).toBe(200);
    expect((await eventTypes()).slice(-2)).toEqual(['CONVERSATION_TAKEN_OVER', 'CONVERSATION_HANDED_BACK']);
  });

  it('refuse whoever does not hold the conversation', async () => {
    expect((await act('reply', { message: 'a' })).status).toBe(409);
    await act('takeover');
    expect(await act('takeover', undefined, second)).toMatchObject({ status: 409, json: { code: 'conflict' } });
    expect((await act('reply', { message: 'a' }, second)).status).toBe(409);
    expect((await act('handback', undefined, second)).status).toBe(409);
  });

  it('let one of 50 win', async () => {
    const keys = [gateway.keys.quincer, second];
    const claims = Array.from({ length: 50 }, async (_, index) => act('takeover', undefined, keys[index % 2]));
    const statuses = (await Promise.all(claims)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(25);
    expect(statuses.filter((status) => status === 409)).toHaveLength(25);
    expect((await eventTypes()).filter((type) => type === 'CONVERSATION_TAKEN_OVER')).toHaveLength(1);
  });

  it('translate a reply where they can, and never lose it where they cannot', async () => {
    const answers = [];
    for (const language of ['fr', 'xx']) {
      const of = await begin('Bonjour', language);
      await act('takeover', undefined, undefined, of);
      answers.push((await act('reply', { message: 'Hi' }, undefined, of)).json);
    }
    expect(answers).toMatchObject([
      { content: '[fr] Hi', original_content: 'Hi', translated: true, language: 'fr' },
      { content: 'Hi', original_content: 'Hi', translated: false },
    ]);
  });

  it('replay and rebuild a reply under one Idempotency-Key', async () => {
    await act('takeover');
    const path = `/api/v1/conversations/${id}/reply`;
    const send = async (message: string) =>
      gateway.call('POST', path, gateway.keys.quincer, { message }, { 'idempotency-key': `reply-${id}` });
    const first = await send('Once');
    expect((await send('Once')).text).toBe(first.text);
    await gateway.database.prisma.idempotencyKey.updateMany({
      where: { key: `reply-${id}` },
      data: { status: null, body: null },
    });
    const rebuilt = await send('Once');
    expect([rebuilt.status, rebuilt.text]).toEqual([201, first.text]);
    expect((await send('Twice')).status).toBe(409);
    expect((await get(`/${id}`)).json.messages).toHaveLength(3);
  });

  it('post one reply when the same request arrives ten times at once', async () => {
    await act('takeover');
    const path = `/api/v1/conversations/${id}/reply`;
    const headers = { 'idempotency-key': `burst-${id}` };
    const sends = Array.from({ length: 10 }, async () =>
      gateway.call('POST', path, gateway.keys.quincer, { message: 'Once' }, headers),
    );
    const answers = new Set((await Promise.all(sends)).map(({ status, text }) => `${status} ${text}`));
    expect(answers.size).toBe(1);
    expect([...answers][0]).toMatch(/^201 /);
    expect((await get(`/${id}`)).json.messages).toHaveLength(3);
  });

  it.each([{}, { message: '' }, { message: 1 }, { message: 'x'.repeat(10_001) }, { message: 'a', text: 'b' }])(
    'refuse the body %.40j',
    async (body) => {
      await act('takeover');
      expect((await act('reply', body)).status).toBe(400);
    },
  );

  it('refuse a body where none belongs', async () => {
    expect(await act('takeover', { force: true })).toMatchObject({
      status: 400,
      json: { error: 'Unknown field "force". No fields are accepted here.' },
    });
  });
});
