import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { schema } from '../../schema/index.ts';
import { tables } from '../../src/db/write/tables.ts';
import { signIn } from '../people/browser.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { createRestClient } from '../support/rest-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { readPrismaModels } from './prisma-models.ts';

const models = readPrismaModels();
const kindOf = new Map<string, string>(Object.entries(tables).map(([name, { kind }]) => [name, kind]));

describe('src/db/write/tables.ts', () => {
  it('lists every model there is, and no other', () => {
    expect(Object.keys(tables).toSorted()).toEqual(models.map(({ name }) => name).toSorted());
  });

  it.each(models.map((model) => [model.name, model] as const))('says truly what %s is held to', (_, model) => {
    const entry = Object.entries(tables).find(([name]) => name === model.name)?.[1];
    expect(model.idFields[0]).toBe(entry?.tenant);
    const ownLock = model.name === 'Business' ? 'id' : null;
    expect(entry?.lock).toBe(model.fields.includes('businessId') ? 'businessId' : ownLock);
  });
});

let app: TestApp;
let workspace: TestWorkspace;
/** Of tests before: one more stands by, whom a change does not concern. */
const past: string[] = [];
let bystander: string | undefined;

beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app.close());

/** A digest of each organisation's rows in each logged table; of the organisation itself all but its own counters. */
async function digest(): Promise<Map<string, string>> {
  const parts = models
    .filter(({ name }) => kindOf.get(name) === 'logged')
    .map(({ name, table }) => {
      const own = name === 'Organisation';
      const org = own ? 'id' : 'org_id';
      const row = own ? `to_jsonb(t) - 'revision' - 'position' - 'event_at'` : 't';
      // In no order: sorting whole rows was most of what this costs.
      return `select ${org} as org, '${table}' as of, count(*) || ' ' || sum(hashtextextended((${row})::text, 0)) as sum from ${table} t where ${org} <> all($1) group by 1`;
    });
  type Digest = { org: string; of: string; sum: string };
  const { rows } = await app.database.pool.query<Digest>(parts.join(' union all '), [past]);
  return new Map(rows.map(({ org, of, sum }) => [`${org} ${of}`, sum]));
}

async function revisions(): Promise<Map<string, number>> {
  const found = await app.database.prisma.organisation.findMany({
    where: { id: { notIn: past } },
    select: { id: true, revision: true },
  });
  return new Map(found.map(({ id, revision }) => [id, Number(revision)]));
}

const changedKeys = <Value>(before: Map<string, Value>, after: Map<string, Value>) =>
  [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));

/** Runs something and answers how far each organisation's revision moved, once its rows were found to agree with that. */
async function watch(run: () => Promise<unknown>): Promise<number[]> {
  const [rows, heads] = [await digest(), await revisions()];
  await run();
  const [rowsAfter, headsAfter] = [await digest(), await revisions()];
  const changed = new Set(changedKeys(rows, rowsAfter).map((key) => key.split(' ')[0]));
  const moved = changedKeys(heads, headsAfter);
  expect(changed).toEqual(new Set(moved));
  return moved.map((id) => (headsAfter.get(id) ?? 0) - (heads.get(id) ?? 0));
}

type Made = Record<string, Record<string, { id: string }>>;
const ask = async (operation: string, variables: object = {}) => workspace.graph.ask<Made>(operation, variables);
const firstId = (made: Made) => Object.values(Object.values(made)[0] ?? {})[0]?.id ?? '';

const newLead = async () => firstId(await ask('mutation { createLead(input: { name: "Ada" }) { lead { id } } }'));
const newCompanyLead = async () =>
  firstId(await ask('mutation { createLead(input: { email: "ada@acme-dental.com" }) { lead { id } } }'));
const newTask = async () =>
  firstId(await ask('mutation { createTask(input: { type: OTHER, title: "Call" }) { task { id } } }'));
const newRule = async () =>
  firstId(
    await ask(
      'mutation { createAutomationRule(input: { name: "Rule", trigger: CTA_CLICKED, targetStage: "lost" }) { rule { id } } }',
    ),
  );
const newSignedIn = async () => {
  const { inviteMember: invited } = await workspace.graph.ask<{
    inviteMember: { member: { id: string }; url: string };
  }>('mutation { inviteMember(input: { name: "Mo", email: "mo@example.com", role: AGENT }) { member { id } url } }');
  await signIn(app, { token: new URL(invited.url).hash.slice(1) });
  return invited.member.id;
};
const newKey = async () =>
  firstId(await ask('mutation { createApiKey(input: { name: "Old", dialect: QUINCER }) { apiKey { id } } }'));
const newMember = async () => firstId(await ask('mutation { createMember(input: { name: "Ada" }) { member { id } } }'));
const newInvited = async () =>
  firstId(
    await ask(
      `mutation { inviteMember(input: { name: "Eve", email: "${crypto.randomUUID()}@example.com", role: AGENT }) { member { id } } }`,
    ),
  );
const newBusiness = async () =>
  firstId(await ask('mutation { createBusiness(input: { name: "North" }) { business { id } } }'));
const newWidget = async () =>
  firstId(await ask('mutation { createWidget(input: { name: "Site" }) { widget { id } } }'));
const endpointInput = '{ url: "http://127.0.0.1:9/", format: STANDARD, types: [TASK_FAILED] }';
const newEndpoint = async () =>
  firstId(await ask(`mutation { createWebhookEndpoint(input: ${endpointInput}) { endpoint { id } } }`));
const doneTask = async () => {
  const id = await newTask();
  await ask('mutation ($id: ID!) { updateTask(id: $id, input: { status: COMPLETED }) { task { id } } }', { id });
  return id;
};
const newEndpointOfPast = async () => {
  await ask('mutation ($id: ID!) { updateTask(id: $id, input: { status: FAILED }) { task { id } } }', {
    id: await newTask(),
  });
  return newEndpoint();
};
const newConversation = async () =>
  firstId(
    await ask(
      'mutation ($w: ID!) { sendVisitorMessage(widgetId: $w, input: { message: "Hi" }) { conversation { id } } }',
      {
        w: workspace.widgetId,
      },
    ),
  );
const heldConversation = async () => {
  const id = await newConversation();
  await ask('mutation ($id: ID!) { takeOverConversation(id: $id) { conversation { id } } }', { id });
  return id;
};
const newNote = async () => {
  const id = await newLead();
  return firstId(
    await ask('mutation ($id: ID!) { createNote(input: { leadId: $id, body: "Call" }) { note { id } } }', { id }),
  );
};
const newMail = '[{ subject: "Hi", body: "Hello", delayHours: 0 }]';
const campaignInput = `{ name: "Welcome", trigger: STAGE_CHANGED, conditions: { tier: HIGH }, aiConfig: { a: 1 }, steps: ${newMail} }`;
const newCampaign = async () =>
  firstId(await ask(`mutation { createCampaign(input: ${campaignInput}) { campaign { id } } }`));
const newWrittenTo = async () =>
  firstId(await ask('mutation { createLead(input: { email: "ada@example.com" }) { lead { id } } }'));
const enrol = 'mutation ($c: ID!, $l: ID!) { enrolLead(campaignId: $c, leadId: $l) { enrolment { id } } }';
const newEnrolment = async () => firstId(await ask(enrol, { c: await newCampaign(), l: await newWrittenTo() }));
const newDraft = async () =>
  firstId(
    await ask('mutation ($id: ID!) { draftEmail(leadId: $id, instructions: "Offer a demo.") { email { id } } }', {
      id: await newWrittenTo(),
    }),
  );
const newPlaybook = async () => {
  const name = crypto.randomUUID();
  const made = await ask(
    `mutation ($name: String!) { createPlaybook(input: { name: $name, steps: ${steps} }) { playbook { id } } }`,
    { name },
  );
  return firstId(made);
};
const deletedLead = async () => {
  const id = await newLead();
  await ask('mutation ($id: ID!) { deleteLead(id: $id) { lead { id } } }', { id });
  return id;
};
const unsubscribedLead = async () => {
  const id = await newLead();
  await ask('mutation ($id: ID!) { unsubscribeLead(id: $id) { lead { id } } }', { id });
  return id;
};
const newDelivery = async () => {
  await newEndpoint();
  const id = await newTask();
  await ask('mutation ($id: ID!) { updateTask(id: $id, input: { status: FAILED }) { task { id } } }', { id });
  const { webhookDeliveries } = await workspace.graph.ask<{ webhookDeliveries: { nodes: { id: string }[] } }>(
    '{ webhookDeliveries(first: 1) { nodes { id } } }',
  );
  return webhookDeliveries.nodes[0]?.id ?? '';
};
const newJob = async () => {
  const leadId = await newCompanyLead();
  const dueAt = '2100-01-01T00:00:00Z';
  await ask(
    'mutation ($leadId: ID!, $dueAt: DateTime!) { createTask(input: { type: ENRICHMENT, title: "Look up", leadId: $leadId, dueAt: $dueAt, automated: true }) { task { id } } }',
    { leadId, dueAt },
  );
  const { jobs } = await workspace.graph.ask<{ jobs: { nodes: { id: string }[] } }>(
    '{ jobs(first: 1) { nodes { id } } }',
  );
  return jobs.nodes[0]?.id ?? '';
};
/** Of a kind that nobody here takes, so that it stands still once it waits. */
const deadJob = async () => {
  const { rows } = await app.database.pool.query<{ id: string }>(
    `insert into jobs (org_id, id, kind, key, payload, state, max_attempts, run_at, created_at)
     select id, id, 'OF_A_LATER_VERSION', id, '{}', 'DEAD', 1, now(), now() from organisations where id = $1 returning id`,
    [workspace.orgId],
  );
  return `job_${rows[0]?.id}`;
};
const rotatedEndpoint = async () => {
  const id = await newEndpoint();
  await ask('mutation ($id: ID!) { rotateWebhookSecret(id: $id) { endpoint { id } } }', { id });
  return id;
};
const newFeedback = async () =>
  firstId(await ask('mutation { submitFeedback(input: { type: BUG, title: "It fails" }) { feedback { id } } }'));
const newSyncSource = async () =>
  firstId(await ask('mutation { createSyncSource(input: { name: "Form", type: API_SDR }) { syncSource { id } } }'));
const newStage = async () =>
  firstId(await ask(`mutation { createStage(input: { name: "${crypto.randomUUID()}" }) { stage { id } } }`));
const newField = async () =>
  firstId(
    await ask(
      `mutation { createCustomField(input: { name: "f${crypto.randomUUID().replaceAll('-', '')}", label: "Plan", fieldType: SELECT, options: ["a", "b"] }) { customField { id } } }`,
    ),
  );
const steps = '[{ title: "Call", instructions: "Ask" }]';
const nobody = async () => '';

type Again = 'nothing' | 'moves' | 'refused';
type Entry = {
  readonly prepare: () => Promise<string>;
  readonly call: string;
  readonly first?: 'nothing' | 'refused';
  readonly again: Again;
};

const made = (call: string): Entry => ({ prepare: nobody, call, again: 'moves' });
const on = (prepare: () => Promise<string>, call: string, again: Again): Entry => ({ prepare, call, again });

/** Every mutation: what it is done to, and what the very same call does the second time. */
const mutations: Readonly<Record<string, Entry>> = {
  closeConversation: on(newConversation, '(id: $id) { conversation { id } }', 'nothing'),
  connectCalendar: {
    ...made('(input: { provider: CALENDLY, token: "eyJ" }) { calendar { connected } }'),
    first: 'refused',
    again: 'refused',
  },
  disconnectCalendar: {
    ...made('(provider: CALENDLY) { calendar { connected } }'),
    first: 'nothing',
    again: 'nothing',
  },
  connectCalendly: {
    ...made('(input: { personalAccessToken: "eyJ" }) { connection { connected } }'),
    first: 'refused',
    again: 'refused',
  },
  connectOpenClaw: made(' { member { id } }'),
  disconnectCalendly: { ...made(' { connection { connected } }'), first: 'nothing', again: 'nothing' },
  createApiKey: made('(input: { name: "Key", dialect: QUINCER }) { apiKey { id } }'),
  // What is taken in once is taken.
  importApiKey: {
    ...made('(input: { name: "Old", dialect: AI93, secret: "ai93_live_01234567890123456789" }) { apiKey { id } }'),
    again: 'refused',
  },
  updateApiKey: on(newKey, '(id: $id, input: { name: "New" }) { apiKey { id } }', 'nothing'),
  updateMember: on(
    newMember,
    '(id: $id, input: { name: "Eve", email: "eve@example.com" }) { member { id } }',
    'nothing',
  ),
  inviteMember: made('(input: { name: "Ada", email: "ada@example.com", role: AGENT }) { member { id } }'),
  revokeInvitation: on(newInvited, '(memberId: $id) { member { id } }', 'nothing'),
  endMemberSessions: on(newSignedIn, '(memberId: $id) { endedSessions }', 'nothing'),
  removeMember: on(newMember, '(id: $id) { member { id } }', 'refused'),
  updateBusiness: on(newBusiness, '(id: $id, input: { name: "South" }) { business { id } }', 'nothing'),
  updateWidget: on(
    newWidget,
    '(id: $id, input: { allowedOrigins: ["https://a.example"] }) { widget { id } }',
    'nothing',
  ),
  deleteWidget: on(newWidget, '(id: $id) { widget { id } }', 'refused'),
  createBusiness: made('(input: { name: "North" }) { business { id } }'),
  createCampaign: made(`(input: ${campaignInput}) { campaign { id } }`),
  createLead: made('(input: { name: "Ada" }) { lead { id } }'),
  createMember: made('(input: { name: "Ada" }) { member { id } }'),
  createNote: on(newLead, '(input: { leadId: $id, body: "Call" }) { note { id } }', 'moves'),
  createCustomField: {
    ...made('(input: { name: "plan", label: "Plan", fieldType: TEXT }) { customField { id } }'),
    again: 'refused',
  },
  deleteCustomField: on(newField, '(id: $id) { customField { id } }', 'refused'),
  updateCustomField: on(
    newField,
    '(id: $id, input: { label: "Other", fieldType: MULTISELECT, options: ["c"] }) { customField { id } }',
    'nothing',
  ),
  // A name stands for one stage.
  createStage: { ...made('(input: { name: "Signed", isDefault: true }) { stage { id } }'), again: 'refused' },
  // Names are unique.
  createPlaybook: on(nobody, `(input: { name: "Mine", steps: ${steps} }) { playbook { id } }`, 'refused'),
  createSyncSource: made('(input: { name: "Form", type: API_SDR, config: { a: 1 } }) { syncSource { id } }'),
  createTask: made('(input: { type: OTHER, title: "Call" }) { task { id } }'),
  createWebhookEndpoint: made(`(input: ${endpointInput}) { endpoint { id } }`),
  createWidget: made('(input: { name: "Site" }) { widget { id } }'),
  deleteCampaign: on(newCampaign, '(id: $id) { campaign { id } }', 'refused'),
  deleteLeads: on(newLead, '(ids: [$id]) { leads { id } }', 'nothing'),
  updateLeads: on(newLead, '(ids: [$id], input: { score: 7 }) { leads { id } }', 'nothing'),
  deleteLead: on(newLead, '(id: $id) { lead { id } }', 'nothing'),
  deleteNote: on(newNote, '(id: $id) { note { id } }', 'refused'),
  deleteStage: on(newStage, '(id: $id) { stage { id } }', 'refused'),
  deletePlaybook: on(newPlaybook, '(id: $id) { playbook { id } }', 'refused'),
  // One rotation at a time, as of webhooks' secrets.
  rotateSyncSourceSecret: on(newSyncSource, '(id: $id) { syncSource { id } }', 'refused'),
  connectMailbox: {
    ...on(
      newSyncSource,
      '(id: $id, input: { host: "127.0.0.1", user: "a", password: "b" }) { syncSource { id } }',
      'refused',
    ),
    first: 'refused',
  },
  disconnectMailbox: { ...on(newSyncSource, '(id: $id) { syncSource { id } }', 'nothing'), first: 'nothing' },
  deleteSyncSource: on(newSyncSource, '(id: $id) { syncSource { id } }', 'refused'),
  deleteWebhookEndpoint: on(newEndpoint, '(id: $id) { endpoint { id } }', 'refused'),
  // A lead takes a campaign once.
  enrolLead: on(newCampaign, '(campaignId: $id, leadId: $lead) { enrolment { id } }', 'refused'),
  enrichLead: on(newCompanyLead, '(id: $id) { status }', 'nothing'),
  enrichLeads: on(newCompanyLead, '(ids: [$id]) { complete }', 'nothing'),
  handBackConversation: on(heldConversation, '(id: $id) { conversation { id } }', 'nothing'),
  handOffLead: on(newLead, '(id: $id, destination: "crm", metadata: { a: 1 }) { lead { id } }', 'nothing'),
  markEmailBounced: on(newWrittenTo, '(id: $id) { lead { id } }', 'nothing'),
  unsubscribeLead: on(newLead, '(id: $id) { lead { id } }', 'nothing'),
  resubscribeLead: on(unsubscribedLead, '(id: $id) { lead { id } }', 'nothing'),
  purgeLead: on(newLead, '(id: $id) { lead { id } }', 'refused'),
  replaceLead: on(
    newLead,
    '(id: $id, input: { firstName: "Ada", crmData: { b: 1, a: 2 } }) { lead { id } }',
    'nothing',
  ),
  recordLeadReply: on(newLead, '(id: $id, message: "Yes") { lead { id } }', 'moves'),
  recordScraperRun: made('(input: { source: "reddit", status: FAILED }) { scraperRun { id } }'),
  recordTouchpoint: on(newLead, '(input: { leadId: $id, type: CALL }) { touchpoint { id } }', 'moves'),
  replyToConversation: on(heldConversation, '(id: $id, message: "Hello") { message { id } }', 'moves'),
  reopenTask: on(doneTask, '(id: $id) { task { id } }', 'nothing'),
  restoreLead: on(deletedLead, '(id: $id) { lead { id } }', 'nothing'),
  retryWebhookDelivery: on(newDelivery, '(id: $id) { delivery { id } }', 'moves'),
  revokeApiKey: on(newKey, '(id: $id) { apiKey { id } }', 'nothing'),
  replayEvents: on(newEndpointOfPast, '(endpointId: $id, after: "evt_0000000000000000") { replayed }', 'nothing'),
  sendTestEvent: on(newEndpoint, '(endpointId: $id) { delivery { id } }', 'moves'),
  retryJob: on(deadJob, '(id: $id) { job { id } }', 'moves'),
  cancelJob: on(newJob, '(id: $id) { job { id } }', 'nothing'),
  // One rotation at a time: the overlap of the first one still runs.
  rotateWebhookSecret: on(newEndpoint, '(id: $id) { endpoint { id } }', 'refused'),
  activateWebhookSecret: on(rotatedEndpoint, '(id: $id) { endpoint { id } }', 'nothing'),
  createAutomationRule: made('(input: { name: "Rule", trigger: CTA_CLICKED, targetStage: "won" }) { rule { id } }'),
  updateAutomationRule: on(
    newRule,
    '(id: $id, input: { priority: 3, conditions: { tier: LOW } }) { rule { id } }',
    'nothing',
  ),
  deleteAutomationRule: on(newRule, '(id: $id) { rule { id } }', 'refused'),
  scoreLead: on(newLead, '(id: $id) { lead { id } }', 'moves'),
  scoreLeads: on(newLead, ' { scored }', 'moves'),
  submitFeedback: made('(input: { type: ERROR, title: "It fails", context: { a: 1 } }) { feedback { id } }'),
  acknowledgeFeedback: on(newFeedback, '(id: $id) { feedback { id } }', 'nothing'),
  answerFeedback: on(
    newFeedback,
    '(id: $id, input: { status: RESOLVED, response: "Done" }) { feedback { id } }',
    'nothing',
  ),
  setOrganizationTier: on(
    async () => `org_${workspace.orgId}`,
    '(organisationId: $id, tier: ULTRA) { organisation { id } }',
    'nothing',
  ),
  setOutsideCapabilities: on(
    async () => `org_${workspace.orgId}`,
    '(organisationId: $id, capabilities: [MAIL]) { organisation { id } }',
    'nothing',
  ),
  setUpWorkspace: on(
    nobody,
    '(input: { organisation: { industry: "SaaS" }, stages: [{ name: "New" }, { name: "Won", isDefault: true }] }) { movedLeads }',
    'nothing',
  ),
  sendVisitorMessage: on(
    async () => workspace.widgetId,
    '(widgetId: $id, input: { message: "I am Ada, ada@example.com" }) { conversation { id } }',
    'moves',
  ),
  sendEmail: on(newWrittenTo, '(leadId: $id, subject: "Hi", body: "Hello") { email { id } }', 'moves'),
  draftEmail: on(newWrittenTo, '(leadId: $id, instructions: "Offer a demo.") { email { id } }', 'moves'),
  approveEmail: on(newDraft, '(id: $id) { email { id } }', 'nothing'),
  discardEmail: on(newDraft, '(id: $id) { email { id } }', 'nothing'),
  stopEnrolment: on(newEnrolment, '(id: $id, reason: "Called") { enrolment { id } }', 'nothing'),
  takeOverConversation: on(newConversation, '(id: $id) { conversation { id } }', 'nothing'),
  tellTyping: {
    ...on(heldConversation, '(conversationId: $id) { isTyping }', 'nothing'),
    first: 'nothing',
  },
  // No provider is set up.
  testIntegration: { ...made('(capability: MODEL) { works }'), first: 'refused', again: 'refused' },
  updateCampaign: on(
    newCampaign,
    '(id: $id, input: { conditions: { tier: LOW, toStage: "won" }, aiConfig: { zeta: 1, a: 2 }, enabled: false }) { campaign { id } }',
    'nothing',
  ),
  updateLead: on(
    newLead,
    '(id: $id, input: { stage: "won", tags: ["a"], context: { zeta: [1], a: { c: 1, b: 2 } }, status: CONVERTED }) { lead { id } }',
    'nothing',
  ),
  updateNote: on(newNote, '(id: $id, input: { body: "Called", pinned: true }) { note { id } }', 'nothing'),
  updateStage: on(
    newStage,
    '(id: $id, input: { name: "Renamed", order: 3, isDefault: true }) { stage { id } }',
    'nothing',
  ),
  updatePlaybook: on(
    newPlaybook,
    `(id: $id, input: { tier: LOW, stageKey: "won", description: "Good", steps: ${steps.replace('Ask', 'Tell')} }) { playbook { id } }`,
    'nothing',
  ),
  updateSyncSource: on(
    newSyncSource,
    '(id: $id, input: { targetStage: "new", config: { zeta: 1, a: [2] }, enabled: false }) { syncSource { id } }',
    'nothing',
  ),
  updateTask: on(
    newTask,
    '(id: $id, input: { status: COMPLETED, result: { zeta: 1, a: 2 } }) { task { id } }',
    'nothing',
  ),
  updateWebhookEndpoint: on(
    newEndpoint,
    '(id: $id, input: { enabled: false, types: [LEAD_CREATED] }) { endpoint { id } }',
    'nothing',
  ),
};

describe('a mutation moves the revision of just the organisations whose logged rows it changed', () => {
  // One of its own: setting one up again takes stages away from those that come after.
  beforeEach(async () => {
    if (bystander) past.push(bystander);
    bystander = workspace?.orgId;
    workspace = await app.workspace();
  });

  it.each(Object.entries(mutations))('%s', async (name, { prepare, call, first = 'moves', again }) => {
    const id = await prepare();
    const lead = call.includes('$lead') ? await newWrittenTo() : undefined;
    const variables = [call.includes('$id') ? '$id: ID!' : '', lead ? '$lead: ID!' : ''].filter(Boolean).join(', ');
    const mutation = `mutation${variables && ` (${variables})`} { ${name}${call} }`;
    const run = async () => (await workspace.graph.send(mutation, { id, lead })).errors.length;
    const outcomes: string[] = [];
    for (let time = 0; time < 2; time += 1) {
      let errors = 0;
      const moved = await watch(async () => void (errors = await run()));
      outcomes.push(errors > 0 ? 'refused' : moved.length > 0 ? 'moves' : 'nothing');
    }
    expect(outcomes).toEqual([first, again]);
  });

  it('signUp, which is reached over REST alone', async () => {
    const stranger = createRestClient(app.url, '');
    const signUp = async () => stranger.send('POST', '/api/openclaw/signup', { email: 'ada@example.com' });
    expect(await watch(signUp)).toEqual([1]);
    expect(await watch(signUp)).toEqual([]);
  });

  it('and none is missing here', () => {
    const all = Object.keys(schema.getMutationType()?.getFields() ?? {});
    expect([...Object.keys(mutations), 'signUp'].toSorted()).toEqual(all.toSorted());
  });

  it('while reading moves none', async () => {
    const reading = async () => {
      await workspace.graph.ask('{ viewer { organisation { name } } leads { nodes { id } } events { nodes { id } } }');
      await workspace.quincer.get('/api/v1/conversations');
    };
    expect(await watch(reading)).toEqual([]);
  });
});
