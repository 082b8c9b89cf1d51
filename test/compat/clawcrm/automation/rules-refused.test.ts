import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clawcrm, errorWith, openClawcrm } from '../workspace.ts';

let clawcrm: Clawcrm;
beforeAll(async () => void (clawcrm = await openClawcrm()));
afterAll(() => clawcrm.close());

const path = '/automation/rules';
const unknown = 'rul_01jqz5v8m3k9wfp2c7hx0dtbne';
const booked = { name: 'Booked', triggerEvent: 'meeting_booked', targetStage: 'qualified' };

const made = async (more: object = {}, key = clawcrm.key): Promise<string> =>
  (await clawcrm.post(path, { ...booked, ...more }, key)).json.id;
const list = async (key = clawcrm.key): Promise<unknown[]> => (await clawcrm.get(path, key)).json.rules;

describe('400', () => {
  it.each([
    ['POST', {}, 'name'],
    ['POST', { ...booked, name: ' ' }, 'name'],
    ['POST', { ...booked, name: 'x'.repeat(201) }, 'name'],
    ['POST', { name: 'Rule', targetStage: 'won' }, 'triggerEvent'],
    ['POST', { ...booked, triggerEvent: 'MEETING_BOOKED' }, 'triggerEvent'],
    ['POST', { ...booked, triggerEvent: 'stage_changed' }, 'triggerEvent'],
    ['POST', { name: 'Rule', triggerEvent: 'cta_clicked' }, 'targetStage'],
    ['POST', { ...booked, targetStage: null }, 'targetStage'],
    ['POST', { ...booked, targetStage: 'nowhere' }, 'targetStage: must be one of new, '],
    ['POST', { ...booked, conditions: { fromStage: 'nowhere' } }, 'conditions.fromStage: must be one of new, '],
    ['POST', { ...booked, conditions: { fromStage: 'qualified' } }, 'targetStage'],
    ['POST', { ...booked, conditions: { tier: 'HIGH' } }, 'conditions.tier'],
    ['POST', { ...booked, conditions: { viewCount: 3 } }, 'conditions.viewCount'],
    ['POST', { ...booked, conditions: { viewCount: { gte: 0 } } }, 'conditions.viewCount.gte'],
    ['POST', { ...booked, conditions: { viewCount: { lte: 3 } } }, 'conditions.viewCount.gte'],
    ['POST', { ...booked, conditions: { confidenceScore: { gte: 101 } } }, 'conditions.confidenceScore.gte'],
    [
      'POST',
      { ...booked, conditions: { daysSinceTouch: { gte: 3 } } },
      'conditions.daysSinceTouch.gte: days without a touchpoint',
    ],
    ['POST', { ...booked, triggerEvent: 'no_touch', conditions: { daysSinceTouch: { gte: 0 } } }, 'daysSinceTouch.gte'],
    ['POST', { ...booked, conditions: { toStage: 'won' } }, 'Accepted: fromStage, tier, viewCount, confidenceScore'],
    ['POST', { ...booked, priority: 1001 }, 'priority'],
    ['POST', { ...booked, priority: 1.5 }, 'priority'],
    ['POST', { ...booked, enabled: 'yes' }, 'enabled'],
    ['POST', { ...booked, trigger: 'no_touch' }, 'Accepted: name, triggerEvent'],
    ['PUT', { enabled: false }, 'id'],
    ['PUT', { id: unknown, enabled: null }, 'enabled'],
    ['PUT', { id: unknown, targetStage: null }, 'targetStage'],
    ['PUT', { id: unknown, priority: -1001 }, 'priority'],
    ['PUT', { id: unknown, createdAt: '2026-05-04T13:22:01.000Z' }, 'Accepted: id, name'],
  ])('%s %j', async (method, body, message) => {
    const before = await list();
    const { status, json } = await clawcrm.call(method, path, body);
    expect([status, json]).toMatchObject([400, errorWith('invalid_request', expect.stringContaining(message))]);
    expect(json.error.hint).toContain('meeting_booked');
    expect(json.error.hint).toContain('daysSinceTouch: { gte: 1 to 3650 }');
    expect(json.error.hint).toContain('GET /api/openclaw/stages');
    expect(await list()).toEqual(before);
  });

  it('PUT moves no leads to the stage they come from, nor counts days for another trigger', async () => {
    const id = await made({ conditions: { fromStage: 'new' } });
    for (const wrong of [{ targetStage: 'new' }, { conditions: { daysSinceTouch: { gte: 3 } } }]) {
      expect((await clawcrm.put(path, { id, ...wrong })).json).toMatchObject(errorWith('invalid_request'));
    }
  });

  it('GET takes no parameters, and DELETE the id', async () => {
    for (const { status, json } of [
      await clawcrm.get(`${path}?limit=5`),
      await clawcrm.remove(path),
      await clawcrm.remove(`${path}?id=${unknown}&force=true`),
    ]) {
      expect([status, json]).toMatchObject([400, errorWith('invalid_request')]);
    }
    expect((await clawcrm.remove(path)).json.error.hint).toContain('?id=rul_');
  });
});

const writes = [
  ['POST', path, booked],
  ['PUT', path, { id: unknown }],
  ['DELETE', `${path}?id=${unknown}`, undefined],
] as const;

describe('401', () => {
  it('without a key', async () => {
    for (const [method, at, body] of [['GET', path, undefined] as const, ...writes]) {
      const answer = await clawcrm.call(method, at, body, null);
      expect(answer).toMatchObject({ status: 401, json: errorWith('unauthenticated') });
    }
  });
});

describe('403', () => {
  it('without the scope, before anything is looked up', async () => {
    const [reader, writer] = [await clawcrm.keyOf(['automation:read']), await clawcrm.keyOf(['automation:write'])];
    expect(await clawcrm.get(path, writer)).toMatchObject({ status: 403, json: errorWith('missing_scope') });
    for (const [method, at, body] of writes) {
      const { status, json } = await clawcrm.call(method, at, body, reader);
      expect([status, json]).toMatchObject([403, errorWith('missing_scope')]);
      expect(json.error.hint).toContain('automation:write');
    }
    const id = await made();
    expect((await clawcrm.get(path, reader)).status).toBe(200);
    expect((await clawcrm.post(path, booked, writer)).status).toBe(201);
    expect((await clawcrm.put(path, { id, priority: 1 }, writer)).status).toBe(200);
    expect((await clawcrm.remove(`${path}?id=${id}`, writer)).status).toBe(200);
  });

  it('with a key locked to a business, which reads them all the same', async () => {
    const locked = await clawcrm.keyOf(['automation:read', 'automation:write'], await clawcrm.business());
    expect(await list(locked)).toEqual(await list());
    for (const [method, at, body] of writes) {
      const { status, json } = await clawcrm.call(method, at, body, locked);
      expect([status, json]).toMatchObject([403, errorWith('business_scope_mismatch')]);
      expect(json.error.hint).toContain('not locked to a business');
    }
  });
});

describe('404', () => {
  it.each([unknown, 'nonsense', 'stg_01jqz5v8m3k9wfp2c7hx0dtbne'])('knows no %s', async (id) => {
    for (const { status, json } of [
      await clawcrm.put(path, { id, priority: 1 }),
      await clawcrm.remove(`${path}?id=${id}`),
    ]) {
      expect([status, json]).toMatchObject([404, errorWith('not_found')]);
      expect(json.error.hint).toBe('GET /api/openclaw/automation/rules shows the ids there are.');
    }
  });

  it('for a rule of another workspace', async () => {
    const id = await made();
    const stranger = await clawcrm.signUp();
    expect((await clawcrm.put(path, { id, priority: 1 }, stranger)).status).toBe(404);
    expect((await clawcrm.remove(`${path}?id=${id}`, stranger)).status).toBe(404);
  });
});

describe('405, 413 and 415', () => {
  it('answers only its methods, and reads only JSON of up to 1 MiB', async () => {
    const { status, headers } = await clawcrm.patch(path, {});
    expect([status, headers.get('allow')]).toEqual([405, 'GET, POST, PUT, DELETE, HEAD, OPTIONS']);
    expect((await clawcrm.post(path, { ...booked, name: 'x'.repeat(1_100_000) })).status).toBe(413);
    expect((await clawcrm.call('POST', path, 'x', clawcrm.key, { 'content-type': 'text/plain' })).status).toBe(415);
  });
});

describe('409', () => {
  it('where an Idempotency-Key comes with another body', async () => {
    const send = (body: object) => clawcrm.call('POST', path, body, clawcrm.key, { 'idempotency-key': 'other' });
    expect((await send(booked)).status).toBe(201);
    const { status, json } = await send({ ...booked, priority: 1 });
    expect([status, json]).toMatchObject([409, errorWith('conflict')]);
    expect(json.error.hint).toContain('Idempotency-Key');
  });

  it('at a hundred rules, however many come at once', async () => {
    const key = await clawcrm.signUp();
    await made({}, key);
    const { orgId, targetStageId } = await clawcrm.database.prisma.automationRule.findFirstOrThrow({
      orderBy: { id: 'desc' },
    });
    const times = { createdAt: new Date(), updatedAt: new Date() };
    await clawcrm.database.prisma.automationRule.createMany({
      data: Array.from({ length: 98 }, (_, n) => ({
        ...times,
        orgId,
        id: `r${n}`,
        name: 'Rule',
        trigger: 'MEETING_BOOKED' as const,
        targetStageId,
      })),
    });
    const answers = await Promise.all([1, 2, 3].map(async () => clawcrm.post(path, booked, key)));
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409, 409]);
    const refused = answers.find(({ status }) => status === 409)!;
    expect(refused.json).toMatchObject(errorWith('conflict', 'A workspace has at most 100 rules.'));
    expect(refused.json.error.hint).toContain('DELETE /api/openclaw/automation/rules?id=rul_…');
  });
});
