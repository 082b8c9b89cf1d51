import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clawcrm, errorWith, nobody, openClawcrm } from '../workspace.ts';

let api: Clawcrm;
beforeAll(async () => void (api = await openClawcrm()));
afterAll(() => api.close());

const path = '/campaigns';
const step = { subject: 'Hi {{firstName}}', body: 'Hello', delayHours: 0 };
const campaign = { name: 'Welcome', trigger: 'manual', steps: [step] };

const newCampaign = async (more: object = {}) => (await api.post(path, { ...campaign, ...more })).json.id;

describe('201', () => {
  it('makes a campaign, and lists it', async () => {
    const input = {
      ...campaign,
      trigger: 'stage_changed',
      conditions: { fromStage: 'new', tier: 'high', viewCount: { gte: 2 }, confidenceScore: { gte: 45 } },
      ai_enabled: true,
      ai_config: { model: 'any', tone: 'warm', maxRetries: 2 },
    };
    const { status, json } = await api.post(path, input);
    expect([status, json.campaign]).toMatchObject([
      201,
      { ...input, conditions: { ...input.conditions, fromStage: 'New' }, enabled: true },
    ]);
    const listed = await api.get(`${path}?limit=1`);
    expect(listed.json).toMatchObject({ success: true, campaigns: [json.campaign], total: expect.any(Number) });
  });

  it.each([
    ['manual', null, []],
    ['cta_clicked', null, ["POST /api/openclaw/touchpoints { leadId, type: 'cta_clicked' } enrols one it is for."]],
    ['stage_changed', null, ['PATCH /api/openclaw/leads/{leadId} { stage } enrols one it is for.']],
    [
      'stage_changed',
      { toStage: 'won' },
      ['PATCH /api/openclaw/leads/{leadId} { stage: "Won" } enrols one it is for.'],
    ],
  ])('says how leads get into one with the trigger %s and %j', async (trigger, conditions, steps) => {
    const { json } = await api.post(path, { ...campaign, trigger, conditions });
    expect(json.next_steps).toEqual([
      ...steps,
      `POST /api/openclaw/campaigns/${json.id}/enroll { leadId: 'rp_…' } enrols a lead by hand.`,
    ]);
  });

  it('enrols a lead, and says when its mails are due', async () => {
    const id = await newCampaign({ steps: [step, step] });
    const lead = await api.lead();
    const { status, json } = await api.post(`${path}/${id}/enroll`, { leadId: lead.id });
    expect([status, json]).toMatchObject([
      201,
      {
        enrollment: { campaignId: id, leadId: lead.id, status: 'active' },
        scheduled: [{ step: 1 }, { step: 2 }],
        warnings: ['The workspace may not send mail yet: what is due stays in the queue until the operator grants it.'],
      },
    ]);
    expect(Date.parse(json.scheduled[1].dueAt) - Date.parse(json.scheduled[0].dueAt)).toBe(3_600_000);
  });

  it('takes a campaign that a model is to write where none is set up, and enrols a lead in it', async () => {
    const id = await newCampaign({
      ai_enabled: true,
      ai_config: { model: 'any', tone: 'plain', maxRetries: 2 },
      steps: [
        { subject: 'Thank you', body: 'It was good to talk.', delayHours: 0 },
        { subject: 'Next', body: 'Shall we go on?', delayHours: 72 },
      ],
    });
    const { id: leadId } = await api.lead();
    const { status, json } = await api.post(`${path}/${id}/enroll`, { leadId });
    expect([status, json.scheduled]).toMatchObject([201, [{ step: 1 }, { step: 2 }]]);
  });
});

describe('an answer that was lost', () => {
  const send = async (url: string, body: object) => {
    const key = { 'idempotency-key': url };
    const first = await api.call('POST', url, body, api.key, key);
    const lost = { where: { key: url }, data: { status: null, body: null } };
    await api.database.prisma.idempotencyKey.updateMany(lost);
    return [first, await api.call('POST', url, body, api.key, key)] as const;
  };

  it('is told again of a campaign', async () => {
    const [first, again] = await send(path, { ...campaign, name: 'Once' });
    expect([again.status, again.text]).toEqual([201, first.text]);
  });

  it('is told again of an enrolment', async () => {
    const { id } = await api.lead();
    const [first, again] = await send(`${path}/${await newCampaign({ steps: [step, step] })}/enroll`, { leadId: id });
    expect([again.status, again.text]).toEqual([201, first.text]);
  });
});

describe('409', () => {
  it('names the guardrail, and when to try again', async () => {
    const lead = await api.lead();
    const [one, other] = [await newCampaign(), await newCampaign()];
    await api.post(`${path}/${one}/enroll`, { leadId: lead.id });
    const again = await api.post(`${path}/${one}/enroll`, { leadId: lead.id });
    expect([again.status, again.json]).toMatchObject([409, errorWith('already_enrolled')]);
    const early = await api.post(`${path}/${other}/enroll`, { leadId: lead.id });
    expect([early.status, early.json]).toMatchObject([409, errorWith('cooldown')]);
    expect(Number(early.headers.get('retry-after'))).toBeGreaterThan(47 * 3600);
  });
});

describe('other refusals', () => {
  it.each([{}, { steps: [] }, { trigger: 'never' }, { steps: [{ ...step, delayHours: -1 }] }, { foo: 1 }])(
    '400 for %j',
    async (wrong) => {
      const body = Object.keys(wrong).length === 0 ? {} : { ...campaign, ...wrong };
      const { status, json } = await api.post(path, body);
      expect([status, json]).toMatchObject([400, errorWith('invalid_request')]);
    },
  );

  it.each(['limit=0', 'limit=all', 'offset=-1', 'trigger=manual'])('400 for ?%s', async (search) => {
    const { status, json } = await api.get(`${path}?${search}`);
    expect([status, json]).toMatchObject([400, errorWith('invalid_request')]);
    expect(json.error.hint).toContain('offset (0 or more)');
  });

  it.each([{}, { leadId: 7 }, { leadId: nobody, step: 2 }])('400 for enrolling %j', async (body) => {
    const { status, json } = await api.post(`${path}/${await newCampaign()}/enroll`, body);
    expect([status, json]).toMatchObject([400, errorWith('invalid_request')]);
    expect(json.error.hint).toContain('`leadId`');
  });

  it('400 says what a condition or a step may be, in words of this API', async () => {
    const viewCount = { gte: 2 ** 40 };
    const many = await api.post(path, { ...campaign, trigger: 'cta_clicked', conditions: { viewCount } });
    expect(many.json).toMatchObject(
      errorWith('invalid_request', expect.stringMatching(/conditions\.viewCount\.gte: /)),
    );
    const late = await api.post(path, { ...campaign, steps: [{ ...step, delayHours: 2 ** 40 }] });
    expect(late.json).toMatchObject(errorWith('invalid_request', expect.stringMatching(/steps\.0\.delayHours: /)));
    const large = await api.post(path, { ...campaign, ai_config: { text: 'x'.repeat(66_000) } });
    expect(large.json).toMatchObject(errorWith('invalid_request', expect.stringMatching(/^ai_config: /)));
  });

  it('401, 403, 404 and 405', async () => {
    const id = await newCampaign();
    const reader = await api.keyOf(['campaigns:read']);
    expect((await api.get(path, null)).status).toBe(401);
    expect((await api.post(path, campaign, reader)).json).toMatchObject(errorWith('missing_scope'));
    expect((await api.post(`${path}/${id}/enroll`, { leadId: nobody })).status).toBe(404);
    expect((await api.post(`${path}/nowhere/enroll`, { leadId: (await api.lead()).id })).status).toBe(404);
    expect((await api.put(path, {})).status).toBe(405);
  });

  it('403 at the plan’s limit of three', async () => {
    const key = await api.signUp();
    for (let made = 0; made < 3; made += 1) await api.post(path, campaign, key);
    const { status, json } = await api.post(path, campaign, key);
    expect([status, json]).toMatchObject([403, { error: { code: 'campaign_limit_reached' } }]);
  });
});
