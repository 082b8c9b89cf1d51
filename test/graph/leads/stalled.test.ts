import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allScopes } from '../../../src/access/scopes.ts';
import { createTestClock, startTestApp, type TestApp } from '../../support/app.ts';
import { countStatements } from '../../support/count-statements.ts';
import { seedLeads } from '../../support/seed-leads.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

const dayMs = 24 * 60 * 60 * 1000;
const clock = createTestClock(new Date('2026-05-04T12:00:00.000Z'));
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ clock });
});
afterAll(() => app.close());

type Stalled = {
  lead: { id: string; name: string };
  priority: string;
  since: string;
  daysSinceTouch: number;
  reason: string;
  suggestedAction: string;
};

const query = `query ($limit: Int, $offset: Int) { stalledLeads(limit: $limit, offset: $offset) {
  totalCount nodes { lead { id name stage { key } } priority since daysSinceTouch reason suggestedAction } } }`;

const stalledOf = async ({ graph }: Pick<TestWorkspace, 'graph'>, page: object = {}) =>
  (await graph.ask<{ stalledLeads: { totalCount: number; nodes: Stalled[] } }>(query, page)).stalledLeads;

const namesOf = async (workspace: Pick<TestWorkspace, 'graph'>, page: object = {}) =>
  (await stalledOf(workspace, page)).nodes.map(({ lead }) => lead.name);

const ago = (days: number) => new Date(clock.now().getTime() - days * dayMs);

/** A lead that was made so many days ago. */
const seed = async ({ orgId }: TestWorkspace, firstName: string, daysAgo: number, more: object = {}) =>
  (await seedLeads(app.database, orgId, 1, { createdAt: ago(daysAgo), firstName, ...more }))[0] ?? '';

describe('stalledLeads', () => {
  it('tells who is overdue, why, and what to do about it', async () => {
    const workspace = await app.workspace();
    const id = await seed(workspace, 'Ada', 9, { email: 'ada@example.com', lastTouchedAt: ago(7.5) });
    expect(await stalledOf(workspace)).toEqual({
      totalCount: 1,
      nodes: [
        {
          lead: { id: `ld_${id}`, name: 'Ada', stage: { key: 'new' } },
          priority: 'MEDIUM',
          since: ago(7.5).toISOString(),
          daysSinceTouch: 7,
          reason: 'Nobody was in touch for 7 days; leads of medium priority are overdue after 7.',
          suggestedAction: 'SEND_FOLLOW_UP_EMAIL',
        },
      ],
    });
  });

  it('waits 3 days with urgent leads, 7 with others and 14 with those of little hope, to the millisecond', async () => {
    const workspace = await app.workspace();
    const barely = 1 / dayMs;
    const pairs = [
      ['hot', 3.5, { confidenceScore: 70, tier: 'LOW' }],
      ['high', 3.4, { tier: 'HIGH', confidenceScore: 0 }],
      ['warm', 7.3, { confidenceScore: 45 }],
      ['medium', 7.2, { tier: 'MEDIUM', confidenceScore: 0 }],
      ['unknown', 7.1, {}],
      ['cold', 14, { confidenceScore: 44 }],
      ['low', 14.5, { tier: 'LOW' }],
    ] as const;
    for (const [name, days, columns] of pairs) {
      await seed(workspace, name, days, columns);
      await seed(workspace, `${name} still`, Math.floor(days) - barely, columns);
    }
    const { nodes, totalCount } = await stalledOf(workspace);
    expect(totalCount).toBe(pairs.length);
    expect(nodes.map(({ lead, priority }) => [lead.name, priority])).toEqual([
      ['hot', 'HIGH'],
      ['high', 'HIGH'],
      ['warm', 'MEDIUM'],
      ['medium', 'MEDIUM'],
      ['unknown', 'MEDIUM'],
      ['low', 'LOW'],
      ['cold', 'LOW'],
    ]);
  });

  it('shows the most urgent first, then those idle the longest, page by page', async () => {
    const workspace = await app.workspace();
    await seed(workspace, 'third', 90);
    await seed(workspace, 'second', 4, { tier: 'HIGH' });
    await seed(workspace, 'fourth', 8);
    await seed(workspace, 'first', 5, { tier: 'HIGH' });
    expect(await namesOf(workspace)).toEqual(['first', 'second', 'third', 'fourth']);
    expect(await namesOf(workspace, { limit: 2, offset: 1 })).toEqual(['second', 'third']);
    expect(await stalledOf(workspace, { offset: 10 })).toEqual({ totalCount: 4, nodes: [] });
  });

  it.each([
    ['a last mail after 30 days', 30, { email: 'a@b.example', phone: '1', tier: 'HIGH' }, 'SEND_BREAKUP_EMAIL'],
    ['a call to an urgent lead', 29, { email: 'a@b.example', phone: '1', tier: 'HIGH' }, 'CHECK_IN_CALL'],
    ['a mail to one without a phone', 29, { email: 'a@b.example', tier: 'HIGH' }, 'SEND_FOLLOW_UP_EMAIL'],
    ['a call to who has answered', 8, { email: 'a@b.example', phone: '1', status: 'REPLIED' }, 'CHECK_IN_CALL'],
    ['a mail to the others', 8, { email: 'a@b.example', phone: '1' }, 'SEND_FOLLOW_UP_EMAIL'],
    ['a call where mail came back', 40, { email: 'a@b.example', emailBouncedAt: ago(50) }, 'CHECK_IN_CALL'],
    ['a call where it unsubscribed', 40, { email: 'a@b.example', unsubscribedAt: ago(50) }, 'CHECK_IN_CALL'],
    ['a call where no address is known', 40, { phone: '1' }, 'CHECK_IN_CALL'],
  ])('suggests %s', async (_, days, columns, action) => {
    const workspace = await app.workspace();
    await seed(workspace, 'Ada', days, columns);
    expect((await stalledOf(workspace)).nodes[0]).toMatchObject({
      suggestedAction: action,
      reason: expect.stringMatching(`^Nobody was in touch since it was made ${days} days ago; `),
    });
  });

  it('leaves out what is won, lost, closed, spam or deleted', async () => {
    const workspace = await app.workspace();
    await seed(workspace, 'open', 60);
    for (const status of ['CONVERTED', 'CLOSED', 'SPAM']) await seed(workspace, status, 60, { status });
    await seed(workspace, 'deleted', 60, { deletedAt: ago(1) });
    const { graph, orgId } = workspace;
    for (const name of ['Closed Won', 'Gewonnen', 'Wonder', 'Re-engage: lost']) {
      await graph.ask('mutation ($name: String!) { createStage(input: { name: $name }) { stage { id } } }', { name });
      const { id: stageId } = await app.database.prisma.stage.findFirstOrThrow({ where: { orgId, name } });
      await seed(workspace, name, 60, { stageId });
    }
    expect((await namesOf(workspace)).toSorted()).toEqual(['Gewonnen', 'Wonder', 'open']);
  });

  it('loses a lead to a touchpoint that is recent, and keeps it with one that is not', async () => {
    const workspace = await app.workspace();
    const leadId = `ld_${await seed(workspace, 'Ada', 20)}`;
    const record = 'mutation ($input: RecordTouchpointInput!) { recordTouchpoint(input: $input) { lead { id } } }';
    await workspace.graph.ask(record, { input: { leadId, type: 'CALL', occurredAt: ago(10).toISOString() } });
    expect((await stalledOf(workspace)).nodes[0]).toMatchObject({ daysSinceTouch: 10 });
    await workspace.graph.ask(record, { input: { leadId, type: 'EMAIL' } });
    expect(await namesOf(workspace)).toEqual([]);
    clock.advance(7 * dayMs);
    expect(await namesOf(workspace)).toEqual(['Ada']);
  });

  it('shows a locked key its business alone, and counts that alone', async () => {
    const workspace = await app.workspace();
    const make = 'mutation { createBusiness(input: { name: "North" }) { business { id } } }';
    const { createBusiness } = await workspace.graph.ask<{ createBusiness: { business: { id: string } } }>(make);
    const { id } = createBusiness.business;
    await seed(workspace, 'theirs', 60);
    await seed(workspace, 'own', 60, { businessId: id.slice('biz_'.length) });
    const locked = { graph: await workspace.graphAs(allScopes, id) };
    expect(await stalledOf(locked)).toMatchObject({ totalCount: 1, nodes: [{ lead: { name: 'own' } }] });
  });

  it('refuses a page out of bounds', async () => {
    const { graph } = await app.workspace();
    for (const page of [{ limit: 0 }, { limit: 501 }, { offset: -1 }])
      expect(await graph.refusal(query, page)).toBe('INVALID');
  });

  it('takes as many statements for 500 leads as for 5', async () => {
    const counter = countStatements(app.database);
    const statements: number[] = [];
    for (const count of [5, 500]) {
      const workspace = await app.workspace();
      await seedLeads(app.database, workspace.orgId, count, { createdAt: ago(60) });
      const read = async () => expect((await stalledOf(workspace, { limit: 500 })).nodes).toHaveLength(count);
      statements.push((await counter.during(read)).length);
    }
    expect(statements).toEqual([4, 4]);
  });
});
