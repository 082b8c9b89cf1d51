import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clawcrm, errorWith, openClawcrm, textsOf } from './workspace.ts';

let clawcrm: Clawcrm;
beforeAll(async () => void (clawcrm = await openClawcrm()));
afterAll(() => clawcrm.close());

const path = '/setup';

/** The document's own sample, section "Step 2: Bootstrap workspace", with a whole address. */
const sample = {
  projectSlug: 'my-company',
  org: { name: 'Acme Corp', industry: 'SaaS', bookingLink: 'https://calendly.com/acme' },
  stages: [
    { name: 'Prospects', order: 0, isDefault: true },
    { name: 'Leads', order: 1 },
    { name: 'Engaged', order: 2 },
    { name: 'Contacted', order: 3 },
    { name: 'Negotiated', order: 4 },
    { name: 'Re-engage later', order: 5 },
    { name: 'Closed Won', order: 6 },
    { name: 'Closed Lost', order: 7 },
  ],
};

describe('200', () => {
  it('POST makes the workspace what the sample says, and again changes nothing', async () => {
    const key = await clawcrm.signUp();
    const first = await clawcrm.post(path, sample, key);
    expect([first.status, first.json]).toEqual([
      200,
      {
        success: true,
        orgId: expect.stringMatching(/^org_/),
        projectSlug: 'my-company',
        org: sample.org,
        stages: sample.stages.map((stage) => ({
          isDefault: false,
          status: { 'Closed Won': 'converted', 'Closed Lost': 'closed' }[stage.name] ?? null,
          ...stage,
          id: expect.stringMatching(/^stg_/),
          key: stage.name.toLowerCase().replaceAll(' ', '-'),
        })),
        movedLeads: 0,
        warnings: [],
        next_steps: ['POST /api/openclaw/leads { firstName, email }'],
      },
    ]);
    expect((await clawcrm.post(path, sample, key)).text).toBe(first.text);
    const { json } = await clawcrm.get(path, key);
    const { orgId, projectSlug, org, stages } = first.json;
    expect(json.current).toEqual({ orgId, projectSlug, org, stages });
  });

  it('POST says where leads of removed stages are, and which step is left', async () => {
    await clawcrm.graph('mutation { createLead(input: { name: "Ada", stage: "won" }) { lead { id } } }');
    const { json } = await clawcrm.post(path, { stages: [{ name: 'Only' }] });
    expect(json).toMatchObject({
      movedLeads: 1,
      stages: [{ name: 'Only', isDefault: true }],
      warnings: ['1 lead of removed stages is in "Only" now.'],
      next_steps: [expect.any(String), expect.stringContaining('bookingLink')],
    });
  });

  it('POST says what stopped as its stage is gone, and how it goes on', async () => {
    const key = await clawcrm.signUp();
    const rule = { name: 'Booked', triggerEvent: 'meeting_booked', targetStage: 'Won' };
    await clawcrm.post('/automation/rules', rule, key);
    await clawcrm.post('/stages/sync-sources', { name: 'Form', type: 'form_webhook', targetStage: 'won' }, key);
    const steps = [{ subject: 'Hi', body: 'Hello', delayHours: 0 }];
    const trigger = { trigger: 'stage_changed', conditions: { toStage: 'won' } };
    await clawcrm.post('/campaigns', { name: 'Won', ...trigger, steps }, key);
    const { json } = await clawcrm.post(path, { stages: [{ name: 'New' }] }, key);
    expect(json.warnings).toEqual([
      '1 automation rule referred to removed stages: off until another stage is named.',
      '1 sync source fed removed stages: off until another stage is named.',
      '1 campaign asked for removed stages: enrolling by trigger stopped.',
    ]);
    expect(textsOf(json.next_steps)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('PUT /api/openclaw/automation/rules'),
        expect.stringContaining('PUT /api/openclaw/stages/sync-sources'),
        expect.stringContaining('updateCampaign'),
      ]),
    );
    expect((await clawcrm.get('/campaigns', key)).json.warnings).toEqual([
      expect.stringMatching(/^The campaign "Won" \(cmp_\w+\) asks for a stage that is gone/),
    ]);
  });

  it('POST of nothing changes nothing', async () => {
    const before = (await clawcrm.get(path)).json.current;
    expect((await clawcrm.post(path, {})).status).toBe(200);
    expect((await clawcrm.get(path)).json.current).toEqual(before);
  });

  it('POST under one Idempotency-Key answers again, even where the answer was lost', async () => {
    const headers = { 'idempotency-key': 'setup' };
    const send = () => clawcrm.call('POST', path, { projectSlug: 'again' }, clawcrm.key, headers);
    const first = await send();
    const lost = { where: { key: 'setup' }, data: { status: null, body: null } };
    await clawcrm.database.prisma.idempotencyKey.updateMany(lost);
    expect((await send()).text).toBe(first.text);
  });

  it('GET tells the whole schema of the body, and an example that works', async () => {
    const { status, json } = await clawcrm.get(path);
    expect([status, json.endpoint]).toEqual([200, 'POST /api/openclaw/setup']);
    expect(json.schema).toMatchObject({
      type: 'object',
      additionalProperties: false,
      properties: {
        projectSlug: { description: expect.any(String) },
        org: {
          properties: { name: { type: 'string' }, industry: {}, bookingLink: { description: expect.any(String) } },
        },
        stages: {
          maxItems: 100,
          items: { required: ['name'], properties: { order: { type: 'integer' }, isDefault: { type: 'boolean' } } },
        },
      },
    });
    const key = await clawcrm.signUp();
    expect((await clawcrm.post(path, json.example, key)).status).toBe(200);
  });
});

describe('400', () => {
  it('GET takes no parameter', async () => {
    expect((await clawcrm.get(`${path}?stages=true`)).json).toMatchObject(errorWith('invalid_request'));
  });

  it.each([
    { slug: 'x' },
    { projectSlug: 'a b' },
    { projectSlug: 7 },
    { org: 'Acme' },
    { org: { name: '' } },
    { org: { name: null } },
    { org: { bookingLink: 'calendly' } },
    { org: { tier: 'ultra' } },
    { stages: [] },
    { stages: ['New'] },
    { stages: [{ name: 'A' }, { name: 'a' }] },
    {
      stages: [
        { name: 'A', isDefault: true },
        { name: 'B', isDefault: true },
      ],
    },
    { stages: [{ name: 'A', leadCount: 1 }] },
  ])('%j', async (body) => {
    const before = (await clawcrm.get(path)).json.current;
    const { status, json } = await clawcrm.post(path, body);
    expect([status, json]).toMatchObject([400, errorWith('invalid_request')]);
    expect(json.error.hint).toContain('GET /api/openclaw/setup');
    expect((await clawcrm.get(path)).json.current).toEqual(before);
  });
});

describe('401, 403, 405, 409, 413 and 415', () => {
  it('needs a key, the scopes for what it changes, and the whole workspace', async () => {
    const profile = await clawcrm.keyOf(['workspace:write']);
    const locked = await clawcrm.keyOf(['workspace:write', 'pipeline:write'], await clawcrm.business());
    expect((await clawcrm.post(path, {}, null)).status).toBe(401);
    expect((await clawcrm.get(path, profile)).json).toMatchObject(errorWith('missing_scope'));
    expect((await clawcrm.post(path, { projectSlug: 'mine' }, profile)).status).toBe(200);
    for (const [key, code] of [
      [await clawcrm.keyOf(['pipeline:write']), 'missing_scope'],
      [profile, 'missing_scope'],
      [locked, 'business_scope_mismatch'],
    ] as const) {
      const answer = await clawcrm.post(path, { stages: [{ name: 'Mine' }] }, key);
      expect(answer).toMatchObject({ status: 403, json: errorWith(code) });
    }
  });

  it('refuses the name of another workspace of its owner', async () => {
    const signUp = async (workspace_name: string) =>
      (await clawcrm.call('POST', '/signup', { email: 'grace@example.com', workspace_name }, null)).json.apiKey;
    await signUp('First');
    const answer = await clawcrm.post(path, { org: { name: 'First' } }, await signUp('Second'));
    expect(answer).toMatchObject({ status: 409, json: errorWith('conflict', expect.stringContaining('that name')) });
  });

  it('answers only GET and POST, and reads only JSON of up to 1 MiB', async () => {
    const { status, headers } = await clawcrm.remove(path);
    expect([status, headers.get('allow')]).toEqual([405, 'POST, GET, HEAD, OPTIONS']);
    expect((await clawcrm.post(path, { projectSlug: 'x'.repeat(1_100_000) })).status).toBe(413);
    expect((await clawcrm.call('POST', path, 'x', clawcrm.key, { 'content-type': 'text/plain' })).status).toBe(415);
  });
});
