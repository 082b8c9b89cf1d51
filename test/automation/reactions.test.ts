import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { automate, openPipeline, type Pipeline } from './pipeline.ts';

let pipeline: Pipeline;
beforeAll(async () => void (pipeline = await openPipeline()));
afterAll(() => pipeline.close());

describe('a touchpoint', () => {
  it('moves its lead by the rule that waits for it, and says so everywhere', async () => {
    const crm = await pipeline.automated();
    const rule = await crm.rule('MEETING_BOOKED', 'qualified', { name: 'Meeting' });
    const lead = await crm.lead();
    const { touchpoint, ...told } = await crm.touch(lead, 'MEETING_BOOKED');
    const description = `Moved from New to Qualified by the rule "Meeting" because of the meeting_booked touchpoint ${touchpoint.id}.`;
    expect(told).toEqual({ lead: { stage: { key: 'qualified' } }, automationRuns: [{ description }] });
    const cause = { rule: { id: rule, name: 'Meeting' }, touchpoint: { id: touchpoint.id, type: 'MEETING_BOOKED' } };
    expect(await crm.eventsOf(lead)).toMatchObject([
      { type: 'LEAD_CREATED' },
      { type: 'TOUCHPOINT_RECORDED', lead: { stage: { key: 'new' } } },
      { type: 'LEAD_SCORED', lead: { stage: { key: 'new' } } },
      { type: 'LEAD_UPDATED', metadata: null },
      {
        type: 'LEAD_STAGE_CHANGED',
        previousStage: { key: 'new' },
        lead: { stage: { key: 'qualified' } },
        metadata: cause,
      },
    ]);
    const trace = `trigger fromStageName toStageName ruleId ruleName rule { id } touchpointId touchpoint { type } leadId description createdAt`;
    const query = `query ($id: ID!) { lead(id: $id) { automationRuns { totalCount nodes { ${trace} } } } }`;
    expect(await crm.graph.ask(query, { id: lead })).toEqual({
      lead: {
        automationRuns: {
          totalCount: 1,
          nodes: [
            {
              trigger: 'MEETING_BOOKED',
              fromStageName: 'New',
              toStageName: 'Qualified',
              ruleId: rule,
              ruleName: 'Meeting',
              rule: { id: rule },
              touchpointId: touchpoint.id,
              touchpoint: { type: 'MEETING_BOOKED' },
              leadId: lead,
              description,
              createdAt: pipeline.clock.now().toISOString(),
            },
          ],
        },
      },
    });
  });

  it('does nothing by rules that are off, deleted, or wait for another one', async () => {
    const crm = await pipeline.automated();
    await crm.rule('CTA_CLICKED', 'won', { enabled: false });
    await crm.rule('QUIZ_COMPLETED', 'won');
    await crm.rule('NO_TOUCH', 'won');
    const gone = await crm.rule('CTA_CLICKED', 'won');
    await crm.graph.ask('mutation ($id: ID!) { deleteAutomationRule(id: $id) { rule { id } } }', { id: gone });
    const lead = await crm.lead();
    for (const type of ['CTA_CLICKED', 'EMAIL', 'REPLY', 'OTHER', 'VIDEO_WATCHED']) await crm.touch(lead, type);
    expect([await crm.stageOf(lead), await crm.runsOf(lead)]).toEqual(['new', []]);
  });

  it('moves where every condition holds, as the touchpoint left the lead', async () => {
    const crm = await pipeline.automated();
    await crm.rule('PROPOSAL_VIEWED', 'proposal', {
      conditions: { fromStage: 'contacted', tier: 'HIGH', minViewCount: 3, minConfidenceScore: 33 },
    });
    const view = async (lead: string, times: number) => {
      for (let time = 0; time < times; time += 1) await crm.touch(lead, 'PROPOSAL_VIEWED');
      return crm.stageOf(lead);
    };
    const fitting = await crm.lead({ stage: 'contacted', tier: 'HIGH' });
    expect(await view(fitting, 2)).toBe('contacted');
    // The third view makes both the count and the score: 15 for the tier and 18 for the views.
    expect(await view(fitting, 1)).toBe('proposal');
    expect(await view(await crm.lead({ stage: 'new', tier: 'HIGH' }), 4)).toBe('new');
    expect(await view(await crm.lead({ stage: 'contacted', tier: 'MEDIUM' }), 4)).toBe('contacted');
    expect(await view(await crm.lead({ stage: 'contacted' }), 4)).toBe('contacted');
  });

  it('is held against the confidence it has just given', async () => {
    const crm = await pipeline.automated();
    await crm.rule('QUIZ_COMPLETED', 'qualified', { conditions: { minConfidenceScore: 18 } });
    const lead = await crm.lead();
    await crm.touch(lead, 'QUIZ_COMPLETED', { metadata: { score: 85 } });
    expect(await crm.stageOf(lead)).toBe('new');
    pipeline.clock.advance(1);
    await crm.touch(lead, 'QUIZ_COMPLETED', { metadata: { score: 90 } });
    expect(await crm.stageOf(lead)).toBe('qualified');
  });

  it('lets rules act in the order of their priority, each on what the one before left', async () => {
    const crm = await pipeline.automated();
    await crm.rule('CTA_CLICKED', 'qualified', { name: 'Third', priority: 1, conditions: { fromStage: 'contacted' } });
    await crm.rule('CTA_CLICKED', 'contacted', { name: 'First', priority: 5, conditions: { fromStage: 'new' } });
    await crm.rule('CTA_CLICKED', 'lost', { name: 'Second', priority: 3, conditions: { fromStage: 'proposal' } });
    const lead = await crm.lead();
    const { automationRuns } = await crm.touch(lead, 'CTA_CLICKED');
    expect(automationRuns.map(({ description }) => description.split(' because')[0])).toEqual([
      'Moved from New to Contacted by the rule "First"',
      'Moved from Contacted to Qualified by the rule "Third"',
    ]);
  });

  it('comes to an end however rules point at each other', async () => {
    const crm = await pipeline.automated();
    await crm.rule('CTA_CLICKED', 'contacted', { name: 'There', priority: 3, conditions: { fromStage: 'new' } });
    await crm.rule('CTA_CLICKED', 'new', { name: 'Back', priority: 2, conditions: { fromStage: 'contacted' } });
    await crm.rule('CTA_CLICKED', 'won', { name: 'On', priority: 1 });
    await crm.rule('CTA_CLICKED', 'contacted', { name: 'Again', priority: 0 });
    const lead = await crm.lead();
    const { automationRuns } = await crm.touch(lead, 'CTA_CLICKED');
    expect(automationRuns.map(({ description }) => description.split(' because')[0])).toEqual([
      'Moved from New to Contacted by the rule "There"',
      'Moved from Contacted to Won by the rule "On"',
    ]);
  });

  it('moves a lead again with the next touchpoint, once for each', async () => {
    const crm = await pipeline.automated();
    await crm.rule('CTA_CLICKED', 'contacted', { name: 'There', conditions: { fromStage: 'new' } });
    await crm.rule('MEETING_BOOKED', 'new', { name: 'Back' });
    const lead = await crm.lead();
    for (const type of ['CTA_CLICKED', 'CTA_CLICKED', 'MEETING_BOOKED', 'CTA_CLICKED']) {
      pipeline.clock.advance(1);
      await crm.touch(lead, type);
    }
    expect((await crm.runsOf(lead)).map((run) => run.split(' by')[0])).toEqual([
      'Moved from New to Contacted',
      'Moved from Contacted to New',
      'Moved from New to Contacted',
    ]);
  });

  it('sets off the workspace’s rules whatever the key that records it may do', async () => {
    const crm = await pipeline.automated();
    await crm.rule('CTA_CLICKED', 'won');
    const lead = await crm.lead();
    const writer = automate(crm, await crm.graphAs(['leads:write']));
    expect(await writer.touch(lead, 'CTA_CLICKED')).toMatchObject({ lead: { stage: { key: 'won' } } });
  });

  it('fires no rule of another workspace', async () => {
    const [one, other] = [await pipeline.automated(), await pipeline.automated()];
    await other.rule('CTA_CLICKED', 'won');
    const lead = await one.lead();
    await one.touch(lead, 'CTA_CLICKED');
    expect(await one.stageOf(lead)).toBe('new');
  });
});

describe('the trace of a rule', () => {
  it('outlives the rule, its stages and their names', async () => {
    const crm = await pipeline.automated();
    const rule = await crm.rule('CTA_CLICKED', 'proposal', { name: 'Old' });
    const lead = await crm.lead();
    await crm.touch(lead, 'CTA_CLICKED');
    const runs = await crm.runsOf(lead);
    await crm.graph.ask('mutation ($id: ID!) { deleteAutomationRule(id: $id) { rule { id } } }', { id: rule });
    const { stages } = await crm.graph.ask<{ stages: { id: string; key: string }[] }>('{ stages { id key } }');
    const stage = stages.find(({ key }) => key === 'proposal')!.id;
    await crm.graph.ask('mutation ($id: ID!) { deleteStage(id: $id) { stage { id } } }', { id: stage });
    expect(await crm.runsOf(lead)).toEqual(runs);
    const query = 'query ($id: ID!) { lead(id: $id) { automationRuns { nodes { ruleName rule { id } } } } }';
    expect(await crm.graph.ask(query, { id: lead })).toEqual({
      lead: { automationRuns: { nodes: [{ ruleName: 'Old', rule: null }] } },
    });
  });

  it('needs automation:read, and goes with a deleted lead', async () => {
    const crm = await pipeline.automated();
    await crm.rule('CTA_CLICKED', 'won');
    const lead = await crm.lead();
    await crm.touch(lead, 'CTA_CLICKED');
    const query = 'query ($id: ID!) { lead(id: $id) { automationRuns { nodes { id } } } }';
    const reader = await crm.graphAs(['leads:read']);
    expect(await reader.refusal(query, { id: lead })).toBe('FORBIDDEN');
    type Runs = { lead: { automationRuns: { nodes: { id: string }[] } } };
    const id = (await crm.graph.ask<Runs>(query, { id: lead })).lead.automationRuns.nodes[0]!.id;
    const node = async () => crm.graph.ask('query ($id: ID!) { node(id: $id) { id } }', { id });
    expect(await node()).toEqual({ node: { id } });
    await crm.graph.ask('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id: lead });
    expect(await node()).toEqual({ node: null });
  });
});
