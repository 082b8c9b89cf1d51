import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clawcrm, errorWith, openClawcrm, textsOf } from '../workspace.ts';

let api: Clawcrm;
beforeAll(async () => void (api = await openClawcrm()));
afterAll(() => api.close());

const full = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: 'Ada@Example.com',
  organizationName: 'Acme',
  businessType: 'Dental clinic',
  phone: '+1 555 0100',
  tier: 'high',
  status: 'contacted',
  stage: 'qualified',
  title: 'CEO',
  seniority: 'C-level',
  companyName: 'Acme Corp',
  linkedinUrl: 'https://linkedin.com/in/ada',
  companySize: '11-50',
  companyRevenue: '$1M',
  crmData: { specialty: 'ortho', location: { city: 'Oslo' } },
  customFields: { plan: 'gold' },
};

describe('201', () => {
  it('answers the id, the lead with both spellings, and that nothing is queued', async () => {
    const { status, json } = await api.post('/leads', full);
    expect([status, json]).toEqual([
      201,
      {
        success: true,
        id: expect.stringMatching(/^rp_[0-9a-z]{26}$/),
        lead: {
          ...full,
          id: json.id,
          email: 'ada@example.com',
          clinicName: 'Acme',
          practiceType: 'Dental clinic',
          stage: 'Qualified',
          source: 'manual',
          confidenceScore: null,
          confidenceLabel: null,
          scoredAt: null,
          lastTouchedAt: null,
          enrichmentStatus: null,
          enrichmentError: null,
          enrichedAt: null,
          createdAt: expect.any(String),
          updatedAt: json.lead.createdAt,
          deletedAt: null,
        },
        enrichmentQueued: false,
        warnings: ['Auto-enrichment is disabled: enrich the lead explicitly.'],
        next_steps: [`POST /api/openclaw/enrich { leadId: '${json.id}' }`],
      },
    ]);
    expect(await api.eventsOf(json.id)).toEqual(['LEAD_CREATED']);
    expect((await api.get(`/leads/${json.id}`)).json.lead).toEqual(json.lead);
  });

  it('needs no more than a first name and an address', async () => {
    const { status, json } = await api.post('/leads', { firstName: 'Bea', email: 'bea@example.com' });
    expect([status, json.lead]).toMatchObject([
      201,
      { firstName: 'Bea', lastName: null, stage: 'New', status: 'new', tier: null, crmData: {}, customFields: {} },
    ]);
  });

  it('takes the older spellings, says so, and refuses them with another value', async () => {
    const alias = await api.post('/leads', {
      firstName: 'Cleo',
      email: 'cleo@example.com',
      clinicName: 'Acme',
      practiceType: 'Clinic',
    });
    expect(alias).toMatchObject({ status: 201, json: { lead: { organizationName: 'Acme', businessType: 'Clinic' } } });
    expect(alias.headers.get('deprecation')).toMatch(/^@\d+$/);
    const both = { firstName: 'Dora', email: 'dora@example.com', clinicName: 'Acme', organizationName: 'Acme' };
    expect((await api.post('/leads', both)).status).toBe(201);
    expect(await api.post('/leads', { ...both, clinicName: 'Other' })).toMatchObject({
      status: 400,
      json: { error: { message: expect.stringContaining('organizationName and its alias clinicName') } },
    });
  });

  it('makes a second lead of an address only where that is wanted, and warns of it', async () => {
    const first = await api.lead({ email: 'twice@example.com' });
    const { status, json } = await api.post('/leads', {
      firstName: 'Ada',
      email: 'twice@example.com',
      allowDuplicate: true,
    });
    expect(status).toBe(201);
    expect(json.warnings).toContain(`Another lead has the same e-mail address: ${first.id}.`);
    expect(json.next_steps).toContain(`GET /api/openclaw/leads/${first.id}`);
  });

  it('warns when the plan is nearly full and when it is full', async () => {
    const key = await api.signUp();
    const warnings: string[][] = [];
    const steps: boolean[] = [];
    for (let n = 1; n <= 100; n += 1) {
      const { json } = await api.post('/leads', { firstName: 'Ada', email: `${n}@example.com` }, key);
      warnings.push(textsOf(json.warnings).filter((text) => text.includes('plan')));
      steps.push(textsOf(json.next_steps).includes('GET /api/openclaw/org/tier'));
    }
    expect(steps).toEqual(Array.from({ length: 100 }, (_, index) => index >= 79));
    expect(warnings[78]).toEqual([]);
    expect(warnings[79]).toEqual(['The workspace holds 80 of the 100 leads of its plan.']);
    expect(warnings[99]).toEqual(['The workspace holds 100 of the 100 leads of its plan: the next one is refused.']);
  });

  it('repeats its answer to the same Idempotency-Key, and makes one lead', async () => {
    const body = { firstName: 'Eve', email: 'eve@example.com' };
    const send = (more = {}) => api.call('POST', '/leads', { ...body, ...more }, api.key, { 'idempotency-key': 'k1' });
    const [first, again, other] = [await send(), await send(), await send({ lastName: 'X' })];
    expect([again.status, again.text, again.headers.get('idempotency-replayed')]).toEqual([201, first.text, 'true']);
    expect([other.status, other.json.error]).toMatchObject([409, { hint: expect.stringContaining('Idempotency-Key') }]);
  });
});

describe('400', () => {
  const good = { firstName: 'Ada', email: 'new@example.com' };
  it.each([
    [{}, /^firstName is required\. email is required\.$/],
    [{ first_name: 'Ada' }, /^Unknown field "first_name"\. .* firstName is required\. email is required\.$/],
    [{ firstName: 'Ada' }, /^email is required\.$/],
    [{ ...good, firstName: ' ' }, /^Invalid firstName: must not be empty/],
    [{ ...good, firstName: null }, /^Invalid firstName: /],
    [{ ...good, email: 'nobody' }, /^email: must be an e-mail address/],
    [{ ...good, tier: 'urgent' }, /^Invalid tier: .*high.*medium.*low/],
    [{ ...good, status: 'NEW' }, /^Invalid status: .*new.*spam/],
    [{ ...good, stage: 'nowhere' }, /^stage: must be one of new, /],
    [{ ...good, organizationName: 'x'.repeat(201) }, /^Invalid organizationName: must be at most 200/],
    [{ ...good, linkedinUrl: 'javascript:alert(1)' }, /^linkedinUrl: must be a web address/],
    [{ ...good, crmData: [] }, /^Invalid crmData: /],
    [{ ...good, crmData: { big: 'x'.repeat(70_000) } }, /^crmData: must be at most 65536/],
    [{ ...good, allowDuplicate: 'yes' }, /^Invalid allowDuplicate: /],
    [{ ...good, id: 'rp_x' }, /^Unknown field "id"\. Accepted: firstName, email, /],
    [{ ...good, source: 'x' }, /^Unknown field "source"/],
    [[], /must be a JSON object/],
    ['{', /not valid JSON/],
    ['{"firstName":"Ada","email":"a@example.com","__proto__":{"x":1}}', /__proto__/],
    ['{"firstName":"Ada","email":"a@example.com","crmData":{"a":"\\u0000"}}', /not text/],
  ])('%j', async (body, message) => {
    const before = await api.cursor();
    const { status, json } = await api.post('/leads', body);
    expect([status, json]).toEqual([400, { ...errorWith('invalid_request'), next_steps: [] }]);
    expect(json.error.message).toMatch(message);
    expect(await api.cursor()).toBe(before);
  });
});

describe('401', () => {
  it.each([null, 'rcm_live_unknown'])('without a key that is known: %s', async (key) => {
    const { status, json } = await api.post('/leads', full, key);
    expect([status, json]).toMatchObject([401, errorWith('unauthenticated')]);
  });
});

describe('403', () => {
  it('for a key without the scope, before anything else', async () => {
    const { status, json } = await api.post('/leads', { nothing: 1 }, await api.keyOf(['leads:read']));
    expect([status, json]).toMatchObject([
      403,
      errorWith('missing_scope', 'API key lacks required scope: leads:write'),
    ]);
  });

  it('at the plan’s limit: one of 100 at once from 99 leads is made, and the others say where to upgrade', async () => {
    const key = await api.signUp();
    const create = (n: number) => api.post('/leads', { firstName: 'Ada', email: `limit-${n}@example.com` }, key);
    for (let n = 0; n < 99; n += 1) expect((await create(n)).status).toBe(201);
    const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => create(1000 + n)));
    const refused = answers.filter(({ status }) => status === 403);
    expect([answers.filter(({ status }) => status === 201).length, refused.length]).toEqual([1, 99]);
    for (const { json } of refused) {
      expect(json).toMatchObject({
        ...errorWith('lead_limit_reached'),
        upgrade_url: expect.stringMatching(/\/pricing$/),
        next_steps: expect.arrayContaining(['GET /api/openclaw/org/tier']),
      });
    }
    expect((await api.get('/leads?limit=1', key)).json.total).toBe(100);
  });
});

describe('409', () => {
  it('for an address that another lead has, with its id in the hint', async () => {
    const first = await api.lead({ email: 'taken@example.com' });
    const { status, json } = await api.post('/leads', { firstName: 'Ada', email: 'TAKEN@example.com' });
    expect([status, json]).toEqual([
      409,
      {
        ...errorWith('conflict', 'A lead with the e-mail address taken@example.com is there already.'),
        next_steps: [`GET /api/openclaw/leads/${first.id}`],
      },
    ]);
    expect(json.error.hint).toContain(first.id);
    expect(json.error.hint).toContain('allowDuplicate: true');
  });

  it('one of 100 at once is made', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => api.post('/leads', { firstName: 'Ada', email: 'race@example.com' })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(99);
  });

  it('tells a key of one business nothing of leads of another', async () => {
    const [north, south] = [await api.business('North'), await api.business('South')];
    const [a, b] = [await api.keyOf(['leads:write'], north), await api.keyOf(['leads:write'], south)];
    const body = { firstName: 'Ada', email: 'shared@example.com' };
    expect((await api.post('/leads', body, a)).status).toBe(201);
    const made = await api.post('/leads', body, b);
    expect([made.status, made.json.warnings.length]).toEqual([201, 1]);
    expect((await api.post('/leads', body, b)).json.error.hint).toContain(made.json.id);
  });
});

describe('413 and 415', () => {
  it('for a body over 1 MiB, and for one that is no JSON', async () => {
    const large = await api.post('/leads', {
      firstName: 'Ada',
      email: 'a@example.com',
      crmData: { a: 'x'.repeat(1_100_000) },
    });
    expect([large.status, large.json]).toMatchObject([413, errorWith('too_large')]);
    const form = await api.call('POST', '/leads', 'firstName=Ada', api.key, {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect([form.status, form.json]).toMatchObject([415, errorWith('unsupported_media_type')]);
  });
});
