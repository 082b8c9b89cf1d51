import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idsOf } from '../../gateway.ts';
import { type Clawcrm, errorWith, openClawcrm, textsOf } from '../workspace.ts';

let api: Clawcrm;
beforeAll(async () => void (api = await openClawcrm()));
afterAll(() => api.close());

describe('200', () => {
  it('answers newest first, with the exact number and the call that goes on', async () => {
    const key = await api.signUp();
    const make = async (n: number) =>
      (await api.post('/leads', { firstName: 'A', email: `${n}@example.com` }, key)).json.id;
    const ids = [await make(1), await make(2), await make(3)];
    expect((await api.get('/leads', key)).json).toMatchObject({
      success: true,
      leads: [{ id: ids[2] }, { id: ids[1] }, { id: ids[0] }],
      total: 3,
      limit: 50,
      offset: 0,
      warnings: [],
      next_steps: [],
    });
    const page = (await api.get('/leads?limit=2&status=new', key)).json;
    expect([idsOf(page.leads), page.total, page.next_steps]).toEqual([
      [ids[2], ids[1]],
      3,
      ['GET /api/openclaw/leads?status=new&limit=2&offset=2'],
    ]);
    const [next = ''] = textsOf(page.next_steps);
    const last = (await api.get(next.replace('GET /api/openclaw', ''), key)).json;
    expect([idsOf(last.leads), last.total, last.offset, last.next_steps]).toEqual([[ids[0]], 3, 2, []]);
    expect((await api.get('/leads?offset=7', key)).json).toMatchObject({
      leads: [],
      total: 3,
      offset: 7,
      next_steps: [],
    });
  });

  it('clamps the limit to 200 and says so', async () => {
    expect((await api.get('/leads?limit=5000')).json.limit).toBe(200);
  });

  it('filters by status and tier together', async () => {
    const wanted = await api.lead({ status: 'replied', tier: 'low' });
    await api.lead({ status: 'replied', tier: 'high' });
    await api.lead({ status: 'closed', tier: 'low' });
    const { json } = await api.get('/leads?status=replied&tier=low');
    expect([idsOf(json.leads), json.total]).toEqual([[wanted.id], 1]);
  });

  it('shows deleted leads where they are asked for, and no others', async () => {
    const gone = await api.lead({ tier: 'medium' });
    await api.lead({ tier: 'medium' });
    await api.remove(`/leads/${gone.id}`);
    const { json } = await api.get('/leads?deletedOnly=true&tier=medium');
    expect(json).toMatchObject({ leads: [{ id: gone.id, deletedAt: expect.any(String) }], total: 1 });
    expect(json.next_steps).toEqual(['PATCH /api/openclaw/leads/{leadId} { restore: true } brings one back.']);
    expect(idsOf((await api.get('/leads?deletedOnly=false&tier=medium')).json.leads)).not.toContain(gone.id);
  });

  it('answers 304 while nothing has changed', async () => {
    const first = await api.get('/leads');
    const again = await api.call('GET', '/leads', undefined, api.key, {
      'if-none-match': first.headers.get('etag') ?? '',
    });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('shows a key locked to a business that business’s leads', async () => {
    const key = await api.keyOf(['leads:read', 'leads:write'], await api.business());
    const own = await api.post('/leads', { firstName: 'Ada', email: 'own@example.com' }, key);
    expect((await api.get('/leads', key)).json).toMatchObject({ leads: [{ id: own.json.id }], total: 1 });
  });
});

describe('400', () => {
  it.each([
    ['status=NEW', /^Invalid status: /],
    ['status=', /^Invalid status: /],
    ['tier=urgent', /^Invalid tier: /],
    ['limit=0', /^Invalid limit: must be at least 1/],
    ['limit=ten', /^Invalid limit: must be a whole number/],
    ['limit=-1', /^Invalid limit: /],
    ['offset=-1', /^Invalid offset: /],
    ['offset=99999999999', /^Invalid offset: is too large/],
    ['deletedOnly=yes', /^Invalid deletedOnly: must be true or false/],
    ['stage=new', /^Unknown parameter "stage"\. Accepted: status, tier, limit, offset, deletedOnly\./],
    ['tier=low&tier=high', /more than once/],
    ['status=%00', /not text/],
    [`status=${'x'.repeat(1001)}`, /longer than 1,000/],
  ])('%s', async (query, message) => {
    const { status, json } = await api.get(`/leads?${query}`);
    expect([status, json]).toMatchObject([400, errorWith('invalid_request')]);
    expect(json.error.message).toMatch(message);
    expect(json.error.hint).toContain('deletedOnly');
  });
});

describe('401, 403, 405', () => {
  it('without a key, without the scope, with another method', async () => {
    expect((await api.get('/leads', null)).json).toMatchObject(errorWith('unauthenticated'));
    const writer = await api.keyOf(['leads:write']);
    expect((await api.get('/leads', writer)).json).toMatchObject(errorWith('missing_scope'));
    const { status, headers, json } = await api.call('QUERY', '/leads');
    expect([status, headers.get('allow'), json]).toMatchObject([
      405,
      'GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS',
      errorWith('method_not_allowed'),
    ]);
  });
});
