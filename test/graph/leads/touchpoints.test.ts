import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock, startTestApp, type TestApp } from '../../support/app.ts';
import type { GraphClient } from '../../support/graph-client.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

const clock = createTestClock(new Date('2026-05-04T12:00:00.000Z'));
let app: TestApp;
let workspace: TestWorkspace;
let graph: GraphClient;

beforeAll(async () => {
  app = await startTestApp({ clock });
  workspace = await app.workspace();
  graph = workspace.graph;
});
afterAll(() => app.close());

const newLead = async () =>
  (await graph.ask<{ createLead: { lead: { id: string } } }>('mutation { createLead(input: {}) { lead { id } } }'))
    .createLead.lead.id;

const record = `mutation ($input: RecordTouchpointInput!) {
  recordTouchpoint(input: $input) { touchpoint { id type channel summary metadata occurredAt createdAt author { name } } lead { id updatedAt } }
}`;
type Recorded = { recordTouchpoint: { touchpoint: { id: string } } };
async function touch(leadId: string, input: object = {}): Promise<Recorded> {
  // Ids of the same millisecond are in no order.
  clock.advance(1);
  return graph.ask<Recorded>(record, { input: { leadId, type: 'CALL', ...input } });
}

const idOf = ({ recordTouchpoint }: Recorded) => recordTouchpoint.touchpoint.id;
const rowOf = async (leadId: string) =>
  app.database.prisma.lead.findFirstOrThrow({ where: { id: leadId.slice('ld_'.length) } });

type Told = { type: string; lead?: { id: string }; touchpoint?: object | null };
async function eventsOf(leadId: string): Promise<Told[]> {
  const { events } = await graph.ask<{ events: { nodes: Told[] } }>(
    '{ events(first: 200) { nodes { type ... on LeadEvent { lead { id } touchpoint { type channel summary } } } } }',
  );
  return events.nodes.filter(({ lead }) => lead?.id === leadId);
}

describe('a touchpoint', () => {
  it('is kept as it was told, with who told it', async () => {
    const leadId = await newLead();
    const told = { channel: 'phone', summary: 'Wants a demo', metadata: { minutes: 7 } };
    expect(await touch(leadId, { ...told, occurredAt: '2026-05-03T09:00:00.000Z' })).toMatchObject({
      recordTouchpoint: {
        touchpoint: {
          ...told,
          type: 'CALL',
          occurredAt: '2026-05-03T09:00:00.000Z',
          createdAt: clock.now().toISOString(),
          author: { name: 'Operator' },
        },
        lead: { id: leadId },
      },
    });
    expect(await touch(leadId)).toMatchObject({
      recordTouchpoint: {
        touchpoint: { channel: null, summary: null, metadata: null, occurredAt: clock.now().toISOString() },
      },
    });
  });

  it('moves the lead’s latest touch forward and never back, and no other field of it', async () => {
    const leadId = await newLead();
    const before = await rowOf(leadId);
    expect(before.lastTouchedAt).toBeNull();
    await touch(leadId, { occurredAt: '2026-05-02T00:00:00.000Z' });
    expect(await rowOf(leadId)).toEqual({ ...before, lastTouchedAt: new Date('2026-05-02T00:00:00.000Z') });
    await touch(leadId, { occurredAt: '2026-05-01T00:00:00.000Z' });
    expect((await rowOf(leadId)).lastTouchedAt).toEqual(new Date('2026-05-02T00:00:00.000Z'));
    await touch(leadId);
    expect(await rowOf(leadId)).toEqual({ ...before, lastTouchedAt: clock.now() });
    expect((await eventsOf(leadId)).map(({ type }) => type)).toEqual([
      'LEAD_CREATED',
      'TOUCHPOINT_RECORDED',
      'TOUCHPOINT_RECORDED',
      'TOUCHPOINT_RECORDED',
    ]);
  });

  it('keeps the latest touch however many are recorded at once', async () => {
    const leadId = await newLead();
    const days = [3, 1, 4, 2].map((day) => `2026-05-0${day}T00:00:00.000Z`);
    await Promise.all(days.map(async (occurredAt) => touch(leadId, { occurredAt })));
    expect((await rowOf(leadId)).lastTouchedAt).toEqual(new Date('2026-05-04T00:00:00.000Z'));
  });

  it('took place from 2000 on and, but for clocks that differ, not in the future', async () => {
    const leadId = await newLead();
    await touch(leadId, { occurredAt: '2000-01-01' });
    const ahead = (ms: number) => new Date(clock.now().getTime() + 300_000 + ms).toISOString();
    await touch(leadId, { occurredAt: ahead(0) });
    for (const occurredAt of ['1999-12-31T23:59:59.999Z', ahead(1), '2027-01-01']) {
      expect(await graph.refusal(record, { input: { leadId, type: 'CALL', occurredAt } })).toBe('INVALID');
    }
  });

  it.each([{ channel: 'a'.repeat(51) }, { summary: 'a'.repeat(10_001) }, { metadata: { a: 'a'.repeat(65_536) } }])(
    'is refused where it is too long',
    async (input) => {
      const leadId = await newLead();
      expect(await graph.refusal(record, { input: { leadId, type: 'CALL', ...input } })).toBe('INVALID');
      expect((await rowOf(leadId)).lastTouchedAt).toBeNull();
    },
  );
});

describe('the touchpoints of a lead', () => {
  it('come in the order in which they took place, the latest first', async () => {
    const leadId = await newLead();
    const [second, first, fourth, third] = [
      idOf(await touch(leadId, { occurredAt: '2026-05-02' })),
      idOf(await touch(leadId, { occurredAt: '2026-05-01', type: 'EMAIL' })),
      idOf(await touch(leadId, { occurredAt: '2026-05-03' })),
      idOf(await touch(leadId, { occurredAt: '2026-05-02', type: 'EMAIL' })),
    ];
    type Page = { lead: { touchpoints: { totalCount: number; nodes: { id: string }[] } } };
    const list = async (args: string) => {
      const { touchpoints } = (
        await graph.ask<Page>(`{ lead(id: "${leadId}") { touchpoints(${args}) { totalCount nodes { id } } } }`)
      ).lead;
      return [touchpoints.totalCount, ...touchpoints.nodes.map(({ id }) => id)];
    };
    expect(await list('first: 10')).toEqual([4, fourth, third, second, first]);
    expect(await list(`first: 1, after: "${fourth}"`)).toEqual([4, third]);
    expect(await list(`first: 2, after: "${third}"`)).toEqual([4, second, first]);
    expect(await list('first: 2, offset: 1')).toEqual([4, third, second]);
    expect(await list('type: EMAIL')).toEqual([2, third, first]);
  });

  it('hold a reply that was recorded as such', async () => {
    const id = await newLead();
    const reply =
      'mutation ($id: ID!) { recordLeadReply(id: $id, message: "Yes", channel: "email") { lead { status } } }';
    expect(await graph.ask(reply, { id })).toEqual({ recordLeadReply: { lead: { status: 'REPLIED' } } });
    expect((await rowOf(id)).lastTouchedAt).toEqual(clock.now());
    expect((await eventsOf(id))[1]).toMatchObject({
      type: 'TOUCHPOINT_RECORDED',
      touchpoint: { type: 'REPLY', channel: 'email', summary: 'Yes' },
    });
  });

  it('of a reply are the reply: the status and lead.replied go with them', async () => {
    const id = await newLead();
    await touch(id, { type: 'REPLY', channel: 'email', summary: 'Yes' });
    expect((await rowOf(id)).status).toBe('REPLIED');
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual([
      'LEAD_CREATED',
      'TOUCHPOINT_RECORDED',
      'LEAD_UPDATED',
      'LEAD_STATUS_CHANGED',
      'LEAD_REPLIED',
    ]);
  });

  it('are out of reach while the lead is deleted, and back once it is restored', async () => {
    const id = await newLead();
    const touchpoint = idOf(await touch(id));
    const look = () => graph.ask('query ($id: ID!) { node(id: $id) { id } }', { id: touchpoint });
    const deleted = 'mutation ($id: ID!) { deleteLead(id: $id) { lead { touchpoints { totalCount } } } }';
    expect(await graph.ask(deleted, { id })).toEqual({ deleteLead: { lead: { touchpoints: null } } });
    expect(await look()).toEqual({ node: null });
    expect(await graph.refusal(record, { input: { leadId: id, type: 'CALL' } })).toBe('NOT_FOUND');
    await graph.ask('mutation ($id: ID!) { restoreLead(id: $id) { lead { id } } }', { id });
    expect(await look()).toEqual({ node: { id: touchpoint } });
  });

  it('end the campaigns that write to a lead when it answers', async () => {
    const id = await newLead();
    const at = clock.now();
    const { prisma } = app.database;
    const row = { orgId: workspace.orgId, createdAt: at, updatedAt: at };
    const campaignId = '01jqz5v8m3k9wfp2c7hx0dtbnc';
    await prisma.campaign.create({ data: { ...row, id: campaignId, name: 'News', trigger: 'MANUAL', steps: [] } });
    const enrolment = { ...row, id: '01jqz5v8m3k9wfp2c7hx0dtbne', campaignId, leadId: id.slice('ld_'.length) };
    await prisma.enrolment.create({ data: { ...enrolment, trigger: 'MANUAL' } });
    const status = async () => (await prisma.enrolment.findFirstOrThrow({ where: { id: enrolment.id } })).status;
    await touch(id);
    expect(await status()).toBe('ACTIVE');
    await touch(id, { type: 'REPLY' });
    expect(await status()).toBe('STOPPED');
  });
});
