import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { countStatements } from '../../support/count-statements.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
  for (const input of fields) await define(input);
});
afterAll(() => app.close());

const fields = [
  { name: 'motto', label: 'Motto', fieldType: 'TEXT' },
  { name: 'seats', label: 'Seats', fieldType: 'NUMBER' },
  { name: 'since', label: 'Since', fieldType: 'DATE' },
  { name: 'plan', label: 'Plan', fieldType: 'SELECT', options: ['gold', 'silver'] },
  { name: 'topics', label: 'Topics', fieldType: 'MULTISELECT', options: ['ads', 'mail', 'web'] },
  { name: 'vip', label: 'VIP', fieldType: 'BOOLEAN' },
] as const;

type Field = { id: string };

const define = async (input: object, by = workspace) =>
  (
    await by.graph.ask<{ createCustomField: { customField: Field } }>(
      'mutation ($input: CreateCustomFieldInput!) { createCustomField(input: $input) { customField { id } } }',
      { input },
    )
  ).createCustomField.customField.id;

type Values = Record<string, unknown>;
type Made = { createLead: { lead: { id: string; customFields: Values | null } } };

const send = (customFields: unknown, by = workspace) =>
  by.graph.send<Made>(
    'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id customFields } } }',
    { input: customFields === undefined ? {} : { customFields } },
  );

const create = async (customFields: unknown, by = workspace) => {
  const { data, errors } = await send(customFields, by);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.createLead.lead;
};

const patch = (id: string, customFields: unknown, by = workspace) =>
  by.graph.send(
    'mutation ($id: ID!, $input: UpdateLeadInput!) { updateLead(id: $id, input: $input) { lead { customFields } } }',
    { id, input: { customFields } },
  );

const change = (id: string, input: object, by = workspace) =>
  by.graph.send(
    'mutation ($id: ID!, $input: UpdateCustomFieldInput!) { updateCustomField(id: $id, input: $input) { customField { label fieldType options required } } }',
    { id, input },
  );

const refusal = (code: string, message: unknown, more: object = {}) => [{ message, extensions: { code, ...more } }];

describe('a value', () => {
  it.each([
    { motto: 'x'.repeat(10_000), seats: 0.5, since: '2026-02-28', plan: 'gold', topics: ['web', 'ads'], vip: false },
    { since: '2026-05-04T13:22:01Z' },
    { since: '2026-05-04T13:22:01.5+02:00', topics: [], motto: '', seats: -9007199254740991 },
    { nobody: { knows: ['this'] }, other: 1 },
  ])('is kept where it fits, or nothing says what it must be: %j', async (values) => {
    expect((await create(values)).customFields).toEqual(values);
  });

  it.each([
    ['motto', 'x'.repeat(10_001), 'text of at most 10000 characters'],
    ['motto', 5, 'text of at most 10000 characters'],
    ['seats', '5', 'a number'],
    ['since', '2026-02-30', 'a date such as 2026-05-04, or an instant such as 2026-05-04T13:22:01Z'],
    ['since', 'tomorrow', 'a date such as 2026-05-04, or an instant such as 2026-05-04T13:22:01Z'],
    ['since', 1_700_000_000, 'a date such as 2026-05-04, or an instant such as 2026-05-04T13:22:01Z'],
    ['plan', 'Gold', 'one of "gold", "silver"'],
    ['plan', ['gold'], 'one of "gold", "silver"'],
    ['topics', 'ads', 'a list that holds each at most once of "ads", "mail", "web"'],
    ['topics', ['ads', 'tv'], 'a list that holds each at most once of "ads", "mail", "web"'],
    ['topics', ['ads', 'ads'], 'a list that holds each at most once of "ads", "mail", "web"'],
    ['vip', 'true', 'true or false'],
    ['vip', 1, 'true or false'],
  ])('of %s that does not fit is refused by name: %j', async (name, value, accepted) => {
    const field = `customFields.${name}`;
    const expected = refusal('INVALID', `${field}: must be ${accepted}`, { field });
    expect((await send({ [name]: value })).errors).toMatchObject(expected);
    const { id } = await create({});
    expect((await patch(id, { [name]: value })).errors).toMatchObject(expected);
  });

  it('costs one statement to check, however many there are', async () => {
    const counter = countStatements(app.database);
    const count = async (values: unknown) => (await counter.during(() => create(values))).length;
    const none = await count(undefined);
    expect(await count({ vip: true })).toBe(none + 1);
    expect(await count({ motto: 'x', seats: 1, plan: 'gold', topics: ['ads'], vip: true, a: 1, b: 2 })).toBe(none + 1);
  });
});

describe('a required field', () => {
  let own: TestWorkspace;
  beforeAll(async () => {
    own = await app.workspace();
    await define({ name: 'plan', label: 'Plan', fieldType: 'SELECT', options: ['a', 'b'], required: true }, own);
  });
  const missing = refusal('INVALID', 'customFields.plan: is required: one of "a", "b"', { field: 'customFields.plan' });

  it('must have a value wherever custom fields are given, and nowhere else', async () => {
    for (const values of [{}, { other: 1 }, { plan: null }, null])
      expect((await send(values, own)).errors).toMatchObject(missing);
    const bare = await create(undefined, own);
    expect((await patch(bare.id, { other: 1 }, own)).errors).toMatchObject(missing);
    expect((await patch(bare.id, { plan: 'a' }, own)).errors).toEqual([]);
    expect((await patch(bare.id, { other: 1 }, own)).errors).toEqual([]);
    for (const values of [{ plan: null }, null])
      expect((await patch(bare.id, values, own)).errors).toMatchObject(missing);
  });
});

describe('a definition', () => {
  it('is listed with the others, the oldest first', async () => {
    const own = await app.workspace();
    for (const input of fields) await define(input, own);
    expect(await own.graph.ask('{ customFields { name label fieldType options required } }')).toEqual({
      customFields: fields.map((input) => ({ options: [], required: false, ...input })),
    });
  });

  it.each([
    [{ name: '__proto__', label: 'x', fieldType: 'TEXT' }, /^name: must be a letter/],
    [{ name: '1st', label: 'x', fieldType: 'TEXT' }, /^name: must be a letter/],
    [{ name: 'a b', label: 'x', fieldType: 'TEXT' }, /^name: must be a letter/],
    [{ name: 'a'.repeat(65), label: 'x', fieldType: 'TEXT' }, /^name: must be a letter/],
    [{ name: 'a', label: '', fieldType: 'TEXT' }, /^label: must not be empty/],
    [{ name: 'a', label: 'x', fieldType: 'SELECT' }, /^options: must name at least one for select/],
    [{ name: 'a', label: 'x', fieldType: 'SELECT', options: ['b', 'b'] }, /^options: must differ/],
    [
      { name: 'a', label: 'x', fieldType: 'TEXT', options: ['b'] },
      /^options: are for select and multiselect, not for text/,
    ],
    [
      { name: 'a', label: 'x', fieldType: 'SELECT', options: Array.from({ length: 201 }, String) },
      /^options: must be at most 200/,
    ],
  ])('is refused: %j', async (input, message) => {
    const { errors } = await workspace.graph.send(
      'mutation ($input: CreateCustomFieldInput!) { createCustomField(input: $input) { customField { id } } }',
      { input },
    );
    expect(errors).toMatchObject(refusal('INVALID', expect.stringMatching(message)));
  });

  it.each(['constructor', 'toString', 'hasOwnProperty'])('may be named %s like any other', async (name) => {
    const own = await app.workspace();
    await define({ name, label: 'x', fieldType: 'NUMBER', required: true }, own);
    expect((await send({}, own)).errors).toMatchObject(
      refusal('INVALID', `customFields.${name}: is required: a number`),
    );
    expect((await create({ [name]: 3 }, own)).customFields).toEqual({ [name]: 3 });
  });

  it('keeps its name, and its type while a lead holds a value, even a deleted one', async () => {
    const own = await app.workspace();
    const id = await define({ name: 'size', label: 'Size', fieldType: 'TEXT' }, own);
    expect((await change(id, { name: 'other' }, own)).errors).toMatchObject(
      refusal('INVALID', 'name: is fixed (size); make another field instead'),
    );
    expect((await change(id, { name: 'size', label: 'Seats' }, own)).errors).toEqual([]);
    const lead = await create({ size: 'ten' }, own);
    await own.graph.ask('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id: lead.id });
    expect((await change(id, { fieldType: 'NUMBER' }, own)).errors).toMatchObject(
      refusal('CONFLICT', '1 lead holds a value of size: its type is fixed until they hold none.'),
    );
    await own.graph.ask('mutation ($id: ID!) { purgeLead(id: $id) { lead { id } } }', { id: lead.id });
    expect((await change(id, { fieldType: 'SELECT' }, own)).errors).toMatchObject(
      refusal('INVALID', 'options: must name at least one for select'),
    );
    expect(await change(id, { fieldType: 'SELECT', options: ['s', 'm'], required: true }, own)).toMatchObject({
      data: {
        updateCustomField: {
          customField: { label: 'Seats', fieldType: 'SELECT', options: ['s', 'm'], required: true },
        },
      },
    });
  });

  it('may lose options that are used: old values stay and can be lived with', async () => {
    const own = await app.workspace();
    const id = await define({ name: 'plan', label: 'Plan', fieldType: 'SELECT', options: ['a', 'b'] }, own);
    const lead = await create({ plan: 'a' }, own);
    expect((await change(id, { options: ['b'] }, own)).errors).toEqual([]);
    expect((await patch(lead.id, { other: 1 }, own)).data).toEqual({
      updateLead: { lead: { customFields: { plan: 'a', other: 1 } } },
    });
    expect((await patch(lead.id, { plan: 'a' }, own)).errors).toMatchObject(
      refusal('INVALID', 'customFields.plan: must be one of "b"'),
    );
  });

  it('goes, and leaves its values unchecked', async () => {
    const own = await app.workspace();
    const id = await define({ name: 'seats', label: 'Seats', fieldType: 'NUMBER' }, own);
    const lead = await create({ seats: 3 }, own);
    await own.graph.ask('mutation ($id: ID!) { deleteCustomField(id: $id) { customField { id } } }', { id });
    expect((await patch(lead.id, { other: 1 }, own)).data).toEqual({
      updateLead: { lead: { customFields: { seats: 3, other: 1 } } },
    });
    expect((await create({ seats: 'three' }, own)).customFields).toEqual({ seats: 'three' });
    await define({ name: 'seats', label: 'Seats', fieldType: 'TEXT' }, own);
  });
});

test('a key locked to a business reads the definitions and cannot change them', async () => {
  const { createBusiness } = await workspace.graph.ask<{ createBusiness: { business: { id: string } } }>(
    'mutation { createBusiness(input: { name: "North" }) { business { id } } }',
  );
  const locked = await workspace.graphAs(['leads:read', 'leads:write', 'pipeline:write'], createBusiness.business.id);
  const { customFields } = await locked.ask<{ customFields: Field[] }>('{ customFields { id } }');
  expect(customFields).toHaveLength(fields.length);
  const id = customFields[0]?.id;
  for (const mutation of [
    'createCustomField(input: { name: "x", label: "x", fieldType: TEXT })',
    `updateCustomField(id: "${id}", input: { label: "x" })`,
    `deleteCustomField(id: "${id}")`,
  ])
    expect(await locked.refusal(`mutation { ${mutation} { customField { id } } }`)).toBe('FORBIDDEN');
});

test('a workspace has at most 200, and one of a name however many ask at once', async () => {
  const own = await app.workspace();
  const at = new Date();
  await app.database.prisma.customField.createMany({
    data: Array.from({ length: 199 }, (_, n) => ({
      orgId: own.orgId,
      id: `field${n}`,
      name: `field${n}`,
      label: 'x',
      fieldType: 'TEXT' as const,
      createdAt: at,
      updatedAt: at,
    })),
  });
  const race = (name: string) =>
    own.graph.send(
      'mutation ($input: CreateCustomFieldInput!) { createCustomField(input: $input) { customField { id } } }',
      { input: { name, label: 'x', fieldType: 'TEXT' } },
    );
  const answers = await Promise.all(['last', 'last', 'other', 'last', 'another'].map(race));
  expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  expect(answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions['code']))).toEqual(
    Array.from({ length: 4 }, () => 'CONFLICT'),
  );
});

test('a value and a change of its field’s type never pass each other', async () => {
  for (let round = 0; round < 10; round += 1) {
    const own = await app.workspace();
    const id = await define({ name: 'size', label: 'Size', fieldType: 'TEXT' }, own);
    const [changed, ...made] = await Promise.all([
      change(id, { fieldType: 'NUMBER' }, own),
      ...Array.from({ length: 4 }, () => send({ size: 'ten' }, own)),
    ]);
    const isNumber = changed.errors.length === 0;
    const kept = made.filter(({ errors }) => errors.length === 0);
    expect(isNumber ? kept : []).toEqual([]);
    expect(changed.errors.map(({ extensions }) => extensions['code'])).toEqual(isNumber ? [] : ['CONFLICT']);
  }
});
