import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { createGraphClient } from '../support/graph-client.ts';
import { createRestClient } from '../support/rest-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';
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

const document = `mutation ($input: SetUpWorkspaceInput!) { setUpWorkspace(input: $input) {
  organisation { name industry bookingLink projectSlug } stages { id key order isDefault } movedLeads disabledRules disabledSyncSources idleCampaigns
} }`;

type Stage = { id: string; key: string; order: number; isDefault: boolean };
type Stopped = { disabledRules: number; disabledSyncSources: number; idleCampaigns: number };
type Answer = { setUpWorkspace: Stopped & { organisation: object; stages: Stage[]; movedLeads: number } };

const setUp = async (input: object) => (await workspace.graph.ask<Answer>(document, { input })).setUpWorkspace;
const stages = (...names: string[]) => names.map((name) => ({ name }));
const keysOf = (list: readonly { key: string }[]) => list.map(({ key }) => key);

describe('the pipeline', () => {
  it('becomes the list: what is there by name or key stays itself, the rest goes', async () => {
    const before = new Map((await pipeline.read()).map(({ key, id }) => [key, id]));
    const made = await setUp({
      stages: [...stages('Prospects', 'CONTACTED', '✅ Won'), { name: 'New', isDefault: true }],
    });
    expect(made.stages).toEqual([
      { id: expect.any(String), key: 'prospects', order: 0, isDefault: false },
      { id: before.get('contacted'), key: 'contacted', order: 1, isDefault: false },
      { id: before.get('won'), key: 'won', order: 2, isDefault: false },
      { id: before.get('new'), key: 'new', order: 3, isDefault: true },
    ]);
    expect((await pipeline.of('won')).name).toBe('✅ Won');
  });

  it('keeps its default where none is named, and else takes the first', async () => {
    expect((await setUp({ stages: stages('Won', 'New') })).stages).toMatchObject([
      { isDefault: false },
      { isDefault: true },
    ]);
    const { stages: others } = await setUp({
      stages: [
        { name: 'B', order: 9 },
        { name: 'A', order: 3 },
      ],
    });
    expect(others).toMatchObject([
      { key: 'a', isDefault: true },
      { key: 'b', isDefault: false },
    ]);
  });

  it('gives leads of removed stages to the default one, with their events', async () => {
    await pipeline.fill('qualified', 2);
    await pipeline.fill('lost', 1);
    await pipeline.fillQuickly('won', 120, 5);
    const { movedLeads } = await setUp({ stages: stages('Contacted', 'New') });
    expect(movedLeads).toBe(123);
    expect(await pipeline.read()).toMatchObject([
      { key: 'contacted', leadCount: 0 },
      { key: 'new', leadCount: 123 },
    ]);
    const where = { orgId: workspace.orgId, action: 'lead.stage_changed' };
    expect(await app.database.prisma.auditEntry.count({ where })).toBe(123);
  });

  it('counts once what stopped as its stages are gone, with leads in them or not', async () => {
    await pipeline.fill('won', 1);
    const rule = (fromStage: string, targetStage: string) =>
      workspace.graph.ask(
        'mutation ($input: CreateAutomationRuleInput!) { createAutomationRule(input: $input) { rule { id } } }',
        { input: { name: 'Rule', trigger: 'CTA_CLICKED', targetStage, conditions: { fromStage } } },
      );
    await rule('qualified', 'won');
    await rule('new', 'won');
    await rule('new', 'contacted');
    await workspace.graph.ask(
      'mutation { createSyncSource(input: { name: "Form", type: GMAIL, targetStage: "lost" }) { syncSource { id } } }',
    );
    await workspace.graph.ask(
      'mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) { campaign { id } } }',
      {
        input: {
          name: 'News',
          trigger: 'STAGE_CHANGED',
          conditions: { fromStage: 'qualified', toStage: 'won' },
          steps: [{ subject: 'Hi', body: 'Hello', delayHours: 0 }],
        },
      },
    );
    const stopped = { movedLeads: 1, disabledRules: 2, disabledSyncSources: 1, idleCampaigns: 1 };
    expect(await setUp({ stages: stages('New', 'Contacted') })).toMatchObject(stopped);
    const nothing = { movedLeads: 0, disabledRules: 0, disabledSyncSources: 0, idleCampaigns: 0 };
    expect(await setUp({ stages: stages('New', 'Contacted') })).toMatchObject(nothing);
  });

  it('that is laid again stays as it is: no revision, no audit', async () => {
    const input = {
      projectSlug: 'acme',
      organisation: { name: 'Acme', industry: 'SaaS', bookingLink: 'https://example.com/book' },
      stages: [{ name: '✅ Closed', order: 4, isDefault: true }, { name: '❌ Closed' }, { name: 'New' }],
    };
    const first = await setUp(input);
    const [revision, audit] = [await pipeline.revision(), await pipeline.audit()];
    expect(await setUp(input)).toEqual(first);
    expect([await pipeline.revision(), await pipeline.audit()]).toEqual([revision, audit]);
  });

  it('is laid once, however many lay it at the same time', async () => {
    await pipeline.fill('qualified', 5);
    const input = { stages: stages('A', 'B', 'C', 'Won') };
    const made = await Promise.all(Array.from({ length: 8 }, async () => setUp(input)));
    expect(keysOf(await pipeline.read())).toEqual(['a', 'b', 'c', 'won']);
    expect(await pipeline.of('a')).toMatchObject({ isDefault: true, leadCount: 5 });
    expect(made.reduce((sum, { movedLeads }) => sum + movedLeads, 0)).toBe(5);
    expect((await pipeline.audit()).filter((action) => action === 'stage.created')).toHaveLength(3);
  });

  it.each([
    ['an empty one', []],
    ['two stages of one name', stages('A', 'a')],
    ['two defaults', stages('A', 'B').map((stage) => ({ ...stage, isDefault: true }))],
    ['more than a hundred', stages(...Array.from({ length: 101 }, (_, n) => `Stage ${n}`))],
  ])('refuses %s, and changes nothing', async (_, list) => {
    const before = await pipeline.revision();
    expect(await workspace.graph.refusal(document, { input: { projectSlug: 'x', stages: list } })).toBe('INVALID');
    expect(await pipeline.revision()).toBe(before);
  });
});

describe('the profile', () => {
  it('keeps what is absent and clears what is null', async () => {
    await setUp({ projectSlug: 'acme', organisation: { industry: 'SaaS', bookingLink: 'https://example.com/book' } });
    const { organisation } = await setUp({ organisation: { name: 'Acme', industry: null } });
    expect(organisation).toEqual({
      name: 'Acme',
      industry: null,
      bookingLink: 'https://example.com/book',
      projectSlug: 'acme',
    });
  });

  it.each([
    { projectSlug: 'a b' },
    { organisation: { bookingLink: 'javascript:alert(1)' } },
    { organisation: { name: ' ' } },
    { organisation: { industry: 'x'.repeat(201) } },
  ])('refuses %j', async (input) => {
    expect(await workspace.graph.refusal(document, { input })).toBe('INVALID');
  });

  it('cannot be called what another workspace of its owner is called', async () => {
    const signUp = (workspace_name: string) =>
      createRestClient(app.url, '').send('POST', '/api/openclaw/signup', { email: 'ada@example.com', workspace_name });
    await signUp('Engines');
    const { apiKey } = (await signUp('Notes')).body as { apiKey: string };
    const graph = createGraphClient(app.url, apiKey);
    const input = { projectSlug: 'x', organisation: { name: 'Engines' }, stages: stages('Only') };
    expect(await graph.refusal(document, { input })).toBe('CONFLICT');
    expect(await graph.ask('{ viewer { organisation { name projectSlug } } stages { key } }')).toMatchObject({
      viewer: { organisation: { name: 'Notes', projectSlug: null } },
      stages: { length: 6 },
    });
  });

  it('changes its name while its leads come in', async () => {
    const create = 'mutation { createLead(input: { name: "Ada" }) { lead { id } } }';
    const answers = await Promise.all([
      ...Array.from({ length: 20 }, async () => workspace.graph.send(create)),
      ...['A', 'B', 'C'].map(async (name) => workspace.graph.send(document, { input: { organisation: { name } } })),
      ...Array.from({ length: 20 }, async () => workspace.graph.send(create)),
    ]);
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  });
});

describe('a key', () => {
  it('that may not change the pipeline may still change the profile', async () => {
    const graph = await workspace.graphAs(['workspace:write']);
    expect(await graph.refusal(document, { input: { stages: stages('A') } })).toBe('FORBIDDEN');
    const change = 'mutation { setUpWorkspace(input: { projectSlug: "x" }) { movedLeads } }';
    expect(await graph.ask(change)).toEqual({ setUpWorkspace: { movedLeads: 0 } });
  });

  it('that is locked to a business is refused', async () => {
    const { createBusiness } = await workspace.graph.ask<{ createBusiness: { business: { id: string } } }>(
      'mutation { createBusiness(input: { name: "North" }) { business { id } } }',
    );
    const graph = await workspace.graphAs(['workspace:write', 'pipeline:write'], createBusiness.business.id);
    expect(await graph.refusal(document, { input: { projectSlug: 'x' } })).toBe('FORBIDDEN');
  });
});
