import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bare } from '../../gateway.ts';
import { type Clawcrm, errorWith, nobody, openClawcrm } from '../workspace.ts';

let api: Clawcrm;
beforeAll(async () => void (api = await openClawcrm()));
afterAll(() => api.close());

const path = '/notes';

async function newLead(): Promise<string> {
  const create = 'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }';
  const { createLead } = await api.graph(create, { input: { name: 'Ada' } });
  return `rp_${bare(createLead.lead.id)}`;
}

const newNote = async (leadId: string, more: object = {}) =>
  (await api.post(path, { leadId, content: 'Likes tea', ...more })).json.note;

const deleteLead = (id: string) =>
  api.graph('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id: id.replace(/^rp_/, 'ld_') });

const unknown = 'nt_01jqz5v8m3k9wfp2c7hx0dtbne';

describe('201', () => {
  it('answers the note that was made, and its id', async () => {
    const leadId = await newLead();
    const { status, json } = await api.post(path, {
      leadId,
      content: ' Likes tea 🍵\n',
      type: 'ai_insight',
      pinned: true,
    });
    expect([status, json]).toEqual([
      201,
      {
        success: true,
        id: expect.stringMatching(/^nt_[0-9a-z]{26}$/),
        note: {
          id: json.id,
          leadId,
          type: 'ai_insight',
          content: 'Likes tea 🍵',
          pinned: true,
          author: { name: 'ClawCRM', type: 'api_key' },
          createdAt: expect.any(String),
          updatedAt: json.note.createdAt,
        },
        warnings: [],
        next_steps: [],
      },
    ]);
    expect(await api.eventsOf(leadId)).toEqual(['LEAD_CREATED', 'NOTE_CREATED']);
  });

  it('is manual and not pinned unless it says so', async () => {
    expect(await newNote(await newLead())).toMatchObject({ type: 'manual', pinned: false });
  });

  it('is made once under one Idempotency-Key, even where its answer was lost', async () => {
    const leadId = await newLead();
    const send = async () =>
      api.call('POST', path, { leadId, content: 'Once' }, api.key, { 'idempotency-key': 'once' });
    const first = await send();
    const lose = { where: { key: 'once' }, data: { status: null, body: null } };
    for (const again of [await send(), (await api.database.prisma.idempotencyKey.updateMany(lose), await send())]) {
      expect([again.status, again.text]).toEqual([201, first.text]);
      expect(again.headers.get('idempotency-replayed')).toBe('true');
    }
    expect((await api.get(`${path}?leadId=${leadId}`)).json.total).toBe(1);
  });

  it('is a conflict, and not made anew, where neither answer nor note is there any more', async () => {
    const leadId = await newLead();
    const send = async () =>
      api.call('POST', path, { leadId, content: 'Gone' }, api.key, { 'idempotency-key': 'gone' });
    await api.remove(`${path}?id=${(await send()).json.id}`);
    await api.database.prisma.idempotencyKey.updateMany({ where: { key: 'gone' }, data: { status: null, body: null } });
    const { status, json } = await send();
    expect([status, json]).toMatchObject([409, errorWith('conflict', expect.stringContaining('was done'))]);
    expect(json.error.hint).toContain('another Idempotency-Key');
    expect((await api.get(`${path}?leadId=${leadId}`)).json.total).toBe(0);
  });
});

describe('200', () => {
  it('lists the notes of a lead, newest first', async () => {
    const leadId = await newLead();
    const [a, b, c] = [
      await newNote(leadId, { pinned: true }),
      await newNote(leadId, { type: 'system' }),
      await newNote(leadId, { type: 'system', pinned: true }),
    ];
    const list = async (search = '') => (await api.get(`${path}?leadId=${leadId}${search}`)).json;
    expect(await list()).toEqual({
      success: true,
      notes: [c, b, a],
      total: 3,
      limit: 50,
      offset: 0,
      warnings: [],
      next_steps: [],
    });
    expect(await list('&type=system')).toMatchObject({ notes: [c, b], total: 2 });
    expect(await list('&pinned=true')).toMatchObject({ notes: [c, a], total: 2 });
    expect(await list('&pinned=false&type=system')).toMatchObject({ notes: [b], total: 1 });
    expect(await list('&limit=1&offset=1&type=system')).toMatchObject({ notes: [b], total: 2, limit: 1, offset: 1 });
    expect(await list('&limit=2')).toMatchObject({
      notes: [c, b],
      next_steps: [`GET /api/openclaw/notes?leadId=${leadId}&limit=2&offset=2`],
    });
    expect(await list('&limit=5000')).toMatchObject({ limit: 200, next_steps: [] });
  });

  it('changes what a note says, and whether it is pinned', async () => {
    const note = await newNote(await newLead());
    const change = async (fields: object) => (await api.put(path, { id: note.id, ...fields })).json;
    const pinned = await change({ pinned: true });
    expect(pinned).toEqual({
      success: true,
      note: { ...note, pinned: true, updatedAt: pinned.note.updatedAt },
      warnings: [],
      next_steps: [],
    });
    expect((await change({ content: 'Likes coffee' })).note).toMatchObject({ content: 'Likes coffee', pinned: true });
    expect(await change({})).toMatchObject({ note: { content: 'Likes coffee' }, warnings: [expect.any(String)] });
  });

  it('deletes a note for good', async () => {
    const leadId = await newLead();
    const { id } = await newNote(leadId);
    expect((await api.remove(`${path}?id=${id}`)).json).toEqual({ success: true, id, warnings: [], next_steps: [] });
    expect((await api.get(`${path}?leadId=${leadId}`)).json).toMatchObject({ notes: [], total: 0 });
    expect((await api.remove(`${path}?id=${id}`)).status).toBe(404);
  });
});

describe('400', () => {
  it.each([
    {},
    { content: 'Call' },
    { leadId: nobody },
    { leadId: nobody, content: ' ' },
    { leadId: nobody, content: 1 },
    { leadId: nobody, content: 'a'.repeat(50_001) },
    { leadId: nobody, content: 'a', type: 'MANUAL' },
    { leadId: nobody, content: 'a', type: 'other' },
    { leadId: nobody, content: 'a', pinned: 'true' },
    { leadId: nobody, content: 'a', body: 'a' },
    { leadId: nobody, content: 'a\u0000' },
  ])('for a new note %j', async (body) => {
    const cursor = await api.cursor();
    const { status, json } = await api.post(path, body);
    expect([status, json]).toMatchObject([400, errorWith('invalid_request')]);
    expect(json.error.hint).toContain('`content`');
    expect(await api.cursor()).toBe(cursor);
  });

  it.each([{}, { pinned: true }, { id: unknown, content: '' }, { id: unknown, type: 'system' }, { id: 1 }])(
    'for a change %j',
    async (body) => expect((await api.put(path, body)).json).toMatchObject(errorWith('invalid_request')),
  );

  it.each(['', '?type=manual', `?leadId=${nobody}&pinned=1`, `?leadId=${nobody}&type=`, `?leadId=${nobody}&limit=0`])(
    'for a list %s',
    async (search) => {
      const { status, json } = await api.get(path + search);
      expect([status, json]).toMatchObject([400, errorWith('invalid_request')]);
      expect(json.error.hint).toContain('`leadId`');
    },
  );

  it('for a deletion that names no note', async () => {
    expect((await api.remove(path)).json).toMatchObject(errorWith('invalid_request'));
  });
});

describe('401 and 403', () => {
  it('without a key, and with one that lacks the scope', async () => {
    const leadId = await newLead();
    const reader = await api.keyOf(['leads:read']);
    const writer = await api.keyOf(['leads:write']);
    expect((await api.get(`${path}?leadId=${leadId}`, null)).json).toMatchObject(errorWith('unauthenticated'));
    expect((await api.get(`${path}?leadId=${leadId}`, reader)).status).toBe(200);
    expect((await api.get(`${path}?leadId=${leadId}`, writer)).json).toMatchObject(errorWith('missing_scope'));
    expect((await api.post(path, { leadId, content: 'Call' }, writer)).status).toBe(201);
    for (const refused of [
      await api.post(path, {}, reader),
      await api.put(path, {}, reader),
      await api.remove(path, reader),
    ]) {
      expect([refused.status, refused.json]).toMatchObject([403, errorWith('missing_scope')]);
    }
  });
});

describe('404', () => {
  it('for a lead that is not there, deleted, or of another business or workspace', async () => {
    const [deleted, other] = [await newLead(), await newLead()];
    const note = await newNote(deleted);
    await deleteLead(deleted);
    const locked = await api.keyOf(['leads:read', 'leads:write'], await api.business());
    for (const [leadId, key] of [
      [nobody, api.key],
      ['ld_01jqz5v8m3k9wfp2c7hx0dtbne', api.key],
      [deleted, api.key],
      [other, locked],
      [other, await api.signUp()],
    ] as const) {
      expect((await api.get(`${path}?leadId=${leadId}`, key)).json).toMatchObject(
        errorWith('not_found', 'No such lead.'),
      );
      expect((await api.post(path, { leadId, content: 'Call' }, key)).json).toMatchObject(
        errorWith('not_found', 'No such lead.'),
      );
    }
    for (const id of [unknown, note.id, 'tp_01jqz5v8m3k9wfp2c7hx0dtbne', 'x']) {
      expect((await api.put(path, { id, pinned: true })).json).toMatchObject(errorWith('not_found', 'No such note.'));
      expect((await api.remove(`${path}?id=${id}`)).json).toMatchObject(errorWith('not_found', 'No such note.'));
    }
  });
});

describe('405, 409, 413 and 415', () => {
  it('refuse what does not fit', async () => {
    const leadId = await newLead();
    const patched = await api.patch(path, {});
    expect([patched.status, patched.headers.get('allow')]).toEqual([405, expect.stringContaining('PUT')]);
    const keyed = async (content: string) =>
      api.call('POST', path, { leadId, content }, api.key, { 'idempotency-key': 'other' });
    expect([(await keyed('a')).status, (await keyed('b')).status]).toEqual([201, 409]);
    expect((await api.post(path, { leadId, content: 'a'.repeat(2 ** 20) })).status).toBe(413);
    const text = { 'content-type': 'text/plain' };
    expect((await api.call('POST', path, { leadId, content: 'a' }, api.key, text)).status).toBe(415);
  });
});
