import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clawcrm, errorWith, nobody, openClawcrm } from '../workspace.ts';

let api: Clawcrm;
beforeAll(async () => void (api = await openClawcrm()));
afterAll(() => api.close());

describe('200', () => {
  it('answers the lead', async () => {
    const lead = await api.lead({ tier: 'high' });
    expect(await api.get(`/leads/${lead.id}`)).toMatchObject({
      status: 200,
      json: { success: true, lead, warnings: [], next_steps: [] },
    });
  });

  it('says that the last enrichment failed, and what to do', async () => {
    const { id } = await api.lead();
    await api.database.prisma.lead.updateMany({
      where: { id: id.slice(3) },
      data: { enrichmentStatus: 'FAILED', enrichmentError: 'No such company.' },
    });
    expect((await api.get(`/leads/${id}`)).json).toMatchObject({
      lead: { enrichmentStatus: 'failed', enrichmentError: 'No such company.' },
      warnings: ['The last enrichment failed: No such company.'],
      next_steps: [`POST /api/openclaw/enrich { leadId: '${id}', force: true }`],
    });
  });
});

describe('404', () => {
  it.each([
    nobody,
    'rp_x',
    'ld_01jqz5v8m3k9wfp2c7hx0dtbne',
    '01jqz5v8m3k9wfp2c7hx0dtbne',
    'rp_01JQZ5V8M3K9WFP2C7HX0DTBNE',
    '%F0%9F%92%A5',
  ])('for what is no lead’s id: %s', async (id) => {
    const { status, json } = await api.get(`/leads/${id}`);
    expect([status, json]).toMatchObject([404, errorWith('not_found', 'No such lead.')]);
    expect(json.error.hint).toContain('{ restore: true }');
  });

  it('for a deleted lead, until it is restored', async () => {
    const { id } = await api.lead();
    await api.remove(`/leads/${id}`);
    expect((await api.get(`/leads/${id}`)).status).toBe(404);
    await api.patch(`/leads/${id}`, { restore: true });
    expect((await api.get(`/leads/${id}`)).status).toBe(200);
  });

  it('for a lead of another business, and of another workspace', async () => {
    const { id } = await api.lead();
    const locked = await api.keyOf(['leads:read'], await api.business());
    for (const key of [locked, await api.signUp()]) expect((await api.get(`/leads/${id}`, key)).status).toBe(404);
  });

  it('for paths that are words of the API and not yet routes', async () => {
    for (const path of ['/leads/score/more', '/leads/x/y'])
      expect((await api.get(path)).json).toMatchObject(errorWith('unknown_route'));
  });
});

describe('the words of other routes', () => {
  it.each(['score'])('are never a lead’s id: %s', async (word) => {
    for (const method of ['PATCH', 'PUT', 'DELETE'])
      expect((await api.call(method, `/leads/${word}`, method === 'DELETE' ? undefined : {})).status).toBe(405);
  });
});

describe('401, 403, 405', () => {
  it('without a key, without the scope, with another method', async () => {
    const { id } = await api.lead();
    expect((await api.get(`/leads/${id}`, null)).status).toBe(401);
    expect((await api.get(`/leads/${id}`, await api.keyOf(['leads:write']))).status).toBe(403);
    const { status, headers } = await api.post(`/leads/${id}`, {});
    expect([status, headers.get('allow')]).toEqual([405, expect.stringContaining('PATCH')]);
  });
});

describe('400', () => {
  it('for any parameter', async () => {
    expect((await api.get(`/leads/${nobody}?deletedOnly=true`)).json.error.message).toMatch(/^Unknown /);
  });
});
