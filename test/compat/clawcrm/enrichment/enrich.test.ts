import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bare, type Json } from '../../gateway.ts';
import { type Clawcrm, errorWith, nobody, openClawcrm } from '../workspace.ts';

let api: Clawcrm;
beforeAll(async () => void (api = await openClawcrm()));
afterAll(() => api.close());

const path = '/enrich';

async function newLead(input: object = { email: 'jane@bright-dental.com' }): Promise<string> {
  const create = 'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }';
  return `rp_${bare((await api.graph(create, { input })).createLead.lead.id)}`;
}

const enrich = async (leadId: string, more: object = {}): Promise<Json> =>
  (await api.post(path, { leadId, ...more })).json;

describe('POST 200', () => {
  it('answers once the lead is enriched: complete', async () => {
    const leadId = await newLead({ email: 'jane@bright-dental.com', jobTitle: 'Owner' });
    const { status, json } = await api.post(path, { leadId, force: false });
    expect([status, json]).toMatchObject([
      200,
      {
        success: true,
        leadId,
        status: 'complete',
        cached: false,
        enrichedFields: ['companyName', 'businessType', 'seniority', 'crmData.website'],
        error: null,
        lead: {
          id: leadId,
          companyName: 'Bright Dental',
          practiceType: 'Dental practice',
          seniority: 'Owner',
          crmData: { website: 'https://bright-dental.com' },
          enrichmentStatus: 'complete',
        },
        warnings: [expect.stringContaining('bright-dental.com')],
        next_steps: [],
      },
    ]);
    expect(await api.eventsOf(leadId)).toEqual(['LEAD_CREATED', 'LEAD_UPDATED']);
  });

  it('looks for nothing the second time, and says how to', async () => {
    const leadId = await newLead();
    await enrich(leadId);
    expect(await enrich(leadId)).toMatchObject({
      status: 'complete',
      cached: true,
      warnings: [expect.stringContaining('already')],
      next_steps: [`POST /api/openclaw/enrich { leadId: '${leadId}', force: true } enriches it anew`],
    });
    expect(await enrich(leadId, { force: true })).toMatchObject({ status: 'complete', cached: false });
  });

  it('says so where it found nothing that is not there already', async () => {
    const crmData = { website: 'https://acme.com' };
    const leadId = await newLead({ email: 'jane@acme.com', companyName: 'Acme', crmData });
    expect(await enrich(leadId)).toMatchObject({
      status: 'complete',
      enrichedFields: [],
      warnings: [expect.stringMatching(/^Nothing new was found in the domain acme\.com/)],
      next_steps: [],
    });
  });

  it('answers failed with what to add, which then works', async () => {
    const leadId = await newLead({ email: 'jane@gmail.com' });
    const failed = await enrich(leadId);
    expect(failed).toMatchObject({
      success: true,
      status: 'failed',
      cached: false,
      error: expect.stringContaining('company’s own domain'),
      lead: { enrichmentStatus: 'failed', enrichmentError: failed.error },
      warnings: [`Enrichment failed: ${failed.error}`],
      next_steps: [
        `PATCH /api/openclaw/leads/${leadId} with what the error asks for`,
        `POST /api/openclaw/enrich { leadId: '${leadId}' }`,
      ],
    });
    await api.graph('mutation ($id: ID!) { updateLead(id: $id, input: { email: "jane@acme.com" }) { lead { id } } }', {
      id: leadId.replace('rp_', 'ld_'),
    });
    expect(await enrich(leadId)).toMatchObject({ status: 'complete', lead: { companyName: 'Acme' } });
  });

  it('enriches once under one Idempotency-Key, even where its answer was lost', async () => {
    const leadId = await newLead();
    const send = async () => api.call('POST', path, { leadId }, api.key, { 'idempotency-key': 'once' });
    const [first, again] = [await send(), await send()];
    expect([again.text, again.headers.get('idempotency-replayed')]).toEqual([first.text, 'true']);
    await api.database.prisma.idempotencyKey.updateMany({ where: { key: 'once' }, data: { status: null, body: null } });
    expect(await send()).toMatchObject({ status: 200, json: { leadId, status: 'complete', lead: first.json.lead } });
    expect(await api.eventsOf(leadId)).toEqual(['LEAD_CREATED', 'LEAD_UPDATED']);
  });
});

describe('GET 200', () => {
  const state = async (leadId: string) => (await api.get(`${path}?leadId=${leadId}`)).json;

  it('tells of a lead that was never enriched, that nothing is queued', async () => {
    const leadId = await newLead();
    expect(await state(leadId)).toEqual({
      success: true,
      leadId,
      status: 'not_enriched',
      error: null,
      enrichedAt: null,
      warnings: [expect.stringContaining('nothing is queued')],
      next_steps: [`POST /api/openclaw/enrich { leadId: '${leadId}' }`],
    });
  });

  it('tells how the last enrichment went', async () => {
    const [good, bad] = [await newLead(), await newLead({})];
    const { lead } = await enrich(good);
    const { error } = await enrich(bad);
    expect(await state(good)).toEqual({
      success: true,
      leadId: good,
      status: 'complete',
      error: null,
      enrichedAt: lead.enrichedAt,
      warnings: [],
      next_steps: [],
    });
    expect(await state(bad)).toMatchObject({
      status: 'failed',
      error,
      enrichedAt: null,
      warnings: [expect.any(String)],
    });
  });
});

describe('400', () => {
  it.each([
    {},
    { leadId: 1 },
    { leadId: nobody, force: 'true' },
    { leadId: nobody, forceRefresh: true },
    { leadIds: [] },
  ])('for %j', async (body) => {
    const { status, json } = await api.post(path, body);
    expect([status, json]).toMatchObject([400, errorWith('invalid_request')]);
    expect(json.error.hint).toContain('`leadId`');
  });

  it.each(['', '?lead=x', `?leadId=${nobody}&force=true`])('for GET %s', async (search) => {
    expect((await api.get(path + search)).json).toMatchObject(errorWith('invalid_request'));
  });
});

describe('401, 403, 404, 405, 413 and 415', () => {
  it('refuse who may not, and what is not there', async () => {
    const leadId = await newLead();
    const [reader, writer] = [await api.keyOf(['leads:read']), await api.keyOf(['leads:write'])];
    expect((await api.post(path, { leadId }, null)).json).toMatchObject(errorWith('unauthenticated'));
    expect((await api.post(path, { leadId }, reader)).json).toMatchObject(errorWith('missing_scope'));
    expect((await api.get(`${path}?leadId=${leadId}`, writer)).json).toMatchObject(errorWith('missing_scope'));
    expect((await api.post(path, { leadId }, writer)).status).toBe(200);
    const locked = await api.keyOf(['leads:read', 'leads:write'], await api.business());
    for (const [id, key] of [
      [nobody, api.key],
      ['x', api.key],
      [leadId, locked],
      [leadId, await api.signUp()],
    ] as const) {
      expect((await api.post(path, { leadId: id }, key)).json).toMatchObject(errorWith('not_found', 'No such lead.'));
      expect((await api.get(`${path}?leadId=${id}`, key)).json).toMatchObject(errorWith('not_found', 'No such lead.'));
    }
    expect((await api.remove(path)).status).toBe(405);
    expect((await api.post(path, { leadId: 'a'.repeat(2 ** 20) })).status).toBe(413);
    expect((await api.call('POST', path, { leadId }, api.key, { 'content-type': 'text/plain' })).status).toBe(415);
  });
});
