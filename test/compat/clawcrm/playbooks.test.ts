import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bare } from '../gateway.ts';
import { type Clawcrm, errorWith, nobody, openClawcrm } from './workspace.ts';

let api: Clawcrm;
beforeAll(async () => void (api = await openClawcrm()));
afterAll(() => api.close());

const path = '/playbooks';

async function newLead(input: object = {}): Promise<string> {
  const create = 'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }';
  return `rp_${bare((await api.graph(create, { input })).createLead.lead.id)}`;
}

describe('GET 200', () => {
  it('answers the playbooks for a tier and a stage, the more specific first', async () => {
    const { status, json } = await api.get(`${path}?tier=high&stage=new`);
    expect([status, json]).toMatchObject([
      200,
      {
        success: true,
        playbooks: [
          { name: 'Fast lane: New', tier: 'high', stage: 'new' },
          { name: 'First contact: New', tier: null, stage: 'new' },
          { name: 'Stay in touch', tier: null, stage: null },
        ],
        total: 3,
        warnings: [],
        next_steps: [],
      },
    ]);
    expect(json.playbooks[2]).toEqual({
      id: expect.stringMatching(/^pb_[0-9a-z]{26}$/),
      name: 'Stay in touch',
      description: expect.any(String),
      tier: null,
      stage: null,
      steps: expect.arrayContaining([
        { title: 'Write', instructions: expect.any(String), channel: 'email', waitDays: 2 },
      ]),
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    expect((await api.get(`${path}?tier=high&stage=New`)).json.playbooks).toEqual(json.playbooks);
  });

  it('answers all of them without a filter', async () => {
    const { json } = await api.get(path);
    expect(json.playbooks).toHaveLength(json.total);
    expect(json.total).toBeGreaterThan(10);
  });

  it('answers none for a stage there is not, and says so', async () => {
    const { status, json } = await api.get(`${path}?stage=Nowhere`);
    expect([status, json]).toMatchObject([200, { playbooks: [], total: 0 }]);
    expect(json.warnings).toEqual([expect.stringContaining('New, Contacted')]);
  });
});

describe('POST 200', () => {
  it('recommends the best playbook for a lead, and its next step', async () => {
    const leadId = await newLead({ tier: 'HIGH' });
    const cursor = await api.cursor();
    const { status, json } = await api.post(path, { leadId });
    expect([status, json]).toMatchObject([
      200,
      {
        success: true,
        leadId,
        playbook: { name: 'Fast lane: New', tier: 'high', stage: 'new' },
        reason: expect.stringContaining('tier high'),
        nextStep: { number: 1, title: 'Call at once', channel: 'phone', waitDays: 0, isDue: true },
        suggestedAction: 'Do step 1 by phone now: Call at once.',
        warnings: [],
        next_steps: [`POST /api/openclaw/touchpoints { leadId: '${leadId}', type: 'call' } once step 1 is done`],
      },
    ]);
    expect(await api.cursor()).toBe(cursor);
    await api.post('/touchpoints', { leadId, type: 'call' });
    expect((await api.post(path, { leadId })).json.nextStep).toMatchObject({ number: 2, channel: 'email' });
  });

  it('says so where every step was taken, and where there is no playbook', async () => {
    const leadId = await newLead({ stage: 'won' });
    for (let times = 0; times < 3; times += 1) await api.post('/touchpoints', { leadId, type: 'email' });
    expect((await api.post(path, { leadId })).json).toMatchObject({
      playbook: { name: 'Welcome: Won' },
      nextStep: null,
      next_steps: [`PATCH /api/openclaw/leads/${leadId} { stage } moves the lead on.`],
    });
    const key = await api.signUp();
    const { viewer } = await api.gql(key, '{ viewer { organisation { id } } }');
    await api.database.prisma.playbook.deleteMany({ where: { orgId: bare(viewer.organisation.id) } });
    const { createLead } = await api.gql(key, 'mutation { createLead(input: {}) { lead { id } } }');
    expect((await api.post(path, { leadId: `rp_${bare(createLead.lead.id)}` }, key)).json).toMatchObject({
      playbook: null,
      nextStep: null,
      next_steps: [expect.stringContaining('createPlaybook')],
    });
  });
});

describe('400', () => {
  it.each(['?tier=hot', '?tier=HIGH', '?tier=', '?stage=', '?limit=1', '?tier=high&tier=low'])(
    'for %s',
    async (search) => {
      const { status, json } = await api.get(path + search);
      expect([status, json]).toMatchObject([400, errorWith('invalid_request')]);
      expect(json.error.hint).toContain('high, medium, low');
    },
  );

  it.each([{}, { leadId: 1 }, { leadId: nobody, force: true }, { leadId: null }])('for %j', async (body) => {
    expect((await api.post(path, body)).json).toMatchObject(errorWith('invalid_request'));
  });
});

describe('401, 403, 404 and 405', () => {
  it('refuse who may not, and what is not there', async () => {
    const leadId = await newLead();
    const writer = await api.keyOf(['leads:write']);
    expect((await api.get(path, null)).json).toMatchObject(errorWith('unauthenticated'));
    expect((await api.get(path, writer)).json).toMatchObject(errorWith('missing_scope'));
    expect((await api.post(path, { leadId }, writer)).json).toMatchObject(errorWith('missing_scope'));
    for (const key of [await api.signUp(), await api.keyOf(['leads:read'], await api.business())]) {
      expect((await api.post(path, { leadId }, key)).json).toMatchObject(errorWith('not_found', 'No such lead.'));
    }
    for (const id of [nobody, 'x', bare(leadId)]) {
      expect((await api.post(path, { leadId: id })).json).toMatchObject(errorWith('not_found', 'No such lead.'));
    }
    expect((await api.put(path, {})).status).toBe(405);
  });
});

describe('after a setup with the document’s own stages', () => {
  it('still answers the document’s own call: `new` is where leads begin', async () => {
    const key = await api.signUp();
    const found = async (stage: string) => (await api.get(`${path}?tier=high&stage=${stage}`, key)).json.playbooks;
    await api.post('/setup', { stages: [{ name: 'Prospects', isDefault: true }, { name: 'Closed Won' }] }, key);
    const playbooks = await found('new');
    expect(playbooks).not.toEqual([]);
    expect(playbooks).toEqual(await found('prospects'));
    expect(await found('nowhere')).toEqual([]);
  });
});
