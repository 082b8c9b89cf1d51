import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedLeads } from '../../../support/seed-leads.ts';
import { bare } from '../../gateway.ts';
import { type Clawcrm, errorWith, openClawcrm, textsOf } from '../workspace.ts';

let api: Clawcrm;
beforeAll(async () => void (api = await openClawcrm()));
afterAll(() => api.close());

const path = '/leads/stalled';
const dayMs = 24 * 60 * 60 * 1000;

/** A workspace of its own with so many leads, made so many days ago; answers its key and their ids. */
async function idle(count: number, days: number, columns: object = {}) {
  const key = await api.signUp();
  const { viewer } = await api.gql(key, '{ viewer { organisation { id } } }');
  const createdAt = new Date(Date.now() - days * dayMs - 60_000);
  const more = { firstName: 'Ada', email: 'ada@example.com', createdAt, ...columns };
  const ids = await seedLeads(api.database, bare(viewer.organisation.id), count, more);
  return { key, ids: ids.map((id) => `rp_${id}`) };
}

describe('200', () => {
  it('answers who is overdue, why, how urgently, and what to do', async () => {
    const { key, ids } = await idle(1, 10, { tier: 'HIGH', company: 'Acme', phone: '+1 555' });
    const { status, json } = await api.get(path, key);
    expect([status, json]).toEqual([
      200,
      {
        success: true,
        leads: [
          {
            leadId: ids[0],
            firstName: 'Ada',
            lastName: null,
            email: 'ada@example.com',
            phone: '+1 555',
            organizationName: 'Acme',
            stage: 'New',
            status: 'new',
            tier: 'high',
            confidenceScore: null,
            lastTouchedAt: null,
            daysSinceTouch: 10,
            stalledReason:
              'Nobody was in touch since it was made 10 days ago; leads of high priority are overdue after 3.',
            suggestedAction: 'check_in_call',
            priority: 'high',
          },
        ],
        total: 1,
        limit: 500,
        offset: 0,
        warnings: [],
        next_steps: [
          `POST /api/openclaw/touchpoints { leadId: '${ids[0]}', type: 'call' } once you did: check_in_call`,
        ],
      },
    ]);
  });

  it('answers nobody where nobody is overdue, or once somebody was in touch', async () => {
    const { key, ids } = await idle(1, 40);
    expect((await api.get(path, key)).json.leads).toMatchObject([{ suggestedAction: 'send_breakup_email' }]);
    await api.post('/touchpoints', { leadId: ids[0], type: 'email' }, key);
    expect((await api.get(path, key)).json).toMatchObject({ leads: [], total: 0, next_steps: [] });
  });

  it('answers page by page, and names the call for the next one', async () => {
    const { key } = await idle(5, 20);
    const first = await api.get(`${path}?limit=2`, key);
    expect(first.json).toMatchObject({ total: 5, limit: 2, offset: 0 });
    expect(textsOf(first.json.next_steps).at(-1)).toBe(`GET /api/openclaw${path}?limit=2&offset=2`);
    const last = await api.get(`${path}?limit=2&offset=4`, key);
    expect([last.json.leads.length, last.json.next_steps.length]).toEqual([1, 1]);
    expect((await api.get(`${path}?limit=9999`, key)).json.limit).toBe(500);
  });
});

describe('400', () => {
  it.each(['limit=0', 'limit=-1', 'limit=all', 'offset=-1', 'offset=x', 'tier=high', 'limit=1&limit=2'])(
    'for %s',
    async (search) => {
      const { status, json } = await api.get(`${path}?${search}`);
      expect([status, json]).toMatchObject([400, errorWith('invalid_request')]);
      expect(json.error.hint).toContain('limit (1 to 500)');
    },
  );
});

describe('401 and 403', () => {
  it('without a key, and with one that may not read leads', async () => {
    expect((await api.get(path, null)).json).toMatchObject(errorWith('unauthenticated'));
    expect((await api.get(path, await api.keyOf(['analytics:read']))).json).toMatchObject(errorWith('missing_scope'));
  });
});

describe('405', () => {
  it('for any other method: it is no lead’s id', async () => {
    const { status, headers } = await api.call('DELETE', path);
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });
});
