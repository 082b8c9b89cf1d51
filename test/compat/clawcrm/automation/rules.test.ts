import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clawcrm, openClawcrm } from '../workspace.ts';

let clawcrm: Clawcrm;
beforeAll(async () => void (clawcrm = await openClawcrm()));
afterAll(() => clawcrm.close());

const path = '/automation/rules';
const booked = { name: 'Booked', triggerEvent: 'meeting_booked', targetStage: 'qualified' };
const anyLead = { fromStage: null, tier: null, viewCount: null, confidenceScore: null, daysSinceTouch: null };

type Rule = { id: string; name: string; conditions: object; targetStage: string | null; updatedAt: string };
const made = async (more: object = {}, key = clawcrm.key): Promise<Rule> =>
  (await clawcrm.post(path, { ...booked, ...more }, key)).json.rule;
const list = async (key = clawcrm.key): Promise<Rule[]> => (await clawcrm.get(path, key)).json.rules;
type Stage = { key: string; id: string };
const stageId = async (wanted: string): Promise<string | undefined> => {
  const stages: Stage[] = (await clawcrm.get('/stages')).json.stages;
  return stages.find(({ key }) => key === wanted)?.id;
};

describe('201', () => {
  it('POST answers the rule, and the call that sets it off', async () => {
    const conditions = { fromStage: 'New', tier: 'high', viewCount: { gte: 3 }, confidenceScore: { gte: 45 } };
    const { status, json } = await clawcrm.post(path, { ...booked, conditions, priority: 10 });
    expect([status, json]).toEqual([
      201,
      {
        success: true,
        id: expect.stringMatching(/^rul_[0-9a-z]{26}$/),
        rule: {
          id: json.id,
          ...booked,
          conditions: { ...conditions, daysSinceTouch: null },
          targetStage: 'Qualified',
          priority: 10,
          enabled: true,
          createdAt: expect.any(String),
          updatedAt: expect.any(String),
        },
        warnings: [],
        next_steps: [
          `POST /api/openclaw/touchpoints { leadId, type: 'meeting_booked' } moves a lead its conditions hold for to "Qualified"`,
        ],
      },
    ]);
  });

  it.each(['meeting_booked', 'proposal_viewed', 'cta_clicked', 'quiz_completed'])(
    'POST takes the trigger %s, and what it names as next step does move a lead',
    async (triggerEvent) => {
      const key = await clawcrm.signUp();
      const { rule, next_steps: steps } = (await clawcrm.post(path, { ...booked, triggerEvent }, key)).json;
      expect(rule).toMatchObject({ triggerEvent, conditions: anyLead, priority: 0, enabled: true });
      expect(steps).toEqual([
        expect.stringContaining(`POST /api/openclaw/touchpoints { leadId, type: '${triggerEvent}' }`),
      ]);
      const lead = await clawcrm.post('/leads', { firstName: 'Ada', email: 'ada@example.com' }, key);
      await clawcrm.post('/touchpoints', { leadId: lead.json.id, type: triggerEvent }, key);
      expect((await clawcrm.get(`/leads/${lead.json.id}`, key)).json.lead.stage).toBe('Qualified');
    },
  );

  it('POST of a no_touch rule waits for 14 days unless told otherwise, and says that no call sets it off', async () => {
    const quiet = { name: 'Quiet', triggerEvent: 'no_touch', targetStage: 'lost' };
    const { rule, warnings, next_steps: steps } = (await clawcrm.post(path, quiet)).json;
    expect(rule.conditions).toEqual({ ...anyLead, daysSinceTouch: { gte: 14 } });
    expect(warnings).toEqual(['No call sets this rule off: it waits for 14 days without a touchpoint.']);
    expect(steps).toEqual(['POST /api/openclaw/touchpoints { leadId, type } lets the days of a lead begin anew']);
    const longer = await clawcrm.post(path, { ...quiet, conditions: { daysSinceTouch: { gte: 30 } } });
    expect(longer.json.rule.conditions).toEqual({ ...anyLead, daysSinceTouch: { gte: 30 } });
  });

  it('POST takes stages by name, key or id', async () => {
    for (const [fromStage, targetStage] of [
      ['Contacted', 'PROPOSAL'],
      ['contacted', 'proposal'],
      [await stageId('contacted'), await stageId('proposal')],
    ]) {
      expect(await made({ conditions: { fromStage }, targetStage })).toMatchObject({
        conditions: { fromStage: 'Contacted' },
        targetStage: 'Proposal',
      });
    }
  });

  it('POST takes a rule that is off, and says how to switch it on', async () => {
    const { id, rule, warnings, next_steps: steps } = (await clawcrm.post(path, { ...booked, enabled: false })).json;
    expect([rule.enabled, warnings, steps]).toEqual([
      false,
      ['This rule is off: it moves no lead.'],
      [`PUT /api/openclaw/automation/rules { id: '${id}', enabled: true }`],
    ]);
    expect((await clawcrm.put(path, { id, enabled: true })).json).toMatchObject({
      rule: { enabled: true },
      warnings: [],
    });
  });

  it('POST makes one under one Idempotency-Key, even where the answer was lost', async () => {
    const before = await list();
    const send = () => clawcrm.call('POST', path, booked, clawcrm.key, { 'idempotency-key': 'rule' });
    const first = await send();
    const lost = { where: { key: 'rule' }, data: { status: null, body: null } };
    await clawcrm.database.prisma.idempotencyKey.updateMany(lost);
    const again = await send();
    expect([again.status, again.text, again.headers.get('idempotency-replayed')]).toEqual([201, first.text, 'true']);
    expect(await list()).toHaveLength(before.length + 1);
  });
});

describe('200', () => {
  it('GET lists the rules in the order in which they act, and the triggers with the conditions that go with each', async () => {
    const key = await clawcrm.signUp();
    const low = await made({ priority: -1 }, key);
    const first = await made({ priority: 9 }, key);
    const second = await made({ priority: 9 }, key);
    const { status, json } = await clawcrm.get(path, key);
    const ofAny = ['fromStage', 'tier', 'viewCount', 'confidenceScore'];
    const trigger = (word: string, more: string[] = []) => ({
      trigger: word,
      description: expect.any(String),
      conditions: [...ofAny, ...more],
    });
    expect([status, json]).toEqual([
      200,
      {
        success: true,
        rules: [first, second, low],
        total: 3,
        availableTriggers: [
          trigger('meeting_booked'),
          trigger('proposal_viewed'),
          trigger('cta_clicked'),
          trigger('quiz_completed'),
          trigger('no_touch', ['daysSinceTouch']),
        ],
        warnings: [],
        next_steps: [],
      },
    ]);
  });

  it('GET says how to make the first one', async () => {
    expect((await clawcrm.get(path, await clawcrm.signUp())).json).toMatchObject({
      rules: [],
      total: 0,
      warnings: [],
      next_steps: ['POST /api/openclaw/automation/rules { name, triggerEvent, targetStage } makes the first one'],
    });
  });

  it('PUT changes what it names; conditions are replaced as a whole, and null clears them', async () => {
    const { id, ...rule } = await made({ conditions: { tier: 'low', viewCount: { gte: 2 } } });
    const changed = await clawcrm.put(path, { id, targetStage: 'Proposal', priority: -5, name: 'Other' });
    expect([changed.status, changed.json]).toMatchObject([
      200,
      { rule: { ...rule, targetStage: 'Proposal', priority: -5, name: 'Other', updatedAt: expect.any(String) } },
    ]);
    const put = async (fields: object) => (await clawcrm.put(path, { id, ...fields })).json.rule;
    expect((await put({ conditions: { tier: 'high' } })).conditions).toEqual({ ...anyLead, tier: 'high' });
    expect(await put({ triggerEvent: 'no_touch' })).toMatchObject({
      triggerEvent: 'no_touch',
      conditions: { ...anyLead, tier: 'high', daysSinceTouch: { gte: 14 } },
    });
    expect(await put({ triggerEvent: 'cta_clicked', conditions: null })).toMatchObject({ conditions: anyLead });
  });

  it('PUT of the same, and of nothing, changes nothing', async () => {
    const rule = await made({ conditions: { tier: 'low' } });
    const {
      createdAt: _,
      updatedAt: __,
      ...shown
    } = await clawcrm.put(path, { id: rule.id, priority: 3 }).then(({ json }) => json.rule);
    const same = await clawcrm.put(path, shown);
    expect(same.json).toMatchObject({ rule: shown, warnings: [] });
    const nothing = await clawcrm.put(path, { id: rule.id });
    expect(nothing.json).toMatchObject({
      rule: same.json.rule,
      warnings: ['No field was given, so nothing was changed.'],
    });
  });

  it('a rule is off once its stage is gone, until it has another one', async () => {
    const key = await clawcrm.signUp();
    const stage = (await clawcrm.post('/stages', { name: 'Short-lived' }, key)).json;
    const { id } = await made({ name: 'Aimless', targetStage: stage.id }, key);
    await clawcrm.remove(`/stages?id=${stage.id}`, key);
    const step = `PUT /api/openclaw/automation/rules { id: '${id}', targetStage, enabled: true }`;
    expect((await clawcrm.get(path, key)).json).toMatchObject({
      rules: [{ id, enabled: false, targetStage: null }],
      warnings: [`The rule "Aimless" (${id}) is off: the stage it moved leads to is gone.`],
      next_steps: [step],
    });
    expect((await clawcrm.put(path, { id, priority: 1 }, key)).json).toMatchObject({
      warnings: ['This rule is off: the stage it moved leads to is gone.'],
      next_steps: [step],
    });
    const refused = await clawcrm.put(path, { id, enabled: true }, key);
    expect(refused.status).toBe(400);
    expect(refused.json.error.message).toBe(
      'targetStage: the stage this rule moved leads to is gone; name another one',
    );
    expect((await clawcrm.put(path, { id, targetStage: 'won', enabled: true }, key)).json).toMatchObject({
      rule: { enabled: true, targetStage: 'Won' },
      warnings: [],
    });
  });

  it('a rule whose fromStage is gone is off, until it says anew which leads it is for', async () => {
    const key = await clawcrm.signUp();
    const stage = (await clawcrm.post('/stages', { name: 'Short-lived' }, key)).json;
    const { id } = await made({ name: 'Astray', conditions: { fromStage: stage.id }, targetStage: 'won' }, key);
    await clawcrm.remove(`/stages?id=${stage.id}`, key);
    const step = `PUT /api/openclaw/automation/rules { id: '${id}', conditions, enabled: true }`;
    expect((await clawcrm.get(path, key)).json).toMatchObject({
      rules: [{ id, enabled: false, conditions: { fromStage: null } }],
      warnings: [`The rule "Astray" (${id}) is off: the stage it moved leads from is gone.`],
      next_steps: [step],
    });
    expect((await clawcrm.put(path, { id, priority: 1 }, key)).json).toMatchObject({
      warnings: ['This rule is off: the stage it moved leads from is gone.'],
      next_steps: [step],
    });
    const refused = await clawcrm.put(path, { id, enabled: true }, key);
    expect([refused.status, refused.json.error.message]).toEqual([
      400,
      'conditions: the stage this rule moved leads from is gone; say anew which leads it is for',
    ]);
    const again = await clawcrm.put(path, { id, conditions: { fromStage: 'new' }, enabled: true }, key);
    expect(again.json).toMatchObject({ rule: { enabled: true, conditions: { fromStage: 'New' } }, warnings: [] });
  });

  it('says of two rules that they undo each other, and how to part them', async () => {
    const key = await clawcrm.signUp();
    const there = await made({ name: 'There', conditions: { fromStage: 'new' }, targetStage: 'contacted' }, key);
    const onward = { ...booked, name: 'Back', targetStage: 'new' };
    const { id, warnings, next_steps: steps } = (await clawcrm.post(path, onward, key)).json;
    const part = (rule: string) =>
      `PUT /api/openclaw/automation/rules { id: '${rule}', conditions } with another fromStage, beside the conditions it has, ends that`;
    expect([warnings, steps]).toEqual([
      [`This rule and the rule ${there.id} undo each other: by the same trigger they take a lead to and fro.`],
      [expect.stringContaining('POST /api/openclaw/touchpoints'), part(id)],
    ]);
    expect((await clawcrm.get(path, key)).json).toMatchObject({
      warnings: [
        `The rule "There" (${there.id}) and the rule ${id} undo each other: by the same trigger they take a lead to and fro.`,
      ],
      next_steps: [part(there.id)],
    });
    const parted = await clawcrm.put(path, { id, conditions: { fromStage: 'qualified' } }, key);
    expect(parted.json.warnings).toEqual([]);
    expect((await clawcrm.get(path, key)).json).toMatchObject({ warnings: [], next_steps: [] });
  });

  it('DELETE removes a rule, once', async () => {
    const { id } = await made();
    expect((await clawcrm.remove(`${path}?id=${id}`)).json).toEqual({
      success: true,
      id,
      warnings: [],
      next_steps: [],
    });
    expect((await list()).map((rule) => rule.id)).not.toContain(id);
    expect((await clawcrm.remove(`${path}?id=${id}`)).status).toBe(404);
  });
});
