import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { seedLeads } from '../../support/seed-leads.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
let other: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  other = await app.workspace();
});
afterAll(() => app.close());

const create = 'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }';
const updateMany = `mutation ($ids: [ID!]!, $input: UpdateLeadsInput!) {
  updateLeads(ids: $ids, input: $input) {
    leads { id status stage { key } tags }
    campaignEffects { campaignName enrolledLeads endedEnrolments }
  }
}`;
const deleteMany = 'mutation ($ids: [ID!]!) { deleteLeads(ids: $ids) { leads { id deletedAt } } }';

type Lead = { id: string; status: string; stage: { key: string }; tags: string[]; deletedAt: string };
type Updated = { updateLeads: { leads: Lead[]; campaignEffects: object[] } };
type Deleted = { deleteLeads: { leads: Lead[] } };

const make = async (input: object, { graph } = workspace) =>
  (await graph.ask<{ createLead: { lead: { id: string } } }>(create, { input })).createLead.lead.id;
async function makeThree(): Promise<string[]> {
  workspace = await app.workspace();
  return [await make({ name: 'Ada' }), await make({ name: 'Bob' }), await make({ name: 'Cyd' })];
}

type Entry = { action: string; subjectId: string };
async function told(): Promise<{ events: string[]; audit: string[] }> {
  const where = { orgId: workspace.orgId, NOT: { leadId: null } };
  const events = await app.database.prisma.event.findMany({ where, orderBy: { position: 'asc' } });
  const audit: Entry[] = await app.database.prisma.auditEntry.findMany({
    where: { orgId: workspace.orgId, action: { startsWith: 'lead.' } },
    orderBy: { id: 'asc' },
  });
  return {
    events: events.map(({ type, leadId }) => `${type} ld_${leadId}`),
    audit: audit.map(({ action, subjectId }) => `${action} ld_${subjectId}`),
  };
}
const since = (before: string[], after: string[]) => after.slice(before.length);

describe('updateLeads', () => {
  it('changes all, answers them in the order of ids, and tells of each as a single change does', async () => {
    const [ada, bob, cyd] = (await makeThree()) as [string, string, string];
    const before = await told();
    const input = { stage: 'won', tags: ['x'] };
    const { updateLeads } = await workspace.graph.ask<Updated>(updateMany, { ids: [cyd, ada, bob], input });
    expect(updateLeads.leads.map(({ id }) => id)).toEqual([cyd, ada, bob]);
    expect(updateLeads.leads.map(({ stage, tags }) => `${stage.key} ${tags.join()}`)).toEqual([
      'won x',
      'won x',
      'won x',
    ]);
    const bulk = await told();

    const single = await make({ name: 'Dan' });
    const made = await told();
    await workspace.graph.ask(
      'mutation ($id: ID!, $input: UpdateLeadInput!) { updateLead(id: $id, input: $input) { lead { id } } }',
      { id: single, input },
    );
    const alone = await told();
    const typesOf = (list: string[], id: string) =>
      list.filter((one) => one.endsWith(id)).map((one) => one.split(' ')[0]);
    for (const id of [ada, bob, cyd]) {
      expect(typesOf(since(before.events, bulk.events), id)).toEqual(typesOf(since(made.events, alone.events), single));
      expect(typesOf(since(before.audit, bulk.audit), id)).toEqual(typesOf(since(made.audit, alone.audit), single));
    }
    const status = (id: string) =>
      app.database.prisma.lead.findFirst({ where: { orgId: workspace.orgId, id: id.slice(3) } });
    expect((await status(ada))?.status).toBe((await status(single))?.status);
  });

  it('is one write: one revision, whose events follow one another', async () => {
    const ids = await makeThree();
    const head = () => app.database.prisma.organisation.findUniqueOrThrow({ where: { id: workspace.orgId } });
    const before = await head();
    await workspace.graph.ask(updateMany, { ids, input: { score: 5 } });
    const after = await head();
    expect([after.revision - before.revision, after.position - before.position]).toEqual([1n, 3n]);
    await workspace.graph.ask(updateMany, { ids, input: { score: 5 } });
    expect((await head()).revision).toBe(after.revision);
  });

  it('enrols and stops in campaigns as single changes do', async () => {
    const ids = await makeThree();
    for (const [n, id] of ids.entries())
      await workspace.graph.ask(
        'mutation ($id: ID!, $input: UpdateLeadInput!) { updateLead(id: $id, input: $input) { lead { id } } }',
        { id, input: { email: `lead${n}@example.com` } },
      );
    await workspace.graph.ask(
      `mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) { campaign { id } } }`,
      {
        input: {
          name: 'Welcome',
          trigger: 'STAGE_CHANGED',
          conditions: { toStage: 'qualified' },
          steps: [{ subject: 'Hi', body: 'Hello', delayHours: 0 }],
        },
      },
    );
    const moved = await workspace.graph.ask<Updated>(updateMany, { ids, input: { stage: 'qualified' } });
    expect(moved.updateLeads.campaignEffects).toEqual([
      { campaignName: 'Welcome', enrolledLeads: 3, endedEnrolments: 0 },
    ]);
    const enrolled = { where: { orgId: workspace.orgId, status: 'ACTIVE' as const } };
    expect(await app.database.prisma.enrolment.count(enrolled)).toBe(3);
    await workspace.graph.ask(updateMany, { ids: ids.slice(0, 2), input: { status: 'CLOSED' } });
    expect(await app.database.prisma.enrolment.count(enrolled)).toBe(1);
    await workspace.graph.ask(deleteMany, { ids });
    expect(await app.database.prisma.enrolment.count(enrolled)).toBe(0);
  });

  it.each(['unknown', 'foreign', 'deleted', 'malformed'])(
    'changes nothing where one is %s, and names it',
    async (kind) => {
      const ids = await makeThree();
      const missing = {
        unknown: async () => 'ld_01jqz5v8m3k9wfp2c7hx0dtbne',
        foreign: () => make({ name: 'Stranger' }, other),
        deleted: async () => {
          const id = await make({ name: 'Gone' });
          await workspace.graph.ask('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id });
          return id;
        },
        malformed: async () => 'cv_nonsense',
      };
      const id = await missing[kind as keyof typeof missing]();
      const before = await told();
      for (const [mutation, input] of [
        [updateMany, { score: 5 }],
        [deleteMany, undefined],
      ] as const) {
        if (kind === 'deleted' && mutation === deleteMany) continue;
        const { errors } = await workspace.graph.send(mutation, { ids: [ids[0], id, ids[1]], ...(input && { input }) });
        expect(errors[0]).toMatchObject({
          message: `No such lead: ${id}.`,
          extensions: { code: 'NOT_FOUND', resourceId: id },
        });
      }
      expect(await told()).toEqual(before);
      const { orgId } = workspace;
      expect(await app.database.prisma.lead.count({ where: { orgId, OR: [{ score: 5 }], deletedAt: null } })).toBe(0);
    },
  );

  it('changes nothing where the input does not fit one of them', async () => {
    const ids = await makeThree();
    const before = await told();
    expect(await workspace.graph.refusal(updateMany, { ids, input: { stage: 'nowhere' } })).toBe('INVALID');
    const unique = { email: 'one@example.com', allowDuplicate: false };
    expect(await workspace.graph.refusal(updateMany, { ids, input: unique })).toBe('CONFLICT');
    expect(await told()).toEqual(before);
  });

  it('counts a lead that is named twice once, and takes 1 to 200', async () => {
    const [ada, bob] = (await makeThree()) as [string, string, string];
    const before = await told();
    const { updateLeads } = await workspace.graph.ask<Updated>(updateMany, {
      ids: [bob, ada, bob],
      input: { score: 7 },
    });
    expect(updateLeads.leads.map(({ id }) => id)).toEqual([bob, ada]);
    expect(since(before.events, (await told()).events)).toHaveLength(2);
    for (const ids of [[], Array.from({ length: 201 }, () => ada)]) {
      expect(await workspace.graph.refusal(updateMany, { ids, input: { score: 8 } })).toBe('INVALID');
      expect(await workspace.graph.refusal(deleteMany, { ids })).toBe('INVALID');
    }
  });

  it('needs leads:write, and reaches no further than its business', async () => {
    const [ada] = (await makeThree()) as [string, string, string];
    const made = await workspace.graph.ask<{ createBusiness: { business: { id: string } } }>(
      'mutation { createBusiness(input: { name: "One" }) { business { id } } }',
    );
    const reader = await workspace.graphAs(['leads:read']);
    const locked = await workspace.graphAs(['leads:read', 'leads:write'], made.createBusiness.business.id);
    for (const [mutation, more] of [
      [updateMany, { input: { score: 1 } }],
      [deleteMany, {}],
    ] as const) {
      expect(await reader.refusal(mutation, { ids: [ada], ...more })).toBe('FORBIDDEN');
      expect(await reader.refusal(mutation, { ids: ['nonsense'], ...more })).toBe('FORBIDDEN');
      expect(await locked.refusal(mutation, { ids: [ada], ...more })).toBe('NOT_FOUND');
    }
  });

  it('changes two hundred in one go, and costs what they are', async () => {
    workspace = await app.workspace();
    const rows = await seedLeads(app.database, workspace.orgId, 200, { createdAt: new Date('2026-01-01') });
    const ids = rows.map((id) => `ld_${id}`);
    const { updateLeads } = await workspace.graph.ask<Updated>(updateMany, { ids, input: { stage: 'won' } });
    expect(updateLeads.leads.map(({ id, stage }) => [id, stage.key])).toEqual(ids.map((id) => [id, 'won']));
    const many = (count: number) => {
      const fields = Array.from({ length: count }, (_, n) => `m${n}: deleteLeads(ids: $ids) { leads { id } }`);
      return `mutation ($ids: [ID!]!) { ${fields.join(' ')} }`;
    };
    expect(await workspace.graph.refusal(many(7), { ids })).toBe('LIMITED');
    await workspace.graph.ask(many(5), { ids });
  });
});

describe('deleteLeads', () => {
  it('hides all, in the order of ids, each with its event; those already gone stay as they are', async () => {
    const [ada, bob, cyd] = (await makeThree()) as [string, string, string];
    await workspace.graph.ask('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id: bob });
    const before = await told();
    const { deleteLeads } = await workspace.graph.ask<Deleted>(deleteMany, { ids: [cyd, bob, ada] });
    expect(deleteLeads.leads.map(({ id, deletedAt }) => [id, deletedAt !== null])).toEqual(
      [cyd, bob, ada].map((id) => [id, true]),
    );
    const after = await told();
    expect(since(before.events, after.events)).toEqual([`lead.deleted ${ada}`, `lead.deleted ${cyd}`]);
    expect(since(before.audit, after.audit)).toEqual([`lead.deleted ${ada}`, `lead.deleted ${cyd}`]);
    expect(await workspace.graph.ask('{ leads { totalCount } }')).toEqual({ leads: { totalCount: 0 } });
  });
});

describe('bulk changes of the same leads at once', () => {
  it('do not wait for each other in a circle, and each is whole', async () => {
    workspace = await app.workspace();
    const rows = await seedLeads(app.database, workspace.orgId, 20, { createdAt: new Date('2026-01-01') });
    const ids = rows.map((id) => `ld_${id}`);
    await Promise.all(
      [1, 2, 3, 4].map((score) =>
        workspace.graph.ask(updateMany, { ids: score % 2 ? ids : ids.toReversed(), input: { score } }),
      ),
    );
    const scores = await app.database.prisma.lead.findMany({
      where: { orgId: workspace.orgId },
      select: { score: true },
    });
    expect(new Set(scores.map(({ score }) => score)).size).toBe(1);
  });
});
