import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { confidenceLabel } from '../../../src/domain/leads/confidence/label.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
});
afterAll(() => app.close());

type Lead = Readonly<Record<string, unknown>> & { readonly id: string };

const profile = `id tier businessType seniority companyName linkedinUrl companySize companyRevenue crmData customFields
  confidenceScore confidenceLabel scoredAt lastTouchedAt enrichmentStatus enrichmentError enrichedAt`;

const create = async (input: object) =>
  (
    await workspace.graph.ask<{ createLead: { lead: Lead } }>(
      `mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { ${profile} } } }`,
      { input },
    )
  ).createLead.lead;

const updateDocument = `mutation ($id: ID!, $input: UpdateLeadInput!) { updateLead(id: $id, input: $input) { lead { ${profile} } } }`;

const update = async (id: string, input: object) =>
  (await workspace.graph.ask<{ updateLead: { lead: Lead } }>(updateDocument, { id, input })).updateLead.lead;

const known = {
  tier: 'HIGH',
  businessType: 'Dental clinic',
  seniority: 'VP',
  companyName: 'Acme Corp',
  linkedinUrl: 'linkedin.com/in/ada',
  companySize: '11-50',
  companyRevenue: '$1M',
  crmData: { specialty: 'ortho', visits: 3 },
  customFields: { plan: 'gold' },
};

test('a lead keeps what a CRM knows of it, and computed things are not there until they were computed', async () => {
  expect(await create(known)).toEqual({
    ...known,
    id: expect.any(String),
    confidenceScore: null,
    confidenceLabel: null,
    scoredAt: null,
    lastTouchedAt: null,
    enrichmentStatus: null,
    enrichmentError: null,
    enrichedAt: null,
  });
});

test('the label is a function of the score', () => {
  expect([100, 70, 69, 45, 44, 20, 19, 0].map(confidenceLabel)).toEqual([
    'HOT',
    'HOT',
    'WARM',
    'WARM',
    'COOL',
    'COOL',
    'COLD',
    'COLD',
  ]);
});

describe.each(['crmData', 'customFields'])('%s', (field) => {
  it('takes keys in, replaces them, and loses those that are null', async () => {
    const { id } = await create({ [field]: { a: 1, b: { deep: true }, none: null } });
    expect((await update(id, { [field]: { a: 2, c: [1] } }))[field]).toEqual({ a: 2, b: { deep: true }, c: [1] });
    expect((await update(id, { [field]: { b: { other: 1 }, a: null } }))[field]).toEqual({ b: { other: 1 }, c: [1] });
    expect((await update(id, { [field]: { b: null, c: null, d: null } }))[field]).toBeNull();
  });

  it('is cleared by null', async () => {
    const { id } = await create({ [field]: { a: 1 } });
    expect((await update(id, { [field]: null }))[field]).toBeNull();
  });

  it('is at most 64 KiB once it is merged', async () => {
    const { id } = await create({ [field]: { first: 'x'.repeat(40_000) } });
    const { errors } = await workspace.graph.send(updateDocument, {
      id,
      input: { [field]: { second: 'x'.repeat(40_000) } },
    });
    expect(errors).toMatchObject([
      { message: `${field}: must be at most 65536 characters of JSON`, extensions: { code: 'INVALID', field } },
    ]);
    expect((await update(id, { tier: 'LOW' }))[field]).toEqual({ first: 'x'.repeat(40_000) });
  });

  it('that stays what it is fires nothing', async () => {
    const { id } = await create({ [field]: { a: 1, b: 2 } });
    const cursor = async () => (await workspace.graph.ask<{ eventCursor: string }>('{ eventCursor }')).eventCursor;
    const before = await cursor();
    await update(id, { [field]: { b: 2, gone: null } });
    expect(await cursor()).toBe(before);
  });
});

test.each([
  ['linkedinUrl', 'javascript:alert(1)', 'must be a web address'],
  ['seniority', 'x'.repeat(101), 'at most 100'],
  ['tier', 'URGENT', 'LeadTier'],
  ['crmData', [1], 'must be an object'],
])('%s is refused as %j', async (field, value, message) => {
  const { errors } = await workspace.graph.send(
    'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }',
    { input: { [field]: value } },
  );
  expect(errors).toMatchObject([{ message: expect.stringContaining(message), extensions: { code: 'INVALID' } }]);
});

describe('the list', () => {
  const list = async (filter: object) =>
    (
      await workspace.graph.ask<{ leads: { totalCount: number; nodes: unknown[] } }>(
        'query ($filter: LeadFilter) { leads(filter: $filter) { totalCount nodes { id deletedAt tasks { totalCount } } } }',
        { filter },
      )
    ).leads;

  it('shows those of a tier', async () => {
    const { id } = await create({ tier: 'MEDIUM' });
    expect(await list({ tier: 'MEDIUM' })).toEqual({
      totalCount: 1,
      nodes: [{ id, deletedAt: null, tasks: { totalCount: 0 } }],
    });
  });

  it('shows deleted leads where it is asked for them alone, and nothing that hangs below them', async () => {
    const { id } = await create({ email: 'gone@example.com' });
    await workspace.graph.ask('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id });
    expect(await list({ deletedOnly: true })).toEqual({
      totalCount: 1,
      nodes: [{ id, deletedAt: expect.any(String), tasks: null }],
    });
    expect((await list({ email: 'gone@example.com' })).totalCount).toBe(0);
    expect((await list({ email: 'gone@example.com', deletedOnly: true })).totalCount).toBe(1);
    expect(await workspace.graph.ask('query ($id: ID!) { lead(id: $id) { id } }', { id })).toEqual({ lead: null });
  });
});
