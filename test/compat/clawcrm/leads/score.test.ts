import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bare } from '../../gateway.ts';
import { type Clawcrm, errorWith, nobody, openClawcrm } from '../workspace.ts';

let api: Clawcrm;
beforeAll(async () => void (api = await openClawcrm()));
afterAll(() => api.close());

const path = '/leads/score';

async function newLead(input: object = {}): Promise<string> {
  const create = 'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }';
  return `rp_${bare((await api.graph(create, { input })).createLead.lead.id)}`;
}

describe('200', () => {
  it('answers score, label, factors and what to do next of one lead', async () => {
    const leadId = await newLead({ tier: 'HIGH' });
    const touches = ['meeting_booked', 'cta_clicked', 'proposal_viewed'];
    for (const type of touches) await api.post('/touchpoints', { leadId, type });
    await api.post('/touchpoints', { leadId, type: 'quiz_completed', metadata: { score: 80 } });
    const { status, json } = await api.post(path, { leadId });
    expect([status, json]).toEqual([
      200,
      {
        success: true,
        leadId,
        score: 72,
        label: 'hot',
        suggestedAction: 'prepare_meeting',
        factors: {
          quizScore: 16,
          tier: 15,
          proposalViews: 6,
          videoWatched: 0,
          ctaClicked: 10,
          meetingBooked: 25,
          enrichment: 0,
          staleness: 0,
        },
        warnings: [],
        next_steps: [
          `POST /api/openclaw/touchpoints { leadId: '${leadId}', type: 'meeting' } once you did: prepare_meeting`,
        ],
      },
    ]);
  });

  it('suggests to enrich who is unknown, with the call that does', async () => {
    const leadId = await newLead();
    expect((await api.post(path, { leadId, all: false })).json).toMatchObject({
      score: 0,
      label: 'cold',
      suggestedAction: 'enrich',
      next_steps: [`POST /api/openclaw/enrich { leadId: '${leadId}' }`],
    });
  });

  it('scores all leads of the workspace', async () => {
    const key = await api.signUp();
    const viewer = await api.gql(key, '{ viewer { organisation { id } } }');
    expect(viewer.viewer.organisation.id).toMatch(/^org_/);
    const create = 'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }';
    const made: string[] = [];
    for (const tier of ['HIGH', null]) {
      const { createLead } = await api.gql(key, create, { input: { tier } });
      made.push(`rp_${bare(createLead.lead.id)}`);
    }
    const { json } = await api.post(path, { all: true }, key);
    expect(json).toEqual({
      success: true,
      scored: 2,
      changed: 2,
      remaining: 0,
      distribution: { hot: 0, warm: 0, cool: 0, cold: 2 },
      results: expect.arrayContaining([
        { leadId: made[0], score: 15, label: 'cold', suggestedAction: 'enrich' },
        { leadId: made[1], score: 0, label: 'cold', suggestedAction: 'enrich' },
      ]),
      warnings: [],
      next_steps: [],
    });
    expect((await api.post(path, { all: true }, key)).json).toMatchObject({ scored: 2, changed: 0 });
  });

  it('computes again what a lost answer told', async () => {
    const leadId = await newLead();
    const send = async () => api.call('POST', path, { leadId }, api.key, { 'idempotency-key': 'score-once' });
    const first = await send();
    const lose = { where: { key: 'score-once' }, data: { status: null, body: null } };
    await api.database.prisma.idempotencyKey.updateMany(lose);
    const again = await send();
    expect([again.status, again.text]).toEqual([200, first.text]);
  });
});

describe('400', () => {
  it.each([
    undefined,
    {},
    { all: false },
    { leadId: nobody, all: true },
    { leadId: 7 },
    { all: 'true' },
    { leadId: null },
    { leadIds: [nobody] },
    [],
  ])('for %j, and nothing is scored', async (body) => {
    const cursor = await api.cursor();
    const { status, json } = await api.post(path, body);
    expect([status, json]).toMatchObject([400, errorWith('invalid_request')]);
    expect(json.error.hint).toContain('{ "all": true }');
    expect(await api.cursor()).toBe(cursor);
  });
});

describe('401 and 403', () => {
  it('without a key, and with one that may not write leads', async () => {
    expect((await api.post(path, { all: true }, null)).json).toMatchObject(errorWith('unauthenticated'));
    const reader = await api.keyOf(['leads:read']);
    expect([(await api.post(path, { all: true }, reader)).json]).toMatchObject([errorWith('missing_scope')]);
  });
});

describe('404', () => {
  it('for a lead that is not there, of another form of id, deleted, or of another business or workspace', async () => {
    const [own, deleted] = [await newLead(), await newLead()];
    const remove = 'mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }';
    await api.graph(remove, { id: deleted.replace('rp_', 'ld_') });
    const locked = await api.keyOf(['leads:write'], await api.business());
    for (const [leadId, key] of [
      [nobody, api.key],
      [own.replace('rp_', 'ld_'), api.key],
      [deleted, api.key],
      [own, locked],
      [own, await api.signUp()],
    ] as const) {
      const { status, json } = await api.post(path, { leadId }, key);
      expect([status, json]).toMatchObject([404, errorWith('not_found', 'No such lead.')]);
    }
  });
});

describe('405, 409, 413 and 415', () => {
  it('refuse what does not fit', async () => {
    const leadId = await newLead();
    // A lead's id it is not: the route of that path has other methods.
    const got = await api.get(path);
    expect([got.status, got.headers.get('allow')]).toEqual([405, expect.stringContaining('POST')]);
    const keyed = async (body: object) => api.call('POST', path, body, api.key, { 'idempotency-key': 'other-score' });
    expect([(await keyed({ leadId })).status, (await keyed({ all: true })).status]).toEqual([200, 409]);
    expect((await api.post(path, { leadId: 'a'.repeat(2 ** 20) })).status).toBe(413);
    const text = { 'content-type': 'text/plain' };
    expect((await api.call('POST', path, { leadId }, api.key, text)).status).toBe(415);
  });
});
