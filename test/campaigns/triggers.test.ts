import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../support/count-statements.ts';
import { type Campaigns, openCampaigns } from './workspace.ts';

let world: Campaigns;
beforeAll(async () => void (world = await openCampaigns()));
afterAll(() => world.app.close());
afterEach(async () => void (await world.app.database.prisma.campaign.updateMany({ data: { enabled: false } })));

const enrolledIn = async (leadId: string) => (await world.enrolments(leadId)).map(({ campaignName }) => campaignName);

describe('a stage change', () => {
  it('enrols the lead, after it is told of', async () => {
    await world.campaign({ name: 'Moved', trigger: 'STAGE_CHANGED' });
    const leadId = await world.lead();
    await world.change(leadId, { company: 'Acme' });
    expect(await enrolledIn(leadId)).toEqual([]);
    await world.change(leadId, { stage: 'won' });
    expect(await world.enrolments(leadId)).toMatchObject([{ campaignName: 'Moved', trigger: 'STAGE_CHANGED' }]);
    const { events } = await world.graph.ask<{ events: { nodes: { type: string }[] } }>(
      '{ events(first: 200, types: [LEAD_STAGE_CHANGED, CAMPAIGN_ENROLLED]) { nodes { type } } }',
    );
    expect(events.nodes.slice(-2)).toEqual([{ type: 'LEAD_STAGE_CHANGED' }, { type: 'CAMPAIGN_ENROLLED' }]);
  });

  it.each([
    [{ fromStage: 'New' }, true],
    [{ fromStage: 'won' }, false],
    [{ toStage: 'won' }, true],
    [{ toStage: 'new' }, false],
    [{ fromStage: 'new', toStage: 'Won', tier: 'HIGH' }, true],
    [{ toStage: 'won', tier: 'LOW' }, false],
  ])('from New to Won of a lead of tier high, where %j is asked: %s', async (conditions, holds) => {
    await world.campaign({ name: 'Some', trigger: 'STAGE_CHANGED', conditions });
    const leadId = await world.lead({ tier: 'HIGH' });
    await world.change(leadId, { stage: 'won' });
    expect(await enrolledIn(leadId)).toEqual(holds ? ['Some'] : []);
  });

  it('asks one statement more where no campaign waits for it', async () => {
    const [leadId, other] = [await world.lead(), await world.lead()];
    const counter = countStatements(world.app.database);
    const statements = await counter.during(() => world.change(leadId, { stage: 'qualified' }));
    expect(statements.filter((sql) => /campaigns|enrolments|scheduled_emails/.test(sql))).toHaveLength(1);
    const none = await counter.during(() => world.change(other, { company: 'Acme' }));
    expect(none.filter((sql) => /campaigns|enrolments|scheduled_emails/.test(sql))).toEqual([]);
  });

  it('to a status that ends all mail enrols nobody', async () => {
    await world.campaign({ trigger: 'STAGE_CHANGED' });
    const leadId = await world.lead();
    await world.change(leadId, { stage: 'won', status: 'CONVERTED' });
    expect(await enrolledIn(leadId)).toEqual([]);
  });

  it('into a stage that converts the lead enrols it, ends its other campaigns, and leaves its own mails in the queue', async () => {
    const other = await world.campaign({ name: 'Nurture' });
    const leadId = await world.lead();
    await world.enrol(other, leadId);
    world.hours(100);
    await world.campaign({ name: 'Welcome aboard', trigger: 'STAGE_CHANGED', conditions: { toStage: 'won' } });
    await world.change(leadId, { stage: 'won' });
    expect(await world.enrolments(leadId)).toMatchObject([
      { campaignName: 'Welcome aboard', status: 'ACTIVE', stopReason: null },
      { campaignName: 'Nurture', status: 'STOPPED', stopReason: 'lead_converted' },
    ]);
    await world.change(leadId, { company: 'Acme' });
    const queued = await world.app.database.prisma.scheduledEmail.findMany({
      where: { leadId: leadId.slice(3), state: 'QUEUED' },
    });
    expect(queued).toHaveLength(1);
  });

  it('of a lead that was converted before enrols nobody', async () => {
    await world.campaign({ name: 'Moved', trigger: 'STAGE_CHANGED' });
    const leadId = await world.lead({ status: 'CONVERTED' });
    await world.change(leadId, { stage: 'won' });
    expect(await enrolledIn(leadId)).toEqual([]);
  });

  it('whose stage is gone since is asked in vain', async () => {
    const { createStage } = await world.graph.ask<{ createStage: { stage: { id: string } } }>(
      'mutation { createStage(input: { name: "Trial" }) { stage { id } } }',
    );
    const campaignId = await world.campaign({ trigger: 'STAGE_CHANGED', conditions: { toStage: 'Trial' } });
    await world.graph.ask('mutation ($id: ID!) { deleteStage(id: $id) { __typename } }', { id: createStage.stage.id });
    const leadId = await world.lead();
    await world.change(leadId, { stage: 'won' });
    expect(await enrolledIn(leadId)).toEqual([]);
    expect(
      await world.graph.ask('query ($id: ID!) { campaign(id: $id) { conditions { toStageId toStage { id } } } }', {
        id: campaignId,
      }),
    ).toEqual({ campaign: { conditions: { toStageId: createStage.stage.id, toStage: null } } });
  });
});

describe('a touchpoint', () => {
  it.each(['QUIZ_COMPLETED', 'PROPOSAL_VIEWED', 'CTA_CLICKED', 'MEETING_BOOKED'])(
    '%s enrols the lead in the campaign that waits for it',
    async (type) => {
      await world.campaign({ name: type, trigger: type });
      await world.campaign({ name: 'Other', trigger: type === 'CTA_CLICKED' ? 'QUIZ_COMPLETED' : 'CTA_CLICKED' });
      const leadId = await world.lead();
      await world.touch(leadId, type);
      expect(await world.enrolments(leadId)).toMatchObject([{ campaignName: type, trigger: type }]);
    },
  );

  it('counts the proposal views, this one too', async () => {
    await world.campaign({ name: 'Twice', trigger: 'PROPOSAL_VIEWED', conditions: { minViewCount: 2 } });
    const leadId = await world.lead();
    await world.touch(leadId, 'PROPOSAL_VIEWED');
    expect(await enrolledIn(leadId)).toEqual([]);
    await world.touch(leadId, 'PROPOSAL_VIEWED');
    expect(await enrolledIn(leadId)).toEqual(['Twice']);
  });

  it('holds the confidence score against what is asked', async () => {
    await world.campaign({ name: 'Sure', trigger: 'CTA_CLICKED', conditions: { minConfidenceScore: 100 } });
    await world.campaign({ name: 'Unsure', trigger: 'CTA_CLICKED', conditions: { minConfidenceScore: 0 } });
    const leadId = await world.lead();
    const score = 'update leads set confidence_score = 50 where id = $1';
    await world.app.database.pool.query(score, [leadId.slice('ld_'.length)]);
    await world.touch(leadId, 'CTA_CLICKED');
    expect(await enrolledIn(leadId)).toEqual(['Unsure']);
  });
});

describe('several campaigns that wait for the same', () => {
  it('take the lead one after the other, the oldest first, each after the cooldown', async () => {
    for (const name of ['First', 'Second']) {
      world.clock.advance(1);
      await world.campaign({ name, trigger: 'CTA_CLICKED' });
    }
    const leadId = await world.lead();
    await world.touch(leadId, 'CTA_CLICKED');
    expect(await enrolledIn(leadId)).toEqual(['First']);
    world.hours(47);
    await world.touch(leadId, 'CTA_CLICKED');
    expect(await enrolledIn(leadId)).toEqual(['First']);
    world.hours(1);
    await world.touch(leadId, 'CTA_CLICKED');
    expect(await enrolledIn(leadId)).toEqual(['Second', 'First']);
    world.hours(500);
    await world.touch(leadId, 'CTA_CLICKED');
    expect(await enrolledIn(leadId)).toEqual(['Second', 'First']);
  });

  it('take it once when it happens many times at once', async () => {
    await world.campaign({ trigger: 'CTA_CLICKED' });
    await world.campaign({ trigger: 'STAGE_CHANGED' });
    const leadId = await world.lead();
    await Promise.all([
      ...Array.from({ length: 10 }, () => world.touch(leadId, 'CTA_CLICKED')),
      ...['contacted', 'qualified', 'proposal'].map((stage) => world.change(leadId, { stage })),
    ]);
    expect(await world.enrolments(leadId)).toHaveLength(1);
    expect(await world.emails(leadId)).toHaveLength(1);
  });
});

it('a disabled campaign and a manual one wait for nothing', async () => {
  await world.campaign();
  const id = await world.campaign({ trigger: 'CTA_CLICKED' });
  await world.graph.ask(
    'mutation ($id: ID!) { updateCampaign(id: $id, input: { enabled: false }) { campaign { id } } }',
    {
      id,
    },
  );
  const leadId = await world.lead();
  await world.touch(leadId, 'CTA_CLICKED');
  await world.change(leadId, { stage: 'won' });
  expect(await enrolledIn(leadId)).toEqual([]);
});

it('a lead that the guardrails refuse changes all the same', async () => {
  await world.campaign({ trigger: 'STAGE_CHANGED' });
  const leadId = await world.lead({ email: null });
  await world.change(leadId, { stage: 'won' });
  expect(await enrolledIn(leadId)).toEqual([]);
  expect(await world.graph.ask('query ($id: ID!) { lead(id: $id) { stage { key } } }', { id: leadId })).toEqual({
    lead: { stage: { key: 'won' } },
  });
});
