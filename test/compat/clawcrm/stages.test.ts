import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clawcrm, errorWith, openClawcrm } from './workspace.ts';

let clawcrm: Clawcrm;
beforeAll(async () => void (clawcrm = await openClawcrm()));
afterAll(() => clawcrm.close());

const path = '/stages';
const unknown = 'stg_01jqz5v8m3k9wfp2c7hx0dtbne';
const name = () => crypto.randomUUID();
type Stage = { id: string; key: string; name: string; isDefault: boolean };
const made = async (more: object = {}, by = clawcrm.key): Promise<{ id: string; stage: Stage }> =>
  (await clawcrm.post(path, { name: name(), ...more }, by)).json;
const list = async (key = clawcrm.key): Promise<Stage[]> => (await clawcrm.get(path, key)).json.stages;
const lead = (stage: string, by = clawcrm.key) =>
  clawcrm.post('/leads', { firstName: 'Ada', email: `${name()}@example.com`, stage }, by);

describe('200 and 201', () => {
  it('GET lists the pipeline in its order, with the leads in each', async () => {
    const by = await clawcrm.signUp();
    const { key } = (await made({ order: 0 }, by)).stage;
    await lead(key, by);
    const { status, json } = await clawcrm.get(path, by);
    expect([status, Object.keys(json)]).toEqual([200, ['success', 'stages', 'total', 'warnings', 'next_steps']]);
    expect(json.total).toBe(json.stages.length);
    const row = { id: expect.stringMatching(/^stg_/), order: 0, status: null };
    expect((await list(by)).slice(0, 2)).toEqual([
      { ...row, key: 'new', name: 'New', isDefault: true, leadCount: 0 },
      { ...row, key, name: expect.any(String), isDefault: false, leadCount: 1 },
    ]);
  });

  it('POST answers the stage, and how to put a lead in it', async () => {
    const { status, json } = await clawcrm.post(path, { name: 'Re-engage later', order: 5 });
    expect(status).toBe(201);
    expect(json).toEqual({
      success: true,
      id: json.stage.id,
      stage: {
        id: expect.any(String),
        key: 're-engage-later',
        name: 'Re-engage later',
        order: 5,
        isDefault: false,
        status: null,
      },
      warnings: [],
      next_steps: ['PATCH /api/openclaw/leads/{leadId} { stage: "Re-engage later" } moves a lead into it.'],
    });
  });

  it('POST with the same Idempotency-Key makes one, and answers again even where the answer was lost', async () => {
    const body = { name: name() };
    const send = () => clawcrm.call('POST', path, body, clawcrm.key, { 'idempotency-key': body.name });
    const first = await send();
    await clawcrm.database.prisma.idempotencyKey.updateMany({
      where: { key: body.name },
      data: { status: null, body: null },
    });
    const again = await send();
    expect([again.status, again.text, again.headers.get('idempotency-replayed')]).toEqual([201, first.text, 'true']);
  });

  it('PUT changes what it names, and says nothing of what it does not', async () => {
    const { id, stage } = await made({ order: 7 });
    expect((await clawcrm.put(path, { id, name: 'In negotiation' })).json).toEqual({
      success: true,
      stage: { ...stage, name: 'In negotiation', key: 'in-negotiation' },
      warnings: [],
      next_steps: [],
    });
    expect((await clawcrm.put(path, { id })).json.warnings).toEqual(['No field was given, so nothing was changed.']);
    expect((await clawcrm.put(path, { id, isDefault: true })).json.stage).toMatchObject({ order: 7, isDefault: true });
    expect((await list()).filter(({ isDefault }) => isDefault)).toHaveLength(1);
  });

  it('DELETE says where the leads went, and what stopped', async () => {
    const { id, stage } = await made();
    const kept = (await made()).stage;
    await lead(stage.key);
    await clawcrm.database.prisma.automationRule.create({
      data: {
        orgId: (await clawcrm.database.prisma.stage.findFirstOrThrow({ where: { id: id.slice(4) } })).orgId,
        id: 'rule',
        name: 'Rule',
        trigger: 'CTA_CLICKED',
        targetStageId: id.slice(4),
        createdAt: new Date(),
        updatedAt: new Date(),
      },
    });
    const { status, json } = await clawcrm.remove(`${path}?id=${id}&moveTo=${encodeURIComponent(kept.name)}`);
    expect([status, json]).toEqual([
      200,
      {
        success: true,
        id,
        movedTo: kept,
        movedLeads: 1,
        warnings: [
          `1 lead moved to "${kept.name}".`,
          '1 automation rule referred to it: off until another stage is named.',
        ],
        next_steps: ['PUT /api/openclaw/automation/rules { id, targetStage, conditions, enabled: true } names others'],
      },
    ]);
  });

  it('DELETE of the default stage says which one is it now', async () => {
    const { id } = await made({ isDefault: true });
    const next = (await made()).stage;
    const { json } = await clawcrm.remove(`${path}?id=${id}&moveTo=${next.id}`);
    expect(json).toMatchObject({
      movedTo: { id: next.id, isDefault: true },
      movedLeads: 0,
      warnings: [`"${next.name}" is the default stage now.`],
    });
  });
});

describe('400', () => {
  it.each([
    ['POST', path, {}],
    ['POST', path, { name: '' }],
    ['POST', path, { name: 'x'.repeat(101) }],
    ['POST', path, { name: 'X', order: -1 }],
    ['POST', path, { name: 'X', order: 1.5 }],
    ['POST', path, { name: 'X', isDefault: 'yes' }],
    ['POST', path, { name: 'X', colour: 'red' }],
    ['PUT', path, { name: 'X' }],
    ['PUT', path, { id: unknown, order: 10_001 }],
    ['DELETE', path, undefined],
    ['DELETE', `${path}?id=${unknown}&force=true`, undefined],
    ['GET', `${path}?limit=5`, undefined],
  ])('%s %s %j', async (method, at, body) => {
    const before = await clawcrm.cursor();
    const { status, json } = await clawcrm.call(method, at, body);
    expect([status, json]).toMatchObject([400, errorWith('invalid_request')]);
    expect(await clawcrm.cursor()).toBe(before);
  });

  it('says what moveTo can be', async () => {
    const { id } = await made();
    const { status, json } = await clawcrm.remove(`${path}?id=${id}&moveTo=nowhere`);
    expect([status, json.error.message]).toEqual([400, expect.stringContaining('moveTo: must be one of new, ')]);
  });
});

describe('401 and 403', () => {
  it('needs a key, its scope, and the whole workspace', async () => {
    const reader = await clawcrm.keyOf(['leads:read']);
    const locked = await clawcrm.keyOf(['leads:read', 'pipeline:write'], await clawcrm.business());
    expect((await clawcrm.get(path, null)).status).toBe(401);
    expect((await clawcrm.get(path, await clawcrm.keyOf(['pipeline:write']))).json).toMatchObject(
      errorWith('missing_scope'),
    );
    expect((await clawcrm.get(path, locked)).status).toBe(200);
    for (const [method, at, body] of [
      ['POST', path, { name: 'X' }],
      ['PUT', path, { id: unknown }],
      ['DELETE', `${path}?id=${unknown}`, undefined],
    ] as const) {
      expect(await clawcrm.call(method, at, body, reader)).toMatchObject({
        status: 403,
        json: errorWith('missing_scope'),
      });
      expect(await clawcrm.call(method, at, body, locked)).toMatchObject({
        status: 403,
        json: errorWith('business_scope_mismatch'),
      });
    }
  });
});

describe('404 and 405', () => {
  it.each([unknown, 'nonsense', 'rp_01jqz5v8m3k9wfp2c7hx0dtbne'])('knows no %s', async (id) => {
    for (const answer of [await clawcrm.put(path, { id, order: 1 }), await clawcrm.remove(`${path}?id=${id}`)]) {
      expect(answer).toMatchObject({ status: 404, json: errorWith('not_found') });
      expect(answer.json.error.hint).toContain('GET /api/openclaw/stages');
    }
  });

  it('answers PATCH with what there is', async () => {
    const { status, headers } = await clawcrm.patch(path, {});
    expect([status, headers.get('allow')]).toEqual([405, 'GET, POST, PUT, DELETE, HEAD, OPTIONS']);
  });
});

describe('409, 413 and 415', () => {
  it('refuses a name there is, and names the stage', async () => {
    const { id } = await made();
    for (const answer of [await clawcrm.post(path, { name: 'WON' }), await clawcrm.put(path, { id, name: 'won' })]) {
      expect(answer).toMatchObject({ status: 409, json: errorWith('conflict', expect.stringContaining('“Won”')) });
    }
  });

  it('refuses to leave no default stage, and no stage at all', async () => {
    const key = await clawcrm.signUp();
    const [first, ...others] = await list(key);
    expect((await clawcrm.put(path, { id: first?.id, isDefault: false }, key)).status).toBe(409);
    for (const { id } of others) expect((await clawcrm.remove(`${path}?id=${id}`, key)).status).toBe(200);
    const last = await clawcrm.remove(`${path}?id=${first?.id}`, key);
    expect(last).toMatchObject({ status: 409, json: errorWith('conflict', 'A pipeline has at least one stage.') });
  });

  it('reads no body that is too large or no JSON', async () => {
    expect((await clawcrm.post(path, { name: 'x'.repeat(1_100_000) })).status).toBe(413);
    const text = await clawcrm.call('POST', path, 'name=X', clawcrm.key, { 'content-type': 'text/plain' });
    expect(text).toMatchObject({ status: 415, json: errorWith('unsupported_media_type') });
  });
});
