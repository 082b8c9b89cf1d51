import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { countStatements } from '../../support/count-statements.ts';
import { seedLeads } from '../../support/seed-leads.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
let other: TestWorkspace;
let businessId: string;

type Count = { key: string; label: string; count: number };
const counted = `query ($by: LeadGroup!, $filter: LeadFilter) { leadCounts(by: $by, filter: $filter) { key label count } }`;
const counts = async (by: string, filter: object | null = null, { graph }: Pick<TestWorkspace, 'graph'> = workspace) =>
  (await graph.ask<{ leadCounts: Count[] }>(counted, { by, filter })).leadCounts;
const nonzero = (list: Count[]) =>
  Object.fromEntries(list.filter(({ count }) => count > 0).map((c) => [c.key, c.count]));

const total = 'query ($filter: LeadFilter) { leads(first: 200, filter: $filter) { totalCount nodes { name } } }';
type Listed = { leads: { totalCount: number; nodes: { name: string }[] } };
const names = async (filter: object, { graph }: Pick<TestWorkspace, 'graph'> = workspace) =>
  (await graph.ask<Listed>(total, { filter })).leads.nodes.map(({ name }) => name);
const refusal = async (filter: object) => {
  const { errors } = await workspace.graph.send(total, { filter });
  return [errors[0]?.extensions['code'], errors[0]?.extensions['field']];
};

const create = 'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }';
const make = async (input: object, { graph } = workspace) =>
  (await graph.ask<{ createLead: { lead: { id: string } } }>(create, { input })).createLead.lead.id;

beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
  other = await app.workspace();
  const made = await workspace.graph.ask<{ createBusiness: { business: { id: string } } }>(
    'mutation { createBusiness(input: { name: "One" }) { business { id } } }',
  );
  businessId = made.createBusiness.business.id;
  await make({ name: 'Ada', stage: 'new', tier: 'HIGH', source: 'reddit', tags: ['a', 'b'], score: 10 });
  await make({ name: 'Bob', stage: 'won', status: 'CONVERTED', source: 'reddit', tags: ['b'], score: 20 });
  await make({ name: 'Cyd', stage: 'won', source: 'somewhere', tags: ['c'], score: 30, businessId });
  await make({ name: 'Dan', stage: 'lost', tier: 'LOW', status: 'SPAM', tags: ['a', 'c'] });
  const gone = await make({ name: 'Eve', stage: 'lost', tier: 'LOW', tags: ['a'] });
  await workspace.graph.ask('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id: gone });
  await make({ name: 'Stranger', stage: 'won', tier: 'HIGH', source: 'reddit', tags: ['a'], score: 20 }, other);
});
afterAll(() => app.close());

describe('leads are counted', () => {
  it('by stage: every one, in the order of the pipeline', async () => {
    expect(await counts('STAGE')).toEqual([
      { key: 'new', label: 'New', count: 1 },
      { key: 'contacted', label: 'Contacted', count: 0 },
      { key: 'qualified', label: 'Qualified', count: 0 },
      { key: 'proposal', label: 'Proposal', count: 0 },
      { key: 'won', label: 'Won', count: 2 },
      { key: 'lost', label: 'Lost', count: 1 },
    ]);
  });

  it('by status, source and tier', async () => {
    expect((await counts('STATUS')).map(({ key }) => key)).toEqual([
      'NEW',
      'CONTACTED',
      'REPLIED',
      'CONVERTED',
      'CLOSED',
      'SPAM',
    ]);
    expect(await counts('SOURCE')).toEqual([
      { key: 'reddit', label: 'Reddit', count: 2 },
      { key: 'manual', label: 'Entered by hand', count: 1 },
      { key: 'somewhere', label: 'somewhere', count: 1 },
    ]);
    expect(await counts('TIER')).toEqual([
      { key: 'HIGH', label: 'High', count: 1 },
      { key: 'MEDIUM', label: 'Medium', count: 0 },
      { key: 'LOW', label: 'Low', count: 1 },
      { key: 'NONE', label: 'None', count: 2 },
    ]);
  });

  it.each([
    [{ stages: ['won', 'lost'] }, { won: 2, lost: 1 }],
    [{ tagsAny: ['a'] }, { new: 1, lost: 1 }],
    [{ score: { from: 20 } }, { won: 2 }],
    [{ q: 'cyd' }, { won: 1 }],
    [{ q: 'cy' }, { won: 1 }],
    [{ deletedOnly: true }, { lost: 1 }],
    [{ source: 'nowhere' }, {}],
  ])('as leads lists them with the filter %j', async (filter, expected) => {
    expect(nonzero(await counts('STAGE', filter))).toEqual(expected);
    const { leads } = await workspace.graph.ask<Listed>(total, { filter });
    expect(Object.values(expected).reduce((sum, count) => sum + count, 0)).toBe(leads.totalCount);
  });

  it('within what the key can see', async () => {
    expect(nonzero(await counts('STAGE', null, other))).toEqual({ won: 1 });
    const graph = await workspace.graphAs(['leads:read'], businessId);
    expect(nonzero(await counts('STAGE', null, { graph }))).toEqual({ won: 1 });
    expect(nonzero(await counts('SOURCE', null, { graph }))).toEqual({ somewhere: 1 });
    const reader = await workspace.graphAs(['tasks:read']);
    expect(await reader.refusal(counted, { by: 'STAGE' })).toBe('FORBIDDEN');
  });

  it('in one statement, beside the one that finds out who asks and the one that reads the pipeline', async () => {
    const counter = countStatements(app.database);
    const count = async (by: string) => (await counter.during(() => counts(by))).length;
    expect({ stage: await count('STAGE'), status: await count('STATUS'), source: await count('SOURCE') }).toEqual({
      stage: 3,
      status: 2,
      source: 2,
    });
  });

  it('of sources the two hundred with most leads, which the statement picks', async () => {
    const own = await app.workspace();
    const createdAt = new Date();
    const sources = Array.from({ length: 203 }, (_, n) => `source-${String(n).padStart(3, '0')}`);
    for (const source of sources) await seedLeads(app.database, own.orgId, 1, { source, createdAt });
    await seedLeads(app.database, own.orgId, 1, { source: 'source-202', createdAt });
    const counter = countStatements(app.database);
    let found: Awaited<ReturnType<typeof counts>> = [];
    const statements = await counter.during(async () => void (found = await counts('SOURCE', {}, own)));
    expect(found.map(({ key }) => key)).toEqual(['source-202', ...sources.slice(0, 199)]);
    expect(found[0]?.count).toBe(2);
    expect(statements.at(-1)).toMatch(/order by count.* limit/i);
  });

  it('at the price of a total each', async () => {
    const many = (size: number) =>
      `{ ${Array.from({ length: size }, (_, n) => `a${n}: leadCounts(by: STAGE, filter: { q: "abc" }) { key count }`).join(' ')} }`;
    expect(await workspace.graph.refusal(many(99))).toBe('LIMITED');
    await workspace.graph.ask(many(50));
  });
});

describe('a filter', () => {
  it.each([
    [{ stages: ['won', 'New'] }, ['Cyd', 'Bob', 'Ada']],
    [{ stages: ['won', 'WON'] }, ['Cyd', 'Bob']],
    [{ statuses: ['SPAM', 'CONVERTED'] }, ['Dan', 'Cyd', 'Bob']],
    [{ tagsAny: ['b', 'c'] }, ['Dan', 'Cyd', 'Bob', 'Ada']],
    [{ tags: ['a'], tagsAny: ['b', 'c'] }, ['Dan', 'Ada']],
    [{ tags: ['a'], tagsAny: ['c', 'd'] }, ['Dan']],
    [{ score: { from: 10, to: 20 } }, ['Bob', 'Ada']],
    [{ score: { from: 20, to: 20 } }, ['Bob']],
    [{ score: { to: 15 } }, ['Ada']],
    [{ stages: ['won', 'new'], statuses: ['NEW'], score: { from: 0 } }, ['Ada']],
    [{ stages: null, statuses: null, tagsAny: null, score: null, created: null, updated: null, q: 'ada' }, ['Ada']],
  ])('%j holds for %j', async (filter, expected) => {
    expect(await names(filter)).toEqual(expected);
  });

  it.each(['created', 'updated'] as const)(
    '%s begins with its first instant and ends before its last',
    async (field) => {
      const own = await app.workspace();
      const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second));
      for (const second of [1, 2, 3])
        await seedLeads(app.database, own.orgId, 1, { createdAt: at(second), firstName: String(second) });
      const within = (from: Date | null, to: Date | null) => names({ [field]: { from, to } }, own);
      expect(await within(at(1), at(3))).toEqual(['2', '1']);
      expect(await within(at(2), null)).toEqual(['3', '2']);
      expect(await within(null, at(2))).toEqual(['1']);
      expect(await names({ [`${field}Since`]: at(2) }, own)).toEqual(['3', '2']);
    },
  );

  it.each([
    [{ stages: [] }, 'stages'],
    [{ statuses: [] }, 'statuses'],
    [{ tagsAny: [] }, 'tagsAny'],
    [{ tagsAny: Array.from({ length: 51 }, (_, n) => `t${n}`) }, 'tagsAny'],
    [{ tags: Array.from({ length: 51 }, (_, n) => `t${n}`) }, 'tags'],
    [{ statuses: Array.from({ length: 51 }, () => 'NEW') }, 'statuses'],
    [{ q: 'a'.repeat(201) }, 'q'],
    [{ source: 'a'.repeat(2001) }, 'source'],
    [{ stages: ['a'.repeat(2001)] }, 'stages'],
    [{ stage: 'won', stages: ['new'] }, 'stages'],
    [{ status: 'NEW', statuses: ['NEW'] }, 'statuses'],
    [{ updatedSince: '2026-01-01T00:00:00Z', updated: { from: '2026-01-01T00:00:00Z' } }, 'updated'],
    [{ createdSince: '2026-01-01T00:00:00Z', created: { from: '2026-01-01T00:00:00Z' } }, 'created'],
    [{ created: {} }, 'created'],
    [{ score: { from: null } }, 'score'],
    [{ created: { from: '2026-01-02T00:00:00Z', to: '2026-01-01T00:00:00Z' } }, 'created.to'],
    [{ updated: { from: '2026-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' } }, 'updated.to'],
    [{ score: { from: 20, to: 10 } }, 'score.to'],
    [{ stages: ['won', 'nowhere'] }, 'stages'],
  ])('%j is refused by naming %s', async (filter, field) => {
    expect(await refusal(filter)).toEqual(['INVALID', field]);
    expect(await workspace.graph.refusal(counted, { by: 'STATUS', filter })).toBe('INVALID');
  });

  it('takes no stage of another tenant', async () => {
    type Stages = { stages: { id: string }[] };
    const { stages } = await other.graph.ask<Stages>('{ stages { id } }');
    expect(await refusal({ stages: [stages[0]?.id] })).toEqual(['INVALID', 'stages']);
  });
});
