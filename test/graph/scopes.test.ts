import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GraphQLObjectType } from 'graphql';
import { schema } from '../../schema/index.ts';
import { allScopes, type Scope } from '../../src/access/scopes.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { openEventStream } from '../support/event-stream.ts';
import type { TestWorkspace } from '../support/workspace.ts';

/** One of each thing that can be named. */
type Ids = Readonly<
  Record<
    | 'lead'
    | 'stage'
    | 'campaign'
    | 'enrolment'
    | 'spareLead'
    | 'field'
    | 'organisation'
    | 'feedback'
    | 'syncSource'
    | 'rule'
    | 'note'
    | 'playbook'
    | 'conversation'
    | 'task'
    | 'widget'
    | 'endpoint'
    | 'delivery'
    | 'key',
    string
  >
>;

type RootField = {
  /** What it needs; empty where any key may. Where several are named, each is needed. */
  readonly scopes: readonly Scope[];
  /** The field as it stands in a document. */
  readonly call: (ids: Ids) => string;
};

const open = (call: RootField['call']): RootField => ({ scopes: [], call });
const needs = (scope: Scope, call: RootField['call']): RootField => ({ scopes: [scope], call });

const fields: Readonly<Record<string, RootField>> = {
  'Query.analytics': needs('analytics:read', () => 'analytics(days: 7) { totalLeads }'),
  'Query.apiKeys': needs('keys:read', () => 'apiKeys { nodes { id } }'),
  'Query.auditLog': needs('audit:read', () => 'auditLog { nodes { id } }'),
  'Query.automationRules': needs('automation:read', () => 'automationRules { id }'),
  'Query.automationTriggers': needs('automation:read', () => 'automationTriggers { trigger }'),
  'Query.businesses': needs('businesses:read', () => 'businesses { nodes { id } }'),
  'Query.calendlyConnection': open(() => 'calendlyConnection { connected }'),
  'Query.conversation': needs('conversations:read', ({ conversation }) => `conversation(id: "${conversation}") { id }`),
  'Query.conversations': needs('conversations:read', () => 'conversations { nodes { id } }'),
  'Query.eventCursor': open(() => 'eventCursor'),
  'Query.events': needs('events:read', () => 'events { nodes { id } }'),
  'Query.lead': needs('leads:read', ({ lead }) => `lead(id: "${lead}") { id }`),
  'Query.leads': needs('leads:read', () => 'leads { nodes { id } }'),
  'Query.leadConnections': needs('leads:read', ({ lead }) => `leadConnections(id: "${lead}") { reasons }`),
  'Query.members': needs('members:read', () => 'members { nodes { id } }'),
  'Query.node': needs('leads:read', ({ lead }) => `node(id: "${lead}") { id }`),
  'Query.feedback': needs('feedback:read', () => 'feedback { nodes { id } }'),
  'Query.unreadFeedback': needs('feedback:read', () => 'unreadFeedback { id }'),
  'Query.feedbackInbox': needs('staff', () => 'feedbackInbox { nodes { id } }'),
  'Query.campaign': needs('campaigns:read', ({ campaign }) => `campaign(id: "${campaign}") { id }`),
  'Query.campaigns': needs('campaigns:read', () => 'campaigns { nodes { id } }'),
  'Query.scheduledEmails': needs('campaigns:read', () => 'scheduledEmails { nodes { id } }'),
  'Query.syncSources': needs('leads:read', () => 'syncSources { nodes { id } }'),
  'Query.playbooks': needs('leads:read', () => 'playbooks { nodes { id } }'),
  'Query.recommendPlaybook': needs('leads:read', ({ lead }) => `recommendPlaybook(leadId: "${lead}") { reason }`),
  'Query.scraperRuns': needs('sources:read', () => 'scraperRuns { nodes { id } }'),
  'Query.sources': needs('sources:read', () => 'sources { id }'),
  'Query.stages': needs('leads:read', () => 'stages { id }'),
  'Query.task': needs('tasks:read', ({ task }) => `task(id: "${task}") { id }`),
  'Query.tasks': needs('tasks:read', () => 'tasks { nodes { id } }'),
  'Query.viewer': open(() => 'viewer { apiKeyId organisation { id } }'),
  'Query.webhookDeliveries': needs('webhooks:read', () => 'webhookDeliveries { nodes { id } }'),
  'Query.webhookEndpoints': needs('webhooks:read', () => 'webhookEndpoints { nodes { id } }'),
  'Query.widgets': needs('widgets:read', () => 'widgets { nodes { id } }'),

  'Mutation.createLead': needs('leads:write', () => 'createLead(input: { name: "Ada" }) { lead { id } }'),
  'Mutation.updateLead': needs(
    'leads:write',
    ({ lead }) => `updateLead(id: "${lead}", input: { company: "Acme" }) { lead { id } }`,
  ),
  'Query.customFields': needs('leads:read', () => 'customFields { id }'),
  'Mutation.createCustomField': needs(
    'pipeline:write',
    () =>
      `createCustomField(input: { name: "f${crypto.randomUUID().replaceAll('-', '')}", label: "Plan", fieldType: TEXT }) { customField { id } }`,
  ),
  'Mutation.updateCustomField': needs(
    'pipeline:write',
    ({ field }) => `updateCustomField(id: "${field}", input: { label: "Plan" }) { customField { id } }`,
  ),
  'Mutation.deleteCustomField': needs(
    'pipeline:write',
    ({ field }) => `deleteCustomField(id: "${field}") { customField { id } }`,
  ),
  'Mutation.enrichLead': needs('leads:write', ({ lead }) => `enrichLead(id: "${lead}") { status }`),
  'Mutation.enrichLeads': needs('leads:write', ({ lead }) => `enrichLeads(ids: ["${lead}"]) { complete }`),
  'Mutation.connectCalendly': needs(
    'workspace:write',
    () => 'connectCalendly(input: { personalAccessToken: "eyJ" }) { connection { connected } }',
  ),
  'Mutation.disconnectCalendly': needs('workspace:write', () => 'disconnectCalendly { connection { connected } }'),
  'Mutation.setUpWorkspace': {
    scopes: ['workspace:write', 'pipeline:write'],
    call: () =>
      'setUpWorkspace(input: { projectSlug: "acme", stages: [{ name: "New" }, { name: "Won" }] }) { movedLeads }',
  },
  'Mutation.submitFeedback': needs(
    'feedback:write',
    () => 'submitFeedback(input: { type: BUG, title: "It fails" }) { feedback { id } }',
  ),
  'Mutation.acknowledgeFeedback': needs(
    'feedback:write',
    ({ feedback }) => `acknowledgeFeedback(id: "${feedback}") { feedback { id } }`,
  ),
  'Mutation.answerFeedback': needs(
    'staff',
    ({ feedback }) => `answerFeedback(id: "${feedback}", input: { status: RESOLVED }) { feedback { id } }`,
  ),
  'Mutation.setOrganizationTier': needs(
    'staff',
    ({ organisation }) =>
      `setOrganizationTier(organizationId: "${organisation}", tier: UNLIMITED) { organisation { id } }`,
  ),
  'Mutation.createSyncSource': needs(
    'pipeline:write',
    () => 'createSyncSource(input: { name: "Form", type: GMAIL }) { syncSource { id } }',
  ),
  'Mutation.updateSyncSource': needs(
    'pipeline:write',
    ({ syncSource }) => `updateSyncSource(id: "${syncSource}", input: { name: "X" }) { syncSource { id } }`,
  ),
  'Mutation.deleteSyncSource': needs(
    'pipeline:write',
    ({ syncSource }) => `deleteSyncSource(id: "${syncSource}") { syncSource { id } }`,
  ),
  'Mutation.createStage': needs(
    'pipeline:write',
    () => `createStage(input: { name: "${crypto.randomUUID()}" }) { stage { id } }`,
  ),
  'Mutation.updateStage': needs(
    'pipeline:write',
    ({ stage }) => `updateStage(id: "${stage}", input: { order: 20 }) { stage { id } }`,
  ),
  'Mutation.deleteStage': needs('pipeline:write', ({ stage }) => `deleteStage(id: "${stage}") { movedLeads }`),
  'Mutation.createNote': needs(
    'leads:write',
    ({ lead }) => `createNote(input: { leadId: "${lead}", body: "Call" }) { note { id } }`,
  ),
  'Mutation.updateNote': needs(
    'leads:write',
    ({ note }) => `updateNote(id: "${note}", input: { pinned: true }) { note { id } }`,
  ),
  'Mutation.deleteNote': needs('leads:write', ({ note }) => `deleteNote(id: "${note}") { note { id } }`),
  'Mutation.recordTouchpoint': needs(
    'leads:write',
    ({ lead }) => `recordTouchpoint(input: { leadId: "${lead}", type: CALL }) { touchpoint { id } }`,
  ),
  'Mutation.createAutomationRule': needs(
    'automation:write',
    () => 'createAutomationRule(input: { name: "Rule", trigger: CTA_CLICKED, targetStage: "won" }) { rule { id } }',
  ),
  'Mutation.updateAutomationRule': needs(
    'automation:write',
    ({ rule }) => `updateAutomationRule(id: "${rule}", input: { priority: 1 }) { rule { id } }`,
  ),
  'Mutation.deleteAutomationRule': needs(
    'automation:write',
    ({ rule }) => `deleteAutomationRule(id: "${rule}") { rule { id } }`,
  ),
  'Mutation.scoreLead': needs('leads:write', ({ lead }) => `scoreLead(id: "${lead}") { lead { id } }`),
  'Mutation.scoreLeads': needs('leads:write', () => 'scoreLeads { scored }'),
  'Mutation.recordLeadReply': needs('leads:write', ({ lead }) => `recordLeadReply(id: "${lead}") { lead { id } }`),
  'Mutation.replaceLead': needs(
    'leads:write',
    ({ lead }) => `replaceLead(id: "${lead}", input: { firstName: "Ada" }) { lead { id } }`,
  ),
  'Mutation.purgeLead': needs('leads:write', ({ lead }) => `purgeLead(id: "${lead}") { lead { id } }`),
  'Mutation.deleteLead': needs('leads:write', ({ lead }) => `deleteLead(id: "${lead}") { lead { id } }`),
  'Mutation.restoreLead': needs('leads:write', ({ lead }) => `restoreLead(id: "${lead}") { lead { id } }`),
  'Mutation.handOffLead': needs(
    'leads:handoff',
    ({ lead }) => `handOffLead(id: "${lead}", destination: "crm") { lead { id } }`,
  ),
  'Mutation.recordScraperRun': needs(
    'sources:write',
    () => 'recordScraperRun(input: { source: "reddit", status: FAILED }) { scraperRun { id } }',
  ),
  'Mutation.sendVisitorMessage': needs(
    'conversations:write',
    ({ widget }) => `sendVisitorMessage(widgetId: "${widget}", input: { message: "Hi" }) { message { id } }`,
  ),
  'Mutation.takeOverConversation': needs(
    'conversations:takeover',
    ({ conversation }) => `takeOverConversation(id: "${conversation}") { conversation { id } }`,
  ),
  'Mutation.replyToConversation': needs(
    'conversations:reply',
    ({ conversation }) => `replyToConversation(id: "${conversation}", message: "Hi") { message { id } }`,
  ),
  'Mutation.handBackConversation': needs(
    'conversations:handback',
    ({ conversation }) => `handBackConversation(id: "${conversation}") { conversation { id } }`,
  ),
  'Mutation.closeConversation': needs(
    'conversations:write',
    ({ conversation }) => `closeConversation(id: "${conversation}") { conversation { id } }`,
  ),
  'Mutation.createCampaign': needs(
    'campaigns:write',
    () =>
      'createCampaign(input: { name: "Welcome", trigger: MANUAL, steps: [{ subject: "Hi", body: "Hello", delayHours: 0 }] }) { campaign { id } }',
  ),
  'Mutation.updateCampaign': needs(
    'campaigns:write',
    ({ campaign }) => `updateCampaign(id: "${campaign}", input: { enabled: false }) { campaign { id } }`,
  ),
  'Mutation.deleteCampaign': needs(
    'campaigns:write',
    ({ campaign }) => `deleteCampaign(id: "${campaign}") { campaign { id } }`,
  ),
  'Mutation.enrolLead': needs(
    'campaigns:write',
    ({ campaign, spareLead }) => `enrolLead(campaignId: "${campaign}", leadId: "${spareLead}") { enrolment { id } }`,
  ),
  'Mutation.stopEnrolment': needs(
    'campaigns:write',
    ({ enrolment }) => `stopEnrolment(id: "${enrolment}") { enrolment { id } }`,
  ),
  'Mutation.markEmailBounced': needs(
    'leads:write',
    ({ spareLead }) => `markEmailBounced(id: "${spareLead}") { lead { id } }`,
  ),
  'Mutation.createPlaybook': needs(
    'pipeline:write',
    ({ lead }) =>
      `createPlaybook(input: { name: "${lead}", steps: [{ title: "Call", instructions: "Ask" }] }) { playbook { id } }`,
  ),
  'Mutation.updatePlaybook': needs(
    'pipeline:write',
    ({ playbook }) => `updatePlaybook(id: "${playbook}", input: { tier: HIGH }) { playbook { id } }`,
  ),
  'Mutation.deletePlaybook': needs(
    'pipeline:write',
    ({ playbook }) => `deletePlaybook(id: "${playbook}") { playbook { id } }`,
  ),
  'Mutation.createTask': needs(
    'tasks:write',
    () => 'createTask(input: { type: OTHER, title: "Call" }) { task { id } }',
  ),
  'Mutation.updateTask': needs(
    'tasks:write',
    ({ task }) => `updateTask(id: "${task}", input: { title: "Call" }) { task { id } }`,
  ),
  'Mutation.createBusiness': needs(
    'businesses:write',
    () => 'createBusiness(input: { name: "North" }) { business { id } }',
  ),
  'Mutation.createWidget': needs('widgets:write', () => 'createWidget(input: { name: "Site" }) { widget { id } }'),
  'Mutation.createMember': needs('members:write', () => 'createMember(input: { name: "Ada" }) { member { id } }'),
  'Mutation.createApiKey': needs(
    'keys:write',
    () => 'createApiKey(input: { name: "Key", dialect: QUINCER }) { apiKey { id } }',
  ),
  'Mutation.revokeApiKey': needs('keys:write', ({ key }) => `revokeApiKey(id: "${key}") { apiKey { id } }`),
  'Mutation.connectOpenClaw': {
    scopes: [
      'members:write',
      'keys:write',
      'leads:read',
      'leads:write',
      'conversations:read',
      'conversations:takeover',
      'conversations:reply',
      'conversations:handback',
      'conversations:write',
      'tasks:read',
      'tasks:write',
    ],
    call: () => 'connectOpenClaw { member { id } }',
  },
  'Mutation.createWebhookEndpoint': needs(
    'webhooks:write',
    () => 'createWebhookEndpoint(input: { url: "http://127.0.0.1:9/", format: QUINCER }) { endpoint { id } }',
  ),
  'Mutation.retryWebhookDelivery': needs(
    'webhooks:write',
    ({ delivery }) => `retryWebhookDelivery(id: "${delivery}") { delivery { id } }`,
  ),
  'Mutation.updateWebhookEndpoint': needs(
    'webhooks:write',
    ({ endpoint }) => `updateWebhookEndpoint(id: "${endpoint}", input: { enabled: false }) { endpoint { id } }`,
  ),
  'Mutation.rotateWebhookSecret': needs(
    'webhooks:write',
    ({ endpoint }) => `rotateWebhookSecret(id: "${endpoint}") { endpoint { id } }`,
  ),
  'Mutation.replayEvents': needs(
    'webhooks:write',
    ({ endpoint }) => `replayEvents(endpointId: "${endpoint}", after: "evt_0000000000000000") { replayed }`,
  ),
  'Mutation.activateWebhookSecret': needs(
    'webhooks:write',
    ({ endpoint }) => `activateWebhookSecret(id: "${endpoint}") { endpoint { id } }`,
  ),
  'Mutation.deleteWebhookEndpoint': needs(
    'webhooks:write',
    ({ endpoint }) => `deleteWebhookEndpoint(id: "${endpoint}") { endpoint { id } }`,
  ),

  'Subscription.events': needs('events:read', () => 'events { id }'),
  'Subscription.leadEvents': needs('leads:read', ({ lead }) => `leadEvents(leadId: "${lead}") { id }`),
  'Subscription.conversationEvents': needs(
    'conversations:read',
    ({ conversation }) => `conversationEvents(conversationId: "${conversation}") { id }`,
  ),
};

/** No key may: only the public signup route, which has none. */
const closed = 'Mutation.signUp';

let app: TestApp;
let workspace: TestWorkspace;
let ids: Ids;
const unknownIds: Ids = {
  lead: 'ld_01jqz5v8m3k9wfp2c7hx0dtbne',
  field: 'fld_01jqz5v8m3k9wfp2c7hx0dtbne',
  stage: 'stg_01jqz5v8m3k9wfp2c7hx0dtbne',
  feedback: 'fb_01jqz5v8m3k9wfp2c7hx0dtbne',
  organisation: 'org_01jqz5v8m3k9wfp2c7hx0dtbne',
  syncSource: 'src_01jqz5v8m3k9wfp2c7hx0dtbne',
  rule: 'rul_01jqz5v8m3k9wfp2c7hx0dtbne',
  playbook: 'pb_01jqz5v8m3k9wfp2c7hx0dtbne',
  campaign: 'cmp_01jqz5v8m3k9wfp2c7hx0dtbne',
  enrolment: 'enr_01jqz5v8m3k9wfp2c7hx0dtbne',
  spareLead: 'ld_01jqz5v8m3k9wfp2c7hx0dtbne',
  note: 'nt_01jqz5v8m3k9wfp2c7hx0dtbne',
  conversation: 'cv_01jqz5v8m3k9wfp2c7hx0dtbne',
  task: 'tsk_01jqz5v8m3k9wfp2c7hx0dtbne',
  widget: 'wdg_01jqz5v8m3k9wfp2c7hx0dtbne',
  endpoint: 'whe_01jqz5v8m3k9wfp2c7hx0dtbne',
  delivery: 'whd_01jqz5v8m3k9wfp2c7hx0dtbne',
  key: 'key_01jqz5v8m3k9wfp2c7hx0dtbne',
};
const malformedIds: Ids = {
  lead: 'x',
  field: 'x',
  stage: 'x',
  note: 'x',
  feedback: 'x',
  organisation: 'x',
  syncSource: 'x',
  rule: 'x',
  playbook: 'x',
  campaign: 'x',
  enrolment: 'x',
  spareLead: 'x',
  conversation: 'x',
  task: 'x',
  widget: 'x',
  endpoint: 'x',
  delivery: 'x',
  key: 'x',
};

beforeAll(async () => {
  app = await startTestApp();
  workspace = await app.workspace();
});
afterAll(() => app.close());

/** Made anew for each field, since some end what they are given. */
async function makeOfEach({ graph, orgId, widgetId }: TestWorkspace): Promise<Ids> {
  type Made = Record<string, Record<string, { id: string }>>;
  const made = await graph.ask<Made>(
    `mutation ($widgetId: ID!, $stage: String!, $field: String!) {
      createWebhookEndpoint(input: { url: "http://127.0.0.1:9/", format: STANDARD, types: [LEAD_CREATED] }) { endpoint { id } }
      createLead(input: { name: "Ada", email: "ada@example.com" }) { lead { id } }
      spare: createLead(input: { name: "Eve", email: "eve@example.com" }) { lead { id } }
      createCampaign(input: { name: "Welcome", trigger: MANUAL, steps: [{ subject: "Hi", body: "Hello", delayHours: 0 }] }) { campaign { id } }
      createCustomField(input: { name: $field, label: "Spare", fieldType: TEXT }) { customField { id } }
      createStage(input: { name: $stage }) { stage { id } }
      createSyncSource(input: { name: "Form", type: GMAIL }) { syncSource { id } }
      submitFeedback(input: { type: BUG, title: "It fails" }) { feedback { id } }
      createAutomationRule(input: { name: "Rule", trigger: CTA_CLICKED, targetStage: "won" }) { rule { id } }
      sendVisitorMessage(widgetId: $widgetId, input: { message: "Hello" }) { conversation { id } }
      createTask(input: { type: OTHER, title: "Call" }) { task { id } }
      createApiKey(input: { name: "Spare", dialect: AI93 }) { apiKey { id } }
    }`,
    { widgetId, stage: crypto.randomUUID(), field: `f${crypto.randomUUID().replaceAll('-', '')}` },
  );
  const endpoint = made['createWebhookEndpoint']!['endpoint']!.id;
  const lead = made['createLead']!['lead']!.id;
  const { createNote } = await graph.ask<{ createNote: { note: { id: string } } }>(
    'mutation ($lead: ID!) { createNote(input: { leadId: $lead, body: "Call" }) { note { id } } }',
    { lead },
  );
  const campaign = made['createCampaign']!['campaign']!.id;
  const { enrolLead } = await graph.ask<{ enrolLead: { enrolment: { id: string } } }>(
    'mutation ($campaign: ID!, $lead: ID!) { enrolLead(campaignId: $campaign, leadId: $lead) { enrolment { id } } }',
    { campaign, lead },
  );
  type Listed = Record<'webhookDeliveries' | 'playbooks', { nodes: { id: string }[] }>;
  const { webhookDeliveries, playbooks } = await graph.ask<Listed>(
    'query ($endpoint: ID) { webhookDeliveries(endpointId: $endpoint) { nodes { id } } playbooks { nodes { id } } }',
    { endpoint },
  );
  return {
    lead,
    feedback: made['submitFeedback']!['feedback']!.id,
    organisation: `org_${orgId}`,
    field: made['createCustomField']!['customField']!.id,
    stage: made['createStage']!['stage']!.id,
    syncSource: made['createSyncSource']!['syncSource']!.id,
    rule: made['createAutomationRule']!['rule']!.id,
    note: createNote.note.id,
    campaign,
    enrolment: enrolLead.enrolment.id,
    spareLead: made['spare']!['lead']!.id,
    playbook: playbooks.nodes[0]!.id,
    conversation: made['sendVisitorMessage']!['conversation']!.id,
    task: made['createTask']!['task']!.id,
    widget: widgetId,
    endpoint,
    delivery: webhookDeliveries.nodes[0]!.id,
    key: made['createApiKey']!['apiKey']!.id,
  };
}

type Answer = { data?: unknown; errors?: readonly { message: string; extensions: Record<string, unknown> }[] };

/** Sends one root field; of a subscription, how it began. */
async function ask(client: GraphClient, place: string, call: string): Promise<Answer> {
  const document = `${place.split('.')[0]!.toLowerCase()} { ${call} }`;
  if (!place.startsWith('Subscription')) return client.send(document);
  return openEventStream(app.url, client.key, document);
}

test('every root field says what it needs', () => {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const known = roots
    .filter((type) => type instanceof GraphQLObjectType)
    .flatMap((type) => Object.keys(type.getFields()).map((name) => `${type.name}.${name}`));
  expect([...Object.keys(fields), closed].toSorted()).toEqual(known.toSorted());
});

const guarded = Object.entries(fields).flatMap(([place, { scopes, call }]) =>
  scopes.map((scope) => ({ place, scope, call })),
);

describe('a key that holds every scope but one', () => {
  test.each(guarded)('is refused $place for want of $scope, whatever it names', async ({ place, scope, call }) => {
    const client = await workspace.graphAs(allScopes.filter((held) => held !== scope));
    ids ??= await makeOfEach(workspace);
    for (const named of [ids, unknownIds, malformedIds]) {
      if (place === 'Query.node' && named === malformedIds) continue;
      const { errors } = await ask(client, place, call(named));
      expect(errors?.map(({ message, extensions }) => [extensions['code'], message])).toEqual([
        ['FORBIDDEN', expect.stringContaining(scope)],
      ]);
    }
  });
});

/** To reply one must hold the conversation, which needs another scope; to Calendly nothing can be connected yet. */
const refusedAll = ['Mutation.replyToConversation', 'Mutation.connectCalendly'];

describe('a key that holds nothing but what is needed', () => {
  test.each(Object.entries(fields))('%s works', async (place, { scopes, call }) => {
    const client = await workspace.graphAs(scopes);
    const own = await makeOfEach(workspace);
    const { errors = [] } = await ask(client, place, call(own));
    const expected = refusedAll.includes(place) ? ['CONFLICT'] : [];
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(expected);
  });

  test('replies in a conversation that it holds', async () => {
    const client = await workspace.graphAs(['conversations:takeover', 'conversations:reply']);
    const { conversation } = await makeOfEach(workspace);
    const taken = await client.send(
      `mutation { takeOverConversation(id: "${conversation}") { conversation { status } } }`,
    );
    const replied = await client.send(
      `mutation { replyToConversation(id: "${conversation}", message: "Hi") { message { content } } }`,
    );
    expect([...taken.errors, ...replied.errors]).toEqual([]);
  });
});

test('a lead’s task history comes with the lead, an event with its delivery', async () => {
  ids ??= await makeOfEach(workspace);
  const client = await workspace.graphAs(['leads:read', 'webhooks:read']);
  const document = `{ lead(id: "${ids.lead}") { tasks { nodes { id } } } webhookDeliveries(first: 1) { nodes { event { id } } } }`;
  expect((await client.send(document)).errors).toEqual([]);
});

test('no key may make a workspace', async () => {
  const answer = await workspace.graph.send('mutation { signUp(input: { email: "ada@example.com" }) { apiKey } }');
  expect(answer.errors.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
});

describe('what lies below a field is guarded as well', () => {
  test.each([
    ['leads:read', 'conversations:read', ({ lead }: Ids) => `lead(id: "${lead}") { id conversation { id } }`],
    [
      'conversations:read',
      'leads:read',
      ({ conversation }: Ids) => `conversation(id: "${conversation}") { id lead { id } }`,
    ],
    [
      'events:read',
      'leads:read',
      () =>
        'events(first: 1, types: [NOTE_CREATED]) { nodes { ... on LeadEvent { lead { notes { nodes { id } } } } } }',
    ],
    [
      'events:read',
      'leads:read',
      () =>
        'events(first: 1, types: [NOTE_CREATED]) { nodes { ... on LeadEvent { lead { touchpoints { nodes { id } } } } } }',
    ],
    [
      'events:read',
      'leads:read',
      () => 'events(first: 1, types: [NOTE_CREATED]) { nodes { ... on LeadEvent { note { lead { id } } } } }',
    ],
    ['leads:read', 'automation:read', ({ lead }: Ids) => `lead(id: "${lead}") { automationRuns { nodes { id } } }`],
    ['leads:read', 'campaigns:read', ({ lead }: Ids) => `lead(id: "${lead}") { enrolments { nodes { id } } }`],
    [
      'campaigns:read',
      'leads:read',
      ({ campaign }: Ids) => `campaign(id: "${campaign}") { enrolments { nodes { lead { id } } } }`,
    ],
    ['campaigns:read', 'leads:read', () => 'scheduledEmails(first: 1) { nodes { lead { id } } }'],
    [
      'events:read',
      'campaigns:read',
      () => 'events(first: 1, types: [CAMPAIGN_ENROLLED]) { nodes { ... on LeadEvent { enrolment { id } } } }',
    ],
    ['tasks:read', 'leads:read', ({ task }: Ids) => `task(id: "${task}") { id lead { id } }`],
    ['tasks:read', 'conversations:read', ({ task }: Ids) => `task(id: "${task}") { id conversation { id } }`],
  ] as const)('a key with %s and not %s', async (held, lacking, call) => {
    ids ??= await makeOfEach(workspace);
    const document = `{ ${call(ids)} }`;
    const refused = await (await workspace.graphAs([held])).send(document);
    expect(refused.errors).toMatchObject([
      { message: `API key lacks required scope: ${lacking}`, extensions: { code: 'FORBIDDEN', scope: lacking } },
    ]);
    expect((await (await workspace.graphAs([held, lacking])).send(document)).errors).toEqual([]);
  });
});
