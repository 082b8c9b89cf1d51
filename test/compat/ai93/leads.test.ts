import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WireLeadList } from '../../../compat/ai93/wire.ts';
import { idsOf } from '../gateway.ts';
import { type Ai93, type Lead, nobody, openAi93 } from './workspace.ts';

let api: Ai93;
/** Newest first. */
const leads: Lead[] = [];

beforeAll(async () => {
  api = await openAi93();
  const inputs = [
    {
      displayName: 'u/some_redditor',
      source: 'reddit',
      handle: 'u/some_redditor',
      context: { subreddit: 'a', n: [1] },
    },
    { displayName: 'Jane Doe', email: 'jane@example.com', phone: '+15555551234', tags: ['vip', 'toronto'] },
    { displayName: 'Café 100%', source: 'google_maps', targetType: 'business_lead', tags: ['vip'], notes: 'Open_late' },
    { displayName: 'Mine', businessId: api.mine },
  ];
  for (const input of inputs) leads.unshift(await api.make(input));
  const convert = 'mutation ($id: ID!) { updateLead(id: $id, input: { status: CONVERTED }) { lead { id } } }';
  await api.graph(convert, { id: leads[2]!.id });
});
afterAll(async () => api.close());

const leadsOf = ({ json }: { json: unknown }) => WireLeadList.parse(json).leads;

const list = async (search: string, key = api.key) => api.get(`/leads${search}`, key);
const listed = async (search: string, key?: string) =>
  idsOf(leadsOf(await list(search, key))).map((id) => idsOf(leads).indexOf(id));

describe('200', () => {
  it('answers leads and their number, newest first, as documented', async () => {
    const { json, headers } = await list('');
    expect(headers.get('tributary-dialect')).toBe('ai93');
    expect(json.count).toBe(4);
    expect(await listed('')).toEqual([0, 1, 2, 3]);
    expect(json.leads[3]).toEqual({
      id: expect.stringMatching(/^ld_[0-9a-z]{26}$/),
      businessId: null,
      targetType: 'customer_lead',
      source: 'reddit',
      status: 'new',
      displayName: 'u/some_redditor',
      handle: 'u/some_redditor',
      email: null,
      phone: null,
      tags: [],
      notes: null,
      context: { subreddit: 'a', n: [1] },
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      updatedAt: expect.stringMatching(/Z$/),
      handedOffAt: null,
      handoffDestination: null,
      handoffMetadata: null,
    });
  });

  it.each([
    ['status=converted', [2]],
    ['status=spam', []],
    ['target_type=business_lead', [1]],
    ['source=reddit', [3]],
    ['source=nowhere', []],
    ['tag=vip', [1, 2]],
    ['tag=vip,toronto', [2]],
    ['tag=vip,%20toronto', [2]],
    ['tag=vip,nobody', []],
    ['since=2026-01-01', [0, 1, 2, 3]],
    ['since=2100-01-01', []],
    ['q=JANE', [2]],
    ['q=5555551', [2]],
    ['q=100%25', [1]],
    ['q=100_', []],
    ['q=open_l', [1]],
    ['q=some_redditor', [3]],
    ['q=jane&tag=vip&status=converted', [2]],
  ])('filters by %s', async (search, expected) => {
    expect(await listed(`?${search}`)).toEqual(expected);
  });

  it('includes the instant itself', async () => {
    expect(await listed(`?since=${leads[1]!.createdAt}`)).toEqual([0, 1]);
  });

  it('goes on by Link to the end, and clamps a limit above 500', async () => {
    const seen: string[] = [];
    const followed: string[] = [];
    for (let path: string | undefined = '/leads?limit=3&q=e'; path !== undefined;) {
      followed.push(path);
      const page = await api.get(path);
      seen.push(...idsOf(leadsOf(page)));
      path = /^<\/api\/v1([^>]+)>; rel="next"$/.exec(page.headers.get('link') ?? '')?.[1];
    }
    expect(followed.map((path) => path.includes('q=e'))).toEqual([true, true]);
    expect(seen).toEqual(idsOf(leads));
    const { json, headers } = await list('?limit=9999');
    expect([json.count, headers.get('link')]).toEqual([4, null]);
  });

  it('shows a locked key its own business alone', async () => {
    expect(await listed('', api.locked)).toEqual([0]);
    expect((await api.get(`/leads?after=${leads[1]!.id}`, api.locked)).status).toBe(400);
  });

  it('carries a validator', async () => {
    const { headers } = await list('');
    const again = await api.call('GET', '/api/v1/leads', api.key, undefined, {
      'if-none-match': headers.get('etag') ?? '',
    });
    expect([again.status, again.text]).toEqual([304, '']);
  });
});

describe('more than the graph answers at once', () => {
  it('is one answer of up to 500', async () => {
    const more = await openAi93();
    try {
      await more.database.pool.query(
        `insert into leads (org_id, id, stage_id, source, tags, created_at, updated_at)
         select org_id, lpad(n::text, 26, '0'), id, 'manual', '{}', now(), now() from stages, generate_series(1, 520) n
         where key = 'new' and org_id = (select org_id from businesses limit 1)`,
      );
      const page = await more.get('/leads?limit=450');
      const ids = idsOf(leadsOf(page));
      expect([page.json.count, new Set(ids).size]).toEqual([450, 450]);
      expect(page.headers.get('link')).toContain(`after=${ids.at(-1)}`);
      expect((await more.get('/leads?limit=501')).json.count).toBe(500);
      expect((await more.get('/leads')).json.count).toBe(100);
    } finally {
      await more.close();
    }
  });
});

describe('one lead', () => {
  it('is answered under its name', async () => {
    expect((await api.get(`/leads/${leads[0]!.id}`)).json).toEqual({ lead: leads[0] });
    expect((await api.get(`/leads/${leads[0]!.id}`, api.locked)).status).toBe(200);
  });

  it.each([nobody, '01jqz5v8m3k9wfp2c7hx0dtbne', 'rp_01jqz5v8m3k9wfp2c7hx0dtbne', 'garbage'])(
    'is not there as %s: 404',
    async (id) => {
      const answer = await api.get(`/leads/${id}`);
      expect([answer.status, answer.json]).toEqual([404, { error: 'not_found', message: 'No such lead.' }]);
    },
  );

  it('of another business is not there: 404, not 403', async () => {
    expect(await api.get(`/leads/${leads[1]!.id}`, api.locked)).toMatchObject({
      status: 404,
      json: { error: 'not_found', message: 'No such lead.' },
    });
  });
});

describe('4xx', () => {
  it.each([
    ['limit=0', 'Invalid limit: must be at least 1.'],
    ['limit=ten', 'Invalid limit: must be a whole number.'],
    ['limit=-1', 'Invalid limit: must be a whole number.'],
    ['since=yesterday', 'Invalid since: must be an ISO 8601 date or time, or epoch seconds.'],
    ['tag=', 'Invalid tag: must not hold an empty tag.'],
    [`after=${nobody}`, 'The cursor is not known here.'],
    ['after=garbage', 'after: is no Lead id'],
    ['page=2', 'Unknown parameter "page". Accepted: status, target_type, since, source, tag, q, limit, after.'],
    ['q=a&q=b', 'Parameter q is given more than once.'],
    [`q=${'a'.repeat(1001)}`, 'Parameter q is longer than 1,000 characters.'],
  ])('refuses %s', async (search, message) => {
    expect(await list(`?${search}`)).toMatchObject({ status: 400, json: { error: 'invalid_request', message } });
  });

  it('refuses a status there is not', async () => {
    expect(await list('?status=icy')).toMatchObject({ status: 400, json: { error: 'invalid_request' } });
  });

  it('refuses a key without the scope, before anything is looked up', async () => {
    const writer = await api.keyOf({ scopes: ['leads:write'] });
    for (const path of ['/leads', `/leads/${nobody}`, '/leads.csv']) {
      const answer = await api.get(path, writer);
      expect([answer.status, answer.json]).toEqual([
        403,
        { error: 'missing_scope', message: 'API key lacks required scope: leads:read' },
      ]);
    }
  });

  it('refuses who shows no key, or another’s', async () => {
    const anonymous = await api.call('GET', '/api/v1/leads', null);
    expect([anonymous.status, anonymous.json.error, anonymous.headers.get('www-authenticate')]).toEqual([
      401,
      'unauthorized',
      'Bearer',
    ]);
    expect((await api.get('/leads', `ai93_live_${'x'.repeat(43)}`)).json.error).toBe('unauthorized');
  });

  it('answers a method there is not with those there are', async () => {
    const answer = await api.call('DELETE', '/api/v1/leads', api.key);
    expect([answer.status, answer.json.error, answer.headers.get('allow')]).toEqual([
      405,
      'method_not_allowed',
      'GET, POST, HEAD, OPTIONS',
    ]);
  });
});

describe('on paths that Quincer shares', () => {
  it('the credential decides, and a route of the other alone is not there', async () => {
    const [q, k] = [await api.get('/leads', api.keys.quincer), await api.get('/leads')];
    expect([q.headers.get('tributary-dialect'), Object.keys(q.json)[0]]).toEqual(['quincer', 'object']);
    expect([k.headers.get('tributary-dialect'), Object.keys(k.json)[0]]).toEqual(['ai93', 'leads']);
    expect((await api.get('/leads.csv', api.keys.quincer)).status).toBe(404);
    expect((await api.get('/conversations')).json.error).toBe('unknown_route');
    expect((await api.post('/leads', api.required, api.keys.quincer)).status).toBe(405);
    const wrong = await api.post(`/leads/${leads[0]!.id}`, {});
    expect([wrong.status, wrong.headers.get('allow'), wrong.json.error]).toEqual([
      405,
      'GET, HEAD, OPTIONS',
      'method_not_allowed',
    ]);
  });
});
