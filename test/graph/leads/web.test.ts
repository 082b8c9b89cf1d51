import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { GraphClient } from '../../support/graph-client.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

let app: TestApp;
let workspace: TestWorkspace;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app.close());
beforeEach(async () => void (workspace = await app.workspace()));

async function add(input: object): Promise<string> {
  const { createLead } = await workspace.graph.ask<{ createLead: { lead: { id: string } } }>(
    'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }',
    { input },
  );
  return createLead.lead.id;
}

type Web = {
  readonly nodes: readonly { id: string; kind: string; value: string | null; lead: { id: string } | null }[];
  readonly edges: readonly { leadId: string; nodeId: string; kind: string }[];
  readonly isCut: boolean;
};

const webOf = async (id: string, graph: GraphClient = workspace.graph): Promise<Web> =>
  (
    await graph.ask<{ leadWeb: Web }>(
      'query ($id: ID!) { leadWeb(id: $id) { nodes { id kind value lead { id } } edges { leadId nodeId kind } isCut } }',
      { id },
    )
  ).leadWeb;

/** The other leads, each with what it shares. */
function othersOf({ nodes, edges }: Web, id: string): [string, string[]][] {
  const leads = nodes.flatMap(({ lead }) => (lead && lead.id !== id ? [lead.id] : []));
  return leads.map((other) => [other, edges.filter(({ leadId }) => leadId === other).map(({ kind }) => kind)]);
}

it('has the lead, what it shares, and with whom, and an edge for each', async () => {
  const context = { referrer: 'https://www.Partner.example/landing/', campaign: 'Spring 2026' };
  const phone = '+1 (555) 123-4567';
  const id = await add({ email: 'jane@north.com', company: 'North Dental', phone, context });
  const most = await add({ email: 'john@north.com', companyName: 'NORTH dental', phone: '15551234567' });
  const referred = await add({ context: { referrer: 'partner.example/landing' } });
  const advertised = await add({ email: 'jim@gmail.com', context: { campaign: 'SPRING 2026' } });
  await add({ email: 'joe@south.com', context: { campaign: 'Autumn', referrer: 'https://partner.example' } });
  const web = await webOf(id);
  expect(web.nodes).toEqual([
    { id, kind: 'LEAD', value: null, lead: { id } },
    { id: 'EMAIL_DOMAIN:1', kind: 'EMAIL_DOMAIN', value: 'north.com', lead: null },
    { id: 'COMPANY:2', kind: 'COMPANY', value: 'North Dental', lead: null },
    { id: 'PHONE:3', kind: 'PHONE', value: phone, lead: null },
    { id: 'REFERRER:4', kind: 'REFERRER', value: context.referrer, lead: null },
    { id: 'CAMPAIGN:5', kind: 'CAMPAIGN', value: context.campaign, lead: null },
    ...[most, advertised, referred].map((other) => ({ id: other, kind: 'LEAD', value: null, lead: { id: other } })),
  ]);
  expect(othersOf(web, id)).toEqual([
    [most, ['EMAIL_DOMAIN', 'COMPANY', 'PHONE']],
    [advertised, ['CAMPAIGN']],
    [referred, ['REFERRER']],
  ]);
  expect(web.edges.filter(({ leadId }) => leadId === id).map(({ nodeId }) => nodeId)).toEqual(
    web.nodes.flatMap((node) => (node.lead ? [] : [node.id])),
  );
  const known = new Set(web.nodes.map((node) => node.id));
  expect(web.edges.filter(({ leadId, nodeId }) => !known.has(leadId) || !known.has(nodeId))).toEqual([]);
  expect(web.isCut).toBe(false);
});

it('is the lead alone where it shares nothing, and takes for a referrer what is text alone', async () => {
  const id = await add({ email: 'jane@gmail.com', context: { referrer: { a: 1 }, campaign: '  ' } });
  await add({ email: 'john@gmail.com', context: { referrer: { a: 1 }, campaign: '  ' } });
  expect(await webOf(id)).toMatchObject({ nodes: [{ id }], edges: [], isCut: false });
});

it('keeps a lead whose referrer is longer than an index can hold, and finds others of it', async () => {
  const context = { referrer: `https://long.example/${'ü'.repeat(5000)}` };
  const [id, other] = [await add({ context }), await add({ context })];
  expect(othersOf(await webOf(id), id)).toEqual([[other, ['REFERRER']]]);
});

it('is worked out in bounded time, whatever the referrer is', async () => {
  const context = { referrer: `https://partner.example${'/'.repeat(60_000)}x` };
  const id = await add({ context });
  await add({ context });
  const before = process.threadCpuUsage();
  await webOf(id);
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(1000);
});

it('says that it is cut where more share something than are shown', async () => {
  const id = await add({ company: 'Huge' });
  for (let count = 0; count < 51; count += 1) await add({ company: 'HUGE' });
  const web = await webOf(id);
  expect([web.isCut, web.nodes.length, web.edges.length]).toEqual([true, 52, 51]);
});

it('shows a locked key those of its own business alone, and nobody a lead that is not theirs', async () => {
  const { createBusiness } = await workspace.graph.ask<{ createBusiness: { business: { id: string } } }>(
    'mutation { createBusiness(input: { name: "North" }) { business { id } } }',
  );
  const businessId = createBusiness.business.id;
  const locked = await workspace.graphAs(['leads:read'], businessId);
  const context = { campaign: 'Spring' };
  const [id, inside] = [await add({ context, businessId }), await add({ context, businessId })];
  const outside = await add({ context });
  expect(othersOf(await webOf(id, locked), id).map(([other]) => other)).toEqual([inside]);
  expect(othersOf(await webOf(id), id).map(([other]) => other)).toEqual([outside, inside]);
  const ask = 'query ($id: ID!) { leadWeb(id: $id) { isCut } }';
  expect(await locked.refusal(ask, { id: outside })).toBe('NOT_FOUND');
  expect(await (await app.workspace()).graph.refusal(ask, { id })).toBe('NOT_FOUND');
});

it.each(['referrer', 'campaign'])('looks the %s up in its index', async (name) => {
  const id = await add({ context: { [name]: 'x' } });
  const client = await app.database.pool.connect();
  try {
    // So few rows are read one by one all the same, where that is allowed.
    await client.query('begin; set local enable_seqscan = off; set local enable_bitmapscan = off');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain select id from leads where org_id = $1 and deleted_at is null and context ->> '${name}' is not null
         and left(lower(context ->> '${name}'), 500) = $2 order by id desc limit 50`,
      [workspace.orgId, id],
    );
    expect(rows.map((row) => row['QUERY PLAN']).join()).toContain(`using leads_${name}`);
  } finally {
    await client.query('rollback');
    client.release();
  }
});
