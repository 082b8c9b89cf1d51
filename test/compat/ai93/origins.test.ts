import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WireLeadList, WireSourceList } from '../../../compat/ai93/wire.ts';
import { webhookBodies } from '../../../compat/vendor-apis.ts';
import { createEventLog } from '../../../src/events/event-log.ts';
import { createFormats } from '../../../src/webhooks/format/formats.ts';
import { openReceiver } from '../../webhooks/receiver.ts';
import { bare, idsOf } from '../gateway.ts';
import { type Ai93, type Lead, openAi93 } from './workspace.ts';

let api: Ai93;
let receiver: Awaited<ReturnType<typeof openReceiver>>;
/** Ids by what the leads are. */
const made: Record<string, string> = {};

const customer = { targetType: 'customer_lead', context: {} };

/** How each is shown. */
const shown = {
  chat: { source: 'chat', ...customer },
  clawcrm: { source: 'manual', ...customer },
  'nobody said': { source: 'manual', ...customer },
  reddit: { source: 'reddit', targetType: 'partner_lead', context: { subreddit: 'a' } },
  'google_maps of the graph': { source: 'google_maps', targetType: 'business_lead', context: {} },
  import: { source: 'manual', targetType: 'customer_lead', context: { source: 'import' } },
  'import with context': { source: 'manual', targetType: 'vip', context: { a: 1, source: 'Import' } },
  'of an old node': { source: 'manual', targetType: 'customer_lead', context: { source: 'website_chat' } },
} as const;

const byGraph = async (input: object): Promise<string> =>
  (await api.graph('mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }', { input }))
    .createLead.lead.id;

beforeAll(async () => {
  api = await openAi93();
  receiver = await openReceiver();
  await api.graph(
    'mutation ($url: String!) { createWebhookEndpoint(input: { url: $url, format: AI93 }) { endpoint { id } } }',
    { url: receiver.url },
  );
  await api.call('POST', '/api/chat', api.keys.widget, { message: 'I am Ada, ada@example.com' });
  made['chat'] = (await api.graph('{ leads { nodes { id } } }')).leads.nodes[0].id;
  const claw = await api.call('POST', '/api/openclaw/leads', api.keys.clawcrm, {
    firstName: 'Bob',
    email: 'b@example.com',
  });
  made['clawcrm'] = `ld_${bare(claw.json.id)}`;
  made['nobody said'] = await byGraph({ name: 'Cyd' });
  made['reddit'] = (
    await api.make({ source: 'reddit', targetType: 'partner_lead', context: { subreddit: 'a' }, displayName: 'Dee' })
  ).id;
  made['google_maps of the graph'] = await byGraph({ name: 'Eve', source: 'google_maps', targetType: null });
  made['import'] = await byGraph({ name: 'Fay', source: 'import', context: null });
  const own = { a: 1, source: 'its own' };
  made['import with context'] = await byGraph({ name: 'Gil', source: 'Import', targetType: 'vip', context: own });
  const { rows } = await api.database.pool.query<{ id: string }>(
    `insert into leads (org_id, id, stage_id, source, target_type, context, first_name, search, tags, created_at, updated_at)
     select org_id, '7zzzzzzzzzzzzzzzzzzzzzzzzz', stage_id, 'website_chat', null, null, 'Hal', 'hal', '{}', now(), now()
       from leads limit 1 returning id`,
  );
  made['of an old node'] = `ld_${rows[0]?.id}`;
});
afterAll(async () => {
  await api.close();
  await receiver[Symbol.asyncDispose]();
});

const leadsAt = async (search: string): Promise<Lead[]> =>
  WireLeadList.parse((await api.get(`/leads${search}`)).json).leads;
const exportedAt = async (search: string): Promise<string[]> =>
  [...(await api.get(`/leads.csv${search}`)).text.matchAll(/^ld_\w+/gm)].map(([id]) => id);

describe('leads of every origin', () => {
  it('have a source that /sources lists, a target type and a context', async () => {
    const leads = await leadsAt('');
    const found = Object.fromEntries(
      Object.entries(made).map(([name, id]) => {
        const { source, targetType, context } = leads.find((lead) => lead.id === id)!;
        return [name, { source, targetType, context }];
      }),
    );
    expect(found).toEqual(shown);
    const { sources } = WireSourceList.parse((await api.get('/sources')).json);
    expect(idsOf(sources)).toEqual(expect.arrayContaining(leads.map(({ source }) => source)));
  });

  it('are alone and as CSV what they are in the list', async () => {
    const leads = await leadsAt('');
    for (const lead of leads) expect((await api.get(`/leads/${lead.id}`)).json.lead).toEqual(lead);
    const rows = (await api.get('/leads.csv')).text.split('\r\n').slice(1, -1);
    expect(rows).toHaveLength(leads.length);
    for (const [index, { id, targetType, source, context, status }] of leads.entries()) {
      expect(rows[index]).toMatch(`${id},,${targetType},${source},${status},`);
      const cell = JSON.stringify(context);
      expect(rows[index]).toContain(cell === '{}' ? ',{},' : `,"${cell.replaceAll('"', '""')}",`);
    }
  });

  it('are what webhooks tell', async () => {
    const told = Object.entries(made).filter(([name]) => name !== 'of an old node');
    const ids = told.map(([, id]) => id);
    const received = () =>
      receiver.received
        .map(({ rawBody }) => (JSON.parse(rawBody.toString()) as { data: Lead }).data)
        .filter(({ id }) => ids.includes(id));
    await expect.poll(() => idsOf(received()).toSorted()).toEqual(ids.toSorted());
    const bodies = received();
    for (const [name, id] of told) {
      const body = bodies.find((lead) => lead.id === id);
      expect(body).toEqual((await api.get(`/leads/${id}`)).json.lead);
      expect(body).toEqual({ ...body, ...shown[name as keyof typeof shown] });
    }
  });

  it('are found by the source and the target type they show, and by no other', async () => {
    const leads = await leadsAt('');
    const values = {
      source: ['chat', 'manual', 'reddit', 'google_maps', 'public_tool', 'import', 'Import', 'website_chat'],
      target_type: ['customer_lead', 'business_lead', 'partner_lead', 'vip', 'realtor_lead'],
    };
    const shownAs = { source: ({ source }: Lead) => source, target_type: ({ targetType }: Lead) => targetType };
    for (const name of ['source', 'target_type'] as const) {
      let found = 0;
      for (const value of values[name]) {
        const ids = idsOf(leads.filter((lead) => shownAs[name](lead) === value));
        expect([value, idsOf(await leadsAt(`?${name}=${value}`))]).toEqual([value, ids]);
        expect([value, await exportedAt(`?${name}=${value}`)]).toEqual([value, ids]);
        found += ids.length;
      }
      expect(found).toBe(leads.length);
    }
    expect(idsOf(await leadsAt('?source=manual&q=gil&target_type=vip'))).toEqual([made['import with context']]);
    expect(await leadsAt('?source=chat&q=gil')).toEqual([]);
  });
});

describe('an event that was stored when leads could have neither', () => {
  it('tells both, in the graph and in webhooks', async () => {
    const id = await byGraph({ name: 'Ivy', source: 'google_maps' });
    const { rows } = await api.database.pool.query<{ id: string; org_id: string }>(
      `update events set snapshot = jsonb_set(jsonb_set(snapshot, '{lead,targetType}', 'null'), '{lead,context}', 'null')
        where lead_id = $1 returning id, org_id`,
      [bare(id)],
    );
    const told = '{ events(first: 200) { nodes { ... on LeadEvent { lead { id source targetType context } } } } }';
    const { events } = await api.graph<{ events: { nodes: object[] } }>(told);
    const lead = { id, source: 'google_maps', targetType: 'business_lead', context: {} };
    expect(events.nodes.at(-1)).toEqual({ lead });

    const scope = { orgId: rows[0]?.org_id ?? '', businessId: null, conversationId: null };
    const log = createEventLog(api.database, scope);
    const [event] = await log.find([rows[0]?.id ?? '']);
    const formats = createFormats(webhookBodies);
    const body = (format: 'AI93' | 'STANDARD') =>
      JSON.parse(formats[format].body(event!, { consumerWorkspace: 'krew' }) ?? '') as { data: { lead?: object } };
    expect(body('AI93').data).toEqual((await api.get(`/leads/${id}`)).json.lead);
    expect(body('STANDARD').data.lead).toEqual({ ...body('STANDARD').data.lead, ...lead });
  });
});
