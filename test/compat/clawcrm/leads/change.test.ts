import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clawcrm, errorWith, graphId, nobody, openClawcrm } from '../workspace.ts';

let api: Clawcrm;
beforeAll(async () => void (api = await openClawcrm()));
afterAll(() => api.close());

/** The same call with the id in the path, and in the body. */
const forms = [
  ['PATCH /leads/{leadId}', (id: string, body: object) => api.patch(`/leads/${id}`, body)],
  ['PATCH /leads', (id: string, body: object) => api.patch('/leads', { id, ...body })],
] as const;

/** A change of stage computes the confidence anew. */
const rescored = {
  confidenceScore: expect.any(Number),
  confidenceLabel: expect.any(String),
  scoredAt: expect.any(String),
};

const doubleOf = (id: string) => ({
  warnings: [`Another lead has the same e-mail address: ${id}.`],
  next_steps: [`GET /api/openclaw/leads/${id}`],
});

describe.each(forms)('%s', (_, patch) => {
  it('changes what is given and merges flexible data: 200', async () => {
    const lead = await api.lead({
      lastName: 'Lovelace',
      crmData: { a: 1, b: { deep: 1 } },
      customFields: { plan: 'gold', seats: 3 },
    });
    const { status, json } = await patch(lead.id, {
      lastName: null,
      title: 'CTO',
      organizationName: 'Acme',
      stage: 'Won',
      status: 'converted',
      tier: 'low',
      crmData: { a: null, b: { other: 2 }, c: 3 },
      customFields: { seats: 4 },
    });
    expect([status, json]).toEqual([
      200,
      {
        success: true,
        lead: {
          ...lead,
          lastName: null,
          title: 'CTO',
          organizationName: 'Acme',
          clinicName: 'Acme',
          stage: 'Won',
          status: 'converted',
          tier: 'low',
          crmData: { b: { other: 2 }, c: 3 },
          customFields: { plan: 'gold', seats: 4 },
          ...rescored,
          updatedAt: json.lead.updatedAt,
        },
        warnings: [],
        next_steps: [],
      },
    ]);
    expect(await api.eventsOf(lead.id)).toEqual([
      'LEAD_CREATED',
      'LEAD_UPDATED',
      'LEAD_STAGE_CHANGED',
      'LEAD_STATUS_CHANGED',
      'LEAD_CONVERTED',
    ]);
  });

  it('fires nothing where nothing changes, and says so where nothing was asked for', async () => {
    const lead = await api.lead({ tier: 'high', crmData: { a: 1 } });
    const before = await api.cursor();
    expect((await patch(lead.id, { tier: 'high', crmData: { a: 1, b: null } })).json).toMatchObject({
      lead,
      warnings: [],
    });
    expect((await patch(lead.id, {})).json.warnings).toEqual(['No field was given, so nothing was changed.']);
    expect(await api.cursor()).toBe(before);
  });

  it('restores a deleted lead; one that is there stays as it is', async () => {
    const lead = await api.lead();
    await api.remove(`/leads/${lead.id}`);
    const restored = await patch(lead.id, { restore: true });
    expect([restored.status, restored.json]).toMatchObject([
      200,
      { lead: { id: lead.id, deletedAt: null }, warnings: [] },
    ]);
    expect((await patch(lead.id, { restore: true })).json.lead).toEqual(restored.json.lead);
    expect(await api.eventsOf(lead.id)).toEqual(['LEAD_CREATED', 'LEAD_DELETED', 'LEAD_RESTORED']);
  });

  it('takes the older spellings', async () => {
    const { id } = await api.lead();
    const { json, headers } = await patch(id, { clinicName: 'Acme', practiceType: null });
    expect(json.lead).toMatchObject({ organizationName: 'Acme', businessType: null });
    expect(headers.get('sunset')).toMatch(/GMT$/);
  });

  it.each([
    [{ restore: true, tier: 'high' }, /^restore: stands alone/],
    [{ restore: true, allowDuplicate: true }, /^restore: stands alone/],
    [{ restore: false }, /^Invalid restore: must be true/],
    [{ firstName: null }, /^Invalid firstName: /],
    [{ email: null }, /^Invalid email: /],
    [{ email: 'nobody' }, /^email: must be an e-mail address/],
    [{ stage: 'nowhere' }, /^stage: must be one of new/],
    [{ title: '' }, /^Invalid title: must not be empty/],
    [{ notes: 'x' }, /^Unknown field "notes"\. Accepted: id, restore, firstName/],
    [{ crmData: 'x' }, /^Invalid crmData: /],
    [{ crmData: { big: 'x'.repeat(70_000) } }, /^crmData: must be at most/],
  ])('refuses %j: 400', async (body, message) => {
    const { id } = await api.lead();
    const before = await api.cursor();
    const { status, json } = await patch(id, body);
    expect([status, json]).toMatchObject([400, errorWith('invalid_request')]);
    expect(json.error.message).toMatch(message);
    expect(await api.cursor()).toBe(before);
  });

  it('finds no deleted lead, nor none, nor one out of reach: 404', async () => {
    const { id } = await api.lead();
    await api.remove(`/leads/${id}`);
    for (const one of [id, nobody, 'x', 'ld_01jqz5v8m3k9wfp2c7hx0dtbne']) {
      const { status, json } = await patch(one, { tier: 'low' });
      expect([status, json]).toMatchObject([404, errorWith('not_found')]);
      expect(json.error.hint).toContain('restore');
    }
    expect((await patch(nobody, { restore: true })).status).toBe(404);
  });

  it('gives no lead the address of another unless that is wanted: 409', async () => {
    const [one, other] = [await api.lead(), await api.lead()];
    const { status, json } = await patch(one.id, { email: other.email });
    expect([status, json]).toMatchObject([409, errorWith('conflict')]);
    expect(json.error.hint).toContain(other.id);
    expect((await patch(one.id, { email: one.email?.toUpperCase() })).status).toBe(200);
    const allowed = await patch(one.id, { email: other.email, allowDuplicate: true });
    expect(allowed.json).toMatchObject({ lead: { email: other.email }, ...doubleOf(other.id) });
    const whole = { firstName: 'Ada', email: other.email };
    expect((await api.put(`/leads/${one.id}`, whole)).json).toMatchObject(doubleOf(other.id));
    expect((await patch(one.id, { email: other.email, tier: 'low' })).json.lead.tier).toBe('low');
  });

  it('says whose address a restored lead has', async () => {
    const gone = await api.lead();
    await api.remove(`/leads/${gone.id}`);
    const other = await api.lead({ email: gone.email });
    expect((await patch(gone.id, { restore: true })).json).toMatchObject(doubleOf(other.id));
  });
});

const full = { firstName: 'Bea', email: 'bea@example.com' };

describe.each([
  ['PUT /leads/{leadId}', (id: string, body: object) => api.put(`/leads/${id}`, body)],
  ['PUT /leads', (id: string, body: object) => api.put('/leads', { id, ...body })],
] as const)('%s', (_, put) => {
  it('resets what is left out, and leaves what ClawCRM does not know: 200', async () => {
    const lead = await api.lead({
      lastName: 'Lovelace',
      organizationName: 'Acme',
      stage: 'Won',
      status: 'contacted',
      tier: 'high',
      crmData: { a: 1 },
      customFields: { plan: 'gold' },
      phone: '1',
      linkedinUrl: 'linkedin.com/in/ada',
    });
    await api.graph(
      'mutation ($id: ID!) { updateLead(id: $id, input: { tags: ["vip"], score: 40, temperature: WARM }) { lead { id } } }',
      { id: graphId(lead.id) },
    );
    const { status, json } = await put(lead.id, { ...full, email: lead.email, crmData: { b: 2 } });
    expect([status, json.lead]).toEqual([
      200,
      {
        ...lead,
        firstName: 'Bea',
        lastName: null,
        organizationName: null,
        clinicName: null,
        stage: 'New',
        status: 'new',
        tier: null,
        crmData: { b: 2 },
        customFields: {},
        phone: null,
        linkedinUrl: null,
        ...rescored,
        updatedAt: json.lead.updatedAt,
      },
    ]);
    const rest = await api.graph('query ($id: ID!) { lead(id: $id) { tags score temperature source } }', {
      id: graphId(lead.id),
    });
    expect(rest.lead).toEqual({ tags: ['vip'], score: 40, temperature: 'WARM', source: 'manual' });
  });

  it.each([
    [{ email: 'x@example.com' }, /^firstName is required\.$/],
    [{ firstName: 'Bea' }, /^email is required\.$/],
    [{ ...full, restore: true }, /^Unknown field "restore"/],
    [{ ...full, confidenceScore: 3 }, /^Unknown field "confidenceScore"/],
  ])('refuses %j: 400', async (body, message) => {
    const { id } = await api.lead();
    const { status, json } = await put(id, body);
    expect([status, json]).toMatchObject([400, errorWith('invalid_request')]);
    expect(json.error.message).toMatch(message);
  });

  it('finds no deleted lead and none: 404; nor takes another’s address: 409', async () => {
    const [gone, one, other] = [await api.lead(), await api.lead(), await api.lead()];
    await api.remove(`/leads/${gone.id}`);
    expect((await put(gone.id, full)).status).toBe(404);
    expect((await put(nobody, full)).status).toBe(404);
    expect((await put(one.id, { ...full, email: other.email })).status).toBe(409);
  });
});

describe('the id', () => {
  it('may stand in path and body where both are the same', async () => {
    const { id } = await api.lead();
    expect((await api.patch(`/leads/${id}`, { id, tier: 'low' })).status).toBe(200);
  });

  it.each(['patch', 'put'] as const)('that disagrees or is missing is refused by %s: 400', async (method) => {
    const [one, other] = [await api.lead(), await api.lead()];
    const body = { ...full, tier: 'low' };
    expect(await api[method](`/leads/${one.id}`, { ...body, id: other.id })).toMatchObject({
      status: 400,
      json: errorWith('invalid_request', `id: the path names ${one.id}, the body ${other.id}`),
    });
    expect((await api[method]('/leads', body)).json.error.message).toMatch(/^id: must name the lead/);
    expect((await api[method]('/leads', { ...body, id: 7 })).json.error.message).toMatch(/^Invalid id/);
  });
});

describe('401, 403', () => {
  it.each(['patch', 'put'] as const)('%s without a key and without the scope', async (method) => {
    const reader = await api.keyOf(['leads:read']);
    for (const path of ['/leads', `/leads/${nobody}`]) {
      expect((await api[method](path, full, null)).status).toBe(401);
      expect((await api[method](path, full, reader)).json).toMatchObject(errorWith('missing_scope'));
    }
  });

  it('does not restore beyond the plan: 403', async () => {
    const key = await api.signUp();
    const make = (n: number) => api.post('/leads', { firstName: 'A', email: `${n}@example.com` }, key);
    const first = (await make(0)).json.id;
    await api.remove(`/leads/${first}`, key);
    for (let n = 1; n <= 100; n += 1) await make(n);
    expect((await api.patch(`/leads/${first}`, { restore: true }, key)).json).toMatchObject({
      ...errorWith('lead_limit_reached'),
      upgrade_url: expect.any(String),
    });
  });
});
