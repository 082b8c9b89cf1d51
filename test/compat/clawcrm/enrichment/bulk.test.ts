import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bare } from '../../gateway.ts';
import { type Clawcrm, errorWith, nobody, openClawcrm } from '../workspace.ts';

let api: Clawcrm;
beforeAll(async () => void (api = await openClawcrm()));
afterAll(() => api.close());

const path = '/enrich/bulk';

async function newLead(email: string): Promise<string> {
  const create = 'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }';
  return `rp_${bare((await api.graph(create, { input: { email } })).createLead.lead.id)}`;
}

describe('200', () => {
  it('answers how each went, in the order they were named; one does not spoil the others', async () => {
    const [good, free] = [await newLead('jane@acme.com'), await newLead('jane@gmail.com')];
    const { status, json } = await api.post(path, { leadIds: [free, nobody, good, 'x', good], forceRefresh: false });
    expect([status, json]).toEqual([
      200,
      {
        success: true,
        results: [
          { leadId: free, status: 'failed', cached: false, enrichedFields: [], error: expect.any(String) },
          { leadId: nobody, status: 'failed', cached: false, enrichedFields: [], error: 'No such lead.' },
          { leadId: good, status: 'complete', cached: false, enrichedFields: ['companyName', 'crmData.website'] },
          { leadId: 'x', status: 'failed', cached: false, enrichedFields: [], error: 'No such lead.' },
        ],
        complete: 1,
        failed: 3,
        warnings: ['3 of 4 failed: see results[].error.'],
        next_steps: [
          'PATCH /api/openclaw/leads/{leadId} with what its error asks for',
          `POST /api/openclaw/enrich/bulk { leadIds: ['${free}'] }`,
          'GET /api/openclaw/leads shows the ids there are',
        ],
      },
    ]);
    expect((await api.post(path, { leadIds: [good] })).json).toMatchObject({
      results: [{ leadId: good, status: 'complete', cached: true }],
      failed: 0,
      warnings: [],
    });
    expect((await api.post(path, { leadIds: [good], forceRefresh: true })).json.results).toMatchObject([
      { cached: false },
    ]);
  });

  it('asks for no second try where no lead of that id is there', async () => {
    const { warnings, next_steps } = (await api.post(path, { leadIds: [nobody] })).json;
    expect(warnings).toEqual(['1 of 1 failed: see results[].error.']);
    expect(next_steps).toEqual(['GET /api/openclaw/leads shows the ids there are']);
  });

  it('enriches once under one Idempotency-Key, even where its answer was lost', async () => {
    const leadIds = [await newLead('jane@acme.com'), await newLead('jane@gmail.com'), nobody];
    const send = async () => api.call('POST', path, { leadIds }, api.key, { 'idempotency-key': 'once' });
    const first = await send();
    expect((await send()).text).toBe(first.text);
    await api.database.prisma.idempotencyKey.updateMany({ where: { key: 'once' }, data: { status: null, body: null } });
    type Told = { results: { leadId: string; status: string; error?: string }[] };
    const told = (json: Told) => json.results.map(({ leadId, status, error }) => [leadId, status, error]);
    expect(told((await send()).json)).toEqual(told(first.json));
    expect(await api.eventsOf(leadIds[0] ?? '')).toEqual(['LEAD_CREATED', 'LEAD_UPDATED']);
  });
});

describe('400', () => {
  it('for more than five, before anything is done', async () => {
    const leadIds = await Promise.all([1, 2, 3, 4, 5, 6].map(async (n) => newLead(`jane${n}@acme.com`)));
    const cursor = await api.cursor();
    const { status, json } = await api.post(path, { leadIds });
    expect([status, json]).toMatchObject([400, errorWith('invalid_request')]);
    expect(json.error.hint).toContain('batches of 5');
    expect(await api.cursor()).toBe(cursor);
    expect((await api.post(path, { leadIds: leadIds.slice(0, 5) })).json).toMatchObject({ complete: 5, failed: 0 });
  });

  it.each([{}, { leadIds: [] }, { leadIds: nobody }, { leadIds: [1] }, { leadIds: [nobody], force: true }])(
    'for %j',
    async (body) => expect((await api.post(path, body)).json).toMatchObject(errorWith('invalid_request')),
  );
});

describe('401, 403 and 405', () => {
  it('refuse who may not', async () => {
    const leadIds = [await newLead('jane@acme.com')];
    expect((await api.post(path, { leadIds }, null)).status).toBe(401);
    expect((await api.post(path, { leadIds }, await api.keyOf(['leads:read']))).json).toMatchObject(
      errorWith('missing_scope'),
    );
    expect((await api.get(path)).status).toBe(405);
    const locked = await api.keyOf(['leads:write'], await api.business());
    expect((await api.post(path, { leadIds }, locked)).json).toMatchObject({ complete: 0, failed: 1 });
  });
});
