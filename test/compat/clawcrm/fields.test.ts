import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { WireFieldList } from '../../../compat/clawcrm/fields/wire.ts';
import { type Clawcrm, errorWith, openClawcrm } from './workspace.ts';

let api: Clawcrm;
beforeAll(async () => void (api = await openClawcrm()));
afterAll(() => api.close());

const nothing = 'fld_01jqz5v8m3k9wfp2c7hx0dtbne';
const plan = { name: 'plan', label: 'Plan', fieldType: 'select', options: ['gold', 'silver'] };

const make = async (more: object = {}) => {
  const name = `f${crypto.randomUUID().replaceAll('-', '')}`;
  const { json } = await api.post('/fields', { ...plan, name, ...more });
  return z.object({ field: z.object({ id: z.string(), name: z.string() }) }).parse(json).field;
};
const list = async (key = api.key) => WireFieldList.parse((await api.get('/fields', key)).json).fields;

describe('GET', () => {
  it('lists the definitions: 200', async () => {
    const key = await api.signUp();
    expect((await api.get('/fields', key)).json).toEqual({
      success: true,
      fields: [],
      total: 0,
      warnings: [],
      next_steps: [],
    });
    await api.post('/fields', plan, key);
    await api.post('/fields', { name: 'seats', label: 'Seats', fieldType: 'number', required: true }, key);
    expect(await list(key)).toMatchObject([plan, { name: 'seats', options: [], required: true }]);
  });

  it('takes no parameter: 400; needs a key: 401, and the scope: 403', async () => {
    expect((await api.get('/fields?limit=5')).status).toBe(400);
    expect((await api.get('/fields', null)).status).toBe(401);
    expect((await api.get('/fields', await api.keyOf(['leads:write']))).json).toMatchObject(errorWith('missing_scope'));
  });
});

describe('POST', () => {
  it.each(['text', 'number', 'date', 'select', 'multiselect', 'boolean'])(
    'makes a field of %s: 201',
    async (fieldType) => {
      const options = fieldType.includes('select') ? ['a', 'b'] : undefined;
      const body = { name: `of_${fieldType}`, label: 'Label', fieldType, options };
      const { status, json } = await api.post('/fields', body);
      expect([status, json]).toMatchObject([
        201,
        {
          success: true,
          id: expect.stringMatching(/^fld_/),
          field: { id: json.id, name: body.name, label: 'Label', fieldType, options: options ?? [], required: false },
          warnings: [],
          next_steps: [expect.stringContaining(`customFields: { of_${fieldType}:`)],
        },
      ]);
    },
  );

  it('warns that a required one must be given from now on, which holds for creating and replacing', async () => {
    const key = await api.signUp();
    const made = await api.post('/fields', { ...plan, required: true }, key);
    expect(made.json.warnings).toEqual([expect.stringContaining('must give customFields.plan')]);
    const lead = { firstName: 'Ada', email: 'ada@example.com' };
    const { status, json } = await api.post('/leads', lead, key);
    expect([status, json.error.message]).toEqual([400, 'customFields.plan: is required: one of "gold", "silver"']);
    const created = await api.post('/leads', { ...lead, customFields: { plan: 'gold' } }, key);
    expect([created.status, created.json.lead.customFields]).toEqual([201, { plan: 'gold' }]);
    expect((await api.put(`/leads/${created.json.id}`, lead, key)).status).toBe(400);
    expect((await api.patch(`/leads/${created.json.id}`, { customFields: { plan: null } }, key)).status).toBe(400);
    const patched = await api.patch(`/leads/${created.json.id}`, { tier: 'high', customFields: { free: [1] } }, key);
    expect(patched.json.lead.customFields).toEqual({ plan: 'gold', free: [1] });
  });

  it.each([
    [{}, /^name is required\. label is required\. fieldType is required\.$/],
    [{ ...plan, name: 'no spaces' }, /^name: must be a letter/],
    [{ ...plan, fieldType: 'SELECT' }, /^Invalid fieldType: .*multiselect/],
    [{ ...plan, fieldType: 'text' }, /^options: are for select and multiselect/],
    [{ ...plan, options: [] }, /^options: must name at least one/],
    [{ ...plan, options: ['x'.repeat(201)] }, /^options\.0: must be at most 200/],
    [{ ...plan, required: 'yes' }, /^Invalid required/],
    [{ ...plan, kind: 1 }, /^Unknown field "kind"/],
  ])('refuses %j: 400', async (body, message) => {
    const { status, json } = await api.post('/fields', body);
    expect([status, json]).toMatchObject([400, errorWith('invalid_request')]);
    expect(json.error.message).toMatch(message);
    expect(json.error.hint).toContain('text, number, date, select, multiselect, boolean');
  });

  it('refuses a name there is: 409', async () => {
    const { name } = await make();
    const { status, json } = await api.post('/fields', { ...plan, name });
    expect([status, json]).toMatchObject([409, errorWith('conflict')]);
    expect(json.error.hint).toContain('GET /api/openclaw/fields');
  });

  it('repeats its answer to the same Idempotency-Key', async () => {
    const send = () => api.call('POST', '/fields', { ...plan, name: 'once' }, api.key, { 'idempotency-key': 'f1' });
    const [first, again] = [await send(), await send()];
    expect([again.status, again.text]).toEqual([201, first.text]);
  });
});

describe('PUT', () => {
  it('changes what is given: 200; again the same', async () => {
    const field = await make();
    const change = { id: field.id, label: 'Other', options: ['gold'], required: true };
    const { status, json, text } = await api.put('/fields', change);
    expect([status, json.field]).toMatchObject([200, { ...change, name: field.name, fieldType: 'select' }]);
    expect((await api.put('/fields', change)).text).toBe(text);
    await api.put('/fields', { id: field.id, required: false });
  });

  it('refuses another name: 400', async () => {
    const { id } = await make();
    const { status, json } = await api.put('/fields', { id, name: 'other' });
    expect([status, json.error.message]).toEqual([400, expect.stringMatching(/^name: is fixed/)]);
    expect((await api.put('/fields', { label: 'x' })).json.error.message).toBe('id is required.');
  });

  it('refuses another type while leads hold values, and says how many: 409', async () => {
    const { id, name } = await make();
    for (let n = 0; n < 3; n += 1) await api.lead({ customFields: { [name]: 'gold' } });
    const { status, json } = await api.put('/fields', { id, fieldType: 'text', options: [] });
    expect([status, json]).toMatchObject([409, errorWith('conflict', expect.stringMatching(/^3 leads hold a value/))]);
  });

  it('finds none: 404', async () => {
    for (const id of [nothing, 'x']) expect((await api.put('/fields', { id, label: 'x' })).status).toBe(404);
  });
});

describe('DELETE', () => {
  it('takes the definition and leaves the values: 200; again 404', async () => {
    const { id, name } = await make();
    const lead = await api.lead({ customFields: { [name]: 'gold' } });
    const { status, json } = await api.remove(`/fields?id=${id}`);
    expect([status, json]).toMatchObject([
      200,
      { id, deleted: true, field: { name }, warnings: [expect.stringContaining('keep the values')] },
    ]);
    expect((await api.get(`/leads/${lead.id}`)).json.lead.customFields).toEqual({ [name]: 'gold' });
    expect((await api.remove(`/fields?id=${id}`)).status).toBe(404);
    expect((await api.remove('/fields')).json.error.message).toBe('id is required.');
  });
});

describe('writing', () => {
  it('needs a key: 401, the scope: 403, and a key for the whole workspace: 403', async () => {
    const { id } = await make();
    const calls = [
      ['POST', '/fields', { ...plan, name: 'never' }],
      ['PUT', '/fields', { id, label: 'x' }],
      ['DELETE', `/fields?id=${id}`, undefined],
    ] as const;
    const reader = await api.keyOf(['leads:read', 'leads:write']);
    const locked = await api.keyOf(['leads:read', 'pipeline:write'], await api.business());
    for (const [method, path, body] of calls) {
      expect((await api.call(method, path, body, null)).status).toBe(401);
      expect((await api.call(method, path, body, reader)).json).toMatchObject(errorWith('missing_scope'));
      expect((await api.call(method, path, body, locked)).status).toBe(403);
      expect((await api.call(method, path, body, await api.signUp())).status).toBe(method === 'POST' ? 201 : 404);
    }
    expect(await list(locked)).toEqual(await list());
  });
});
