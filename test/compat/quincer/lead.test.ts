import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bare, type Gateway, openGateway } from '../gateway.ts';

let gateway: Gateway;
let id: string;

beforeAll(async () => void (gateway = await openGateway()));
afterAll(async () => gateway.close());
beforeEach(async () => {
  const mutation = `mutation { createLead(input: {name: "Ada", email: "ada@example.com", tags: ["a"], score: 10}) { lead { id } } }`;
  const { createLead } = await gateway.gql(gateway.keys.graphql, mutation);
  id = bare(createLead.lead.id);
});

const get = async (path = id) => gateway.call('GET', `/api/v1/leads/${path}`, gateway.keys.quincer);
const update = async (body: unknown, method = 'POST', headers = {}) =>
  gateway.call(method, `/api/v1/leads/${id}`, gateway.keys.quincer, body, headers);

const eventTypes = async () => gateway.eventTypes(`ld_${id}`);

describe('200', () => {
  it('answers one lead with its task history', async () => {
    const task = `mutation($leadId: ID!) { createTask(input: {type: FOLLOW_UP, title: "Call", leadId: $leadId}) { task { id } } }`;
    const { createTask } = await gateway.gql(gateway.keys.graphql, task, { leadId: `ld_${id}` });
    const { json } = await get();
    expect(json).toMatchObject({ object: 'lead', id, name: 'Ada', score: 10 });
    expect(json.tasks).toMatchObject([
      {
        object: 'task',
        id: bare(createTask.task.id),
        type: 'follow_up',
        status: 'pending',
        lead_id: id,
      },
    ]);
  });

  it('updates every field of the document, and clears with null', async () => {
    const fields = {
      stage: 'qualified',
      temperature: 'warm',
      tags: ['b', 'c'],
      score: 55,
      name: 'Ada King',
      email: 'king@example.com',
      phone: '+44 1',
      company: 'Engines',
      job_title: 'Countess',
      bant: { budget: '1', authority: '2', need: '3', timeline: '4' },
    };
    expect((await update(fields)).json).toMatchObject(fields);
    expect((await get()).json).toMatchObject(fields);
    const cleared = { temperature: null, score: null, phone: null, company: null, job_title: null };
    expect((await update(cleared)).json).toMatchObject({ ...cleared, name: 'Ada King', tags: ['b', 'c'] });
    expect((await update({ bant: null, tags: null })).json).toMatchObject({
      tags: [],
      bant: { budget: null, authority: null, need: null, timeline: null },
    });
    expect(await eventTypes()).toEqual([
      'LEAD_CREATED',
      'LEAD_UPDATED',
      'LEAD_STAGE_CHANGED',
      'LEAD_UPDATED',
      'LEAD_UPDATED',
    ]);
  });

  it('takes PATCH and the camelCase names, byte for byte the same', async () => {
    const legacy = await update({ jobTitle: 'CTO' }, 'PATCH');
    const canonical = await update({ job_title: 'CTO' });
    expect([legacy.status, legacy.text]).toEqual([200, canonical.text]);
    expect(legacy.headers.get('link')).toBe(`</api/v1/leads/${id}>; rel="successor-version"`);
    expect((await update({ jobTitle: 'CTO' })).headers.get('deprecation')).toMatch(/^@/);
    expect((await update({ job_title: 'CTO' }, 'PATCH')).headers.get('sunset')).toMatch(/GMT$/);
    expect(await eventTypes()).toEqual(['LEAD_CREATED', 'LEAD_UPDATED']);
  });

  it('assigns a lead to a member and to nobody, by either spelling', async () => {
    const { connectOpenClaw } = await gateway.gql(
      gateway.keys.graphql,
      'mutation { connectOpenClaw { member { id } } }',
    );
    const member = bare(connectOpenClaw.member.id);
    expect((await update({ assigned_to: member })).json.assigned_to).toBe(member);
    expect((await update({ assigned_to: null })).json.assigned_to).toBeNull();
    const legacy = await update({ assignedTo: member }, 'PATCH');
    expect([legacy.json.assigned_to, legacy.headers.get('deprecation')]).toEqual([member, expect.stringMatching(/^@/)]);
    expect((await get()).json.assigned_to).toBe(member);
  });

  it('fires nothing for an update that changes nothing', async () => {
    expect((await update({ score: 10 })).status).toBe(200);
    expect((await update({})).status).toBe(200);
    expect((await gateway.call('POST', `/api/v1/leads/${id}`, gateway.keys.quincer)).status).toBe(200);
    expect(await eventTypes()).toEqual(['LEAD_CREATED']);
  });

  it('answers 304 until the lead changes', async () => {
    const etag = (await get()).headers.get('etag') ?? '';
    const conditional = async () =>
      gateway.call('GET', `/api/v1/leads/${id}`, gateway.keys.quincer, undefined, { 'if-none-match': etag });
    expect((await conditional()).status).toBe(304);
    await update({ score: 11 });
    expect((await conditional()).status).toBe(200);
  });

  it('changes a lead once for one Idempotency-Key', async () => {
    const headers = { 'idempotency-key': `key-${id}` };
    const first = await update({ score: 77 }, 'POST', headers);
    await update({ score: 78 });
    const again = await update({ score: 77 }, 'POST', headers);
    expect([again.text, again.headers.get('idempotency-replayed')]).toEqual([first.text, 'true']);
    expect((await get()).json.score).toBe(78);
    expect((await update({ score: 79 }, 'POST', headers)).status).toBe(409);
  });

  it('rebuilds an answer that was lost after the write', async () => {
    const headers = { 'idempotency-key': `lost-${id}` };
    const first = await update({ score: 70 }, 'POST', headers);
    const lose = { where: { key: headers['idempotency-key'] }, data: { status: null, body: null } };
    await gateway.database.prisma.idempotencyKey.updateMany(lose);
    const again = await update({ score: 70 }, 'POST', headers);
    expect([again.status, again.text]).toEqual([200, first.text]);
    expect(await eventTypes()).toEqual(['LEAD_CREATED', 'LEAD_UPDATED']);
  });
});

describe('400', () => {
  it.each([
    [{ score: 101 }, 'Invalid score: too big: expected number to be <=100.'],
    [{ temperature: 'icy' }, 'Invalid temperature: invalid option: expected one of "hot"|"warm"|"cold".'],
    [{ stage: 'nowhere' }, expect.stringMatching(/stage/i)],
    [{ email: 'nobody' }, expect.stringMatching(/^email: must be/)],
    [{ job_title: 'x'.repeat(300) }, expect.stringMatching(/^job_title: must be at most 200/)],
    [{ assigned_to: 'mem_1' }, 'Invalid assigned_to: is not an id of this API.'],
    [{ assigned_to: '01jqz5v8m3k9wfp2c7hx0dtbne' }, expect.stringMatching(/assigned_to|member/i)],
    [{ jobTitle: 'a', job_title: 'b' }, 'job_title and its alias jobTitle are given with different values.'],
    [{ object: 'task' }, expect.stringMatching(/^Unknown field "object"\./)],
    [{ colour: 'red' }, expect.stringMatching(/^Unknown field "colour"\. Accepted: stage, temperature, tags,/)],
    [{ bant: { colour: 'red' } }, 'In bant: Unknown field "colour". Accepted: budget, authority, need, timeline.'],
  ])('refuses %j', async (body, error) => {
    const answer = await update(body);
    expect([answer.status, answer.json.code]).toEqual([400, 'invalid_request']);
    expect(answer.json.error).toEqual(error);
    expect(await eventTypes()).toEqual(['LEAD_CREATED']);
  });
});

describe('404', () => {
  it.each(['01jqz5v8m3k9wfp2c7hx0dtbne', 'ld_01jqz5v8m3k9wfp2c7hx0dtbne', 'garbage', '1'])(
    'answers %s',
    async (path) => {
      expect(await get(path)).toMatchObject({ status: 404, json: { error: 'No such lead.', code: 'not_found' } });
    },
  );

  it('answers an id in the graph’s own form, of a lead that is there', async () => {
    expect((await get(`ld_${id}`)).status).toBe(404);
    const answer = await gateway.call('POST', `/api/v1/leads/ld_${id}`, gateway.keys.quincer, { score: 1 });
    expect([answer.status, answer.json.error]).toEqual([404, 'No such lead.']);
  });

  it('answers a deleted lead', async () => {
    await gateway.gql(gateway.keys.graphql, 'mutation($id: ID!) { deleteLead(id: $id) { lead { id } } }', {
      id: `ld_${id}`,
    });
    expect([(await get()).status, (await update({ score: 1 })).status]).toEqual([404, 404]);
  });
});

describe('403 and 405', () => {
  it('names the scope a key lacks', async () => {
    const mutation = `mutation { createApiKey(input: {name: "reader", dialect: QUINCER, scopes: ["tasks:read"]}) { secret } }`;
    const { createApiKey } = await gateway.gql(gateway.keys.graphql, mutation);
    const answer = await gateway.call('GET', `/api/v1/leads/${id}`, createApiKey.secret);
    expect([answer.status, answer.json]).toEqual([
      403,
      { error: 'API key lacks required scope: leads:read', code: 'missing_scope' },
    ]);
  });

  it.each([
    ['POST', '/api/v1/leads', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/api/v1/leads/1', 'GET, POST, PATCH, HEAD, OPTIONS'],
    ['PUT', '/api/v1/tasks/1', 'GET, HEAD, OPTIONS'],
  ])('answers %s %s with what is allowed', async (method, path, allow) => {
    const answer = await gateway.call(method, path, gateway.keys.quincer, {});
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow]);
  });
});
