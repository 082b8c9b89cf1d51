import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGraphClient } from '../support/graph-client.ts';
import { createRestClient } from '../support/rest-client.ts';
import { type Campaigns, mail, openCampaigns } from './workspace.ts';

let world: Campaigns;
beforeAll(async () => void (world = await openCampaigns()));
afterAll(() => world.app.close());

const create =
  'mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) { campaign { id } campaignLimit campaignCount } }';
const update =
  'mutation ($id: ID!, $input: UpdateCampaignInput!) { updateCampaign(id: $id, input: $input) { campaign { id } } }';
const remove = 'mutation ($id: ID!) { deleteCampaign(id: $id) { campaign { id } } }';

const input = { name: 'Welcome', trigger: 'MANUAL', steps: [mail()] };

const whole = `query ($id: ID!) { campaign(id: $id) {
  name trigger aiEnabled aiConfig enabled createdAt updatedAt
  conditions { fromStage { key } toStage { key } tier minViewCount minConfidenceScore }
  steps { subject body delayHours }
} }`;

const actions = async (id: string) => {
  const { auditLog } = await world.graph.ask<{ auditLog: { nodes: { action: string }[] } }>(
    'query ($id: ID) { auditLog(subjectId: $id) { nodes { action } } }',
    { id },
  );
  return auditLog.nodes.map(({ action }) => action).toReversed();
};

describe('a campaign', () => {
  it('is shown as it was made', async () => {
    const conditions = { fromStage: 'New', toStage: 'won', tier: 'HIGH', minViewCount: 2, minConfidenceScore: 45 };
    const aiConfig = { model: 'any', tone: 'warm', maxRetries: 2, deeper: { still: [1] } };
    const id = await world.campaign({
      trigger: 'STAGE_CHANGED',
      conditions,
      aiEnabled: true,
      aiConfig,
      steps: [mail(), mail(24)],
    });
    const now = world.clock.now().toISOString();
    expect(await world.graph.ask(whole, { id })).toEqual({
      campaign: {
        name: 'Welcome',
        trigger: 'STAGE_CHANGED',
        aiEnabled: true,
        aiConfig,
        enabled: true,
        createdAt: now,
        updatedAt: now,
        conditions: { ...conditions, fromStage: { key: 'new' }, toStage: { key: 'won' } },
        steps: [mail(), mail(24)],
      },
    });
    expect(await actions(id)).toEqual(['campaign.created']);
  });

  it('changes where it is told to, and else not at all', async () => {
    const id = await world.campaign({ trigger: 'CTA_CLICKED', conditions: { tier: 'LOW' } });
    world.hours(1);
    const now = world.clock.now().toISOString();
    await world.graph.ask(update, { id, input: { name: 'Hello', conditions: null, steps: [mail(5)], enabled: false } });
    expect(await world.graph.ask(whole, { id })).toMatchObject({
      campaign: {
        name: 'Hello',
        trigger: 'CTA_CLICKED',
        conditions: null,
        steps: [mail(5)],
        enabled: false,
        updatedAt: now,
      },
    });
    world.hours(1);
    for (const same of [{}, { name: 'Hello' }, { steps: [mail(5)], conditions: {}, aiConfig: null }]) {
      await world.graph.ask(update, { id, input: same });
    }
    expect(await world.graph.ask(whole, { id })).toMatchObject({ campaign: { updatedAt: now } });
    expect(await actions(id)).toEqual(['campaign.created', 'campaign.updated']);
  });

  it('goes for good, with who was enrolled and what was queued', async () => {
    const [id, leadId] = [await world.campaign(), await world.lead()];
    await world.enrol(id, leadId);
    world.hours(1);
    await world.graph.ask(remove, { id });
    expect(await world.graph.ask(whole, { id })).toEqual({ campaign: null });
    expect([await world.enrolments(leadId), await world.emails(leadId)]).toEqual([[], []]);
    expect(await actions(id)).toEqual(['campaign.created', 'campaign.deleted']);
    expect(await world.graph.refusal(remove, { id })).toBe('NOT_FOUND');
  });

  it('stays while a cooldown counts from what it sent', async () => {
    const [id, leadId] = [await world.campaign(), await world.lead()];
    await world.enrol(id, leadId);
    const sent = { state: 'SENT', sentAt: world.clock.now() } as const;
    await world.app.database.prisma.scheduledEmail.updateMany({ where: { leadId: leadId.slice(3) }, data: sent });
    expect(await world.graph.refusal(remove, { id })).toBe('CONFLICT');
    world.hours(48);
    expect(await world.graph.ask(remove, { id })).toEqual({ deleteCampaign: { campaign: { id } } });
  });
});

describe('INVALID', () => {
  const long = (length: number) => 'a'.repeat(length);
  it.each([
    ['an empty name', { name: ' ' }],
    ['a long name', { name: long(201) }],
    ['no mail', { steps: [] }],
    ['nine mails', { steps: Array.from({ length: 9 }, () => mail()) }],
    ['a negative delay', { steps: [mail(-1)] }],
    ['a delay of more than a year', { steps: [mail(8761)] }],
    ['a long subject', { steps: [{ ...mail(), subject: long(501) }] }],
    ['an empty body', { steps: [{ ...mail(), body: '' }] }],
    ['a long body', { steps: [{ ...mail(), body: long(50_001) }] }],
    ['a large configuration', { aiConfig: { a: long(65_536) } }],
    ['conditions of a manual campaign', { conditions: { tier: 'HIGH' } }],
    ['the stage a lead comes to where none changes', { trigger: 'CTA_CLICKED', conditions: { toStage: 'won' } }],
    ['a stage there is not', { trigger: 'CTA_CLICKED', conditions: { fromStage: 'nowhere' } }],
    ['no proposal view at all', { trigger: 'CTA_CLICKED', conditions: { minViewCount: 0 } }],
    ['a confidence above 100', { trigger: 'CTA_CLICKED', conditions: { minConfidenceScore: 101 } }],
  ])('is what %s is', async (_, wrong) => {
    expect(await world.graph.refusal(create, { input: { ...input, ...wrong } })).toBe('INVALID');
  });

  it('is a trigger that does not go with the conditions there are', async () => {
    const id = await world.campaign({ trigger: 'STAGE_CHANGED', conditions: { toStage: 'won' } });
    expect(await world.graph.refusal(update, { id, input: { trigger: 'CTA_CLICKED' } })).toBe('INVALID');
    expect(await world.graph.refusal(update, { id, input: { trigger: 'MANUAL' } })).toBe('INVALID');
    await world.graph.ask(update, { id, input: { trigger: 'MANUAL', conditions: null } });
  });
});

it('a key locked to a business reads campaigns, and changes none', async () => {
  const { createBusiness } = await world.graph.ask<{ createBusiness: { business: { id: string } } }>(
    'mutation { createBusiness(input: { name: "North" }) { business { id } } }',
  );
  const locked = await world.keyOf(['campaigns:read', 'campaigns:write'], createBusiness.business.id);
  const id = await world.campaign();
  expect(await locked.ask('query ($id: ID!) { campaign(id: $id) { id } }', { id })).toEqual({ campaign: { id } });
  expect(await locked.refusal(create, { input })).toBe('FORBIDDEN');
  expect(await locked.refusal(update, { id, input: { name: 'Mine' } })).toBe('FORBIDDEN');
  expect(await locked.refusal(remove, { id })).toBe('FORBIDDEN');
});

describe('the plan', () => {
  async function freeWorkspace() {
    const stranger = createRestClient(world.app.url, '');
    const { body } = await stranger.send('POST', '/api/openclaw/signup', {
      email: `${crypto.randomUUID()}@example.com`,
    });
    return createGraphClient(world.app.url, (body as { apiKey: string }).apiKey);
  }

  it('holds three campaigns when it is free, counted where they are made', async () => {
    const free = await freeWorkspace();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => free.send<{ createCampaign: object }>(create, { input })),
    );
    const codes = answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions['code']));
    expect(codes).toEqual(Array.from({ length: 17 }, () => 'CAMPAIGN_LIMIT_REACHED'));
    const counts = answers.flatMap(({ data }) => data?.createCampaign ?? []);
    expect(counts).toHaveLength(3);
    expect(counts).toEqual(
      expect.arrayContaining(
        [1, 2, 3].map((campaignCount) => expect.objectContaining({ campaignLimit: 3, campaignCount })),
      ),
    );
  });

  it('has room again once one is deleted', async () => {
    const free = await freeWorkspace();
    type Made = { createCampaign: { campaign: { id: string } } };
    const made = [];
    for (let count = 0; count < 3; count += 1) made.push(await free.ask<Made>(create, { input }));
    expect(await free.refusal(create, { input })).toBe('CAMPAIGN_LIMIT_REACHED');
    await free.ask(remove, { id: made[0]?.createCampaign.campaign.id });
    expect(await free.ask(create, { input })).toMatchObject({ createCampaign: { campaignCount: 3 } });
  });

  it('counts nothing where there is no limit', async () => {
    expect(await world.graph.ask(create, { input })).toMatchObject({
      createCampaign: { campaignLimit: null, campaignCount: null },
    });
  });
});

it('campaigns are listed newest first, by trigger and by whether they are enabled', async () => {
  const free = await world.app.workspace();
  const make = async (name: string, trigger: string) => free.graph.ask(create, { input: { ...input, name, trigger } });
  for (const name of ['One', 'Two', 'Three']) {
    world.clock.advance(1);
    await make(name, name === 'Two' ? 'CTA_CLICKED' : 'MANUAL');
  }
  const list = async (args: string) => {
    const { campaigns } = await free.graph.ask<{ campaigns: { totalCount: number; nodes: { name: string }[] } }>(
      `{ campaigns${args} { totalCount nodes { name } } }`,
    );
    return [campaigns.totalCount, ...campaigns.nodes.map(({ name }) => name)];
  };
  expect(await list('')).toEqual([3, 'Three', 'Two', 'One']);
  expect(await list('(first: 1, offset: 1)')).toEqual([3, 'Two']);
  expect(await list('(filter: { trigger: MANUAL })')).toEqual([2, 'Three', 'One']);
  expect(await list('(filter: { enabled: false })')).toEqual([0]);
});
