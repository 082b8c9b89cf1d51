import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WireLeadList } from '../../../compat/ai93/wire.ts';
import { idsOf } from '../gateway.ts';
import { type Ai93, nobody, openAi93 } from './workspace.ts';

type LeadEvents = {
  events: {
    nodes: {
      type: string;
      lead?: { id: string; status: string } | null;
      previousStatus?: string | null;
      metadata?: unknown;
    }[];
  };
};

let api: Ai93;
beforeAll(async () => void (api = await openAi93()));
afterAll(async () => api.close());

describe('POST /leads', () => {
  it('makes a lead of everything it takes, and tells of it: 201', async () => {
    const given = {
      source: 'facebook_lead_ad',
      targetType: 'customer_lead',
      displayName: 'Jane van Doe',
      handle: 'u/jane',
      email: 'Jane@Example.com',
      phone: '+15555551234',
      tags: ['vip', 'b'],
      notes: 'Call after noon',
      context: { url: 'https://janes-business.com', deep: { a: [1, null] } },
      businessId: api.mine,
    };
    const { status, json } = await api.post('/leads', given);
    expect([status, Object.keys(json)]).toEqual([201, ['lead']]);
    expect(json.lead).toMatchObject({ ...given, email: 'jane@example.com', status: 'new', handedOffAt: null });
    expect(await api.eventTypes(json.lead.id)).toEqual(['LEAD_CREATED']);
  });

  it('takes nulls for what may be absent', async () => {
    const absent = { handle: null, email: null, phone: null, tags: null, notes: null, context: null, businessId: null };
    const lead = await api.make(absent);
    expect(lead).toEqual({ ...lead, ...absent, tags: [], context: {}, displayName: 'Jane Doe' });
  });

  it('fills in the business of a locked key, and lets it name its own', async () => {
    expect((await api.make({}, api.locked)).businessId).toBe(api.mine);
    expect((await api.make({ businessId: api.mine }, api.locked)).businessId).toBe(api.mine);
  });

  it.each(['theirs', 'garbage'])('refuses a locked key another business (%s): 403', async (which) => {
    const businessId = which === 'theirs' ? api.theirs : which;
    const answer = await api.post('/leads', { ...api.required, businessId }, api.locked);
    expect([answer.status, answer.json]).toEqual([
      403,
      { error: 'business_scope_mismatch', message: 'This API key is locked to another business.' },
    ]);
  });

  it.each([
    ['no source', { source: undefined }, /^source is required\.$/],
    ['no targetType', { targetType: undefined }, /^targetType is required\.$/],
    ['no displayName', { displayName: undefined }, /^displayName is required\.$/],
    ['a source there is not', { source: 'chat' }, /^Invalid source: .*"reddit"\|"realtor_ca"/],
    ['an empty name', { displayName: ' ' }, /^displayName: must not be empty$/],
    ['a long name', { displayName: 'x'.repeat(201) }, /^displayName: must be at most 200 characters$/],
    ['long notes', { notes: 'x'.repeat(10_001) }, /^notes: must be at most/],
    ['a bad address', { email: 'jane' }, /^email: must be an e-mail address$/],
    ['a context that is no object', { context: [1] }, /^Invalid context: /],
    ['a field there is not', { name: 'Jane' }, /^Unknown field "name"\. Accepted: source, targetType, displayName/],
    ['a business there is not', { businessId: 'biz_01jqz5v8m3k9wfp2c7hx0dtbne' }, /^businessId: is no business/],
    ['malformed JSON', '{', /^The body is not valid JSON\.$/],
  ])('refuses %s: 400', async (_, fields, message) => {
    const answer = await api.post('/leads', typeof fields === 'string' ? fields : { ...api.required, ...fields });
    expect([answer.status, answer.json.error]).toEqual([400, 'invalid_request']);
    expect(answer.json.message).toMatch(message);
  });

  it('refuses another media type: 415', async () => {
    const answer = await api.post('/leads', api.required, api.key, { 'content-type': 'text/plain' });
    expect([answer.status, answer.json.error]).toEqual([415, 'unsupported_media_type']);
  });

  it('refuses a body of more than 1 MiB: 413', async () => {
    const answer = await api.post('/leads', { ...api.required, notes: 'x'.repeat(1_100_000) });
    expect([answer.status, answer.json.error]).toEqual([413, 'too_large']);
  });

  it('refuses a key that may only read: 403', async () => {
    const reader = await api.keyOf({ scopes: ['leads:read'] });
    expect((await api.post('/leads', {}, reader)).json).toEqual({
      error: 'missing_scope',
      message: 'API key lacks required scope: leads:write',
    });
  });

  it('answers a repeated Idempotency-Key with the first lead, another body with 409', async () => {
    const once = { 'idempotency-key': 'k-1' };
    const first = await api.post('/leads', api.required, api.key, once);
    const again = await api.post('/leads', api.required, api.key, once);
    expect([again.status, again.text, again.headers.get('idempotency-replayed')]).toEqual([201, first.text, 'true']);
    const other = await api.post('/leads', { ...api.required, displayName: 'Other' }, api.key, once);
    expect([other.status, other.json.error]).toEqual([409, 'conflict']);
    await api.database.pool.query(`update idempotency_keys set status = null, body = null where key = 'k-1'`);
    const rebuilt = await api.post('/leads', api.required, api.key, once);
    expect([rebuilt.status, rebuilt.json]).toEqual([201, first.json]);
  });
});

describe('at the plan’s limit', () => {
  it('says so: 403 lead_limit_reached', async () => {
    const { json } = await api.call('POST', '/api/openclaw/signup', null, { email: 'a@example.com' });
    const orgId: string = json.orgId;
    const make = 'mutation { createApiKey(input: { name: "K", dialect: AI93 }) { secret } }';
    const { createApiKey } = await api.gql(json.apiKey, make);
    await api.database.pool.query(
      `insert into leads (org_id, id, stage_id, source, tags, created_at, updated_at)
       select org_id, lpad(n::text, 26, '0'), id, 'manual', '{}', now(), now() from stages, generate_series(1, 100) n
       where key = 'new' and org_id = $1`,
      [orgId.slice(4)],
    );
    const answer = await api.post('/leads', api.required, createApiKey.secret);
    expect([answer.status, answer.json]).toEqual([
      403,
      { error: 'lead_limit_reached', message: "This workspace's plan (free) holds at most 100 leads." },
    ]);
  });
});

describe('POST /leads/{id}/handoff', () => {
  it('sets when and where to, and tells of it once', async () => {
    const { id } = await api.make();
    const body = { destination: 'krew', metadata: { krewLeadId: 'kl_xyz' } };
    const { status, json } = await api.post(`/leads/${id}/handoff`, body);
    expect([status, json.lead]).toMatchObject([
      200,
      { id, handoffDestination: 'krew', handoffMetadata: { krewLeadId: 'kl_xyz' }, handedOffAt: expect.any(String) },
    ]);
    const again = await api.post(`/leads/${id}/handoff`, { destination: 'krew' });
    expect([again.status, again.json]).toEqual([200, json]);
    expect((await api.eventTypes(id)).filter((type) => type === 'LEAD_HANDED_OFF')).toHaveLength(1);
  });

  it('adds what a second handoff to the same destination tells, and tells of no second one', async () => {
    const { id } = await api.make();
    await api.post(`/leads/${id}/handoff`, { destination: 'krew', metadata: { krewLeadId: 'kl_xyz' } });
    const { status, json } = await api.post(`/leads/${id}/handoff`, { destination: 'krew', metadata: { rep: 'Jo' } });
    expect([status, json.lead.handoffMetadata]).toEqual([200, { krewLeadId: 'kl_xyz', rep: 'Jo' }]);
    expect((await api.eventTypes(id)).filter((type) => type === 'LEAD_HANDED_OFF')).toHaveLength(1);
  });

  it('refuses another destination: 409', async () => {
    const { id } = await api.make();
    await api.post(`/leads/${id}/handoff`, { destination: 'krew' });
    const answer = await api.post(`/leads/${id}/handoff`, { destination: 'hubspot' });
    expect([answer.status, answer.json]).toEqual([
      409,
      { error: 'conflict', message: 'The lead is already handed off to krew.' },
    ]);
  });

  it.each([
    [{}, /^destination is required\.$/],
    [{ destination: '' }, /^destination: must not be empty$/],
    [{ destination: 'krew', metadata: 'x' }, /^Invalid metadata: /],
    [{ destination: 'krew', to: 'x' }, /^Unknown field "to"/],
  ])('refuses %j: 400', async (body, message) => {
    const { id } = await api.make();
    const answer = await api.post(`/leads/${id}/handoff`, body);
    expect([answer.status, answer.json.error]).toEqual([400, 'invalid_request']);
    expect(answer.json.message).toMatch(message);
  });

  it('finds no lead of another business, nor none: 404', async () => {
    const { id } = await api.make({ businessId: api.theirs });
    for (const [key, lead] of [
      [api.locked, id],
      [api.key, nobody],
      [api.key, 'x'],
    ] as const) {
      expect(await api.post(`/leads/${lead}/handoff`, { destination: 'krew' }, key)).toMatchObject({
        status: 404,
        json: { error: 'not_found', message: 'No such lead.' },
      });
    }
  });

  it('refuses a key without the scope: 403', async () => {
    const writer = await api.keyOf({ scopes: ['leads:read', 'leads:write'] });
    expect((await api.post(`/leads/${nobody}/handoff`, {}, writer)).json.message).toBe(
      'API key lacks required scope: leads:handoff',
    );
  });
});

describe('the lifecycle', () => {
  const events = async (id: string) => {
    const query =
      '{ events(first: 200) { nodes { id type ... on LeadEvent { lead { id status } previousStatus metadata } } } }';
    return (await api.graph<LeadEvents>(query)).events.nodes.filter(({ lead }) => lead?.id === id);
  };
  /** The writes that an audit tells of these. */
  const revisions = async (id: string, ...actions: string[]) => {
    const { rows } = await api.database.pool.query<{ revision: string }>(
      'select distinct revision from audit_entries where subject_id = $1 and action = any($2)',
      [id.slice(3), actions],
    );
    return rows.length;
  };
  const move = async (id: string, status: string) =>
    api.graph(`mutation ($id: ID!) { updateLead(id: $id, input: { status: ${status} }) { lead { id } } }`, { id });

  it('fires status_changed and converted side by side, in one write', async () => {
    const { id } = await api.make();
    await move(id, 'CONTACTED');
    await move(id, 'CONTACTED');
    await move(id, 'CONVERTED');
    expect((await events(id)).map(({ type, previousStatus }) => [type, previousStatus])).toEqual([
      ['LEAD_CREATED', null],
      ['LEAD_UPDATED', null],
      ['LEAD_STATUS_CHANGED', 'NEW'],
      ['LEAD_UPDATED', null],
      ['LEAD_STATUS_CHANGED', 'CONTACTED'],
      ['LEAD_CONVERTED', 'CONTACTED'],
    ]);
    const { rows } = await api.database.pool.query<{ position: string; at: string }>(
      `select position, created_at::text as at from events where lead_id = $1 and type in ('lead.status_changed', 'lead.converted') order by position`,
      [id.slice(3)],
    );
    expect(Number(rows[2]?.position) - Number(rows[1]?.position)).toBe(1);
    expect(rows[2]?.at).toBe(rows[1]?.at);
    // Two moves: NEW to CONTACTED, and on to CONVERTED.
    expect(await revisions(id, 'lead.status_changed', 'lead.converted')).toBe(2);
    expect((await api.get(`/leads/${id}`)).json.lead.status).toBe('converted');
  });

  it('hears a reply: lead.replied with its words, and REPLIED for a lead that had not come that far', async () => {
    const { id } = await api.make();
    const reply =
      'mutation ($id: ID!) { recordLeadReply(id: $id, message: "Yes please", channel: "email") { lead { id status } } }';
    expect((await api.graph(reply, { id })).recordLeadReply.lead.status).toBe('REPLIED');
    const heard = (await events(id)).filter(({ type }) => type === 'LEAD_REPLIED');
    expect(heard).toMatchObject([
      { lead: { status: 'REPLIED' }, metadata: { message: 'Yes please', channel: 'email' } },
    ]);
    const { rows } = await api.database.pool.query<{ type: string; place: string; moment: string }>(
      `select type, position - min(position) over () as place, dense_rank() over (order by created_at) as moment
         from events where lead_id = $1 and type <> 'lead.created' order by position`,
      [id.slice(3)],
    );
    expect(rows.map(({ type, place, moment }) => [type, Number(place), Number(moment)])).toEqual([
      ['touchpoint.recorded', 0, 1],
      ['lead.updated', 1, 1],
      ['lead.status_changed', 2, 1],
      ['lead.replied', 3, 1],
    ]);
    expect(await revisions(id, 'lead.status_changed', 'lead.replied')).toBe(1);
    await move(id, 'CONVERTED');
    expect((await api.graph(reply, { id })).recordLeadReply.lead.status).toBe('CONVERTED');
    const { leads } = WireLeadList.parse((await api.get('/leads?status=converted&q=jane')).json);
    expect(idsOf(leads)).toContain(id);
  });
});
