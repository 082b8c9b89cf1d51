import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allScopes } from '../../../src/access/scopes.ts';
import { createTestClock, startTestApp, type TestApp } from '../../support/app.ts';
import { countStatements } from '../../support/count-statements.ts';
import { seedLeads } from '../../support/seed-leads.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

const dayMs = 24 * 60 * 60 * 1000;
const clock = createTestClock(new Date('2026-05-04T12:00:00.000Z'));
let app: TestApp;
let workspace: TestWorkspace;

beforeAll(async () => {
  app = await startTestApp({ clock });
  workspace = await app.workspace();
});
afterAll(() => app.close());

async function newLead(input: object = {}): Promise<string> {
  const create = 'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }';
  return (await workspace.graph.ask<{ createLead: { lead: { id: string } } }>(create, { input })).createLead.lead.id;
}

async function touch(leadId: string, type: string, more: object = {}): Promise<void> {
  clock.advance(1);
  const record = 'mutation ($input: RecordTouchpointInput!) { recordTouchpoint(input: $input) { lead { id } } }';
  await workspace.graph.ask(record, { input: { leadId, type, ...more } });
}

const confidence = `score label suggestedAction
  factors { quizScore tier proposalViews videoWatched ctaClicked meetingBooked enrichment staleness }`;
type Scored = { lead: { scoredAt: string; confidenceScore: number }; confidence: { score: number; factors: object } };
async function score(id: string): Promise<Scored> {
  const operation = `mutation ($id: ID!) { scoreLead(id: $id) {
    confidence { ${confidence} } lead { confidenceScore confidenceLabel scoredAt confidenceFactors { quizScore staleness } }
  } }`;
  return (await workspace.graph.ask<{ scoreLead: Scored }>(operation, { id })).scoreLead;
}

type Told = {
  type: string;
  lead?: { id: string; confidenceScore: number | null; updatedAt: string };
  metadata: Record<string, unknown> | null;
};
async function eventsOf(leadId: string): Promise<Told[]> {
  const selection = 'type ... on LeadEvent { lead { id confidenceScore updatedAt } metadata }';
  const { events } = await workspace.graph.ask<{ events: { nodes: Told[] } }>(
    `{ events(first: 200) { nodes { ${selection} } } }`,
  );
  return events.nodes.filter(({ lead }) => lead?.id === leadId);
}

const none = {
  quizScore: 0,
  tier: 0,
  proposalViews: 0,
  videoWatched: 0,
  ctaClicked: 0,
  meetingBooked: 0,
  enrichment: 0,
  staleness: 0,
};

describe('scoreLead', () => {
  it('tells score, label, factors and what to do next, and keeps them with the lead', async () => {
    const id = await newLead({ tier: 'HIGH' });
    for (const type of ['PROPOSAL_VIEWED', 'PROPOSAL_VIEWED', 'VIDEO_WATCHED', 'CTA_CLICKED', 'MEETING_BOOKED', 'CALL'])
      await touch(id, type);
    await touch(id, 'QUIZ_COMPLETED', { metadata: { score: 50 } });
    expect(await score(id)).toEqual({
      confidence: {
        score: 80,
        label: 'HOT',
        suggestedAction: 'PREPARE_MEETING',
        factors: {
          ...none,
          quizScore: 10,
          tier: 15,
          proposalViews: 12,
          videoWatched: 8,
          ctaClicked: 10,
          meetingBooked: 25,
        },
      },
      lead: {
        confidenceScore: 80,
        confidenceLabel: 'HOT',
        confidenceFactors: { quizScore: 10, staleness: 0 },
        scoredAt: clock.now().toISOString(),
      },
    });
  });

  it('takes the latest quiz that has a score, within 0 to 100', async () => {
    const id = await newLead();
    const after = async (metadata: object | null, occurredAt?: string) => {
      await touch(id, 'QUIZ_COMPLETED', { metadata, occurredAt });
      return (await score(id)).confidence.score;
    };
    expect(await after({ score: 40 })).toBe(8);
    expect(await after({ score: 90 }, '2026-05-01T00:00:00.000Z')).toBe(8);
    expect(await after({ score: '95' })).toBe(8);
    expect(await after(null)).toBe(8);
    expect(await after({ score: 1000 })).toBe(20);
    expect(await after({ score: -3 })).toBe(0);
    expect(await after({ score: 52.5 })).toBe(11);
  });

  it('fires lead.scored only where the score is another one', async () => {
    const id = await newLead({ tier: 'MEDIUM' });
    await score(id);
    clock.advance(1000);
    expect((await score(id)).lead.scoredAt).toBe(clock.now().toISOString());
    clock.advance(8 * dayMs);
    await score(id);
    const events = (await eventsOf(id)).map(({ type, metadata, lead }) => [type, lead?.confidenceScore, metadata]);
    expect(events).toEqual([
      ['LEAD_CREATED', null, null],
      ['LEAD_SCORED', 8, { previousScore: null }],
      ['LEAD_SCORED', 3, { previousScore: 8 }],
    ]);
  });

  it('finds no lead that is deleted or another workspace’s', async () => {
    const id = await newLead();
    await workspace.graph.ask('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id });
    const operation = 'mutation ($id: ID!) { scoreLead(id: $id) { lead { id } } }';
    expect(await workspace.graph.refusal(operation, { id })).toBe('NOT_FOUND');
    const stranger = await app.workspace();
    expect(await stranger.graph.refusal(operation, { id: await newLead() })).toBe('NOT_FOUND');
  });
});

describe('the score of a lead', () => {
  it('is fresh after every touchpoint that counts, which is no change that people made', async () => {
    const id = await newLead();
    const before = clock.now().toISOString();
    await touch(id, 'CALL');
    await touch(id, 'MEETING_BOOKED');
    await touch(id, 'CALL');
    const events = (await eventsOf(id)).map(({ type, lead }) => [type, lead?.confidenceScore, lead?.updatedAt]);
    expect(events).toEqual([
      ['LEAD_CREATED', null, before],
      ['TOUCHPOINT_RECORDED', null, before],
      ['TOUCHPOINT_RECORDED', null, before],
      ['LEAD_SCORED', 25, before],
      ['TOUCHPOINT_RECORDED', 25, before],
    ]);
  });

  it('is computed anew with the move to another stage, in the same event', async () => {
    const id = await newLead({ tier: 'HIGH' });
    await touch(id, 'CTA_CLICKED');
    clock.advance(15 * dayMs);
    const update =
      'mutation ($id: ID!, $input: UpdateLeadInput!) { updateLead(id: $id, input: $input) { lead { id } } }';
    await workspace.graph.ask(update, { id, input: { tier: 'LOW' } });
    await workspace.graph.ask(update, { id, input: { stage: 'proposal', tier: 'MEDIUM' } });
    const events = (await eventsOf(id)).slice(-3).map(({ type, lead }) => [type, lead?.confidenceScore]);
    expect(events).toEqual([
      ['LEAD_UPDATED', 25],
      ['LEAD_UPDATED', 8],
      ['LEAD_STAGE_CHANGED', 8],
    ]);
  });
});

type Scores = {
  scored: number;
  changed: number;
  remaining: number;
  distribution: Record<string, number>;
  results: { leadId: string; confidence: { score: number } }[];
};
const scoreLeads = async (client = workspace.graph): Promise<Scores> =>
  (
    await client.ask<{ scoreLeads: Scores }>(
      `mutation { scoreLeads { scored changed remaining distribution { hot warm cool cold } results { leadId confidence { ${confidence} } } } }`,
    )
  ).scoreLeads;

describe('scoreLeads', () => {
  it('scores 500 at once, the ones longest not scored first, and says how many remain', async () => {
    const { orgId, graph } = await app.workspace();
    const createdAt = new Date(clock.now().getTime() - 1000);
    const [hopeful] = await seedLeads(app.database, orgId, 3, {
      createdAt,
      tier: 'HIGH',
      enrichmentStatus: 'COMPLETE',
    });
    await seedLeads(app.database, orgId, 600, { createdAt: clock.now() });
    const row = { orgId, leadId: hopeful!, occurredAt: createdAt, createdAt };
    await app.database.prisma.touchpoint.createMany({
      data: ['MEETING_BOOKED', 'CTA_CLICKED', 'PROPOSAL_VIEWED'].map((type, index) => ({
        ...row,
        id: `01kqtouchpoint00000000000${index}`,
        type: type as 'CTA_CLICKED',
      })),
    });
    const first = await scoreLeads(graph);
    expect(first).toMatchObject({
      scored: 500,
      changed: 500,
      remaining: 103,
      distribution: { hot: 0, warm: 1, cool: 0, cold: 499 },
    });
    expect(first.results.find(({ leadId }) => leadId === `ld_${hopeful}`)).toMatchObject({
      confidence: {
        score: 60,
        factors: { ...none, tier: 15, enrichment: 4, meetingBooked: 25, ctaClicked: 10, proposalViews: 6 },
      },
    });
    clock.advance(1000);
    expect(await scoreLeads(graph)).toMatchObject({ scored: 500, changed: 103, remaining: 0 });
    expect(await app.database.prisma.lead.count({ where: { orgId, confidenceScore: null } })).toBe(0);
    clock.advance(2 * dayMs);
    expect(await scoreLeads(graph)).toMatchObject({ scored: 500, changed: 0, remaining: 103 });
    const events = await app.database.prisma.event.count({ where: { orgId, type: 'lead.scored' } });
    expect(events).toBe(603);
  });

  it('takes as many statements for 500 leads as for 5', async () => {
    const counter = countStatements(app.database);
    const statements: string[][] = [];
    for (const count of [5, 500]) {
      const { orgId, graph } = await app.workspace();
      await seedLeads(app.database, orgId, count, { createdAt: clock.now() });
      statements.push(await counter.during(async () => expect((await scoreLeads(graph)).changed).toBe(count)));
    }
    expect(statements[1]).toEqual(statements[0]);
  });

  it('scores what is in reach and not deleted', async () => {
    const { orgId, graph, graphAs } = await app.workspace();
    const business = 'mutation { createBusiness(input: { name: "North" }) { business { id } } }';
    const { createBusiness } = await graph.ask<{ createBusiness: { business: { id: string } } }>(business);
    const businessId = createBusiness.business.id;
    const createdAt = clock.now();
    const own = await seedLeads(app.database, orgId, 2, { createdAt, businessId: businessId.slice('biz_'.length) });
    await seedLeads(app.database, orgId, 1, { createdAt });
    await seedLeads(app.database, orgId, 1, { createdAt, deletedAt: createdAt });
    const locked = await scoreLeads(await graphAs(allScopes, businessId));
    expect(locked.results.map(({ leadId }) => leadId).toSorted()).toEqual(own.map((id) => `ld_${id}`));
    expect(locked).toMatchObject({ scored: 2, remaining: 0 });
    expect(await scoreLeads(graph)).toMatchObject({ scored: 3, changed: 1, remaining: 0 });
  });

  it('leaves an empty workspace alone', async () => {
    const { orgId, graph } = await app.workspace();
    const revision = async () =>
      (await app.database.prisma.organisation.findFirstOrThrow({ where: { id: orgId } })).revision;
    const before = await revision();
    expect(await scoreLeads(graph)).toEqual({
      scored: 0,
      changed: 0,
      remaining: 0,
      distribution: { hot: 0, warm: 0, cool: 0, cold: 0 },
      results: [],
    });
    expect(await revision()).toBe(before);
  });
});
