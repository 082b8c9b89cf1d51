import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => void (app = await startTestApp()));
beforeEach(async () => void (workspace = await app.workspace()));
afterAll(() => app.close());

type Origin = { readonly id: string; readonly source: string; readonly targetType: string; readonly context: unknown };

const create = `mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id source targetType context } } }`;
const update = `mutation ($id: ID!, $input: UpdateLeadInput!) {
  updateLead(id: $id, input: $input) { lead { id source targetType context } } }`;

const make = async (input: object): Promise<Origin> =>
  (await workspace.graph.ask<{ createLead: { lead: Origin } }>(create, { input })).createLead.lead;

it('a lead is what its source’s usually are until somebody says otherwise, and again once that is cleared', async () => {
  const made = await make({ source: 'realtor_ca' });
  expect(made).toEqual({ id: made.id, source: 'realtor_ca', targetType: 'realtor_lead', context: {} });
  const change = async (input: object) =>
    (await workspace.graph.ask<{ updateLead: { lead: Origin } }>(update, { id: made.id, input })).updateLead.lead;
  const told = { targetType: 'partner_lead', context: { brokerage: 'North' } };
  expect(await change(told)).toMatchObject(told);
  expect(await change({ targetType: null, context: null })).toEqual(made);
  expect(await change({ targetType: null, context: null })).toEqual(made);
  const { events } = await workspace.graph.ask<{ events: { nodes: { type: string }[] } }>(
    '{ events { nodes { type } } }',
  );
  expect(events.nodes.map(({ type }) => type)).toEqual(['LEAD_CREATED', 'LEAD_UPDATED', 'LEAD_UPDATED']);
});

it('leads are found by the source they are listed as: manual is all that are not listed', async () => {
  const ids: Record<string, string> = {};
  for (const source of ['reddit', 'manual', 'import', 'chat']) ids[source] = (await make({ source, tags: ['t'] })).id;
  const found = async (filter: object) => {
    const list = 'query ($filter: LeadFilter) { leads(filter: $filter) { nodes { source } totalCount } }';
    const { leads } = await workspace.graph.ask<{ leads: { nodes: Origin[]; totalCount: number } }>(list, {
      filter: { tags: ['t'], ...filter },
    });
    expect(leads.totalCount).toBe(leads.nodes.length);
    return leads.nodes.map(({ source }) => source);
  };
  expect(await found({ listedSource: 'manual' })).toEqual(['import', 'manual']);
  expect(await found({ listedSource: 'chat' })).toEqual(['chat']);
  expect(await found({ listedSource: 'import' })).toEqual([]);
  expect(await found({ source: 'import' })).toEqual(['import']);
  expect(await found({ source: 'import', listedSource: 'manual' })).toEqual(['import']);
  expect(await found({ source: 'import', listedSource: 'chat' })).toEqual([]);
});
