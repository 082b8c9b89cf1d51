import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { defaultRateLimitPolicy } from '../../../src/access/rate-limit.ts';
import { patiently } from '../../support/patiently.ts';
import { createVisitor, type Visitor } from '../../support/visitor.ts';
import { quincerAccepts } from '../../webhooks/vendor-verifiers.ts';
import type { Json } from '../gateway.ts';
import { openWholeServer, type WholeServer } from './whole-server.ts';

let server: WholeServer;
let key: string;
let visitor: Visitor;
let conversation: string;
let lead: string;
let openClaw: string;
beforeAll(async () => {
  server = await openWholeServer({ rateLimitPolicy: defaultRateLimitPolicy });
  key = server.keys.quincer;
  visitor = createVisitor(server.app.url, server.keys.widget);
});
afterAll(() => server.close());

const get = (path: string, by = key): Promise<Json> => server.ask(200, 'GET', path, by);
const post = (path: string, body?: object, status = 200, by = key): Promise<Json> =>
  server.ask(status, 'POST', path, by, body);

const secret = 'a secret that I set myself';

/** What came, each let through by the document’s verifier. */
function received(): Json[] {
  return server.receiver.received.map(({ headers, rawBody }) => {
    expect(quincerAccepts({ headers, rawBody }, secret)).toBe(true);
    const json: Json = JSON.parse(rawBody.toString());
    expect(headers['quincer-event']).toBe(json.type);
    for (const name of ['signature', 'event', 'timestamp']) {
      expect(headers[`x-quincer-${name}`]).toBe(headers[`quincer-${name}`]);
    }
    return json;
  });
}

/** What comes of this kind, once it came. */
async function heard(type: string): Promise<Json> {
  await vi.waitFor(() => expect(received().map((event) => event.type)).toContain(type), patiently);
  return received().findLast((event) => event.type === type);
}

// Each goes on from where the one before left off, as the document does.
describe('an integration with Quincer’s document', { shuffle: false }, () => {
  it('has a developer key with scopes, and a widget’s key is none', async () => {
    expect(key).toMatch(/^cw_dev_/);
    expect(server.keys.widget).toMatch(/^cw_live_/);
    expect(await server.ask(401, 'GET', '/api/v1/leads', server.keys.widget)).toMatchObject({
      error: expect.any(String),
    });
    const made = await server.graph.ask<{ createApiKey: { secret: string } }>(
      'mutation { createApiKey(input: { name: "Reads", dialect: QUINCER, scopes: ["leads:read"] }) { secret } }',
    );
    const { secret: reader } = made.createApiKey;
    expect(await get('/api/v1/leads', reader)).toMatchObject({ object: 'list', data: [] });
    await server.ask(403, 'POST', '/api/v1/conversations/x/takeover', reader);
  });

  it('subscribes to every event, with a secret of its own', async () => {
    const made = await server.graph.ask(
      `mutation ($url: String!, $secret: String!) {
        createWebhookEndpoint(input: { url: $url, format: QUINCER, secret: $secret }) { signingSecret } }`,
      { url: server.receiver.url, secret },
    );
    expect(made).toEqual({ createWebhookEndpoint: { signingSecret: secret } });
  });

  it('hears of a visitor, the lead and its task', async () => {
    const { status, body } = await visitor.say(
      'Hola, I am Ada Lovelace, ada@engines.example. We need an oak kitchen by March.',
      undefined,
      { visitor: { language: 'es' } },
    );
    expect([status, body.status]).toEqual([201, 'active']);
    conversation = body.conversation_id;
    expect((await heard('conversation.message_received')).data).toMatchObject({
      object: 'message',
      conversation_id: conversation,
      status: 'active',
    });
    const created = await heard('lead.created');
    expect(created.data).toMatchObject({ object: 'lead', email: 'ada@engines.example' });
    lead = created.data.id;
    expect((await heard('task.created')).data).toMatchObject({ object: 'task', lead_id: lead });
  });

  it('fetches the transcript, takes over, answers in the visitor’s language, and hands back', async () => {
    const path = `/api/v1/conversations/${conversation}`;
    const fetched = await get(path);
    expect(fetched).toMatchObject({ object: 'conversation', id: conversation, status: 'active', lead_id: lead });
    expect(fetched.messages).toMatchObject([
      { object: 'message', role: 'visitor' },
      { object: 'message', role: 'ai' },
    ]);
    expect(await post(`${path}/takeover`)).toMatchObject({ object: 'conversation', status: 'human_active' });

    const { body: unanswered } = await visitor.say('(es) ¿Hay alguien?', conversation);
    expect(unanswered).toMatchObject({ reply: null, status: 'human_active' });
    await vi.waitFor(async () => {
      const last = await heard('conversation.message_received');
      expect(last.data).toMatchObject({ content: '(es) ¿Hay alguien?', status: 'human_active' });
    }, patiently);

    expect(await post(`${path}/reply`, { message: 'We are here.' }, 201)).toMatchObject({
      object: 'message',
      role: 'human',
      content: '[es] We are here.',
      original_content: 'We are here.',
      translated: true,
    });
    const { body: read } = await visitor.messages(conversation);
    expect(read.data.at(-1)).toMatchObject({ role: 'human', content: '[es] We are here.' });
    expect(await post(`${path}/handback`)).toMatchObject({ status: 'active', taken_over_by: null });
    expect(await post(`${path}/reply`, { message: 'Too late.' }, 409)).toMatchObject({ error: expect.any(String) });
    const { body: answered } = await visitor.say('And now?', conversation);
    expect(answered.reply).toMatchObject({ role: 'ai' });
  });

  it('lists, filters and pages leads', async () => {
    const list = await get('/api/v1/leads?limit=20');
    expect(list).toMatchObject({
      object: 'list',
      has_more: false,
      url: '/api/v1/leads',
      total: 1,
      limit: 20,
      offset: 0,
    });
    expect(list.data).toMatchObject([{ object: 'lead', id: lead }]);
    expect(list.leads).toEqual(list.data);
    const [{ widget_id: widget, stage }] = list.data;
    const since = '2026-01-01T00:00:00Z';
    for (const [name, alias, value] of [
      ['widget_id', 'widgetId', widget],
      ['updated_since', 'updatedSince', since],
    ]) {
      const [one, other] = [await get(`/api/v1/leads?${name}=${value}`), await get(`/api/v1/leads?${alias}=${value}`)];
      expect(one.data).toEqual(list.data);
      expect(other).toEqual(one);
    }
    expect((await get(`/api/v1/leads?stage=${stage}`)).data).toHaveLength(1);
    expect((await get('/api/v1/leads?temperature=cold&stage=won')).data).toEqual([]);
    expect((await get(`/api/v1/leads?starting_after=${lead}`)).data).toEqual([]);
  });

  it('updates a lead by POST, and by PATCH as before', async () => {
    const path = `/api/v1/leads/${lead}`;
    expect(await get(path)).toMatchObject({
      object: 'lead',
      id: lead,
      bant: { budget: null, authority: null, need: expect.anything(), timeline: expect.anything() },
      tags: expect.any(Array),
      tasks: [{ object: 'task' }],
    });
    const fields = { stage: 'qualified', temperature: 'hot', tags: ['oak'], score: 80, phone: '+34600000000' };
    expect(await post(path, fields)).toMatchObject(fields);
    const moved = await heard('lead.stage_changed');
    expect(moved.data).toMatchObject({ id: lead, stage: 'qualified', previous_stage: 'new', previousStage: 'new' });
    expect((await heard('lead.updated')).data).toMatchObject({ id: lead, temperature: 'hot' });
    const patched = await server.ask(200, 'PATCH', path, key, { jobTitle: 'Countess' });
    expect(patched).toMatchObject({ object: 'lead', job_title: 'Countess' });
  });

  it('reads the task log, under its older name too', async () => {
    const list = await get(`/api/v1/tasks?lead_id=${lead}&status=pending&type=follow_up`);
    expect(list).toMatchObject({ object: 'list', url: '/api/v1/tasks', data: [{ object: 'task', lead_id: lead }] });
    expect(await get(`/api/v1/activities?leadId=${lead}&status=pending&type=follow_up`)).toEqual(list);
    const [{ id, widget_id: widget }] = list.data;
    expect((await get(`/api/v1/tasks?widget_id=${widget}&updated_since=2026-01-01`)).data).toHaveLength(1);
    const task = await get(`/api/v1/tasks/${id}`);
    expect(Object.keys(task)).toEqual(expect.arrayContaining(['execution', 'result']));
    expect(await get(`/api/v1/activities/${id}`)).toEqual(task);
    await server.graph.ask(
      'mutation ($id: ID!) { updateTask(id: $id, input: { status: COMPLETED }) { task { id } } }',
      { id: `tsk_${id}` },
    );
    expect((await heard('task.completed')).data).toMatchObject({ object: 'task', id, status: 'completed' });
  });

  it('hears of a draft, and of a mail that went out', async () => {
    const { draftEmail } = await server.graph.ask<{ draftEmail: { email: { id: string } } }>(
      'mutation ($id: ID!) { draftEmail(leadId: $id, instructions: "Offer a visit") { email { id } } }',
      { id: `ld_${lead}` },
    );
    const drafted = await heard('email.draft_created');
    expect(drafted.data).toMatchObject({ object: 'email', lead_id: lead, status: 'draft' });
    await server.graph.ask('mutation ($id: ID!) { approveEmail(id: $id) { email { id } } }', {
      id: draftEmail.email.id,
    });
    const sent = await heard('email.sent');
    expect(sent.data).toMatchObject({
      object: 'email',
      id: drafted.data.id,
      status: 'sent',
      to: 'ada@engines.example',
    });
    expect(server.mail.taken.map(({ to }) => to)).toEqual(['ada@engines.example']);
  });

  it('connects OpenClaw, whose acts stand under its own name', async () => {
    const { connectOpenClaw } = await server.graph.ask<{ connectOpenClaw: { secret: string } }>(
      'mutation { connectOpenClaw { secret } }',
    );
    openClaw = connectOpenClaw.secret;
    const skill = await server.send('GET', '/skills/quincer/SKILL.md', null);
    expect(skill.status).toBe(200);
    expect(skill.text).toContain('QUINCER_API_KEY');
    const path = `/api/v1/conversations/${conversation}`;
    const taken = await post(`${path}/takeover`, undefined, 200, openClaw);
    expect(taken.taken_over_by).toMatchObject({ name: 'OpenClaw', avatar_url: expect.any(String) });
    const reply = await post(`${path}/reply`, { message: 'Hello' }, 201, openClaw);
    expect(reply.author).toMatchObject({ name: 'OpenClaw' });
    await post(`${path}/takeover`, undefined, 409);
    await post(`${path}/handback`, undefined, 200, openClaw);
  });

  it('throttles itself by the headers, and is refused beyond', async () => {
    const { status, headers, json } = await (async () => {
      for (let tries = 0; tries < 101; tries += 1) {
        const answer = await server.send('GET', '/api/v1/leads?limit=1', openClaw);
        expect(answer.headers.get('quincer-ratelimit-limit')).toBe('100');
        if (answer.status !== 200) return answer;
      }
      throw new Error('Nothing was refused.');
    })();
    expect([status, headers.get('quincer-ratelimit-remaining')]).toEqual([429, '0']);
    const [wait, reset] = [headers.get('retry-after'), headers.get('quincer-ratelimit-reset')];
    expect(Number(wait)).toBeGreaterThan(0);
    expect(Number(reset)).toBeGreaterThan(Date.now() / 1000);
    expect(json.error).toBe(`Rate limit exceeded. 0 read requests remaining. Retry after ${wait} seconds.`);
  });
});
