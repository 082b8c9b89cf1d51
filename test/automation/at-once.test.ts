import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Automated, openPipeline, type Pipeline } from './pipeline.ts';

let pipeline: Pipeline;
beforeAll(async () => void (pipeline = await openPipeline()));
afterAll(() => pipeline.close());

const leadsOf = async (crm: Automated, count: number, input: object = {}) =>
  Promise.all(Array.from({ length: count }, async () => crm.lead(input)));

/** The moves of a lead as its events tell them, in the order of the log. */
async function movesOf(crm: Automated, lead: string): Promise<string[]> {
  const events = await crm.eventsOf(lead);
  return events
    .filter(({ type }) => type === 'LEAD_STAGE_CHANGED')
    .map((event) => `${event.previousStage?.key} ${event.lead?.stage.key} ${JSON.stringify(event.metadata?.['rule'])}`);
}

async function stageId(crm: Automated, key: string): Promise<string> {
  const { stages } = await crm.graph.ask<{ stages: { id: string; key: string }[] }>('{ stages { id key } }');
  return stages.find((stage) => stage.key === key)!.id;
}

describe('at once', () => {
  it('touchpoints of one lead fire each rule once, one after the other', async () => {
    const crm = await pipeline.automated();
    await crm.rule('CTA_CLICKED', 'contacted', { conditions: { fromStage: 'new' } });
    await crm.rule('MEETING_BOOKED', 'won');
    const lead = await crm.lead();
    const types = ['CTA_CLICKED', 'MEETING_BOOKED', 'CTA_CLICKED', 'MEETING_BOOKED', 'CTA_CLICKED', 'MEETING_BOOKED'];
    const told = await Promise.all(types.map(async (type) => crm.touch(lead, type)));
    const runs = told.flatMap(({ automationRuns }) => automationRuns);
    const moves = await movesOf(crm, lead);
    expect(await crm.stageOf(lead)).toBe('won');
    expect(runs).toHaveLength(moves.length);
    // Where the meeting came first, no click found the lead in the stage it waits for.
    expect(moves.map((move) => move.split(' ').slice(0, 2).join(' '))).toSatisfy((found: string[]) =>
      ['new contacted,contacted won', 'new won'].includes(found.join()),
    );
    expect(new Set(runs.map(({ description }) => description)).size).toBe(runs.length);
  });

  it('touchpoints of many leads and their scoring wait for each other and none is lost', async () => {
    const crm = await pipeline.automated();
    await crm.rule('CTA_CLICKED', 'contacted');
    const leads = await leadsOf(crm, 8);
    const scoreAll = async () => crm.graph.ask('mutation { scoreLeads { scored } }');
    await Promise.all([
      ...leads.map(async (lead) => crm.touch(lead, 'CTA_CLICKED')),
      scoreAll(),
      ...leads.toReversed().map(async (lead) => crm.touch(lead, 'CTA_CLICKED')),
      scoreAll(),
    ]);
    for (const lead of leads) expect(await movesOf(crm, lead)).toHaveLength(1);
    const { orgId } = crm;
    expect(await pipeline.database.prisma.lead.count({ where: { orgId, confidenceScore: 10 } })).toBe(8);
  });

  it('a rule that is deleted has moved a lead wholly or not at all', async () => {
    const crm = await pipeline.automated();
    const rule = await crm.rule('CTA_CLICKED', 'contacted', { name: 'Brief' });
    const leads = await leadsOf(crm, 10);
    const remove = 'mutation ($id: ID!) { deleteAutomationRule(id: $id) { rule { id } } }';
    const [first, ...rest] = leads;
    await Promise.all([
      crm.touch(first!, 'CTA_CLICKED'),
      crm.graph.ask(remove, { id: rule }),
      ...rest.map(async (lead) => crm.touch(lead, 'CTA_CLICKED')),
    ]);
    for (const lead of leads) {
      const moved = (await crm.stageOf(lead)) === 'contacted' ? 1 : 0;
      expect([await movesOf(crm, lead), await crm.runsOf(lead)].map(({ length }) => length)).toEqual([moved, moved]);
    }
    const late = await crm.lead();
    await crm.touch(late, 'CTA_CLICKED');
    expect(await crm.stageOf(late)).toBe('new');
  });

  it('a stage that is deleted takes no lead, and every touchpoint is recorded', async () => {
    const crm = await pipeline.automated();
    await crm.rule('CTA_CLICKED', 'proposal');
    const leads = await leadsOf(crm, 10);
    const id = await stageId(crm, 'proposal');
    const remove = 'mutation ($id: ID!) { deleteStage(id: $id) { stage { id } } }';
    const [one, two, ...rest] = leads;
    await Promise.all([
      crm.touch(one!, 'CTA_CLICKED'),
      crm.touch(two!, 'CTA_CLICKED'),
      crm.graph.ask(remove, { id }),
      ...rest.map(async (lead) => crm.touch(lead, 'CTA_CLICKED')),
    ]);
    for (const lead of leads) {
      expect(await crm.stageOf(lead)).toBe('new');
      const [moves, runs] = [await movesOf(crm, lead), await crm.runsOf(lead)];
      // Moved by the rule and back by the deletion, or not at all.
      expect(moves).toHaveLength(runs.length * 2);
    }
    const { automationRules } = await crm.graph.ask<{ automationRules: object[] }>(
      '{ automationRules { enabled targetStage { id } } }',
    );
    expect(automationRules).toEqual([{ enabled: false, targetStage: null }]);
  });
});
