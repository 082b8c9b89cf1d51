import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bare } from '../../gateway.ts';
import { type Clawcrm, errorWith, graphId, nobody, openClawcrm } from '../workspace.ts';

let api: Clawcrm;
beforeAll(async () => void (api = await openClawcrm()));
afterAll(() => api.close());

const path = '/touchpoints';

async function newLead(): Promise<string> {
  const { createLead } = await api.graph('mutation { createLead(input: { name: "Ada" }) { lead { id } } }');
  return `rp_${bare(createLead.lead.id)}`;
}

const touch = async (leadId: string, more: object = {}) =>
  (await api.post(path, { leadId, type: 'call', ...more })).json.touchpoint;

describe('201', () => {
  it('answers the contact that was logged, and its id', async () => {
    const leadId = await newLead();
    const told = {
      type: 'proposal_viewed',
      channel: 'web',
      summary: 'Read page 3 twice',
      metadata: { pages: [3, 3], seenAt: '2026-05-04T13:22:01.000Z' },
      occurredAt: '2026-05-04T13:22:01.000Z',
    };
    const { status, json } = await api.post(path, { leadId, ...told });
    expect([status, json]).toEqual([
      201,
      {
        success: true,
        id: expect.stringMatching(/^tp_[0-9a-z]{26}$/),
        touchpoint: {
          id: json.id,
          leadId,
          ...told,
          author: { name: 'ClawCRM', type: 'api_key' },
          createdAt: expect.any(String),
        },
        warnings: [],
        next_steps: [],
      },
    ]);
    expect(await api.eventsOf(leadId)).toEqual(['LEAD_CREATED', 'TOUCHPOINT_RECORDED', 'LEAD_SCORED']);
  });

  it.each(['2026-05-04', '2026-05-04T02:00:00+02:00', '1777852800'])('reads %s as an instant', async (occurredAt) => {
    expect(await touch(await newLead(), { occurredAt })).toMatchObject({ occurredAt: '2026-05-04T00:00:00.000Z' });
  });

  it('needs no more than a lead and a type, and took place now', async () => {
    const touchpoint = await touch(await newLead(), { channel: null, occurredAt: null });
    expect(touchpoint).toMatchObject({ channel: null, summary: null, metadata: null });
    expect(touchpoint.occurredAt).toBe(touchpoint.createdAt);
  });

  it('marks the lead as replied for every dialect when it answered, and says so', async () => {
    const leadId = await newLead();
    const reply = { leadId, type: 'reply', channel: 'email', summary: 'Yes please' };
    expect((await api.post(path, reply)).json.warnings).toEqual(['The lead answered: its status is replied now.']);
    expect((await api.get(`/leads/${leadId}`)).json.lead.status).toBe('replied');
    const { events } = await api.graph(
      '{ events(first: 200, types: [LEAD_REPLIED]) { nodes { ... on LeadEvent { lead { id status } metadata } } } }',
    );
    const told: { lead: { id: string } }[] = events.nodes;
    expect(told.filter(({ lead }) => lead.id === graphId(leadId))).toEqual([
      { lead: { id: graphId(leadId), status: 'REPLIED' }, metadata: { message: 'Yes please', channel: 'email' } },
    ]);
    expect((await api.post(path, reply)).json.warnings).toEqual([]);
  });

  it('says which campaign the lead was enrolled in because of it', async () => {
    const { prisma } = api.database;
    const create = 'mutation { createLead(input: { name: "Ada", email: "ada@acme.com" }) { lead { id } } }';
    const leadId = `rp_${bare((await api.graph(create)).createLead.lead.id)}`;
    const { orgId } = await prisma.lead.findFirstOrThrow({ where: { id: leadId.slice(3) } });
    const at = new Date();
    const steps = [{ subject: 'Hello', body: 'Hello', delayHours: 1 }];
    const campaign = { orgId, id: '01jqz5v8m3k9wfp2c7hx0dtbne', name: 'After the quiz', createdAt: at, updatedAt: at };
    await prisma.campaign.create({ data: { ...campaign, trigger: 'QUIZ_COMPLETED', steps } });
    const log = async (type: string) => (await api.post(path, { leadId, type })).json.warnings;
    expect(await log('call')).toEqual([]);
    expect(await log('quiz_completed')).toEqual([
      'The lead was enrolled in the campaign "After the quiz": 1 mail was queued.',
    ]);
    expect(await log('quiz_completed')).toEqual([]);
  });

  it('says which rules moved the lead because of it, and from where to where', async () => {
    const ruleTo = async (name: string, targetStage: string, fromStage: string): Promise<string> => {
      const rule = { name, triggerEvent: 'meeting_booked', conditions: { fromStage }, targetStage };
      return (await api.post('/automation/rules', rule)).json.id;
    };
    const [first, second] = [await ruleTo('Booked', 'contacted', 'new'), await ruleTo('On', 'proposal', 'contacted')];
    const leadId = await newLead();
    expect((await api.post(path, { leadId, type: 'cta_clicked' })).json.warnings).toEqual([]);
    // Its key may neither read the rules nor the lead.
    const writer = await api.keyOf(['leads:write']);
    const { id, warnings, next_steps: steps } = (await api.post(path, { leadId, type: 'meeting_booked' }, writer)).json;
    const cause = `because of the meeting_booked touchpoint ${id}`;
    expect([warnings, steps]).toEqual([
      [
        `Moved from New to Contacted by the rule "Booked" ${cause}. The rule’s id is ${first}.`,
        `Moved from Contacted to Proposal by the rule "On" ${cause}. The rule’s id is ${second}.`,
      ],
      [`GET /api/openclaw/leads/${leadId} shows the lead as it is now`],
    ]);
    expect((await api.get(`/leads/${leadId}`)).json.lead.stage).toBe('Proposal');
    for (const rule of [first, second]) await api.remove(`/automation/rules?id=${rule}`);
  });

  // What followed from a reply is not told of again.
  it.each([
    ['call', []],
    ['reply', ['The lead answered: its status is replied now.']],
  ])('is logged once under one Idempotency-Key, even where the answer of a %s was lost', async (type, warnings) => {
    const leadId = await newLead();
    const send = async () => api.call('POST', path, { leadId, type }, api.key, { 'idempotency-key': type });
    const first = await send();
    await api.database.prisma.idempotencyKey.updateMany({ where: { key: type }, data: { status: null, body: null } });
    const again = await send();
    expect(first.json.warnings).toEqual(warnings);
    expect([again.status, again.json]).toEqual([201, { ...first.json, warnings: [] }]);
    expect((await api.get(`${path}?leadId=${leadId}`)).json.total).toBe(1);
  });
});

describe('200', () => {
  it('lists the contacts with a lead, the latest to take place first', async () => {
    const leadId = await newLead();
    const [b, a, c] = [
      await touch(leadId, { occurredAt: '2026-05-02' }),
      await touch(leadId, { occurredAt: '2026-05-01', type: 'email' }),
      await touch(leadId, { occurredAt: '2026-05-03' }),
    ];
    const list = async (search = '') => (await api.get(`${path}?leadId=${leadId}${search}`)).json;
    expect(await list()).toEqual({
      success: true,
      touchpoints: [c, b, a],
      total: 3,
      limit: 50,
      offset: 0,
      warnings: [],
      next_steps: [],
    });
    expect(await list('&type=call')).toMatchObject({ touchpoints: [c, b], total: 2 });
    expect(await list('&limit=1&offset=1')).toMatchObject({
      touchpoints: [b],
      total: 3,
      next_steps: [`GET /api/openclaw/touchpoints?leadId=${leadId}&limit=1&offset=2`],
    });
  });
});

describe('400', () => {
  it.each([
    { type: 'call', leadId: undefined },
    { type: undefined },
    { type: 'phoned' },
    { type: 'CALL' },
    { type: 'call', channel: 'a'.repeat(51) },
    { type: 'call', channel: '' },
    { type: 'call', summary: 'a'.repeat(10_001) },
    { type: 'call', metadata: 'text' },
    { type: 'call', metadata: { a: 'a'.repeat(65_536) } },
    { type: 'call', metadata: { deep: 'a\u0000' } },
    { type: 'call', occurredAt: 'yesterday' },
    { type: 'call', occurredAt: '1999-12-31' },
    { type: 'call', occurredAt: '2999-01-01' },
    { type: 'call', occurredAt: 1_777_852_800 },
    { type: 'call', note: 'a' },
  ])('for a new contact %.80j', async (fields) => {
    const body = { leadId: await newLead(), ...fields };
    const cursor = await api.cursor();
    const { status, json } = await api.post(path, body);
    expect([status, json]).toMatchObject([400, errorWith('invalid_request')]);
    expect(json.error.hint).toContain('meeting_booked');
    expect(await api.cursor()).toBe(cursor);
  });

  it.each(['', `?leadId=${nobody}&type=phoned`, `?leadId=${nobody}&limit=-1`, `?leadId=${nobody}&pinned=true`])(
    'for a list %s',
    async (search) => expect((await api.get(path + search)).json).toMatchObject(errorWith('invalid_request')),
  );
});

describe('401 and 403', () => {
  it('without a key, and with one that lacks the scope', async () => {
    const leadId = await newLead();
    const reader = await api.keyOf(['leads:read']);
    const writer = await api.keyOf(['leads:write']);
    expect((await api.get(`${path}?leadId=${leadId}`, null)).json).toMatchObject(errorWith('unauthenticated'));
    expect((await api.get(`${path}?leadId=${leadId}`, writer)).json).toMatchObject(errorWith('missing_scope'));
    expect((await api.post(path, { leadId, type: 'call' }, writer)).status).toBe(201);
    expect((await api.post(path, {}, reader)).json).toMatchObject(errorWith('missing_scope'));
  });
});

describe('404', () => {
  it('for a lead that is not there, deleted, or of another business or workspace', async () => {
    const [deleted, other] = [await newLead(), await newLead()];
    await api.graph('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', {
      id: deleted.replace('rp_', 'ld_'),
    });
    const locked = await api.keyOf(['leads:read', 'leads:write'], await api.business());
    for (const [leadId, key] of [
      [nobody, api.key],
      ['1', api.key],
      [deleted, api.key],
      [other, locked],
      [other, await api.signUp()],
    ] as const) {
      for (const answer of [
        await api.get(`${path}?leadId=${leadId}`, key),
        await api.post(path, { leadId, type: 'call' }, key),
      ]) {
        expect([answer.status, answer.json]).toMatchObject([404, errorWith('not_found', 'No such lead.')]);
      }
    }
  });
});

describe('405, 413 and 415', () => {
  it('refuse what does not fit', async () => {
    const leadId = await newLead();
    expect((await api.put(path, {})).status).toBe(405);
    expect((await api.remove(path)).status).toBe(405);
    expect((await api.post(path, { leadId, type: 'call', summary: 'a'.repeat(2 ** 20) })).status).toBe(413);
    const text = { 'content-type': 'text/plain' };
    expect((await api.call('POST', path, { leadId, type: 'call' }, api.key, text)).status).toBe(415);
  });
});
