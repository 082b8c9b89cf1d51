import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock, startTestApp, type TestApp } from '../support/app.ts';
import type { GraphClient } from '../support/graph-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';

const clock = createTestClock(new Date('2026-05-04T12:00:00.000Z'));
let app: TestApp;
let workspace: TestWorkspace;
let graph: GraphClient;

beforeAll(async () => {
  app = await startTestApp({ clock });
  workspace = await app.workspace();
  graph = workspace.graph;
});
afterAll(() => app.close());

type Playbook = { id: string; name: string; tier: string | null; stageKey: string | null };
const rows = 'id name tier stageKey';

async function list(filter: object = {}, client = graph): Promise<Playbook[]> {
  const { playbooks } = await client.ask<{ playbooks: { nodes: Playbook[] } }>(
    `query ($filter: PlaybookFilter) { playbooks(first: 200, filter: $filter) { nodes { ${rows} } } }`,
    { filter },
  );
  return playbooks.nodes;
}

const createPlaybook = `mutation ($input: CreatePlaybookInput!) { createPlaybook(input: $input) {
  playbook { id name description tier stageKey steps { title instructions channel waitDays } } } }`;
const steps = [{ title: 'Call', instructions: 'Ask' }];
const make = async (input: object) => {
  clock.advance(1);
  const made = await graph.ask<{ createPlaybook: { playbook: Playbook } }>(createPlaybook, {
    input: { steps, ...input },
  });
  return made.createPlaybook.playbook;
};

describe('a new workspace', () => {
  let fresh: GraphClient;
  beforeAll(async () => void (fresh = (await app.workspace()).graph));

  it('has playbooks for the stages it starts with, and for those of the vendor’s guide', async () => {
    const keys = new Set((await list({}, fresh)).map(({ stageKey }) => stageKey));
    const guide = [
      'prospects',
      'leads',
      'engaged',
      'contacted',
      'negotiated',
      're-engage-later',
      'closed-won',
      'closed-lost',
    ];
    const { stages } = await fresh.ask<{ stages: { key: string }[] }>('{ stages { key } }');
    for (const key of [...guide, ...stages.map(({ key }) => key), null]) expect(keys).toContain(key);
  });

  it('narrows them to a tier and a stage, the general ones too', async () => {
    const found = await list({ tier: 'HIGH', stage: 'new' }, fresh);
    expect(found.map(({ name }) => name).toSorted()).toEqual(['Fast lane: New', 'First contact: New', 'Stay in touch']);
    expect(await list({ tier: 'HIGH', stage: 'NEW' }, fresh)).toEqual(found);
    const { stages } = await fresh.ask<{ stages: { id: string }[] }>('{ stages { id } }');
    expect(await list({ tier: 'HIGH', stage: stages[0]?.id }, fresh)).toEqual(found);
    expect((await list({ stage: 'new' }, fresh)).length).toBe(found.length + 1);
    expect(await list({ stage: 'nowhere' }, fresh)).toEqual([]);
    // A playbook may be for it, but nobody is in a stage that is not there.
    expect(await list({ stage: 'prospects' }, fresh)).toEqual([]);
  });
});

describe('a playbook', () => {
  it('is made, changed and removed, and the audit log tells', async () => {
    const made = await make({
      name: ' Mine ',
      description: 'Good',
      tier: 'LOW',
      stageKey: 'Closed Won',
      steps: [...steps, { title: 'Wait', instructions: 'Do', channel: 'email', waitDays: 365 }],
    });
    expect(made).toEqual({
      id: made.id,
      name: 'Mine',
      description: 'Good',
      tier: 'LOW',
      stageKey: 'closed-won',
      steps: [
        { title: 'Call', instructions: 'Ask', channel: null, waitDays: 0 },
        { title: 'Wait', instructions: 'Do', channel: 'email', waitDays: 365 },
      ],
    });
    const update = `mutation ($id: ID!, $input: UpdatePlaybookInput!) { updatePlaybook(id: $id, input: $input) { playbook { name description tier stageKey steps { title } } } }`;
    const changed = { name: 'Mine', description: null, tier: null, stageKey: null, steps: [{ title: 'Call' }] };
    const input = { name: null, description: null, tier: null, stageKey: null, steps };
    expect(await graph.ask(update, { id: made.id, input })).toEqual({ updatePlaybook: { playbook: changed } });
    expect(await graph.ask(update, { id: made.id, input: { steps: null } })).toEqual({
      updatePlaybook: { playbook: changed },
    });
    const remove = 'mutation ($id: ID!) { deletePlaybook(id: $id) { playbook { id } } }';
    expect(await graph.ask(remove, { id: made.id })).toEqual({ deletePlaybook: { playbook: { id: made.id } } });
    expect(await graph.refusal(remove, { id: made.id })).toBe('NOT_FOUND');
    const { auditLog } = await graph.ask<{ auditLog: { nodes: { action: string }[] } }>(
      'query ($id: ID!) { auditLog(subjectId: $id) { nodes { action } } }',
      { id: made.id },
    );
    expect(auditLog.nodes.map(({ action }) => action).toSorted()).toEqual([
      'playbook.created',
      'playbook.deleted',
      'playbook.updated',
    ]);
  });

  it('has a name of its own, however many want it at once', async () => {
    const send = async (name: string) => graph.send(createPlaybook, { input: { name, steps } });
    const answers = await Promise.all(['Wanted', 'wanted', 'WANTED'].map(send));
    expect(answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions['code']))).toEqual([
      'CONFLICT',
      'CONFLICT',
    ]);
    const { id } = await make({ name: 'Other' });
    const rename =
      'mutation ($id: ID!, $name: String!) { updatePlaybook(id: $id, input: { name: $name }) { playbook { name } } }';
    expect(await graph.refusal(rename, { id, name: 'wanted' })).toBe('CONFLICT');
    expect(await graph.ask(rename, { id, name: 'OTHER' })).toEqual({ updatePlaybook: { playbook: { name: 'OTHER' } } });
  });

  it.each([
    { name: '' },
    { name: 'a'.repeat(201) },
    { steps: [] },
    { steps: Array.from({ length: 21 }, () => steps[0]) },
    { steps: [{ title: ' ', instructions: 'Ask' }] },
    { steps: [{ ...steps[0], waitDays: 366 }] },
    { steps: [{ ...steps[0], waitDays: -1 }] },
    { stageKey: 'a'.repeat(101) },
  ])('is refused as %.60j', async (input) => {
    expect(await graph.refusal(createPlaybook, { input: { name: 'Refused', steps, ...input } })).toBe('INVALID');
  });

  it('is the whole workspace’s: a locked key reads it and cannot change it', async () => {
    const { createBusiness } = await graph.ask<{ createBusiness: { business: { id: string } } }>(
      'mutation { createBusiness(input: { name: "North" }) { business { id } } }',
    );
    const locked = await workspace.graphAs(['leads:read', 'pipeline:write'], createBusiness.business.id);
    expect(await list({}, locked)).toEqual(await list());
    expect(await locked.refusal(createPlaybook, { input: { name: 'Locked', steps } })).toBe('FORBIDDEN');
  });

  it('is one of at most 100', async () => {
    const small = await app.workspace();
    const { count } = await app.database.prisma.playbook.createMany({
      data: Array.from({ length: 100 - (await list({}, small.graph)).length }, (_, n) => ({
        orgId: small.orgId,
        id: `01jqz5v8m3k9wfp2c7hx0dt${String(n).padStart(3, '0')}`,
        name: `Filler ${n}`,
        steps,
        createdAt: clock.now(),
        updatedAt: clock.now(),
      })),
    });
    expect(count).toBeGreaterThan(50);
    expect(await small.graph.refusal(createPlaybook, { input: { name: 'One too many', steps } })).toBe('CONFLICT');
  });
});

describe('a recommendation', () => {
  const newLead = async (input: object) =>
    (
      await graph.ask<{ createLead: { lead: { id: string } } }>(
        'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } } }',
        { input },
      )
    ).createLead.lead.id;
  const touch = async (leadId: string, type: string, occurredAt: string) =>
    graph.ask('mutation ($input: RecordTouchpointInput!) { recordTouchpoint(input: $input) { touchpoint { id } } }', {
      input: { leadId, type, occurredAt },
    });
  type Recommendation = {
    playbook: { name: string } | null;
    reason: string;
    nextStep: { number: number; step: { title: string }; dueAt: string; isDue: boolean } | null;
    suggestedAction: string;
  };
  const recommend = async (leadId: string): Promise<Recommendation> =>
    (
      await graph.ask<{ recommendPlaybook: Recommendation }>(
        `query ($id: ID!) { recommendPlaybook(leadId: $id) {
          playbook { name } reason nextStep { number step { title } dueAt isDue } suggestedAction } }`,
        { id: leadId },
      )
    ).recommendPlaybook;

  it.each([
    [{ tier: 'HIGH' }, 'Fast lane: New'],
    [{ tier: 'MEDIUM' }, 'First contact: New'],
    [{}, 'First contact: New'],
    [{ tier: 'LOW', stage: 'won' }, 'Welcome: Won'],
    [{ tier: 'HIGH', stage: 'contacted' }, 'Follow-up of a valuable lead: Contacted'],
  ])('for a lead of %j is %s', async (input, name) => {
    expect((await recommend(await newLead(input))).playbook).toEqual({ name });
  });

  it('goes on with each contact of ours, waits where the playbook says so, and begins anew when the lead moves', async () => {
    const leadId = await newLead({ tier: 'HIGH' });
    expect(await recommend(leadId)).toMatchObject({
      nextStep: { number: 1, step: { title: 'Call at once' }, isDue: true },
      suggestedAction: 'Do step 1 by phone now: Call at once.',
    });
    await touch(leadId, 'CALL', '2026-05-04T09:00:00.000Z');
    await touch(leadId, 'EMAIL', '2026-05-04T10:00:00.000Z');
    expect(await recommend(leadId)).toEqual({
      playbook: { name: 'Fast lane: New' },
      reason: 'It is for leads of tier high in stage New. Contacts so far: 2.',
      nextStep: { number: 3, step: { title: 'Call again' }, dueAt: '2026-05-05T10:00:00.000Z', isDue: false },
      suggestedAction: 'Wait until 2026-05-05, then do step 3 by phone: Call again.',
    });
    clock.advance(24 * 60 * 60 * 1000);
    expect((await recommend(leadId)).nextStep).toMatchObject({ number: 3, isDue: true });
    await touch(leadId, 'PROPOSAL_VIEWED', '2026-05-05T11:00:00.000Z');
    expect(await recommend(leadId)).toMatchObject({
      reason: 'It is for leads of tier high in stage New. Contacts since the lead’s last move (proposal viewed): 0.',
      nextStep: { number: 1, isDue: true },
    });
    for (const minute of [1, 2, 3, 4, 5]) await touch(leadId, 'CALL', `2026-05-05T11:0${minute}:00.000Z`);
    expect(await recommend(leadId)).toMatchObject({
      nextStep: null,
      suggestedAction: 'Every step was taken: move the lead to another stage or close it.',
    });
  });

  it('says so where no playbook is for such a lead, and where there is no lead', async () => {
    const bare = await app.workspace();
    await app.database.prisma.playbook.deleteMany({
      where: { orgId: bare.orgId, OR: [{ stageKey: null }, { stageKey: 'new' }] },
    });
    const made = await bare.graph.ask<{ createLead: { lead: { id: string } } }>(
      'mutation { createLead(input: {}) { lead { id } } }',
    );
    const { id } = made.createLead.lead;
    const ask =
      'query ($id: ID!) { recommendPlaybook(leadId: $id) { playbook { id } reason nextStep { number } suggestedAction } }';
    expect(await bare.graph.ask(ask, { id })).toEqual({
      recommendPlaybook: {
        playbook: null,
        reason: 'No playbook is for leads of no tier in stage New.',
        nextStep: null,
        suggestedAction: 'Create a playbook for this stage.',
      },
    });
    await bare.graph.ask('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id });
    expect(await bare.graph.refusal(ask, { id })).toBe('NOT_FOUND');
  });
});
