import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../src/db/open/database.ts';
import { systemActor } from '../../src/access/actor.ts';
import { createRunAcross } from '../../src/db/run/run.ts';
import { createFindIdleLeads, type IdleLead } from '../../src/domain/automation/find-idle-leads.ts';
import { moveIdleLead } from '../../src/domain/automation/move-idle-lead.ts';
import { createIdleLeadsJob } from '../../src/jobs/idle-leads.ts';
import { seedLeads } from '../support/seed-leads.ts';
import { type Automated, openPipeline, type Pipeline } from './pipeline.ts';

const dayMs = 24 * 60 * 60 * 1000;
let pipeline: Pipeline;
let crm: Automated;

beforeAll(async () => void (pipeline = await openPipeline()));
beforeEach(async () => void (crm = await pipeline.automated()));
afterAll(() => pipeline.close());

const moveOne = async ({ orgId, leadId }: IdleLead) =>
  moveIdleLead(pipeline.app.services.openAs(systemActor(orgId, 'automation')), leadId);

/** A turn of the job as every node has one. */
async function turnEverywhere(
  find = createFindIdleLeads(createRunAcross(pipeline.database.pool)),
  move = moveOne,
): Promise<string[]> {
  const failures: string[] = [];
  const log = { ...silentLog, error: ({ err }: { err?: unknown }) => void failures.push(String(err)) };
  await createIdleLeadsJob({ find, move, clock: pipeline.clock, log }).run();
  return failures;
}

/** The same for the workspace at hand alone; answers how many leads it moved. */
async function turn(): Promise<number> {
  const find = createFindIdleLeads(createRunAcross(pipeline.database.pool));
  const own: typeof find = async (...page) => (await find(...page)).filter(({ orgId }) => orgId === crm.orgId);
  return createIdleLeadsJob({ find: own, move: moveOne, clock: pipeline.clock, log: silentLog }).run();
}

const days = (count: number) => pipeline.clock.advance(count * dayMs);

/** A turn after so many days. */
async function after(count: number): Promise<number> {
  days(count);
  return turn();
}

describe('a rule of trigger NO_TOUCH', () => {
  it('moves a lead once so many days have passed, to the millisecond, and says that time did', async () => {
    await crm.rule('NO_TOUCH', 'contacted', { conditions: { minDaysSinceTouch: 5 } });
    const lead = await crm.lead();
    pipeline.clock.advance(5 * dayMs - 1);
    expect([await turn(), await crm.stageOf(lead)]).toEqual([0, 'new']);
    pipeline.clock.advance(1);
    expect([await turn(), await crm.stageOf(lead)]).toEqual([1, 'contacted']);
    expect(await crm.runsOf(lead)).toEqual([
      'Moved from New to Contacted by the rule "To contacted" because there was no touchpoint for so long.',
    ]);
    expect((await crm.eventsOf(lead)).at(-1)).toMatchObject({
      type: 'LEAD_STAGE_CHANGED',
      previousStage: { key: 'new' },
      metadata: { rule: { name: 'To contacted' }, touchpoint: null },
    });
    expect(await after(30)).toBe(0);
  });

  it('counts from the latest touchpoint on, and acts anew after the next one', async () => {
    await crm.rule('NO_TOUCH', 'lost', { conditions: { minDaysSinceTouch: 5, fromStage: 'new' } });
    const lead = await crm.lead();
    days(4);
    await crm.touch(lead, 'CALL');
    expect([await after(4), await crm.stageOf(lead)]).toEqual([0, 'new']);
    expect([await after(1), await crm.stageOf(lead)]).toEqual([1, 'lost']);
    const update = 'mutation ($id: ID!) { updateLead(id: $id, input: { stage: "new" }) { lead { id } } }';
    await crm.graph.ask(update, { id: lead });
    expect([await after(30), await crm.stageOf(lead)]).toEqual([0, 'new']);
    await crm.touch(lead, 'CALL');
    expect([await after(5), await crm.stageOf(lead)]).toEqual([1, 'lost']);
    expect(await crm.runsOf(lead)).toHaveLength(2);
  });

  it('asks for its other conditions', async () => {
    const conditions = { minDaysSinceTouch: 1, tier: 'HIGH', minViewCount: 2, minConfidenceScore: 27 };
    await crm.rule('NO_TOUCH', 'proposal', { conditions });
    const view = async (lead: string, times: number) => {
      for (let time = 0; time < times; time += 1) await crm.touch(lead, 'PROPOSAL_VIEWED');
      return lead;
    };
    const fitting = await view(await crm.lead({ tier: 'HIGH' }), 2);
    const others = [
      await view(await crm.lead({ tier: 'HIGH' }), 1),
      await view(await crm.lead({ tier: 'MEDIUM' }), 4),
      await crm.lead({ tier: 'HIGH' }),
    ];
    expect(await after(1)).toBe(1);
    expect(await crm.stageOf(fitting)).toBe('proposal');
    for (const other of others) expect(await crm.stageOf(other)).toBe('new');
  });

  it('leaves alone who is won, lost, closed, spam or deleted, unless it is for that very stage', async () => {
    await crm.rule('NO_TOUCH', 'contacted', { conditions: { minDaysSinceTouch: 1 } });
    const left = [
      await crm.lead({ stage: 'won' }),
      await crm.lead({ stage: 'lost' }),
      await crm.lead({ status: 'CONVERTED' }),
      await crm.lead({ status: 'CLOSED' }),
      await crm.lead({ status: 'SPAM' }),
    ];
    const deleted = await crm.lead();
    await crm.graph.ask('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id: deleted });
    expect(await after(2)).toBe(0);
    for (const lead of left) expect(await crm.runsOf(lead)).toEqual([]);
    await crm.rule('NO_TOUCH', 'qualified', { conditions: { minDaysSinceTouch: 1, fromStage: 'lost' } });
    expect([await turn(), await crm.stageOf(left[1]!)]).toEqual([1, 'qualified']);
  });

  it('does nothing while it is off, or its stage is gone', async () => {
    await crm.rule('NO_TOUCH', 'contacted', { conditions: { minDaysSinceTouch: 1 }, enabled: false });
    await crm.rule('NO_TOUCH', 'qualified', { conditions: { minDaysSinceTouch: 1 } });
    const { stages } = await crm.graph.ask<{ stages: { id: string; key: string }[] }>('{ stages { id key } }');
    const id = stages.find(({ key }) => key === 'qualified')!.id;
    await crm.graph.ask('mutation ($id: ID!) { deleteStage(id: $id) { stage { id } } }', { id });
    await crm.lead();
    expect(await after(2)).toBe(0);
  });
});

describe('several of them', () => {
  it('act in the order of their priority, each on what those before it left', async () => {
    const at = (minDaysSinceTouch: number, more = {}) => ({ conditions: { minDaysSinceTouch, ...more } });
    await crm.rule('NO_TOUCH', 'qualified', { ...at(1), priority: 1 });
    await crm.rule('NO_TOUCH', 'contacted', { ...at(1), priority: 2 });
    const lead = await crm.lead();
    expect([await after(1), await crm.stageOf(lead)]).toEqual([1, 'qualified']);
    expect(await crm.runsOf(lead)).toMatchObject(
      [/to Contacted/, /to Qualified/].map((move) => expect.stringMatching(move)),
    );
  });

  it('come to an end where they point at each other', async () => {
    await crm.rule('NO_TOUCH', 'contacted', { conditions: { minDaysSinceTouch: 1, fromStage: 'new' } });
    await crm.rule('NO_TOUCH', 'new', { conditions: { minDaysSinceTouch: 1, fromStage: 'contacted' } });
    const lead = await crm.lead();
    expect(await after(1)).toBe(1);
    for (let again = 0; again < 3; again += 1) expect(await turn()).toBe(0);
    expect([await crm.stageOf(lead), await crm.runsOf(lead)]).toMatchObject(['contacted', { length: 1 }]);
  });
});

describe('stages that are renamed meanwhile', () => {
  const rename = async (key: string, name: string) => {
    const { stages } = await crm.graph.ask<{ stages: { id: string; key: string }[] }>('{ stages { id key } }');
    const id = stages.find((stage) => stage.key === key)?.id;
    const update =
      'mutation ($id: ID!, $name: String!) { updateStage(id: $id, input: { name: $name }) { stage { id } } }';
    await crm.graph.ask(update, { id, name });
  };

  it('are the same to rules that point at each other', async () => {
    crm = await pipeline.automated();
    await crm.rule('NO_TOUCH', 'contacted', { conditions: { minDaysSinceTouch: 1, fromStage: 'new' } });
    await crm.rule('NO_TOUCH', 'new', { conditions: { minDaysSinceTouch: 1, fromStage: 'contacted' } });
    const lead = await crm.lead();
    expect(await after(1)).toBe(1);
    await rename('new', 'Fresh');
    await rename('contacted', 'Met');
    expect([await turn(), await crm.stageOf(lead)]).toEqual([0, 'met']);
  });

  it('leave their names to others, which no lead was taken from', async () => {
    crm = await pipeline.automated();
    await crm.rule('NO_TOUCH', 'contacted', { conditions: { minDaysSinceTouch: 1, fromStage: 'new' } });
    await crm.rule('NO_TOUCH', 'qualified', { conditions: { minDaysSinceTouch: 2, fromStage: 'contacted' } });
    const lead = await crm.lead();
    expect(await after(1)).toBe(1);
    await rename('new', 'Fresh');
    await rename('qualified', 'New');
    expect([await after(1), await crm.stageOf(lead)]).toEqual([1, 'new']);
  });
});

describe('a turn', () => {
  it('reaches the leads of every workspace, however many, and each once where two nodes work at once', async () => {
    const [many, few] = [await pipeline.automated(), await pipeline.automated()];
    const leads = new Map([
      [many, 110],
      [few, 3],
    ]);
    for (const [{ orgId, rule }, count] of leads) {
      await rule('NO_TOUCH', 'contacted', { conditions: { minDaysSinceTouch: 7 } });
      await seedLeads(pipeline.database, orgId, count, { createdAt: pipeline.clock.now() });
    }
    days(7);
    expect(await Promise.all([turnEverywhere(), turnEverywhere()])).toEqual([[], []]);
    for (const [{ orgId }, count] of leads)
      expect(await pipeline.database.prisma.automationRun.count({ where: { orgId } })).toBe(count);
  });

  it('goes on with the others where one lead fails', async () => {
    await crm.rule('NO_TOUCH', 'contacted', { conditions: { minDaysSinceTouch: 1 } });
    const leads = [await crm.lead(), await crm.lead()];
    days(1);
    const failing = async (lead: IdleLead) => {
      if (`ld_${lead.leadId}` === leads[0]) throw new Error('no luck');
      return moveOne(lead);
    };
    expect(await turnEverywhere(undefined, failing)).toEqual(['Error: no luck']);
    expect([await crm.stageOf(leads[0]!), await crm.stageOf(leads[1]!)]).toEqual(['new', 'contacted']);
    expect(await turn()).toBe(1);
  });
});
