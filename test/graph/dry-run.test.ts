import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Campaigns, mail, openCampaigns } from '../campaigns/workspace.ts';
import { readPrismaModels } from '../domain/prisma-models.ts';
import { putOffSchedules } from '../support/put-off-schedules.ts';

type Plan = { count: number; events: { type: string; count: number }[] };
type Answer = Record<string, object & { plan: Plan | null }>;

let world: Campaigns;
beforeAll(async () => {
  world = await openCampaigns();
  await putOffSchedules(world.app.database.pool);
});
afterAll(() => world.app.close());

const plan = 'plan { count events { type count } }';
const effects =
  'campaignEffects { campaignName enrolledLeads queuedEmails endedEnrolments cancelledEmails stopReason }';
const documents = {
  updateLeads: `mutation ($ids: [ID!]!, $input: UpdateLeadsInput!, $still: LeadStillInput, $dryRun: Boolean) {
    change: updateLeads(ids: $ids, input: $input, ifStill: $still, dryRun: $dryRun) { leads { id stage { key } status tags } ${effects} ${plan} } }`,
  deleteLeads: `mutation ($ids: [ID!]!, $dryRun: Boolean) {
    change: deleteLeads(ids: $ids, dryRun: $dryRun) { leads { id deletedAt } ${effects} ${plan} } }`,
  createLead: `mutation ($input: CreateLeadInput!, $dryRun: Boolean) {
    change: createLead(input: $input, dryRun: $dryRun) { lead { name email stage { key } } duplicateOfId leadCount ${plan} } }`,
  deleteStage: `mutation ($id: ID!, $moveTo: String, $dryRun: Boolean) {
    change: deleteStage(id: $id, moveTo: $moveTo, dryRun: $dryRun) {
      stage { key } movedTo { key isDefault } movedLeads disabledRules ${effects} ${plan} } }`,
  setUpWorkspace: `mutation ($input: SetUpWorkspaceInput!, $dryRun: Boolean) {
    change: setUpWorkspace(input: $input, dryRun: $dryRun) {
      organisation { name industry } stages { key order isDefault } movedLeads disabledRules ${effects} ${plan} } }`,
  enrolLead: `mutation ($campaignId: ID!, $leadId: ID!, $dryRun: Boolean) {
    change: enrolLead(campaignId: $campaignId, leadId: $leadId, dryRun: $dryRun) {
      enrolment { status campaignName lead { id } } scheduledEmails { subject dueAt state } ${plan} } }`,
  replayEvents: `mutation ($endpointId: ID!, $dryRun: Boolean) {
    change: replayEvents(endpointId: $endpointId, after: "evt_0000000000000000", types: [LEAD_CREATED], dryRun: $dryRun) {
      replayed skipped cursor hasMore ${plan} } }`,
} as const;

/** Told of in a row of its own whenever a key is used. */
const used = new Set(['ApiKey', 'ApiKeyUsage', 'AliasUsage']);
const everyTable = readPrismaModels().filter(({ name }) => !used.has(name));

/** A digest of every table. */
async function digest(): Promise<Record<string, string | null>> {
  const parts = everyTable.map(
    ({ table }) => `select '${table}' as of, md5(string_agg(t::text, ',' order by t::text)) as sum from ${table} t`,
  );
  const { rows } = await world.app.database.pool.query<{ of: string; sum: string | null }>(parts.join(' union all '));
  return Object.fromEntries(rows.map(({ of, sum }) => [of, sum]));
}

async function head(): Promise<bigint> {
  const { prisma } = world.app.database;
  return (await prisma.organisation.findUniqueOrThrow({ where: { id: world.orgId } })).position;
}

/** What was told since, by type, in the order of their first. */
async function toldSince(position: bigint): Promise<Plan['events']> {
  const { prisma } = world.app.database;
  const where = { orgId: world.orgId, position: { gt: position } };
  const events = await prisma.event.findMany({ where, orderBy: { position: 'asc' } });
  const byType = Map.groupBy(events, ({ type }) => type.replace('.', '_').toUpperCase());
  return [...byType].map(([type, { length: count }]) => ({ type, count }));
}

/** Plans a change, holds every table to what it was, makes it, and answers both. */
async function planned(verb: keyof typeof documents, variables: object) {
  const before = await digest();
  const { change: dry } = await world.graph.ask<Answer>(documents[verb], { ...variables, dryRun: true });
  expect(await digest()).toEqual(before);
  const since = await head();
  const { change: done } = await world.graph.ask<Answer>(documents[verb], variables);
  expect(done?.plan).toBeNull();
  expect(dry?.plan?.events).toEqual(await toldSince(since));
  expect(dry).toEqual({ ...done, plan: dry?.plan });
  return { count: dry?.plan?.count, told: dry?.plan?.events, done };
}

const refusal = async (verb: keyof typeof documents, variables: object) => {
  const { errors } = await world.graph.send(documents[verb], variables);
  return errors.map(({ message, extensions }) => [message, extensions?.['code'], extensions?.['reason']]);
};

/** Three leads, one of them in a campaign. */
async function three(): Promise<[string, string, string]> {
  const [one, two, other] = [await world.lead(), await world.lead(), await world.lead()];
  await world.enrol(await world.campaign({ steps: [mail(24), mail(48)] }), one);
  return [one, two, other];
}

beforeEach(() => world.hours(24 * 30));

describe('a change of many leads', () => {
  it('is planned as it then happens: each that changes, with its events and campaigns', async () => {
    const ids = await three();
    await world.change(ids[2], { stage: 'qualified', tags: ['x'] });
    await world.campaign({ name: 'On', trigger: 'STAGE_CHANGED', steps: [mail(24)] });
    const { count, told, done } = await planned('updateLeads', { ids, input: { stage: 'qualified', tags: ['x'] } });
    expect(count).toBe(2);
    expect(told).toContainEqual({ type: 'LEAD_STAGE_CHANGED', count: 2 });
    expect(done).toMatchObject({ campaignEffects: [{ campaignName: 'On', enrolledLeads: 1, queuedEmails: 1 }] });
  });

  it('counts none where all is as it should be, or nothing is as it was expected to be', async () => {
    const ids = await three();
    expect(await planned('updateLeads', { ids, input: { tags: [] } })).toMatchObject({ count: 0, told: [] });
    const still = { status: 'SPAM' };
    expect(await planned('updateLeads', { ids, input: { tags: ['x'] }, still })).toMatchObject({
      count: 0,
      told: [],
      done: { leads: [] },
    });
  });

  it('of leads to delete counts those that are there', async () => {
    const ids = await three();
    await world.graph.ask(documents.deleteLeads, { ids: [ids[1]] });
    const { count, told } = await planned('deleteLeads', { ids });
    expect(count).toBe(2);
    expect(told).toEqual([
      { type: 'LEAD_DELETED', count: 2 },
      { type: 'CAMPAIGN_STOPPED', count: 1 },
    ]);
  });

  it('is refused as the change would be', async () => {
    const ids = [...(await three()), 'ld_01hzzzzzzzzzzzzzzzzzzzzzzz'];
    const done = await refusal('deleteLeads', { ids });
    expect(done).toMatchObject([[expect.any(String), 'NOT_FOUND', undefined]]);
    expect(await refusal('deleteLeads', { ids, dryRun: true })).toEqual(done);
    const limited = await world.keyOf(['leads:read']);
    const { errors } = await limited.send(documents.deleteLeads, { ids, dryRun: true });
    expect(errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});

describe('a lead', () => {
  it('is made as planned, and refused as it would be', async () => {
    const input = { firstName: 'Ada', email: `${crypto.randomUUID()}@example.com`, stage: 'qualified' };
    const { count, told, done } = await planned('createLead', { input });
    expect([count, told]).toEqual([1, [{ type: 'LEAD_CREATED', count: 1 }]]);
    expect(done).toMatchObject({ lead: { email: input.email, stage: { key: 'qualified' } } });
    for (const wrong of [
      { ...input, allowDuplicate: false },
      { ...input, email: 'no address' },
    ]) {
      const refused = await refusal('createLead', { input: wrong });
      expect(refused).toHaveLength(1);
      expect(await refusal('createLead', { input: wrong, dryRun: true })).toEqual(refused);
    }
  });
});

describe('a pipeline', () => {
  const stageOf = async (name: string): Promise<string> => {
    const { createStage } = await world.graph.ask<{ createStage: { stage: { id: string } } }>(
      'mutation ($name: String!) { createStage(input: { name: $name }) { stage { id } } }',
      { name },
    );
    return createStage.stage.id;
  };

  it('loses a stage as planned: its leads, more than one write moves, their campaigns, and the rules that led to it', async () => {
    const id = await stageOf('Soon gone');
    await world.app.database.prisma.lead.createMany({
      data: Array.from({ length: 120 }, (_, n) => ({
        orgId: world.orgId,
        id: `01jqz5v8m3k9wfp2c7hx${String(n).padStart(6, '0')}`,
        stageId: id.slice('stg_'.length),
        targetType: 'customer_lead',
        source: 'manual',
        context: {},
        createdAt: world.clock.now(),
        updatedAt: world.clock.now(),
      })),
    });
    await world.lead({ stage: 'Soon gone' });
    await world.campaign({ name: 'On', trigger: 'STAGE_CHANGED', steps: [mail(24)] });
    await world.graph.ask(
      'mutation { createAutomationRule(input: { name: "R", trigger: CTA_CLICKED, targetStage: "Soon gone" }) { rule { id } } }',
    );
    const { count, told, done } = await planned('deleteStage', { id, moveTo: 'contacted' });
    expect(count).toBe(121);
    expect(told).toContainEqual({ type: 'LEAD_STAGE_CHANGED', count: 121 });
    expect(done).toMatchObject({
      movedLeads: 121,
      movedTo: { key: 'contacted' },
      disabledRules: 1,
      campaignEffects: [{ campaignName: 'On', enrolledLeads: 1 }],
    });
    const again = await refusal('deleteStage', { id });
    expect(again).toMatchObject([[expect.any(String), 'NOT_FOUND', undefined]]);
    expect(await refusal('deleteStage', { id, dryRun: true })).toEqual(again);
  });

  describe('of more than 1,000 leads', () => {
    const fill = (id: string, first: number, last: number) =>
      world.app.database.pool.query(
        `insert into leads (org_id, id, stage_id, target_type, source, context, created_at, updated_at)
         select $1, '01jqz5v8m3k9wfp2c7hy' || lpad(n::text, 6, '0'), $2, 'customer_lead', 'manual', '{}', now(), now() from generate_series($3::int, $4::int) n`,
        [world.orgId, id.slice('stg_'.length), first, last],
      );
    afterEach(() =>
      world.app.database.pool.query(`delete from leads where org_id = $1 and id like '01jqz5v8m3k9wfp2c7hy%'`, [
        world.orgId,
      ]),
    );
    const wayOut =
      'deleted ones too: `dryRun` goes through 1000 at most. Move leads out of there first, by `updateLeads`, or do it without `dryRun`.';

    it('is not gone through, which is told', async () => {
      const id = await stageOf('Full');
      await fill(id, 1, 1001);
      expect(await refusal('deleteStage', { id, dryRun: true })).toEqual([
        [`The stage holds 1001 leads, ${wayOut}`, 'CONFLICT', undefined],
      ]);
    });

    it('is not gone through where the stages that go hold them together', async () => {
      const [one, other] = [await stageOf('Half'), await stageOf('Other half')];
      await fill(one, 1, 501);
      await fill(other, 502, 1001);
      const input = { stages: [{ name: 'New' }] };
      expect(await refusal('setUpWorkspace', { input, dryRun: true })).toEqual([
        [expect.stringMatching(/^The stages that would go hold \d{4} leads, /), 'CONFLICT', undefined],
      ]);
    });
  });

  it('is laid anew as planned, with the leads of stages that go and the profile', async () => {
    const gone = await stageOf('Not listed');
    expect(gone).toBeDefined();
    await world.lead({ stage: 'Not listed' });
    const names = ['New', 'Contacted', 'Qualified', 'Proposal', 'Won', 'Lost', 'Referred'];
    const input = { organisation: { industry: 'Oak' }, stages: names.map((name) => ({ name })) };
    const { count, done } = await planned('setUpWorkspace', { input });
    expect(count).toBeGreaterThanOrEqual(4);
    expect(done).toMatchObject({ organisation: { industry: 'Oak' }, movedLeads: 1 });
    expect(await planned('setUpWorkspace', { input })).toMatchObject({ count: 0, told: [] });
  });
});

it('an enrichment is counted: nobody is asked, and what is known already is told', async () => {
  const [one, two, three] = [await world.lead(), await world.lead(), await world.lead()];
  const enrich = `mutation ($ids: [ID!]!, $force: Boolean, $dryRun: Boolean) {
    enrichLeads(ids: $ids, forceRefresh: $force, dryRun: $dryRun) { complete failed results { leadId status cached error } ${plan} } }`;
  await world.graph.ask(enrich, { ids: [one] });
  const none = 'ld_01hzzzzzzzzzzzzzzzzzzzzzzz';
  const before = await digest();
  const ids = [one, two, three, three, none];
  expect(await world.graph.ask(enrich, { ids, dryRun: true })).toEqual({
    enrichLeads: {
      complete: 1,
      failed: 1,
      results: [
        { leadId: one, status: 'COMPLETE', cached: true, error: null },
        { leadId: none, status: 'FAILED', cached: false, error: 'No such lead.' },
      ],
      plan: { count: 2, events: [] },
    },
  });
  expect(await world.graph.ask(enrich, { ids, dryRun: true, force: true })).toMatchObject({
    enrichLeads: { plan: { count: 3 } },
  });
  expect(await digest()).toEqual(before);
  const limited = await world.keyOf(['leads:read']);
  expect(await limited.refusal(enrich, { ids, dryRun: true })).toBe('FORBIDDEN');
  expect(await world.graph.ask(enrich, { ids })).toMatchObject({ enrichLeads: { plan: null } });
});

describe('a campaign', () => {
  it('is started for a lead as planned, with the mails it then has', async () => {
    const variables = { campaignId: await world.campaign({ steps: [mail(24), mail(48)] }), leadId: await world.lead() };
    const { count, told, done } = await planned('enrolLead', variables);
    expect([count, told]).toEqual([1, [{ type: 'CAMPAIGN_ENROLLED', count: 1 }]]);
    expect(done).toMatchObject({ scheduledEmails: [{ state: 'QUEUED' }, { state: 'QUEUED' }] });
    const again = await refusal('enrolLead', variables);
    expect(again).toMatchObject([[expect.any(String), 'CONFLICT', 'already_enrolled']]);
    expect(await refusal('enrolLead', { ...variables, dryRun: true })).toEqual(again);
  });
});

describe('a replay', () => {
  const openEndpoint = async () => {
    const { createWebhookEndpoint: made } = await world.graph.ask<{ createWebhookEndpoint: { endpoint: object } }>(
      `mutation { createWebhookEndpoint(input: { url: "http://127.0.0.1:9/", format: STANDARD, types: [LEAD_CREATED] }) { endpoint { id } } }`,
    );
    const endpointId: unknown = Reflect.get(made.endpoint, 'id');
    return endpointId;
  };

  it('is planned as it then happens, without a delivery', async () => {
    await three();
    const endpointId = await openEndpoint();
    const { count, told, done } = await planned('replayEvents', { endpointId });
    expect(count).toBeGreaterThanOrEqual(3);
    expect(told).toEqual([]);
    expect(done).toMatchObject({ replayed: count, skipped: 0 });
  });

  it('is counted where it is planned: no row is made that would then be undone', async () => {
    await three();
    const endpointId = await openEndpoint();
    const { pool } = world.app.database;
    await pool.query(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'planned'; end $$;
      create trigger refuse before insert on webhook_deliveries for each row execute function refuse()`);
    const { data } = await world.graph.send<Answer>(documents.replayEvents, { endpointId, dryRun: true });
    await pool.query('drop function refuse cascade');
    expect(data?.['change']?.plan?.count).toBeGreaterThanOrEqual(3);
  });
});
