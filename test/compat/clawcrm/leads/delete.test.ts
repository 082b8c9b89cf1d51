import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clawcrm, errorWith, nobody, openClawcrm } from '../workspace.ts';

let api: Clawcrm;
beforeAll(async () => void (api = await openClawcrm()));
afterAll(() => api.close());

describe('200', () => {
  it('hides the lead and says how to bring it back; again changes nothing', async () => {
    const lead = await api.lead();
    const first = await api.remove(`/leads/${lead.id}`);
    expect([first.status, first.json]).toEqual([
      200,
      {
        success: true,
        id: lead.id,
        deleted: true,
        permanent: false,
        lead: { ...lead, deletedAt: expect.any(String), updatedAt: first.json.lead.deletedAt },
        warnings: [],
        next_steps: [`PATCH /api/openclaw/leads/${lead.id} { restore: true } brings it back.`],
      },
    ]);
    const again = await api.remove(`/leads/${lead.id}`);
    expect([again.status, again.text]).toEqual([200, first.text]);
    expect(await api.eventsOf(lead.id)).toEqual(['LEAD_CREATED', 'LEAD_DELETED']);
  });

  it('is the same with the id as a parameter, which is the older call', async () => {
    const { id } = await api.lead();
    const old = await api.remove(`/leads?id=${id}`);
    const path = await api.remove(`/leads/${id}`);
    expect([old.status, old.text]).toEqual([200, path.text]);
    expect(old.headers.get('deprecation')).toMatch(/^@\d+$/);
    expect(old.headers.get('sunset')).toMatch(/GMT$/);
    expect(old.headers.get('link')).toBe(`</api/openclaw/leads/${id}>; rel="successor-version"`);
    expect(path.headers.get('deprecation')).toBeNull();
    expect((await api.remove(`/leads?id=${id}&permanent=false`)).text).toBe(path.text);
  });

  it('removes for good where it is told to, whether or not the lead was deleted before', async () => {
    const [one, two] = [await api.lead(), await api.lead()];
    await api.remove(`/leads/${two.id}`);
    for (const { id } of [one, two]) {
      const { status, json } = await api.remove(`/leads/${id}?permanent=true`);
      expect([status, json]).toMatchObject([200, { id, deleted: true, permanent: true, lead: { id }, next_steps: [] }]);
      expect(json.warnings).toEqual([expect.stringContaining('gone for good')]);
      expect((await api.patch(`/leads/${id}`, { restore: true })).status).toBe(404);
      expect((await api.remove(`/leads/${id}?permanent=true`)).status).toBe(404);
      expect((await api.remove(`/leads/${id}`)).status).toBe(404);
    }
    const { json } = await api.get('/leads?deletedOnly=true');
    expect(JSON.stringify(json)).not.toContain(two.id);
    expect(await api.eventsOf(two.id)).toEqual(['LEAD_CREATED', 'LEAD_DELETED', 'LEAD_PURGED']);
  });
});

describe('400', () => {
  it.each([
    ['/leads', /^id is required\.$/],
    [`/leads?id=${nobody}&permanent=true`, /^Invalid permanent: works on DELETE \/api\/openclaw\/leads\/\{leadId\}/],
    [`/leads/${nobody}?permanent=yes`, /^Invalid permanent: must be true or false/],
    [`/leads/${nobody}?force=true`, /^Unknown parameter "force"\. Accepted: permanent\./],
    [`/leads?leadId=${nobody}`, /^Unknown parameter "leadId"|^Invalid id/],
  ])('%s', async (path, message) => {
    const before = await api.cursor();
    const { status, json } = await api.remove(path);
    expect([status, json]).toMatchObject([400, errorWith('invalid_request')]);
    expect(json.error.message).toMatch(message);
    expect(await api.cursor()).toBe(before);
  });

  it('never removes for good by the older call', async () => {
    const { id } = await api.lead();
    await api.remove(`/leads?id=${id}&permanent=true`);
    expect((await api.get(`/leads/${id}`)).status).toBe(200);
  });

  it('for a body that says something', async () => {
    const { id } = await api.lead();
    expect((await api.call('DELETE', `/leads/${id}`, { permanent: true })).json.error.message).toMatch(
      /^Unknown field/,
    );
  });
});

describe('401, 403, 404', () => {
  it('without a key, without the scope, without a lead', async () => {
    const reader = await api.keyOf(['leads:read']);
    for (const path of [`/leads/${nobody}`, `/leads?id=${nobody}`, `/leads/${nobody}?permanent=true`]) {
      expect((await api.remove(path, null)).status).toBe(401);
      expect((await api.remove(path, reader)).json).toMatchObject(errorWith('missing_scope'));
      expect((await api.remove(path)).json).toMatchObject(errorWith('not_found'));
    }
    expect((await api.remove('/leads?id=%0d%0aX:%20y')).status).toBe(404);
  });

  it('nor one of another business', async () => {
    const { id } = await api.lead();
    const locked = await api.keyOf(['leads:write'], await api.business());
    for (const path of [`/leads/${id}`, `/leads?id=${id}`, `/leads/${id}?permanent=true`])
      expect((await api.remove(path, locked)).status).toBe(404);
    expect((await api.get(`/leads/${id}`)).status).toBe(200);
  });
});
