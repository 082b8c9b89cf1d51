import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clawcrm, errorWith, openClawcrm } from './workspace.ts';

let clawcrm: Clawcrm;
let agent: string;
let staff: string;
beforeAll(async () => {
  clawcrm = await openClawcrm();
  agent = await clawcrm.signUp();
  staff = await clawcrm.keyOf(['staff']);
});
afterAll(() => clawcrm.close());

const path = '/feedback';
const unknown = 'fb_01jqz5v8m3k9wfp2c7hx0dtbne';

/** The document's own sample, section "Feedback". */
const sample = {
  type: 'bug',
  agent: 'your-agent-name',
  priority: 'high',
  title: 'Brief description',
  description: 'What happened',
  context: { endpoint: '/api/...', statusCode: 500, errorMessage: '...' },
};

const report = async (key = agent): Promise<string> => (await clawcrm.post(path, sample, key)).json.feedbackId;
const answer = (id: string, body: object, key = staff) => clawcrm.patch(`${path}/${id}`, body, key);

describe('200 and 201', () => {
  it('POST answers the report, its feedbackId, and how to poll', async () => {
    const { status, json } = await clawcrm.post(path, sample, agent);
    expect([status, json]).toEqual([
      201,
      {
        success: true,
        feedbackId: expect.stringMatching(/^fb_[0-9a-z]{26}$/),
        id: json.feedbackId,
        feedback: {
          id: json.feedbackId,
          ...sample,
          status: 'open',
          response: null,
          respondedAt: null,
          acknowledged: false,
          createdAt: expect.any(String),
          updatedAt: json.feedback.createdAt,
        },
        warnings: [],
        next_steps: [
          `GET /api/openclaw/feedback?id=${json.feedbackId} shows the answer once there is one`,
          expect.stringContaining('GET /api/openclaw/health'),
        ],
      },
    ]);
  });

  it.each(['bug', 'feature', 'error'])('POST needs no more than a title for the type %s', async (type) => {
    const { json } = await clawcrm.post(path, { type, title: 'Brief' }, agent);
    expect(json.feedback).toMatchObject({ type, priority: 'medium', agent: null, context: null });
  });

  it.each(['critical', 'high', 'medium', 'low'])('POST takes the priority %s', async (priority) => {
    expect((await clawcrm.post(path, { ...sample, priority }, agent)).json.feedback).toMatchObject({ priority });
  });

  it('POST takes the report of the error protocol, whose description is empty', async () => {
    const context = { endpoint: '/api/openclaw/enrich', statusCode: 500, errorMessage: '', requestBody: {} };
    const error = {
      type: 'bug',
      agent: 'your-agent-name',
      priority: 'high',
      title: 'API Error: ',
      description: '',
      context,
    };
    const { status, json } = await clawcrm.post(path, error, agent);
    expect([status, json.feedback]).toMatchObject([201, { title: 'API Error:', description: null, context }]);
  });

  it('POST makes one under one Idempotency-Key, even where the answer was lost', async () => {
    const send = () => clawcrm.call('POST', path, sample, agent, { 'idempotency-key': 'report' });
    const first = await send();
    const lost = { where: { key: 'report' }, data: { status: null, body: null } };
    await clawcrm.database.prisma.idempotencyKey.updateMany(lost);
    expect((await send()).text).toBe(first.text);
  });

  it('GET shows what the workspace reported, newest first, and which answers are to be read', async () => {
    const key = await clawcrm.signUp();
    const [first, second] = [await report(key), await report(key)];
    await answer(first, { status: 'resolved', response: 'Re-enrich with force:true.' });
    const { json } = await clawcrm.get(path, key);
    expect(json).toMatchObject({
      feedback: [
        { id: second, status: 'open' },
        { id: first, status: 'resolved', response: 'Re-enrich with force:true.', respondedAt: expect.any(String) },
      ],
      total: 2,
      limit: 50,
      offset: 0,
      warnings: [expect.any(String)],
      next_steps: [`PATCH /api/openclaw/feedback/${first} { acknowledged: true }`],
    });
    const found = async (search: string) => (await clawcrm.get(`${path}?${search}`, key)).json.total;
    expect(await found('status=resolved')).toBe(1);
    expect(await found('type=bug')).toBe(2);
    expect(await found('type=feature')).toBe(0);
    expect(await found(`id=${second}`)).toBe(1);
    expect(await found(`id=${await report()}`)).toBe(0);
    expect((await clawcrm.get(`${path}?limit=1`, key)).json.next_steps).toEqual([
      'GET /api/openclaw/feedback?limit=1&offset=1',
    ]);
  });

  it('PATCH by its owner acknowledges, and again changes nothing', async () => {
    const id = await report();
    const first = await answer(id, { acknowledged: true }, agent);
    expect([first.status, first.json.feedback]).toMatchObject([200, { id, acknowledged: true, status: 'open' }]);
    expect((await answer(id, { acknowledged: true }, agent)).text).toBe(first.text);
    expect((await answer(id, { acknowledged: false }, agent)).json.feedback.acknowledged).toBe(false);
  });

  it('PATCH by staff answers a report of any workspace, which is then to be acknowledged anew', async () => {
    const id = await report();
    await answer(id, { acknowledged: true }, agent);
    const { status, json } = await answer(id, { status: 'in_progress' });
    expect([status, json.feedback]).toMatchObject([200, { id, status: 'in_progress', acknowledged: false }]);
    const response = 'Fixed: try again.';
    expect((await answer(id, { status: 'resolved', response })).json.feedback).toMatchObject({ response });
  });
});

describe('400', () => {
  it.each([
    {},
    { type: 'bug' },
    { type: 'praise', title: 'X' },
    { type: 'bug', title: ' ' },
    { type: 'bug', title: 'x'.repeat(201) },
    { type: 'bug', title: 'X', priority: 'urgent' },
    { type: 'bug', title: 'X', context: 'text' },
    { type: 'bug', title: 'X', context: { text: 'x'.repeat(66_000) } },
    { type: 'bug', title: 'X', status: 'resolved' },
  ])('POST %.60j', async (body) => {
    const before = (await clawcrm.get(path, agent)).json.total;
    expect(await clawcrm.post(path, body, agent)).toMatchObject({ status: 400, json: errorWith('invalid_request') });
    expect((await clawcrm.get(path, agent)).json.total).toBe(before);
  });

  it.each([
    {},
    { acknowledged: 'yes' },
    { acknowledged: true, status: 'resolved' },
    { status: 'done' },
    { response: ' ' },
    { response: 'x'.repeat(10_001) },
    { title: 'Another' },
  ])('PATCH %.60j', async (body) => {
    const id = await report();
    const refused = await answer(id, body, await clawcrm.keyOf(['staff', 'feedback:write']));
    expect(refused).toMatchObject({ status: 400, json: errorWith('invalid_request') });
    expect((await clawcrm.get(`${path}?id=${id}`, agent)).json.feedback[0]).toMatchObject({ status: 'open' });
  });

  it.each(['status=done', 'type=praise', 'limit=0', 'offset=-1', 'title=x'])('GET ?%s', async (search) => {
    expect((await clawcrm.get(`${path}?${search}`, agent)).json).toMatchObject(errorWith('invalid_request'));
  });
});

describe('401, 403 and 404', () => {
  it('needs a key and its scopes', async () => {
    const other = await clawcrm.keyOf(['leads:read']);
    expect((await clawcrm.get(path, null)).status).toBe(401);
    expect((await clawcrm.get(path, other)).json).toMatchObject(errorWith('missing_scope'));
    expect((await clawcrm.post(path, sample, other)).json).toMatchObject(errorWith('missing_scope'));
    expect((await answer(await report(), { acknowledged: true }, other)).status).toBe(403);
  });

  it.each([{ status: 'resolved' }, { response: 'Done' }, { response: null }])(
    'an owner may not set %j',
    async (body) => {
      const id = await report();
      for (const named of [id, unknown, 'nonsense']) {
        expect(await answer(named, body, agent)).toMatchObject({ status: 403, json: errorWith('missing_scope') });
      }
      expect((await clawcrm.get(`${path}?id=${id}`, agent)).json.feedback[0]).toMatchObject({ status: 'open' });
    },
  );

  it('an owner cannot acknowledge what another workspace reported, nor can staff', async () => {
    const id = await report();
    const staffToo = await clawcrm.keyOf(['staff', 'feedback:write']);
    for (const key of [await clawcrm.signUp(), staffToo]) {
      expect(await answer(id, { acknowledged: true }, key)).toMatchObject({
        status: 404,
        json: errorWith('not_found'),
      });
    }
    for (const named of [unknown, 'nonsense', 'rp_01jqz5v8m3k9wfp2c7hx0dtbne']) {
      expect((await answer(named, { acknowledged: true }, agent)).status).toBe(404);
      expect((await answer(named, { status: 'closed' })).status).toBe(404);
    }
  });

  it('a key holds staff only where the one that makes it does', async () => {
    const mint = 'mutation { createApiKey(input: { name: "x", dialect: CLAWCRM, scopes: ["staff"] }) { secret } }';
    await expect(clawcrm.gql(agent, mint)).rejects.toThrow('staff');
    const { createApiKey } = await clawcrm.graph(mint);
    expect((await answer(await report(), { status: 'closed' }, createApiKey.secret)).status).toBe(200);
  });
});

describe('405, 413 and 415', () => {
  it('answers only its methods, and reads only JSON of up to 1 MiB', async () => {
    expect((await clawcrm.remove(path)).headers.get('allow')).toBe('GET, POST, HEAD, OPTIONS');
    expect((await clawcrm.get(`${path}/${unknown}`)).headers.get('allow')).toBe('PATCH, OPTIONS');
    expect((await clawcrm.post(path, { ...sample, title: 'x'.repeat(1_100_000) })).status).toBe(413);
    expect((await clawcrm.call('POST', path, 'x', agent, { 'content-type': 'text/plain' })).status).toBe(415);
  });
});
