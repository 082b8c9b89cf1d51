import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Gateway, openGateway } from '../gateway.ts';

let gateway: Gateway;
beforeAll(async () => void (gateway = await openGateway()));
afterAll(async () => gateway.close());

const signUp = async (body: unknown) => gateway.call('POST', '/api/openclaw/signup', null, body);

/** The document's own sample, section "Step 1: Sign up". */
const sample = {
  email: 'your-human@example.com',
  workspace_name: 'My Sales Pipeline',
  agent_name: 'Your Name',
  agent_platform: 'openclaw',
};

describe('201', () => {
  it('answers with a key that works at once, and with the plan', async () => {
    const { status, json, headers } = await signUp(sample);
    expect([status, headers.get('tributary-dialect')]).toEqual([201, 'clawcrm']);
    expect(json).toMatchObject({
      success: true,
      apiKey: expect.stringMatching(/^rcm_live_\w{43}$/),
      orgId: expect.stringMatching(/^org_[0-9a-z]{26}$/),
      tier: 'free',
      limits: { leads: 100, campaigns: 3 },
      warnings: [expect.any(String), expect.stringMatching(/mint and revoke API keys, and read the audit log/)],
      next_steps: [
        expect.stringContaining('GET /api/openclaw/health'),
        expect.stringContaining('POST /api/openclaw/setup'),
      ],
    });
    const { viewer } = await gateway.gql(json.apiKey, '{ viewer { dialect scopes organisation { id name } } }');
    expect(viewer).toMatchObject({ dialect: 'CLAWCRM', organisation: { id: json.orgId, name: 'My Sales Pipeline' } });
    expect(viewer.scopes).not.toContain('staff');
    const mint = `mutation { createApiKey(input: {name: "q", dialect: QUINCER, scopes: ["leads:read"]}) { secret } }`;
    const { createApiKey } = await gateway.gql(json.apiKey, mint);
    expect((await gateway.call('GET', '/api/v1/leads', createApiKey.secret)).json).toMatchObject({
      total: 0,
      data: [],
    });
  });

  it('needs no more than an email, and makes a further workspace of another name', async () => {
    expect((await signUp({ email: 'one@example.com' })).status).toBe(201);
    expect((await signUp({ email: 'one@example.com', workspace_name: 'Second' })).status).toBe(201);
  });
});

describe('4xx', () => {
  it('answers 409 with a hint for a workspace that is there', async () => {
    await signUp({ email: 'two@example.com', workspace_name: 'Same' });
    expect(await signUp({ email: 'TWO@example.com', workspace_name: 'Same' })).toMatchObject({
      status: 409,
      json: {
        success: false,
        error: { code: 'conflict', hint: expect.stringContaining('workspace_name') },
        warnings: [],
        next_steps: [],
      },
    });
  });

  it.each([{}, { email: 'nobody' }, { email: 1 }, { ...sample, plan: 'ultra' }])('answers 400 to %j', async (body) => {
    const answer = await signUp(body);
    expect([answer.status, answer.json.error.code]).toEqual([400, 'invalid_request']);
    expect(answer.json.error.hint).toContain('`email`');
  });

  it('answers 400 to a parameter, which neither method takes', async () => {
    const [help, made] = [
      await gateway.call('GET', '/api/openclaw/signup?plan=ultra', null),
      await gateway.call('POST', '/api/openclaw/signup?plan=ultra', null, { email: 'four@example.com' }),
    ];
    expect([help.status, made.status]).toEqual([400, 400]);
    expect(help.json.error.hint).toContain('no parameters');
  });

  it('answers 404 to whatever is not there yet', async () => {
    for (const path of ['/api/openclaw/nowhere', '/api/openclaw', '/api/openclaw/signup/more']) {
      expect(await gateway.call('GET', path, null)).toMatchObject({
        status: 404,
        json: { error: { code: 'unknown_route' } },
      });
      expect((await gateway.call('GET', path, gateway.keys.clawcrm)).json.error.code).toBe('unknown_route');
    }
  });

  it('keeps nothing for a replay, since the answer holds a secret', async () => {
    const send = async () =>
      gateway.call('POST', '/api/openclaw/signup', null, { email: 'three@example.com' }, { 'idempotency-key': 'k' });
    expect([(await send()).status, (await send()).status]).toEqual([201, 409]);
  });
});

describe('GET', () => {
  it('tells how', async () => {
    const { status, json } = await gateway.call('GET', '/api/openclaw/signup', null);
    expect([status, json]).toMatchObject([200, { success: true, required: ['email'], example: sample }]);
  });
});

describe('switched off', () => {
  it('answers 403 with a hint', async () => {
    const closed = await openGateway({ signup: false });
    try {
      expect(await closed.call('POST', '/api/openclaw/signup', null, sample)).toMatchObject({
        status: 403,
        json: { error: { code: 'forbidden', hint: expect.stringContaining('operator') } },
      });
    } finally {
      await closed.close();
    }
  });
});
