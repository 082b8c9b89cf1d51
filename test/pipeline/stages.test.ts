import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { createWorkspace, type TestWorkspace } from '../support/workspace.ts';
import { type Pipeline, pipelineOf } from './pipeline-of.ts';

let app: TestApp;
let workspace: TestWorkspace;
let pipeline: Pipeline;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app.close());
beforeEach(async () => {
  workspace = await app.workspace();
  pipeline = pipelineOf(app.database, workspace);
});

const deleteStage = `mutation ($id: ID!, $moveTo: String) { deleteStage(id: $id, moveTo: $moveTo) {
  stage { name } movedTo { key isDefault } movedLeads disabledRules disabledSyncSources idleCampaigns
} }`;
const createLead = 'mutation ($stage: String) { createLead(input: { name: "Ada", stage: $stage }) { lead { id } } }';

describe('a stage that is made', () => {
  it('stands behind the others, under a key of its name', async () => {
    expect(await pipeline.create({ name: 'Closed, at last' })).toMatchObject({
      key: 'closed-at-last',
      order: 6,
      isDefault: false,
      leadCount: 0,
    });
    expect(await pipeline.create({ name: 'Between', order: 1 })).toMatchObject({ order: 1 });
    expect((await pipeline.read()).map(({ key }) => key)).toEqual(
      'new contacted between qualified proposal won lost closed-at-last'.split(' '),
    );
  });

  it('is found by its name and key alone: what stands for another stage is a conflict', async () => {
    await pipeline.create({ name: 'Follow up' });
    for (const name of ['FOLLOW UP', 'follow-up', 'New', 'new '])
      expect(await pipeline.refusal({ name })).toBe('CONFLICT');
    const [one, two] = [await pipeline.create({ name: '✅ Closed' }), await pipeline.create({ name: '❌ Closed' })];
    expect([one.key, two.key]).toEqual(['closed', 'closed-2']);
  });

  it('is refused beyond a hundred', async () => {
    await app.database.prisma.stage.createMany({
      data: Array.from({ length: 93 }, (_, n) => ({
        orgId: workspace.orgId,
        id: `01jqz5v8m3k9wfp2c7hx0d${1000 + n}`,
        key: `stage-${n}`,
        name: `Stage ${n}`,
        order: 10 + n,
        createdAt: new Date(),
      })),
    });
    const answers = await Promise.all(['A', 'B', 'C'].map(async (name) => pipeline.send({ name })));
    expect(
      answers
        .map(({ errors }) => errors[0]?.extensions['code'] ?? 'made')
        .map(String)
        .toSorted(),
    ).toEqual(['CONFLICT', 'CONFLICT', 'made']);
  });

  it('is refused to a key that is locked to a business', async () => {
    const { createBusiness } = await workspace.graph.ask<{ createBusiness: { business: { id: string } } }>(
      'mutation { createBusiness(input: { name: "North" }) { business { id } } }',
    );
    const locked = await workspace.graphAs(['pipeline:write', 'leads:read'], createBusiness.business.id);
    const { id } = (await pipeline.read())[1]!;
    expect(await locked.refusal('mutation { createStage(input: { name: "X" }) { stage { id } } }')).toBe('FORBIDDEN');
    expect(await locked.refusal(`mutation { updateStage(id: "${id}", input: { name: "X" }) { stage { id } } }`)).toBe(
      'FORBIDDEN',
    );
    expect(await locked.refusal(deleteStage, { id })).toBe('FORBIDDEN');
  });
});

describe('a stage that is renamed', () => {
  it('has another key, which its playbooks follow; its leads stay', async () => {
    const qualified = await pipeline.of('qualified');
    await workspace.graph.ask(createLead, { stage: 'qualified' });
    const at = { createdAt: new Date(), updatedAt: new Date() };
    const playbook = { orgId: workspace.orgId, id: 'p', name: 'Call', stageKey: 'qualified', steps: [], ...at };
    await app.database.prisma.playbook.create({ data: playbook });
    expect(await pipeline.update(qualified.id, { name: 'In talks' })).toMatchObject({ key: 'in-talks', leadCount: 1 });
    const { stageKey } = await app.database.prisma.playbook.findFirstOrThrow({ where: { orgId: workspace.orgId } });
    expect(stageKey).toBe('in-talks');
    expect(await pipeline.audit()).toEqual(expect.arrayContaining(['stage.updated', 'playbook.updated']));
  });

  it('cannot take the name or the key of another, and keeps its own', async () => {
    const { id } = await pipeline.of('qualified');
    for (const name of ['Won', 'won', 'LOST']) expect(await pipeline.refusal({ name }, id)).toBe('CONFLICT');
    expect(await pipeline.update(id, { name: 'QUALIFIED' })).toMatchObject({ key: 'qualified', name: 'QUALIFIED' });
  });

  it('to what it is called already changes nothing', async () => {
    const { id, name, order } = await pipeline.of('new');
    const before = await pipeline.revision();
    await pipeline.update(id, { name, order, isDefault: true });
    expect(await pipeline.revision()).toBe(before);
  });
});

describe('the default stage', () => {
  it('is one, however many are made it at once', async () => {
    const stages = await pipeline.read();
    await Promise.all(stages.map(async ({ id }) => pipeline.update(id, { isDefault: true })));
    await Promise.all(['A', 'B', 'C'].map(async (name) => pipeline.create({ name, isDefault: true })));
    expect((await pipeline.read()).filter(({ isDefault }) => isDefault)).toHaveLength(1);
  });

  it('stays one: it cannot just stop being it', async () => {
    const { id } = await pipeline.of('new');
    expect(await pipeline.refusal({ isDefault: false }, id)).toBe('CONFLICT');
    await pipeline.update((await pipeline.of('won')).id, { isDefault: true });
    expect(await pipeline.update(id, { isDefault: false })).toMatchObject({ isDefault: false });
  });

  it('that is deleted is followed by where its leads go, or by the first of the others', async () => {
    const { id } = await pipeline.of('new');
    expect(await workspace.graph.ask(deleteStage, { id, moveTo: 'Won' })).toMatchObject({
      deleteStage: { stage: { name: 'New' }, movedTo: { key: 'won', isDefault: true } },
    });
    expect(await workspace.graph.ask(deleteStage, { id: (await pipeline.of('won')).id })).toMatchObject({
      deleteStage: { movedTo: { key: 'contacted', isDefault: true } },
    });
    expect((await pipeline.read()).filter(({ isDefault }) => isDefault)).toMatchObject([{ key: 'contacted' }]);
  });
});

describe('a stage that is deleted', () => {
  it('gives its leads away as any other change does, deleted ones in silence', async () => {
    const stage = await pipeline.of('qualified');
    const leads = await pipeline.fill('qualified', 3);
    await workspace.graph.ask('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id: leads[0] });
    const before = await pipeline.events();
    expect(await workspace.graph.ask(deleteStage, { id: stage.id, moveTo: 'lost' })).toEqual({
      deleteStage: {
        stage: { name: 'Qualified' },
        movedTo: { key: 'lost', isDefault: false },
        movedLeads: 2,
        disabledRules: 0,
        disabledSyncSources: 0,
        idleCampaigns: 0,
      },
    });
    const told = (await pipeline.events()).slice(before.length);
    expect(told.map(({ type }) => type).toSorted()).toEqual([
      'LEAD_STAGE_CHANGED',
      'LEAD_STAGE_CHANGED',
      'LEAD_UPDATED',
      'LEAD_UPDATED',
    ]);
    expect(told.find(({ type }) => type === 'LEAD_STAGE_CHANGED')).toMatchObject({
      lead: { stage: { key: 'lost' } },
      previousStage: { key: 'qualified' },
    });
    await workspace.graph.ask('mutation ($id: ID!) { restoreLead(id: $id) { lead { id } } }', { id: leads[0] });
    expect(await pipeline.of('lost')).toMatchObject({ leadCount: 3 });
  });

  it('tells of the campaigns whose trigger asks for it, which enrol nobody now', async () => {
    const [gone, kept] = [await pipeline.of('qualified'), await pipeline.of('won')];
    const steps = [{ subject: 'Hi', body: 'Hello', delayHours: 0 }];
    const make = 'mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) { campaign { id } } }';
    const campaign = (conditions: object | null, trigger = 'STAGE_CHANGED') =>
      workspace.graph.ask<{ createCampaign: { campaign: { id: string } } }>(make, {
        input: { name: 'News', trigger, steps, conditions },
      });
    await campaign({ toStage: gone.id });
    await campaign({ fromStage: gone.id, toStage: gone.id });
    await campaign({ fromStage: gone.id }, 'CTA_CLICKED');
    await campaign({ toStage: kept.id });
    await campaign(null);
    const { createCampaign } = await campaign({ toStage: gone.id });
    const disable = 'mutation ($id: ID!) { updateCampaign(id: $id, input: { enabled: false }) { campaign { id } } }';
    await workspace.graph.ask(disable, { id: createCampaign.campaign.id });
    expect(await workspace.graph.ask(deleteStage, { id: gone.id })).toMatchObject({
      deleteStage: { idleCampaigns: 3 },
    });
  });

  it('switches rules and sync sources off that refer to it', async () => {
    const { id } = await pipeline.of('qualified');
    const at = { orgId: workspace.orgId, createdAt: new Date(), updatedAt: new Date() };
    const stageId = id.slice('stg_'.length);
    const rule = { ...at, name: 'Rule', trigger: 'MEETING_BOOKED' as const };
    await app.database.prisma.automationRule.createMany({
      data: [
        { ...rule, id: 'to', targetStageId: stageId },
        { ...rule, id: 'from', fromStageId: stageId },
        { ...rule, id: 'both', fromStageId: stageId, targetStageId: stageId },
        { ...rule, id: 'other' },
      ],
    });
    await app.database.prisma.syncSource.create({ data: { ...at, id: 's', name: 'Form', type: 'GMAIL', stageId } });
    expect(await workspace.graph.ask(deleteStage, { id })).toMatchObject({
      deleteStage: { disabledRules: 3, disabledSyncSources: 1 },
    });
    const where = { orgId: workspace.orgId, enabled: true };
    expect(await app.database.prisma.automationRule.findMany({ where })).toMatchObject([{ id: 'other' }]);
    expect(await app.database.prisma.syncSource.findMany({ where })).toEqual([]);
    expect((await pipeline.audit()).filter((action) => action.endsWith('disabled'))).toHaveLength(4);
  });

  it('is refused where it is the last one, or would give its leads to itself or to none', async () => {
    const [first, ...others] = await pipeline.read();
    const { id } = first!;
    expect(await workspace.graph.refusal(deleteStage, { id, moveTo: id })).toBe('INVALID');
    expect(await workspace.graph.refusal(deleteStage, { id, moveTo: 'nowhere' })).toBe('INVALID');
    for (const other of others) await workspace.graph.ask(deleteStage, { id: other.id });
    expect(await workspace.graph.refusal(deleteStage, { id })).toBe('CONFLICT');
    expect(await pipeline.read()).toHaveLength(1);
  });

  it('with many leads takes several writes of at most a hundred, and goes in the last', async () => {
    const { id } = await pipeline.of('qualified');
    await pipeline.fillQuickly('qualified', 250, 30);
    expect(await workspace.graph.ask(deleteStage, { id })).toMatchObject({ deleteStage: { movedLeads: 250 } });
    const moved = await app.database.prisma.auditEntry.findMany({
      where: { orgId: workspace.orgId, action: 'lead.stage_changed' },
      orderBy: { id: 'asc' },
    });
    const writes = [...Map.groupBy(moved, ({ revision }) => revision)];
    expect(writes.map(([, rows]) => rows.length)).toEqual([100, 100, 50]);
    const gone = await app.database.prisma.auditEntry.findFirst({
      where: { action: 'stage.deleted', orgId: workspace.orgId },
    });
    expect(gone?.revision).toBe(writes.at(-1)?.[0]);
  });
});

describe('at the same time', () => {
  it('two deletions of one stage move each lead once', async () => {
    const { id } = await pipeline.of('qualified');
    await pipeline.fillQuickly('qualified', 150, 0);
    const answers = await Promise.all([1, 2].map(async () => workspace.graph.send(deleteStage, { id })));
    expect(
      answers
        .map(({ errors }) => errors[0]?.extensions['code'] ?? 'done')
        .map(String)
        .toSorted(),
    ).toEqual(['NOT_FOUND', 'done']);
    expect(await pipeline.of('new')).toMatchObject({ leadCount: 150 });
    const where = { orgId: workspace.orgId, action: 'lead.stage_changed' };
    expect(await app.database.prisma.auditEntry.count({ where })).toBe(150);
  });

  it('deletions of all stages leave one', async () => {
    await pipeline.fill('won', 3);
    const stages = await pipeline.read();
    const answers = await Promise.all(stages.map(async ({ id }) => workspace.graph.send(deleteStage, { id })));
    const codes = answers.map(({ errors }) => errors[0]?.extensions['code'] ?? 'done');
    expect(codes.filter((code) => code === 'CONFLICT')).toHaveLength(1);
    expect(codes.filter((code) => code === 'done')).toHaveLength(5);
    expect(await pipeline.read()).toMatchObject([{ isDefault: true, leadCount: 3 }]);
  });

  it.each(['UNLIMITED', 'FREE'] as const)(
    'leads come into a stage that goes or is renamed, on the plan %s',
    async (tier) => {
      workspace = await createWorkspace(app.app.services, app.url, 'Busy', tier);
      pipeline = pipelineOf(app.database, workspace);
      const [doomed, renamed] = [await pipeline.of('qualified'), await pipeline.of('new')];
      const into = (stage: string | null) =>
        Array.from({ length: 20 }, async () => workspace.graph.send(createLead, { stage }));
      const answers = await Promise.all([
        ...into('qualified'),
        workspace.graph.send(deleteStage, { id: doomed.id }),
        ...into(null),
        pipeline.send({ name: 'Brand new' }, renamed.id),
        ...into('qualified'),
      ]);
      const codes = answers.map(({ errors }) => errors[0]?.extensions['code'] ?? 'done');
      // Once the stage is gone there is none of that name; before, its leads move along.
      expect(codes.filter((code) => code !== 'done' && code !== 'INVALID')).toEqual([]);
      const made = codes.filter((code) => code === 'done').length - 2;
      expect(await pipeline.of('brand-new')).toMatchObject({ leadCount: made });
    },
  );
});

// The embedded database has one connection: there nothing overlaps.
