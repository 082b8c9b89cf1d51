import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invite } from '../../people/team.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app.close());
beforeEach(async () => void (workspace = await app.workspace()));

const updateOne = `mutation ($id: ID!, $input: UpdateLeadInput!, $ifStill: LeadStillInput) {
  updateLead(id: $id, input: $input, ifStill: $ifStill) { lead { id } }
}`;
const updateMany = `mutation ($ids: [ID!]!, $input: UpdateLeadsInput!, $ifStill: LeadStillInput) {
  updateLeads(ids: $ids, input: $input, ifStill: $ifStill) { leads { id } }
}`;

async function make(input: object): Promise<string> {
  const create = 'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }';
  const { createLead } = await workspace.graph.ask<{ createLead: { lead: { id: string } } }>(create, { input });
  return createLead.lead.id;
}

async function read(id: string) {
  const { lead } = await workspace.graph.ask<{ lead: { status: string; tags: string[]; stage: { key: string } } }>(
    'query ($id: ID!) { lead(id: $id) { status tags stage { key } } }',
    { id },
  );
  return { ...lead, stage: lead.stage.key };
}

describe('updateLead with ifStill', () => {
  it.each([
    [{ stage: 'contacted' }, 'The lead was changed meanwhile: its stage is New.'],
    [{ status: 'REPLIED', stage: 'new' }, 'The lead was changed meanwhile: its status is NEW.'],
    [{ tags: ['b', 'a'] }, 'The lead was changed meanwhile: its tags are a, b.'],
    [{ stage: 'won', tags: [] }, 'The lead was changed meanwhile: its stage is New, its tags are a, b.'],
  ])('refuses a lead that is not %o, changes nothing and says what it is', async (ifStill, message) => {
    const id = await make({ name: 'Ada', tags: ['a', 'b'] });
    const { errors } = await workspace.graph.send(updateOne, { id, input: { stage: 'won' }, ifStill });
    expect(errors).toMatchObject([{ message, extensions: { code: 'PRECONDITION_FAILED', resourceId: id } }]);
    expect(await read(id)).toEqual({ status: 'NEW', tags: ['a', 'b'], stage: 'new' });
  });

  it.each([
    [{ firstName: 'Ada', score: 6 }, 'its score is 7'],
    [{ company: null }, 'its company is Acme'],
    [{ email: 'eve@example.com', remark: null }, 'its e-mail address is ada@example.com'],
    [{ tier: 'HIGH' }, 'its tier is empty'],
    [{ bant: { budget: '5,000', need: null } }, 'its need is A page'],
    [{ remark: 'x' }, 'its remark is empty'],
  ])('refuses one whose profile is not %o, and names what is not', async (ifStill, said) => {
    const id = await make({
      firstName: 'Ada',
      email: 'ada@example.com',
      company: 'Acme',
      score: 7,
      bant: { budget: '5,000', need: 'A page' },
    });
    const { errors } = await workspace.graph.send(updateOne, { id, input: { score: 9 }, ifStill });
    expect(errors.map(({ message }) => message)).toEqual([`The lead was changed meanwhile: ${said}.`]);
    const still = { firstName: 'Ada', email: 'ADA@example.com', score: 7, tier: null, bant: { budget: '5,000' } };
    expect((await workspace.graph.send(updateOne, { id, input: { score: 9 }, ifStill: still })).errors).toEqual([]);
  });

  it('takes a stage by key, name or id, nobody as an owner, and null as anything', async () => {
    const id = await make({ name: 'Ada' });
    const { stages } = await workspace.graph.ask<{ stages: { id: string; key: string }[] }>('{ stages { id key } }');
    const stage = stages.find(({ key }) => key === 'new')?.id;
    for (const ifStill of [{ stage }, { stage: 'New' }, { stage: 'new', assignedToId: null, status: null }, null, {}])
      expect((await workspace.graph.send(updateOne, { id, input: { score: 7 }, ifStill })).errors).toEqual([]);
    const ifStill = { assignedToId: (await invite(workspace.graph, 'AGENT')).memberId };
    expect(await workspace.graph.refusal(updateOne, { id, input: {}, ifStill })).toBe('PRECONDITION_FAILED');
  });

  it('lets one of many who saw the same stage move the lead', async () => {
    const id = await make({ name: 'Ada' });
    const stages = ['contacted', 'qualified', 'proposal', 'won'];
    const answers = await Promise.all(
      stages.map((stage) => workspace.graph.send(updateOne, { id, input: { stage }, ifStill: { stage: 'new' } })),
    );
    const codes = answers.map(({ errors }) => errors[0]?.extensions['code'] ?? 'MOVED');
    expect(codes.filter((code) => code !== 'MOVED')).toEqual(Array.from({ length: 3 }, () => 'PRECONDITION_FAILED'));
    expect((await read(id)).stage).toBe(stages[codes.indexOf('MOVED')]);
  });
});

it('updateLeads with ifStill leaves alone what is something else by now, or deleted', async () => {
  const [same, other, gone] = [
    await make({ name: 'A' }),
    await make({ name: 'B', tags: ['x'] }),
    await make({ name: 'C' }),
  ];
  await workspace.graph.ask('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id: gone });
  const variables = { ids: [same, other, gone], input: { status: 'REPLIED' } };
  expect(await workspace.graph.refusal(updateMany, variables)).toBe('NOT_FOUND');
  const { updateLeads } = await workspace.graph.ask<{ updateLeads: { leads: { id: string }[] } }>(updateMany, {
    ...variables,
    ifStill: { tags: [] },
  });
  expect(updateLeads.leads).toEqual([{ id: same }]);
  expect([(await read(same)).status, (await read(other)).status]).toEqual(['REPLIED', 'NEW']);
  expect(
    (await workspace.graph.ask<{ updateLeads: object }>(updateMany, { ...variables, ifStill: { stage: 'won' } }))
      .updateLeads,
  ).toEqual({ leads: [] });
});
