import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allScopes } from '../../src/access/scopes.ts';
import { type Automated, openPipeline, type Pipeline } from './pipeline.ts';

let pipeline: Pipeline;
let crm: Automated;

beforeAll(async () => {
  pipeline = await openPipeline();
  crm = await pipeline.automated();
});
afterAll(() => pipeline.close());

const shown = `id name trigger priority enabled createdAt updatedAt targetStage { key }
  conditions { fromStage { key } tier minViewCount minConfidenceScore minDaysSinceTouch }`;
const create = `mutation ($input: CreateAutomationRuleInput!) { createAutomationRule(input: $input) { rule { ${shown} } } }`;
const update = `mutation ($id: ID!, $input: UpdateAutomationRuleInput!) { updateAutomationRule(id: $id, input: $input) { rule { ${shown} } } }`;
const remove = 'mutation ($id: ID!) { deleteAutomationRule(id: $id) { rule { id } } }';

type Rule = { id: string; conditions: object; targetStage: object | null; enabled: boolean; updatedAt: string };
const change = async (id: string, input: object): Promise<Rule> =>
  (await crm.graph.ask<{ updateAutomationRule: { rule: Rule } }>(update, { id, input })).updateAutomationRule.rule;
const revisionOf = async ({ orgId }: Automated): Promise<bigint> =>
  (await pipeline.database.prisma.organisation.findFirstOrThrow({ where: { id: orgId } })).revision;

const anyLead = {
  fromStage: null,
  tier: null,
  minViewCount: null,
  minConfidenceScore: null,
  minDaysSinceTouch: null,
};

describe('a rule', () => {
  it('is kept as it was asked for, its stages by name, key or id', async () => {
    const { stages } = await crm.graph.ask<{ stages: { id: string; key: string }[] }>('{ stages { id key } }');
    const targetStage = stages.find(({ key }) => key === 'proposal')!.id;
    const conditions = { fromStage: 'Qualified', tier: 'HIGH', minViewCount: 3, minConfidenceScore: 45 };
    const input = { name: ' Hot ', trigger: 'PROPOSAL_VIEWED', targetStage, conditions, priority: 7, enabled: false };
    const now = pipeline.clock.now().toISOString();
    expect(await crm.graph.ask(create, { input })).toEqual({
      createAutomationRule: {
        rule: {
          id: expect.stringMatching(/^rul_/),
          name: 'Hot',
          trigger: 'PROPOSAL_VIEWED',
          priority: 7,
          enabled: false,
          createdAt: now,
          updatedAt: now,
          targetStage: { key: 'proposal' },
          conditions: { ...conditions, fromStage: { key: 'qualified' }, minDaysSinceTouch: null },
        },
      },
    });
  });

  it('is for every lead and acts, unless it says otherwise; NO_TOUCH waits for 14 days', async () => {
    const made = async (trigger: string) => {
      const input = { name: 'Plain', trigger, targetStage: 'won' };
      return (await crm.graph.ask<{ createAutomationRule: { rule: Rule } }>(create, { input })).createAutomationRule
        .rule;
    };
    expect(await made('CTA_CLICKED')).toMatchObject({ priority: 0, enabled: true, conditions: anyLead });
    expect(await made('NO_TOUCH')).toMatchObject({ conditions: { ...anyLead, minDaysSinceTouch: 14 } });
  });

  it.each([
    [{ name: ' ' }, 'name'],
    [{ name: 'a'.repeat(201) }, 'name'],
    [{ targetStage: 'nowhere' }, 'targetStage'],
    [{ conditions: { fromStage: 'nowhere' } }, 'conditions.fromStage'],
    [{ conditions: { fromStage: 'won' } }, 'targetStage'],
    [{ conditions: { minViewCount: 0 } }, 'conditions.minViewCount'],
    [{ conditions: { minConfidenceScore: 101 } }, 'conditions.minConfidenceScore'],
    [{ conditions: { minDaysSinceTouch: 3 } }, 'conditions.minDaysSinceTouch'],
    [{ trigger: 'NO_TOUCH', conditions: { minDaysSinceTouch: 0 } }, 'conditions.minDaysSinceTouch'],
    [{ trigger: 'NO_TOUCH', conditions: { minDaysSinceTouch: 3651 } }, 'conditions.minDaysSinceTouch'],
    [{ priority: 1001 }, 'priority'],
    [{ priority: -1001 }, 'priority'],
  ])('is refused with %j', async (more, field) => {
    const before = await revisionOf(crm);
    const input = { name: 'Rule', trigger: 'CTA_CLICKED', targetStage: 'won', ...more };
    const { errors } = await crm.graph.send(create, { input });
    expect(errors.map(({ extensions }) => [extensions['code'], extensions['field']])).toEqual([['INVALID', field]]);
    expect(await revisionOf(crm)).toBe(before);
  });

  it('changes in what is given, and the same again changes nothing', async () => {
    const id = await crm.rule('PROPOSAL_VIEWED', 'won', { conditions: { tier: 'LOW', minViewCount: 2 } });
    pipeline.clock.advance(1000);
    const changed = await change(id, { priority: 5, enabled: false, targetStage: 'Lost' });
    expect(changed).toMatchObject({
      priority: 5,
      enabled: false,
      targetStage: { key: 'lost' },
      conditions: { ...anyLead, tier: 'LOW', minViewCount: 2 },
      updatedAt: pipeline.clock.now().toISOString(),
    });
    const before = await revisionOf(crm);
    pipeline.clock.advance(1000);
    expect(await change(id, { priority: 5, conditions: { tier: 'LOW', minViewCount: 2 } })).toEqual(changed);
    expect(await revisionOf(crm)).toBe(before);
    expect(await change(id, { conditions: { tier: 'HIGH' } })).toMatchObject({
      conditions: { ...anyLead, tier: 'HIGH' },
    });
    expect(await change(id, { trigger: 'NO_TOUCH' })).toMatchObject({
      conditions: { ...anyLead, tier: 'HIGH', minDaysSinceTouch: 14 },
    });
    expect(await change(id, { conditions: { minDaysSinceTouch: 30 } })).toMatchObject({
      conditions: { ...anyLead, minDaysSinceTouch: 30 },
    });
    expect(await change(id, { trigger: 'CTA_CLICKED' })).toMatchObject({ conditions: anyLead });
    expect(await change(id, { conditions: null })).toMatchObject({ conditions: anyLead });
    expect(await crm.graph.refusal(update, { id, input: { conditions: { fromStage: 'lost' } } })).toBe('INVALID');
  });

  it('is off once its target stage is gone, and wants another one before it acts again', async () => {
    const own = await pipeline.automated();
    const id = await own.rule('CTA_CLICKED', 'proposal');
    const { stages } = await own.graph.ask<{ stages: { id: string; key: string }[] }>('{ stages { id key } }');
    const stage = stages.find(({ key }) => key === 'proposal')!.id;
    await own.graph.ask('mutation ($id: ID!) { deleteStage(id: $id) { stage { id } } }', { id: stage });
    expect(await own.graph.ask(`{ automationRules { ${shown} } }`)).toMatchObject({
      automationRules: [{ id, enabled: false, targetStage: null }],
    });
    const enable = (input: object) => own.graph.send(update, { id, input: { enabled: true, ...input } });
    expect((await enable({})).errors).toMatchObject([{ extensions: { code: 'INVALID', field: 'targetStage' } }]);
    expect((await enable({ targetStage: 'won' })).data).toMatchObject({
      updateAutomationRule: { rule: { enabled: true, targetStage: { key: 'won' } } },
    });
  });

  it('whose condition on a stage went with that stage acts for no other lead until it has conditions again', async () => {
    const own = await pipeline.automated();
    const id = await own.rule('CTA_CLICKED', 'won', { conditions: { fromStage: 'proposal', tier: 'HIGH' } });
    const { stages } = await own.graph.ask<{ stages: { id: string; key: string }[] }>('{ stages { id key } }');
    const stage = stages.find(({ key }) => key === 'proposal')!.id;
    await own.graph.ask('mutation ($id: ID!) { deleteStage(id: $id) { stage { id } } }', { id: stage });
    const read = '{ automationRules { enabled fromStageGone conditions { fromStage { key } tier } } }';
    const conditions = { fromStage: null, tier: 'HIGH' };
    expect(await own.graph.ask(read)).toEqual({
      automationRules: [{ enabled: false, fromStageGone: true, conditions }],
    });
    const send = (input: object) => own.graph.send(update, { id, input });
    const wanting = [{ extensions: { code: 'INVALID', field: 'conditions' } }];
    expect((await send({ enabled: true })).errors).toMatchObject(wanting);
    expect((await send({ name: 'Renamed' })).errors).toEqual([]);
    expect((await send({ enabled: true, targetStage: 'lost' })).errors).toMatchObject(wanting);
    expect((await send({ enabled: true, conditions: { tier: 'HIGH' } })).errors).toEqual([]);
    expect(await own.graph.ask(read)).toEqual({
      automationRules: [{ enabled: true, fromStageGone: false, conditions }],
    });
  });

  it('is gone once it is deleted', async () => {
    const id = await crm.rule('CTA_CLICKED', 'won');
    expect(await crm.graph.ask(remove, { id })).toEqual({ deleteAutomationRule: { rule: { id } } });
    expect(await crm.graph.refusal(remove, { id })).toBe('NOT_FOUND');
    expect(await crm.graph.refusal(update, { id, input: { priority: 1 } })).toBe('NOT_FOUND');
    expect(await crm.graph.ask('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: null });
  });

  it('leaves an audit row for each change and no event', async () => {
    const own = await pipeline.automated();
    const id = await own.rule('CTA_CLICKED', 'won');
    pipeline.clock.advance(1);
    await own.graph.ask(update, { id, input: { priority: 3 } });
    pipeline.clock.advance(1);
    await own.graph.ask(remove, { id });
    const audit = 'query ($id: ID!) { auditLog(subjectId: $id) { nodes { action } } events { nodes { id } } }';
    expect(await own.graph.ask(audit, { id })).toEqual({
      auditLog: {
        nodes: [
          { action: 'automation_rule.deleted' },
          { action: 'automation_rule.updated' },
          { action: 'automation_rule.created' },
        ],
      },
      events: { nodes: [] },
    });
  });
});

describe('the rules of a workspace', () => {
  it('stand in the order in which they act, and are 100 at most, however many are made at once', async () => {
    const own = await pipeline.automated();
    const low = await own.rule('CTA_CLICKED', 'won', { priority: -1 });
    pipeline.clock.advance(1);
    const first = await own.rule('CTA_CLICKED', 'won', { priority: 9 });
    pipeline.clock.advance(1);
    const second = await own.rule('MEETING_BOOKED', 'won', { priority: 9 });
    const { automationRules } = await own.graph.ask<{ automationRules: { id: string }[] }>(
      '{ automationRules { id } }',
    );
    expect(automationRules.map(({ id }) => id)).toEqual([first, second, low]);
    const { orgId } = own;
    const stage = await pipeline.database.prisma.stage.findFirstOrThrow({ where: { orgId, key: 'won' } });
    const times = { createdAt: pipeline.clock.now(), updatedAt: pipeline.clock.now() };
    await pipeline.database.prisma.automationRule.createMany({
      data: Array.from({ length: 96 }, (_, index) => ({
        ...times,
        orgId,
        id: `rule${index}`,
        name: 'Rule',
        trigger: 'CTA_CLICKED' as const,
        targetStageId: stage.id,
      })),
    });
    const input = { name: 'One more', trigger: 'CTA_CLICKED', targetStage: 'won' };
    const answers = await Promise.all([1, 2, 3].map(async () => own.graph.send(create, { input })));
    const codes = answers.map(({ errors }) => errors[0]?.extensions['code'] ?? 'made');
    expect(codes.filter((code) => code === 'made')).toHaveLength(1);
    expect(codes.filter((code) => code === 'CONFLICT')).toHaveLength(2);
  });

  it('are shown to a locked key and changed by none', async () => {
    const own = await pipeline.automated();
    const id = await own.rule('CTA_CLICKED', 'won');
    const { createBusiness } = await own.graph.ask<{ createBusiness: { business: { id: string } } }>(
      'mutation { createBusiness(input: { name: "North" }) { business { id } } }',
    );
    const locked = await own.graphAs(allScopes, createBusiness.business.id);
    expect(await locked.ask('{ automationRules { id } }')).toEqual({ automationRules: [{ id }] });
    const input = { name: 'Rule', trigger: 'CTA_CLICKED', targetStage: 'won' };
    expect(await locked.refusal(create, { input })).toBe('FORBIDDEN');
    expect(await locked.refusal(update, { id, input: { priority: 1 } })).toBe('FORBIDDEN');
    expect(await locked.refusal(remove, { id })).toBe('FORBIDDEN');
  });
});

describe('rules that undo a rule', () => {
  const undoing = async (own: Automated): Promise<Record<string, string[]>> => {
    type Rules = { automationRules: { id: string; undoneByIds: string[] }[] };
    const { automationRules } = await own.graph.ask<Rules>('{ automationRules { id undoneByIds } }');
    return Object.fromEntries(automationRules.map(({ id, undoneByIds }) => [id, undoneByIds]));
  };

  it.each([
    ['back to where it came from', { fromStage: 'new' }, 'new', { fromStage: 'contacted' }],
    ['from anywhere to anywhere else', {}, 'won', {}],
    ['for leads of any tier', { tier: 'HIGH' }, 'won', {}],
    ['from its stage on, where it takes them from there again', {}, 'won', { fromStage: 'contacted' }],
  ])('have its trigger and take leads %s', async (_, conditions, back, backConditions) => {
    const own = await pipeline.automated();
    const one = await own.rule('CTA_CLICKED', 'contacted', { conditions });
    const other = await own.rule('CTA_CLICKED', back, { conditions: backConditions });
    expect(await undoing(own)).toEqual({ [one]: [other], [other]: [one] });
    const lead = await own.lead({ tier: 'HIGH' });
    const stages: string[] = [];
    for (let time = 0; time < 4; time += 1) stages.push((await own.touch(lead, 'CTA_CLICKED')).lead.stage.key);
    expect(stages.slice(2)).toEqual(stages.slice(0, 2));
    expect(new Set(stages).size).toBe(2);
  });

  it.each([
    ['lead on', { fromStage: 'new' }, ['CTA_CLICKED', 'won', { conditions: { fromStage: 'contacted' } }]],
    ['lead to the same stage', {}, ['CTA_CLICKED', 'contacted', {}]],
    ['wait for something else', {}, ['MEETING_BOOKED', 'won', {}]],
    ['are for other leads', { tier: 'HIGH' }, ['CTA_CLICKED', 'won', { conditions: { tier: 'LOW' } }]],
    ['are off', {}, ['CTA_CLICKED', 'won', { enabled: false }]],
  ] as const)('are none that %s', async (_, conditions, [trigger, stage, more]) => {
    const own = await pipeline.automated();
    const [one, other] = [
      await own.rule('CTA_CLICKED', 'contacted', { conditions }),
      await own.rule(trigger, stage, more),
    ];
    expect(await undoing(own)).toEqual({ [one]: [], [other]: [] });
  });

  it('are none that time sets off, which takes no lead back', async () => {
    const own = await pipeline.automated();
    const [one, other] = [await own.rule('NO_TOUCH', 'contacted'), await own.rule('NO_TOUCH', 'new')];
    expect(await undoing(own)).toEqual({ [one]: [], [other]: [] });
  });
});

it('the triggers there are tell which conditions go with them', async () => {
  const of = 'trigger description conditions';
  const { automationTriggers } = await crm.graph.ask<{
    automationTriggers: { trigger: string; conditions: string[] }[];
  }>(`{ automationTriggers { ${of} } }`);
  const ofAny = ['fromStage', 'tier', 'minViewCount', 'minConfidenceScore'];
  expect(automationTriggers.map(({ trigger, conditions }) => [trigger, conditions])).toEqual([
    ['MEETING_BOOKED', ofAny],
    ['PROPOSAL_VIEWED', ofAny],
    ['CTA_CLICKED', ofAny],
    ['QUIZ_COMPLETED', ofAny],
    ['NO_TOUCH', [...ofAny, 'minDaysSinceTouch']],
  ]);
});
