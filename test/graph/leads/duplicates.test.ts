import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { GraphClient } from '../../support/graph-client.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
});
afterAll(() => app.close());

type Created = { createLead: { lead: { id: string }; duplicateOfId: string | null } };

const document =
  'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } duplicateOfId leadLimit leadCount } }';

const send = (input: object, client: GraphClient = workspace.graph) => client.send<Created>(document, { input });

async function create(input: object): Promise<string> {
  const { createLead } = await workspace.graph.ask<Created>(document, { input });
  return createLead.lead.id;
}

const conflictWith = (existingId: string) => [
  { message: expect.stringContaining('is there already'), extensions: { code: 'CONFLICT', existingId } },
];

describe('a second lead of one e-mail address', () => {
  it('is made by default, and says whose double it is', async () => {
    const first = await create({ email: 'twice@example.com' });
    const { data } = await send({ email: 'TWICE@example.com' });
    expect(data?.createLead.duplicateOfId).toBe(first);
  });

  it('is refused where duplicates are not allowed, in whatever case, with the id of the one that is there', async () => {
    const first = await create({ email: 'once@example.com', allowDuplicate: false });
    expect((await send({ email: ' Once@Example.com', allowDuplicate: false })).errors).toMatchObject(
      conflictWith(first),
    );
    expect((await send({ email: 'once@example.com', allowDuplicate: null })).errors).toEqual([]);
  });

  it('is none while the first one is deleted', async () => {
    const first = await create({ email: 'gone@example.com' });
    await workspace.graph.ask('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id: first });
    expect((await send({ email: 'gone@example.com', allowDuplicate: false })).errors).toEqual([]);
  });

  it('is none without an address', async () => {
    expect((await send({ allowDuplicate: false })).errors).toEqual([]);
    expect((await send({ allowDuplicate: false })).data?.createLead.duplicateOfId).toBeNull();
  });

  it('is known across businesses, but a key locked to one learns nothing of the others', async () => {
    const { createBusiness } = await workspace.graph.ask<{ createBusiness: { business: { id: string } } }>(
      'mutation { createBusiness(input: { name: "North" }) { business { id } } }',
    );
    const businessId = createBusiness.business.id;
    const locked = await workspace.graphAs(['leads:write'], businessId);
    const ours = await create({ email: 'shared@example.com' });
    const theirs = await send({ email: 'shared@example.com', allowDuplicate: false }, locked);
    expect(theirs).toMatchObject({ errors: [], data: { createLead: { duplicateOfId: null } } });
    const again = await send({ email: 'shared@example.com', allowDuplicate: false }, locked);
    expect(again.errors).toMatchObject(conflictWith(theirs.data?.createLead.lead.id ?? ''));
    expect(JSON.stringify(again)).not.toContain(ours);
    const inBusiness = await create({ email: 'north@example.com', businessId });
    expect((await send({ email: 'north@example.com', allowDuplicate: false })).errors).toMatchObject(
      conflictWith(inBusiness),
    );
  });

  it('does not come about by a change either', async () => {
    const first = await create({ email: 'held@example.com' });
    const second = await create({ email: 'other@example.com' });
    const change = (verb: 'update' | 'replace', input: object) =>
      workspace.graph.send(
        `mutation ($id: ID!, $input: ${verb === 'update' ? 'Update' : 'Replace'}LeadInput!) { ${verb}Lead(id: $id, input: $input) { lead { email } } }`,
        { id: second, input: { email: 'Held@example.com', ...input } },
      );
    for (const verb of ['update', 'replace'] as const) {
      expect((await change(verb, { allowDuplicate: false })).errors).toMatchObject(conflictWith(first));
      expect((await change(verb, { email: 'other@example.com', allowDuplicate: false })).errors).toEqual([]);
    }
    expect((await change('update', {})).errors).toEqual([]);
    expect((await change('update', { allowDuplicate: false })).errors).toEqual([]);
  });

  it('that comes about by a change or by restoring says whose double it is', async () => {
    const [first, second] = [await create({ email: 'kept@example.com' }), await create({ email: 'own@example.com' })];
    const email = '{ email: "kept@example.com" }';
    for (const call of [`updateLead(id: $id, input: ${email})`, `replaceLead(id: $id, input: ${email})`]) {
      const answer = workspace.graph.ask(`mutation ($id: ID!) { change: ${call} { duplicateOfId } }`, { id: second });
      expect(await answer).toEqual({ change: { duplicateOfId: first } });
    }
    const restored = `mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } restoreLead(id: $id) { duplicateOfId } }`;
    expect(await workspace.graph.ask(restored, { id: second })).toMatchObject({
      restoreLead: { duplicateOfId: first },
    });
  });
});

test('a hundred at once make one', async () => {
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => send({ email: 'race@example.com', allowDuplicate: false })),
  );
  const made = answers.filter(({ errors }) => errors.length === 0);
  expect(made).toHaveLength(1);
  const id = made[0]?.data?.createLead.lead.id ?? '';
  for (const { errors } of answers.filter(({ errors: [error] }) => error))
    expect(errors).toMatchObject(conflictWith(id));
  const { leads } = await workspace.graph.ask<{ leads: { totalCount: number } }>(
    '{ leads(filter: { email: "race@example.com" }) { totalCount } }',
  );
  expect(leads.totalCount).toBe(1);
});
