import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { pipelineOf } from './pipeline-of.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => void (app = await startTestApp()));
beforeEach(async () => void (workspace = await app.workspace()));
afterAll(() => app.close());

type Lead = { readonly id: string; readonly status: string; readonly stage: { readonly key: string } };

const shown = 'id status stage { key }';
const make = async (input: object = {}) =>
  (
    await workspace.graph.ask<{ createLead: { lead: Lead } }>(
      `mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { ${shown} } } }`,
      { input: { name: 'Ada', ...input } },
    )
  ).createLead.lead;
const change = async (id: string, input: object, verb = 'update') =>
  (
    await workspace.graph.ask<Record<string, { lead: Lead }>>(
      `mutation ($id: ID!, $input: ${verb === 'update' ? 'Update' : 'Replace'}LeadInput!) { ${verb}Lead(id: $id, input: $input) { lead { ${shown} } } }`,
      { id, input },
    )
  )[`${verb}Lead`]!.lead;
const typesOf = async (id: string) => {
  const { events } = await workspace.graph.ask<{ events: { nodes: { type: string; lead?: { id: string } }[] } }>(
    '{ events(first: 200) { nodes { type ... on LeadEvent { lead { id } } } } }',
  );
  return events.nodes.filter(({ lead }) => lead?.id === id).map(({ type }) => type);
};
const statuses = async () =>
  (
    await workspace.graph.ask<{ stages: { name: string; status: string | null }[] }>('{ stages { name status } }')
  ).stages.map(({ name, status }) => [name, status]);

describe('a new workspace', () => {
  it('has won carry CONVERTED and lost CLOSED, and nothing else', async () => {
    const { stages } = await workspace.graph.ask<{ stages: { key: string; status: string | null }[] }>(
      '{ stages { key status } }',
    );
    expect(stages.filter(({ status }) => status)).toEqual([
      { key: 'won', status: 'CONVERTED' },
      { key: 'lost', status: 'CLOSED' },
    ]);
    expect(stages.length).toBeGreaterThan(2);
  });
});

describe('a lead that moves into a stage with a status', () => {
  it('takes it, with the events of both', async () => {
    const { id } = await make();
    expect(await change(id, { stage: 'won' })).toMatchObject({ status: 'CONVERTED', stage: { key: 'won' } });
    expect(await typesOf(id)).toEqual([
      'LEAD_CREATED',
      'LEAD_UPDATED',
      'LEAD_STAGE_CHANGED',
      'LEAD_STATUS_CHANGED',
      'LEAD_CONVERTED',
    ]);
  });

  it('takes the status that the same write gives instead, though it be the one it has', async () => {
    const { id } = await make();
    expect(await change(id, { stage: 'won', status: 'NEW' })).toMatchObject({ status: 'NEW', stage: { key: 'won' } });
    expect(await change(id, { stage: 'lost', status: 'REPLIED' })).toMatchObject({ status: 'REPLIED' });
  });

  it('takes it when it is made there, or replaced there, again and again', async () => {
    const { id, status } = await make({ stage: 'lost' });
    expect([status, (await make({ stage: 'lost', status: 'SPAM' })).status]).toEqual(['CLOSED', 'SPAM']);
    const replacement = { firstName: 'Ada', stage: 'won' };
    const replaced = [await change(id, replacement, 'replace'), await change(id, replacement, 'replace')];
    expect(replaced.map((lead) => lead.status)).toEqual(['CONVERTED', 'CONVERTED']);
    expect(await change(id, { ...replacement, status: 'REPLIED' }, 'replace')).toMatchObject({ status: 'REPLIED' });
  });
});

describe('a lead’s status stays', () => {
  it('when it leaves the stage, or stays in it', async () => {
    const { id } = await make({ stage: 'won' });
    expect(await change(id, { status: 'REPLIED' })).toMatchObject({ status: 'REPLIED', stage: { key: 'won' } });
    expect(await change(id, { stage: 'won', name: 'Eve' })).toMatchObject({ status: 'REPLIED' });
    await change(id, { status: 'CONVERTED' });
    expect(await change(id, { stage: 'new' })).toMatchObject({ status: 'CONVERTED', stage: { key: 'new' } });
  });

  it('when its stage is given another status, or deleted', async () => {
    const pipeline = pipelineOf(app.database, workspace);
    const trial = await pipeline.create({ name: 'Trial', status: 'CONTACTED' });
    const { id, status } = await make({ stage: 'trial' });
    await pipeline.update(trial.id, { status: 'REPLIED' });
    const mutation = 'mutation ($id: ID!) { deleteStage(id: $id, moveTo: "won") { movedLeads } }';
    const read = async () =>
      workspace.graph.ask<{ lead: Lead }>(`query ($id: ID!) { lead(id: $id) { ${shown} } }`, { id });
    expect([status, (await read()).lead.status]).toEqual(['CONTACTED', 'CONTACTED']);
    await workspace.graph.ask(mutation, { id: trial.id });
    expect((await read()).lead).toMatchObject({ status: 'CONTACTED', stage: { key: 'won' } });
  });
});

describe('a stage’s status', () => {
  it('is set, kept and taken away', async () => {
    const pipeline = pipelineOf(app.database, workspace);
    const { id } = await pipeline.create({ name: 'Deal won?' });
    const carried = async () => (await statuses()).find(([name]) => name === 'Deal won?')?.[1];
    expect(await carried()).toBeNull();
    for (const [input, status] of [
      [{ status: 'CONVERTED' }, 'CONVERTED'],
      [{ order: 50 }, 'CONVERTED'],
      [{ status: null }, null],
    ] as const) {
      await pipeline.update(id, input);
      expect(await carried()).toBe(status);
    }
  });

  it('comes with setup from whole words of the names it makes, and from no others', async () => {
    const setUp = async (stages: object[]) =>
      workspace.graph.ask('mutation ($input: SetUpWorkspaceInput!) { setUpWorkspace(input: $input) { movedLeads } }', {
        input: { stages },
      });
    await workspace.graph.ask('mutation { createStage(input: {name: "Was won"}) { stage { id } } }');
    const names = ['Prospects', 'Closed Won', '❌ LOST', 'Wonderful', 'Almost-lost cause', 'Won or lost', 'Was won'];
    await setUp([
      ...names.map((name) => ({ name })),
      { name: 'Won again', status: null },
      { name: 'Paid', status: 'CONVERTED' },
    ]);
    expect(await statuses()).toEqual([
      ['Prospects', null],
      ['Closed Won', 'CONVERTED'],
      ['❌ LOST', 'CLOSED'],
      ['Wonderful', null],
      ['Almost-lost cause', 'CLOSED'],
      ['Won or lost', null],
      ['Was won', null],
      ['Won again', null],
      ['Paid', 'CONVERTED'],
    ]);
  });
});
