import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Enricher } from '../../../src/domain/leads/enrichment/enricher.ts';
import { createBuiltInEnricher } from '../../../src/domain/leads/enrichment/built-in-enricher.ts';
import { createTestClock, startTestApp, type TestApp } from '../../support/app.ts';
import type { GraphClient } from '../../support/graph-client.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

const clock = createTestClock();
const builtIn = createBuiltInEnricher();
const enricher: Enricher = {
  async enrich(lead, call) {
    if (lead.email === 'broken@acme.com') throw new Error('The provider is down.');
    return builtIn.enrich(lead, call);
  },
};

let app: TestApp;
let workspace: TestWorkspace;
let graph: GraphClient;

beforeAll(async () => {
  app = await startTestApp({ clock, enricher });
  workspace = await app.workspace();
  graph = workspace.graph;
});
afterAll(() => app.close());

const unknown = 'ld_01jqz5v8m3k9wfp2c7hx0dtbne';

async function newLead(input: object, client = graph): Promise<string> {
  clock.advance(1);
  const made = await client.ask<{ createLead: { lead: { id: string } } }>(
    'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }',
    { input },
  );
  return made.createLead.lead.id;
}

type Enriched = {
  leadId: string;
  status: string;
  cached: boolean;
  enrichedFields: string[];
  derivedFrom: string | null;
  error: string | null;
  lead: Record<string, unknown> | null;
};
const enriched = `leadId status cached enrichedFields derivedFrom error
  lead { companyName seniority businessType crmData company enrichmentStatus enrichmentError enrichedAt }`;

const enrich = async (id: string, force?: boolean): Promise<Enriched> =>
  (
    await graph.ask<{ enrichLead: Enriched }>(
      `mutation ($id: ID!, $force: Boolean) { enrichLead(id: $id, force: $force) { ${enriched} } }`,
      { id, force },
    )
  ).enrichLead;

type Bulk = { results: Enriched[]; complete: number; failed: number };
const enrichAll = `mutation ($ids: [ID!]!) { enrichLeads(ids: $ids) { complete failed results { ${enriched} } } }`;

async function eventsOf(leadId: string): Promise<string[]> {
  const { events } = await graph.ask<{ events: { nodes: { type: string; lead?: { id: string } }[] } }>(
    '{ events(first: 200) { nodes { type ... on LeadEvent { lead { id } } } } }',
  );
  return events.nodes.filter(({ lead }) => lead?.id === leadId).map(({ type }) => type);
}

describe('enrichLead', () => {
  it('sets what was found, and answers once that is done', async () => {
    const id = await newLead({ email: 'jane@bright-dental.com', jobTitle: 'CEO', crmData: { location: 'Bern' } });
    expect(await enrich(id)).toEqual({
      leadId: id,
      status: 'COMPLETE',
      cached: false,
      enrichedFields: ['companyName', 'businessType', 'seniority', 'crmData.website'],
      derivedFrom: 'the domain bright-dental.com and the lead’s own fields',
      error: null,
      lead: {
        companyName: 'Bright Dental',
        seniority: 'C-Level',
        businessType: 'Dental practice',
        crmData: { location: 'Bern', website: 'https://bright-dental.com' },
        company: null,
        enrichmentStatus: 'COMPLETE',
        enrichmentError: null,
        enrichedAt: clock.now().toISOString(),
      },
    });
    expect(await eventsOf(id)).toEqual(['LEAD_CREATED', 'LEAD_UPDATED']);
  });

  it('looks for nothing where it is complete, unless it is forced', async () => {
    const id = await newLead({ email: 'jane@acme.com' });
    const first = await enrich(id);
    expect(await enrich(id)).toEqual({
      ...first,
      cached: true,
      enrichedFields: [],
      derivedFrom: null,
    });
    clock.advance(60_000);
    const again = await enrich(id, true);
    expect(again).toMatchObject({ cached: false, enrichedFields: [], lead: { enrichedAt: clock.now().toISOString() } });
    expect(await eventsOf(id)).toEqual(['LEAD_CREATED', 'LEAD_UPDATED']);
  });

  it('leaves what people set, forced or not, and finds anew what it found before', async () => {
    const id = await newLead({ email: 'jane@acme.com', jobTitle: 'CEO', seniority: 'Boss', crmData: { note: 'VIP' } });
    const mine = { seniority: 'Boss', crmData: { note: 'VIP', website: 'https://acme.com' } };
    expect(await enrich(id)).toMatchObject({ enrichedFields: ['companyName', 'crmData.website'], lead: mine });
    const change = async (input: object) =>
      graph.ask(
        'mutation ($id: ID!, $input: UpdateLeadInput!) { updateLead(id: $id, input: $input) { lead { id } } }',
        {
          id,
          input,
        },
      );
    await change({ email: 'jane@north-dental.com' });
    expect(await enrich(id, true)).toMatchObject({
      enrichedFields: ['companyName', 'businessType'],
      lead: { ...mine, companyName: 'North Dental' },
    });
    await change({ companyName: 'North', email: 'jane@south-dental.com' });
    expect(await enrich(id, true)).toMatchObject({ enrichedFields: [], lead: { ...mine, companyName: 'North' } });
  });

  it('fails with what to add, and goes on once it is there', async () => {
    const id = await newLead({ email: 'jane@gmail.com' });
    const failed = await enrich(id);
    expect(failed).toMatchObject({
      status: 'FAILED',
      enrichedFields: [],
      error: expect.stringContaining('crmData.website'),
      lead: { enrichmentStatus: 'FAILED', enrichmentError: failed.error, enrichedAt: null },
    });
    expect(await enrich(id)).toEqual(failed);
    expect(await eventsOf(id)).toEqual(['LEAD_CREATED', 'LEAD_UPDATED']);
    await graph.ask('mutation ($id: ID!) { updateLead(id: $id, input: { email: "jane@acme.com" }) { lead { id } } }', {
      id,
    });
    expect(await enrich(id)).toMatchObject({
      status: 'COMPLETE',
      lead: { enrichmentError: null, companyName: 'Acme' },
    });
  });

  it('counts it as a failure when the provider breaks off', async () => {
    const id = await newLead({ email: 'broken@acme.com' });
    expect(await enrich(id)).toMatchObject({ status: 'FAILED', error: 'The enrichment broke off. Try again later.' });
  });

  it('finds no lead that is unknown or deleted', async () => {
    const id = await newLead({ email: 'jane@acme.com' });
    await graph.ask('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id });
    for (const gone of [id, unknown, 'x']) {
      expect(await graph.refusal('mutation ($id: ID!) { enrichLead(id: $id) { status } }', { id: gone })).toBe(
        'NOT_FOUND',
      );
    }
  });
});

describe('enrichLeads', () => {
  it('lets each fail for itself, and answers in the order they were named', async () => {
    const [acme, free, broken] = [
      await newLead({ email: 'jane@acme.com' }),
      await newLead({ email: 'jane@gmail.com' }),
      await newLead({ email: 'broken@acme.com' }),
    ];
    const { enrichLeads } = await graph.ask<{ enrichLeads: Bulk }>(enrichAll, {
      ids: [broken, unknown, acme, free, acme],
    });
    expect(enrichLeads).toMatchObject({
      complete: 1,
      failed: 3,
      results: [
        { leadId: broken, status: 'FAILED' },
        { leadId: unknown, status: 'FAILED', lead: null, error: 'No such lead.' },
        { leadId: acme, status: 'COMPLETE', lead: { companyName: 'Acme' } },
        { leadId: free, status: 'FAILED' },
      ],
    });
  });

  it('takes one to five, and does nothing with more', async () => {
    const leads = await Promise.all(Array.from({ length: 6 }, async () => newLead({ email: 'jane@acme.com' })));
    expect(await graph.refusal(enrichAll, { ids: leads })).toBe('INVALID');
    expect(await graph.refusal(enrichAll, { ids: [] })).toBe('INVALID');
    for (const id of leads) expect(await eventsOf(id)).toEqual(['LEAD_CREATED']);
  });

  it('settles the same leads asked for at once', async () => {
    const ids = [await newLead({ email: 'jane@acme.com' }), await newLead({ email: 'john@acme.com' })];
    await Promise.all([ids, ids.toReversed(), ids].map(async (asked) => graph.ask(enrichAll, { ids: asked })));
    for (const id of ids) expect(await eventsOf(id)).toEqual(['LEAD_CREATED', 'LEAD_UPDATED']);
  });
});

describe('leadConnections', () => {
  type Tie = { lead: { id: string }; reasons: string[] };
  const connected = async (id: string, client = graph): Promise<[string, string[]][]> =>
    (
      await client.ask<{ leadConnections: Tie[] }>(
        'query ($id: ID!) { leadConnections(id: $id) { lead { id } reasons } }',
        {
          id,
        },
      )
    ).leadConnections.map(({ lead, reasons }) => [lead.id, reasons]);

  it('finds who shares a company, a number or a profile, those that share most first', async () => {
    const own = await app.workspace();
    const add = async (input: object) => newLead(input, own.graph);
    const lead = await add({
      email: 'jane@north.com',
      company: 'North Dental',
      phone: '+1 (555) 123-4567',
      linkedinUrl: 'https://www.linkedin.com/in/Jane/',
    });
    const domain = await add({ email: 'john@north.com' });
    const company = await add({ companyName: 'NORTH dental', email: 'jim@gmail.com' });
    const phone = await add({ phone: '1-555-123-4567' });
    const profile = await add({ linkedinUrl: 'linkedin.com/in/jane' });
    const most = await add({ email: 'jill@north.com', company: 'north dental', phone: '15551234567' });
    await add({
      email: 'jane@south.com',
      company: 'South',
      phone: '+1 555 123 4568',
      linkedinUrl: 'linkedin.com/in/jan',
    });
    await newLead({ email: 'other@north.com' });
    const deleted = await add({ email: 'gone@north.com' });
    await own.graph.ask('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id: deleted });
    expect(await connected(lead, own.graph)).toEqual([
      [most, ['EMAIL_DOMAIN', 'COMPANY', 'PHONE']],
      [profile, ['LINKEDIN_URL']],
      [phone, ['PHONE']],
      [company, ['COMPANY']],
      [domain, ['EMAIL_DOMAIN']],
    ]);
    expect(await own.graph.refusal('query ($id: ID!) { leadConnections(id: $id) { reasons } }', { id: deleted })).toBe(
      'NOT_FOUND',
    );
  });

  it('knows a number however it is written, from either side', async () => {
    const own = await app.workspace();
    const add = async (phone: string) => newLead({ phone }, own.graph);
    const written = ['+44 (0)20 7946 0958', '020 7946 0958', '0044 2079460958', '+442079460958 ext. 12'];
    const same: string[] = [];
    for (const phone of written) same.unshift(await add(phone));
    await add('+49 20 7946 0958');
    await add('0930 7946 0958');
    const others = async (id: string) => (await connected(id, own.graph)).map(([other]) => other);
    for (const id of same.filter((_, index) => index !== 2))
      expect(await others(id), written[same.length - 1 - same.indexOf(id)]).toEqual(
        same.filter((other) => other !== id),
      );
  });

  it('takes no address of a free provider, and no short number, for a company', async () => {
    const lead = await newLead({ email: 'jane@gmail.com', phone: '123456' });
    await newLead({ email: 'john@gmail.com', phone: '12-34-56' });
    expect(await connected(lead)).toEqual([]);
    expect(await connected(await newLead({}))).toEqual([]);
  });

  it('shows a locked key those of its own business alone', async () => {
    const { createBusiness } = await graph.ask<{ createBusiness: { business: { id: string } } }>(
      'mutation { createBusiness(input: { name: "North" }) { business { id } } }',
    );
    const businessId = createBusiness.business.id;
    const locked = await workspace.graphAs(['leads:read'], businessId);
    const [lead, inside] = [
      await newLead({ email: 'a@locked.com', businessId }),
      await newLead({ email: 'b@locked.com', businessId }),
    ];
    const outside = await newLead({ email: 'c@locked.com' });
    expect(await connected(lead, locked)).toEqual([[inside, ['EMAIL_DOMAIN']]]);
    expect((await connected(lead)).map(([id]) => id)).toEqual([outside, inside]);
  });

  it('shows the 50 newest of a large company', async () => {
    const lead = await newLead({ company: 'Huge' });
    const {
      id: _,
      search: __,
      ...columns
    } = await app.database.prisma.lead.findFirstOrThrow({
      where: { id: lead.slice('ld_'.length) },
    });
    await app.database.prisma.lead.createMany({
      data: Array.from({ length: 120 }, (_, n) => ({
        orgId: columns.orgId,
        stageId: columns.stageId,
        source: 'manual',
        targetType: 'customer_lead',
        context: {},
        company: 'Huge',
        createdAt: columns.createdAt,
        updatedAt: columns.updatedAt,
        id: `01jqz5v8m3k9wfp2c7hx0dt${String(n).padStart(3, '0')}`,
      })),
    });
    const found = await connected(lead);
    expect(found).toHaveLength(50);
    expect(found[0]?.[0]).toBe('ld_01jqz5v8m3k9wfp2c7hx0dt119');
  });
});
