import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import {
  answerJson,
  type Behaviour,
  cutOff,
  openProviderServer,
  type ProviderServer,
  silence,
} from './provider-server.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const clock = createTestClock();
const facts = {
  status: 'complete',
  title: 'Head of Dentistry',
  seniority: 'Director',
  companyName: 'Bright Dental',
  linkedinUrl: 'https://www.linkedin.com/in/jane',
  companySize: 200,
  companyRevenue: '$10M',
  crmData: { technologies: ['React'] },
  founded: 1999,
};
const usual = answerJson(facts);

let app: TestApp;
let server: ProviderServer;
let workspace: TestWorkspace;
beforeAll(async () => {
  server = await openProviderServer(usual);
  const outside = { translate: null, enrich: { url: `${server.url}/find?v=2`, secret } };
  app = await startTestApp({ clock, outside, outsideAllowedRanges: ['127.0.0.0/8'] });
});
afterAll(async () => {
  await app.close();
  await server.close();
});
beforeEach(async () => {
  server.become(usual);
  server.behave();
  server.beFound(answerJson([]));
  workspace = await app.workspace();
  server.asked.length = 0;
});

const profile = 'jobTitle seniority companyName linkedinUrl companySize companyRevenue crmData enrichmentStatus';
const result = `status enrichedFields derivedFrom error lead { ${profile} }`;

type Result = { status: string; enrichedFields: string[]; error: string | null; lead: Record<string, unknown> };

async function newLead(input: object = {}): Promise<string> {
  const { createLead } = await workspace.graph.ask<{ createLead: { lead: { id: string } } }>(
    'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }',
    { input: { name: 'Jane Roe', email: 'jane@bright-dental.com', remark: 'Do not tell', ...input } },
  );
  return createLead.lead.id;
}

const enrich = async (id: string, force = false) =>
  (
    await workspace.graph.ask<{ enrichLead: Result }>(
      `mutation ($id: ID!, $force: Boolean) { enrichLead(id: $id, force: $force) { ${result} } }`,
      { id, force },
    )
  ).enrichLead;

const update = (id: string, input: object) =>
  workspace.graph.ask(
    'mutation ($id: ID!, $input: UpdateLeadInput!) { updateLead(id: $id, input: $input) { lead { id } } }',
    {
      id,
      input,
    },
  );

const callsOf = async () =>
  (
    await workspace.graph.ask<{ providerCalls: { nodes: object[] } }>(
      '{ providerCalls(capability: ENRICHMENT) { nodes { provider outcome error tries receivedChars } } }',
    )
  ).providerCalls.nodes;

const notAsSaid = 'The answer of the provider was not what its protocol says.';
const malformed: readonly (readonly [string, Behaviour])[] = [
  ['no JSON', (response) => response.end('<html>')],
  ['a list', answerJson([facts])],
  ['an object for a name', answerJson({ ...facts, companyName: { a: 1 } })],
  ['a name too long', answerJson({ ...facts, companyName: 'x'.repeat(201) })],
  ['what cannot be stored', answerJson({ ...facts, companyName: 'a\0b' })],
  ['a script for an address', answerJson({ ...facts, linkedinUrl: 'javascript:alert(1)' })],
  ['what cannot be stored, under a key of its own', answerJson({ ...facts, founder: 'a\0b' })],
];

describe('a provider', () => {
  it('is told who the lead is, signed, and what it finds goes to the fields it belongs in', async () => {
    const id = await newLead({ crmData: { location: 'Bern' } });
    expect(await enrich(id)).toEqual({
      status: 'COMPLETE',
      enrichedFields: [
        'jobTitle',
        'companyName',
        'seniority',
        'linkedinUrl',
        'companySize',
        'companyRevenue',
        'crmData.founded',
        'crmData.technologies',
      ],
      derivedFrom: 'what the provider of enrichment answered',
      error: null,
      lead: {
        jobTitle: 'Head of Dentistry',
        seniority: 'Director',
        companyName: 'Bright Dental',
        linkedinUrl: 'https://www.linkedin.com/in/jane',
        companySize: '200',
        companyRevenue: '$10M',
        crmData: { location: 'Bern', founded: 1999, technologies: ['React'] },
        enrichmentStatus: 'COMPLETE',
      },
    });
    const [asked] = server.asked;
    expect(asked?.path).toBe('/find?v=2');
    expect(asked?.body).toMatchObject({
      lead: { id, firstName: 'Jane', lastName: 'Roe', crmData: { location: 'Bern' } },
    });
    expect(JSON.stringify(asked?.body)).not.toContain('Do not tell');
    const { 'webhook-id': messageId, 'webhook-timestamp': at, 'webhook-signature': signature } = asked?.headers ?? {};
    const sentAt = new Date(Number(at) * 1000);
    expect(signature).toBe(new Webhook(secret).sign(String(messageId), sentAt, JSON.stringify(asked?.body)));
    const calls = await callsOf();
    expect(calls).toMatchObject([{ provider: server.host, outcome: 'SUCCEEDED', error: null, tries: 1 }]);
    expect(JSON.stringify(calls)).not.toMatch(/jane|Bright/);
  });

  it('that tells a part fills that part, and never what people wrote, forced or not', async () => {
    const id = await newLead({ jobTitle: 'Dentist', crmData: { founded: 2001 } });
    server.become(
      answerJson({ title: 'Head', companyName: null, companySize: ' ', companyRevenue: '$1M', founded: 1999 }),
    );
    expect(await enrich(id)).toMatchObject({ status: 'COMPLETE', enrichedFields: ['companyRevenue'] });
    await update(id, { seniority: 'Boss' });
    server.become(answerJson({ ...facts, companyRevenue: '$2M' }));
    const forced = await enrich(id, true);
    expect(forced.lead).toMatchObject({ jobTitle: 'Dentist', seniority: 'Boss', companyRevenue: '$2M' });
    expect(forced.lead['crmData']).toEqual({ founded: 2001, technologies: ['React'] });
    await update(id, { companyRevenue: '$3M' });
    expect((await enrich(id, true)).lead).toMatchObject({ companyRevenue: '$3M' });
  });

  it('that knows nobody leaves the lead as it was', async () => {
    for (const nothing of [{ status: 'failed', companyName: 'Wrong' }, {}]) {
      server.become(answerJson(nothing));
      expect(await enrich(await newLead())).toMatchObject({
        status: 'FAILED',
        enrichedFields: [],
        error: 'The provider of enrichment found nothing about the lead.',
        lead: { companyName: null, crmData: null },
      });
    }
  });

  it.each([
    ['answers 500 twice', [answerJson({}, 500), answerJson({}, 500)], 'The provider failed (HTTP 500).', 2],
    [
      'is busy for long',
      [answerJson({}, 429, { 'Retry-After': '120' })],
      'The provider takes no more calls for now (HTTP 429).',
      1,
    ],
    ['cuts off twice', [cutOff, cutOff], 'The connection was closed before the answer was complete.', 2],
    ['refuses the signature', [answerJson({}, 401)], 'The provider refused the key. Check ENRICH_SECRET.', 1],
    ...malformed.map(([what, how]) => [`answers ${what}`, [how], notAsSaid, 1] as const),
    ['answers too much', [answerJson({ x: 'x'.repeat(70_000) })], 'The answer of the provider was too large.', 1],
  ] satisfies (readonly [string, readonly Behaviour[], string, number])[])(
    'that %s has found nothing, which says why and is not guessed',
    async (_, behaviours, error, tries) => {
      server.behave(...behaviours);
      const id = await newLead();
      expect(await enrich(id)).toMatchObject({ status: 'FAILED', error, lead: { companyName: null, crmData: null } });
      expect(await callsOf()).toMatchObject([{ outcome: 'FAILED', error, tries, receivedChars: 0 }]);
    },
  );

  it('that failed for a moment is asked once more, with the same id and a signature of its own', async () => {
    server.behave(answerJson({}, 503));
    expect(await enrich(await newLead())).toMatchObject({ status: 'COMPLETE' });
    expect(server.asked).toHaveLength(2);
    expect(new Set(server.asked.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it('is left alone after five failures, then tried by one lead, and used again', async () => {
    server.become(answerJson({}, 401));
    const ids = await Promise.all(Array.from({ length: 7 }, () => newLead()));
    for (const id of ids.slice(0, 5)) await enrich(id);
    expect((await enrich(ids[5] ?? '')).error).toBe(
      'The provider of enrichment is asked for nothing at the moment. Try again later.',
    );
    expect(server.asked).toHaveLength(5);
    server.become(usual);
    clock.advance(31_000);
    expect(await enrich(ids[6] ?? '')).toMatchObject({ status: 'COMPLETE' });
  });
});

it('five leads are asked for at once, each for itself, and a silent one costs its own answer alone', async () => {
  const ids = await Promise.all(Array.from({ length: 5 }, (_, n) => newLead({ email: `jane${n}@bright-dental.com` })));
  server.become((response, request) => {
    const { email } = request.body['lead'] as { email: string };
    if (email.startsWith('jane3')) silence(response, request);
    else usual(response, request);
  });
  const asking = workspace.graph.ask<{ enrichLeads: { complete: number; results: Result[] } }>(
    `mutation ($ids: [ID!]!) { enrichLeads(ids: $ids) { complete results { ${result} } } }`,
    { ids },
  );
  await expect.poll(() => server.asked.length).toBe(5);
  await newLead({ email: 'nobody.waits@acme.com' });
  const { enrichLeads } = await asking;
  expect(enrichLeads.complete).toBe(4);
  expect(enrichLeads.results[3]).toMatchObject({ status: 'FAILED', error: 'No complete answer came within 10 s.' });
});

it('a workspace that may not use the provider is enriched by what the lead itself tells', async () => {
  await app.database.prisma.organisation.update({ where: { id: workspace.orgId }, data: { outsideCapabilities: [] } });
  expect(await enrich(await newLead())).toMatchObject({
    status: 'COMPLETE',
    derivedFrom: 'the domain bright-dental.com and the lead’s own fields',
  });
  expect(server.asked).toEqual([]);
});

describe('the enrichments of a day', () => {
  const allow = (enrichmentsPerDay: number) =>
    workspace.graph.ask(
      `mutation ($id: ID!, $n: Int!) { setOutsideCapabilities(organisationId: $id, capabilities: [ENRICHMENT], enrichmentsPerDay: $n) {
        organisation { enrichmentsPerDay } } }`,
      { id: `org_${workspace.orgId}`, n: enrichmentsPerDay },
    );
  const usedUp = /^The 2 enrichments .* used up\. Try again after midnight UTC, or ask the operator for more/;

  it('are refused with what to do once they are used up, and begin anew with the day', async () => {
    expect(await allow(2)).toEqual({ setOutsideCapabilities: { organisation: { enrichmentsPerDay: 2 } } });
    const ids = await Promise.all(
      Array.from({ length: 4 }, (_, n) => newLead({ email: `jane${n}@bright-dental.com` })),
    );
    const all = await Promise.all(ids.map((id) => enrich(id)));
    expect(all.filter(({ status }) => status === 'COMPLETE')).toHaveLength(2);
    const refused = all.filter(({ status }) => status === 'FAILED');
    for (const { error, lead } of refused) {
      expect(error).toMatch(usedUp);
      expect(lead['companyName']).toBeNull();
    }
    expect(server.asked).toHaveLength(2);
    clock.advance(24 * 60 * 60 * 1000);
    expect(await enrich(ids[all.indexOf(refused[0]!)]!)).toMatchObject({ status: 'COMPLETE' });
  });

  it('are not spent by a call that failed, nor by another workspace, nor where the lead itself is all there is', async () => {
    await allow(1);
    server.behave(answerJson({}, 400));
    expect(await enrich(await newLead())).toMatchObject({ status: 'FAILED' });
    expect(await enrich(await newLead({ email: 'jim@bright-dental.com' }))).toMatchObject({ status: 'COMPLETE' });
    const id = await newLead({ email: 'joe@bright-dental.com' });
    expect(await enrich(id)).toMatchObject({ status: 'FAILED', error: expect.stringContaining('used up') });
    await app.database.prisma.organisation.update({
      where: { id: workspace.orgId },
      data: { outsideCapabilities: [] },
    });
    expect(await enrich(id)).toMatchObject({ status: 'COMPLETE', derivedFrom: expect.stringContaining('the domain') });
    workspace = await app.workspace();
    expect(await enrich(await newLead())).toMatchObject({ status: 'COMPLETE', error: null });
  });
});

it('one that takes no GET at its address is there all the same', async () => {
  server.beFound(answerJson({}, 405));
  const test = 'mutation { testIntegration(capability: ENRICHMENT) { works error } }';
  expect(await workspace.graph.ask(test)).toEqual({ testIntegration: { works: true, error: null } });
});
