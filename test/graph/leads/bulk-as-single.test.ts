import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Campaigns, mail, openCampaigns } from '../../campaigns/workspace.ts';
import { countStatements } from '../../support/count-statements.ts';
import { seedLeads } from '../../support/seed-leads.ts';

let world: Campaigns;
let memberId: string;
beforeAll(async () => {
  world = await openCampaigns();
  await world.graph.ask(
    'mutation { createCustomField(input: { name: "size", label: "Size", fieldType: NUMBER }) { customField { id } } }',
  );
  const made = await world.graph.ask<{ inviteMember: { member: { id: string } } }>(
    'mutation { inviteMember(input: { name: "Grace", email: "grace@example.com", role: AGENT }) { member { id } } }',
  );
  memberId = made.inviteMember.member.id;
});
afterAll(() => world.app.close());
afterEach(async () => void (await world.app.database.prisma.campaign.updateMany({ data: { enabled: false } })));

const updateMany = `mutation ($ids: [ID!]!, $input: UpdateLeadsInput!) {
  updateLeads(ids: $ids, input: $input) {
    leads { id } campaignEffects { campaignName enrolledLeads queuedEmails endedEnrolments cancelledEmails stopReason }
  }
}`;
const deleteMany = 'mutation ($ids: [ID!]!) { deleteLeads(ids: $ids) { leads { id } } }';
const deleteOne = 'mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }';

/** Campaigns that a move to `won` ends and begins, one for leads that viewed a proposal twice before any other. */
async function campaigns(): Promise<string> {
  const nurture = await world.campaign({ name: 'Nurture', steps: [mail(), mail(400)] });
  const moved = { trigger: 'STAGE_CHANGED', steps: [mail(), mail(24)] };
  await world.campaign({ ...moved, name: 'Seen', conditions: { toStage: 'won', minViewCount: 2 } });
  await world.campaign({ ...moved, name: 'Warm', conditions: { fromStage: 'contacted', tier: 'HIGH' } });
  await world.campaign({ ...moved, name: 'Moved' });
  return nurture;
}

/** One lead of each kind that a change means something else for. */
async function leads(nurture: string): Promise<string[]> {
  const full = { customFields: { size: 3, other: 'kept' }, crmData: { a: 1, b: 2 }, tags: ['x'], remark: 'Called' };
  const ids = [
    await world.lead({ firstName: 'Plain', ...full }),
    await world.lead({ firstName: 'Contacted', stage: 'contacted', tier: 'HIGH', crmData: { c: { d: [null, 1.5] } } }),
    await world.lead({ firstName: 'No address', email: null, lastName: 'Ünal' }),
    await world.lead({ firstName: 'Converted', status: 'CONVERTED' }),
    await world.lead({ firstName: 'There', stage: 'won', assignedToId: memberId }),
    await world.lead({ firstName: 'Seen', tier: 'LOW', context: { page: '/' } }),
    await world.lead({ firstName: 'Nurtured', phone: '+1 555 010' }),
    await world.lead({ firstName: 'Bounced' }),
  ];
  const [seen, nurtured, bounced] = ids.slice(-3) as [string, string, string];
  for (const type of ['PROPOSAL_VIEWED', 'PROPOSAL_VIEWED', 'MEETING_BOOKED']) await world.touch(seen, type);
  await world.enrol(nurture, nurtured);
  await world.graph.ask('mutation ($id: ID!) { markEmailBounced(id: $id) { lead { id } } }', { id: bounced });
  return ids;
}

const varying = new Set(['id', 'email', 'search', 'leadId', 'campaignId', 'enrolmentId']);
const same = (row: object) => Object.fromEntries(Object.entries(row).filter(([column]) => !varying.has(column)));

/** All that is kept of a lead, and all that was told of it since a position of the log. */
async function stateOf(leadId: string, since: bigint) {
  const { prisma } = world.app.database;
  const where = { orgId: world.orgId, leadId: leadId.slice('ld_'.length) };
  const lead = await prisma.lead.findFirstOrThrow({ where: { orgId: world.orgId, id: where.leadId } });
  const events = await prisma.event.findMany({
    where: { ...where, position: { gt: since } },
    orderBy: { position: 'asc' },
  });
  const revisions = { orgId: world.orgId, subjectId: where.leadId, action: { startsWith: 'lead.' } };
  const audit = await prisma.auditEntry.findMany({ where: revisions, orderBy: [{ revision: 'asc' }, { id: 'asc' }] });
  const told = ({ snapshot, type }: (typeof events)[number]) => {
    const { lead: shown, previousStage, previousStatus, enrolment } = snapshot as Record<string, object | undefined>;
    return { type, lead: same(shown ?? {}), previousStage, previousStatus, enrolment: same(enrolment ?? {}) };
  };
  const { rows } = await world.app.database.pool.query<{ search: string }>(
    'select search from leads where org_id = $1 and id = $2',
    [world.orgId, where.leadId],
  );
  const enrolments = await prisma.enrolment.findMany({ where, orderBy: { id: 'asc' } });
  const campaigns = await prisma.campaign.findMany({ where: { orgId: world.orgId } });
  const nameOf = (id: string) => campaigns.find((campaign) => campaign.id === id)?.name;
  return {
    lead: same(lead),
    searched: rows[0]?.search.replace(lead.email ?? '', ''),
    events: events.map(told),
    audit: audit.map(({ action, changes }) => ({
      action,
      changes: JSON.stringify(changes).replaceAll(/[\w-]{36}@/g, '@'),
    })),
    enrolments: enrolments.map((enrolment) => ({ ...same(enrolment), name: nameOf(enrolment.campaignId) })),
    emails: (await world.emails(leadId)).map(same),
  };
}

const head = async () =>
  (await world.app.database.prisma.organisation.findUniqueOrThrow({ where: { id: world.orgId } })).position;

/** What each kind of lead is after it was changed with all others, and after it was changed alone, at the same time. */
async function bothWays(together: (ids: string[]) => Promise<unknown>, alone: (id: string) => Promise<unknown>) {
  const nurture = await campaigns();
  const [many, single] = [await leads(nurture), await leads(nurture)];
  world.hours(24 * 30);
  const since = await head();
  for (const id of single) await alone(id);
  await together(many.toReversed());
  const states = (ids: string[]) => Promise.all(ids.map((id) => stateOf(id, since)));
  return { many: await states(many), single: await states(single), toldOf: await toldOf(many, since) };
}

/** Of whom the log tells, one after the other. */
async function toldOf(ids: string[], since: bigint): Promise<string[]> {
  const leadId = { in: ids.map((id) => id.slice('ld_'.length)) };
  const where = { orgId: world.orgId, position: { gt: since }, leadId };
  const events = await world.app.database.prisma.event.findMany({ where, orderBy: { position: 'asc' } });
  return events.flatMap((event, index) => (event.leadId === events[index - 1]?.leadId ? [] : (event.leadId ?? [])));
}

describe('leads changed together are what each would be by itself,', () => {
  it.each([
    ['moved', { stage: 'won' }],
    ['moved with a status', { stage: 'won', status: 'CONVERTED' }],
    ['moved to where some are', { stage: 'contacted', tier: 'MEDIUM' }],
    ['closed', { status: 'CLOSED' }],
    ['renamed', { name: 'Ada Lovelace', remark: null, tags: [], phone: '+44 20 7946', score: 5 }],
    ['of flexible data', { customFields: { size: 5 }, crmData: { b: null, e: { f: [1, 'ü'] } }, context: null }],
    ['emptied of it', { customFields: null, crmData: null, targetType: null, bant: null }],
    ['assigned', () => ({ assignedToId: memberId, temperature: 'HOT', bant: { need: 'A page' } })],
    ['of no address', { email: null }],
  ] as const)('%s: rows, events, audit, scores, campaigns and mail', async (_, given) => {
    const input = typeof given === 'function' ? given() : given;
    const { many, single, toldOf } = await bothWays(
      (ids) => world.graph.ask(updateMany, { ids, input }),
      (id) => world.change(id, input),
    );
    expect(many).toEqual(single);
    expect(toldOf.length).toBeGreaterThan(1);
    expect(toldOf).toEqual([...new Set(toldOf)].toSorted());
  });

  it('deleted: rows, events, audit, campaigns and mail', async () => {
    const { many, single, toldOf } = await bothWays(
      (ids) => world.graph.ask(deleteMany, { ids }),
      (id) => world.graph.ask(deleteOne, { id }),
    );
    expect(many).toEqual(single);
    expect(toldOf).toHaveLength(many.length);
  });
});

describe('the number of statements is the same for 2 leads and for 200', () => {
  it.each([2, 200])('%i', async (count) => {
    const { app, orgId, graph } = world;
    await world.campaign({ name: 'First', trigger: 'STAGE_CHANGED', conditions: { toStage: 'contacted' } });
    await world.campaign({ name: 'Seen', trigger: 'STAGE_CHANGED', conditions: { toStage: 'won', minViewCount: 1 } });
    await world.campaign({
      name: 'Then',
      trigger: 'STAGE_CHANGED',
      conditions: { toStage: 'won' },
      steps: Array(8).fill(mail()),
    });
    const createdAt = world.clock.now();
    const email = 'ada@example.com';
    const ids = (await seedLeads(app.database, orgId, count, { createdAt, email })).map((id) => `ld_${id}`);
    await app.database.pool.query(
      `update leads set custom_fields = jsonb_build_object('own', id), search = id where org_id = $1 and custom_fields is null`,
      [orgId],
    );
    const counter = countStatements(app.database);
    const costOf = async (mutation: string, input?: object) =>
      (await counter.during(() => graph.ask(mutation, { ids, ...(input && { input }) }))).length;
    const costs = {
      enrolled: await costOf(updateMany, { stage: 'contacted' }),
      moved:
        (world.hours(24 * 30),
        await costOf(updateMany, { stage: 'won', name: 'Bob', customFields: { size: 1 }, assignedToId: memberId })),
      unique: await graph.refusal(updateMany, { ids, input: { email: 'b@example.com', allowDuplicate: false } }),
      unchanged: await costOf(updateMany, { stage: 'won' }),
      deleted: await costOf(deleteMany),
    };
    expect(costs).toEqual({ enrolled: 23, moved: 30, unique: 'CONFLICT', unchanged: 10, deleted: 14 });
    const enrolments = await app.database.prisma.enrolment.groupBy({
      by: ['stopReason'],
      where: { orgId, leadId: { in: ids.map((id) => id.slice(3)) } },
      _count: true,
    });
    expect(enrolments.map(({ stopReason, _count }) => `${stopReason} ${_count}`).toSorted()).toEqual([
      `lead_converted ${count}`,
      `lead_deleted ${count}`,
    ]);
  });
});
