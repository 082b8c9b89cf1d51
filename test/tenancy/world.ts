import { expect, vi } from 'vitest';
import { allScopes } from '../../src/access/scopes.ts';
import { startTestApp, type TestApp, type TestAppOptions } from '../support/app.ts';
import { createGraphClient, type GraphClient } from '../support/graph-client.ts';
import { createRestClient, type RestClient } from '../support/rest-client.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { openReceiver } from '../webhooks/receiver.ts';
import { patiently } from '../support/patiently.ts';

/** One of everything that has an id, in one business of a tenant or in none. */
export type Part = {
  readonly businessId: string;
  readonly widgetId: string;
  readonly widgetKey: string;
  readonly leadId: string;
  readonly noteId: string;
  readonly touchpointId: string;
  readonly enrolmentId: string;
  readonly emailId: string;
  readonly mailId: string;
  readonly conversationId: string;
  readonly visitorToken: string;
  readonly messageId: string;
  readonly taskId: string;
  readonly endpointId: string;
  readonly deliveryId: string;
  readonly eventId: string;
  readonly apiKeyId: string;
  readonly auditId: string;
  readonly providerCallId: string;
  readonly jobId: string;
  readonly syncDeliveryId: string;
  readonly meetingId: string;
  /** The key, members and stages are the whole workspace's. */
  readonly operatorKeyId: string;
  readonly memberId: string;
  readonly stageId: string;
  readonly runId: string;
  /** Stages of this part's own, to be deleted; also the whole workspace's. */
  readonly spareStageId: string;
  readonly laterStageId: string;
  readonly fieldId: string;
  readonly syncSourceId: string;
  readonly feedbackId: string;
  readonly playbookId: string;
  readonly ruleId: string;
  /** What that rule did with the part's lead. */
  readonly ruleRunId: string;
  readonly campaignId: string;
  /** Another campaign for each part, for what ends it. */
  readonly spareCampaignId: string;
};

/** Who asks: clients that speak with keys of one reach. */
export type Caller = {
  readonly graph: GraphClient;
  readonly quincer: RestClient;
  readonly ai93: RestClient;
  readonly clawcrm: RestClient;
};

export type Tenant = Caller & {
  readonly orgId: string;
  readonly workspace: TestWorkspace;
  /** Two businesses, and what belongs to none. */
  readonly parts: { readonly one: Part; readonly two: Part; readonly none: Part };
  /** Keys that are locked to the first business. */
  readonly locked: Caller;
};

/** Two furnished tenants, and a subscriber's server that all their webhooks go to, by a path for each endpoint. */
export async function openWorld(options: TestAppOptions = {}) {
  const app = await startTestApp(options);
  const receiver = await openReceiver();
  const a = await furnishTenant(app, receiver.url, 'Anchorage');
  const b = await furnishTenant(app, receiver.url, 'Bordeaux');
  await deliveriesMade(app);
  // So that the list of those nobody was in touch with has something to tell.
  await app.database.pool.query(`update leads set last_touched_at = last_touched_at - interval '60 days'`);
  return {
    app,
    receiver,
    a: await withJobs(app, await withProviderCalls(app, await withDeliveries(a))),
    b: await withJobs(app, await withProviderCalls(app, await withDeliveries(b))),
    async close() {
      await app.close();
      await receiver[Symbol.asyncDispose]();
    },
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;

/** Waits until the worker has nothing left to post, so that the database stands still. */
export async function deliveriesMade(app: TestApp): Promise<void> {
  const sql = `select count(*)::int as count from webhook_deliveries where state = 'PENDING' or attempt_count = 0`;
  await vi.waitFor(async () => {
    const { rows } = await app.database.pool.query<{ count: number }>(sql);
    expect(rows[0]?.count).toBe(0);
  }, patiently);
}

async function furnishTenant(app: TestApp, hook: string, name: string): Promise<Tenant> {
  const workspace = await app.workspace(name);
  const { graph } = workspace;
  const { stages, playbooks, viewer } = await graph.ask<Shared>(
    '{ stages { id } playbooks { nodes { id } } viewer { apiKeyId } }',
  );
  const { recordScraperRun: recorded } = await graph.ask<Recorded>(recordRun);
  const { connectOpenClaw: agent } = await graph.ask<Connected>(
    'mutation { connectOpenClaw { member { id } secret } }',
  );
  const { createCampaign: made } = await graph.ask<Campaigned>(makeCampaign, { name });
  const shared = {
    memberId: agent.member.id,
    stageId: stages[1]!.id,
    playbookId: playbooks.nodes[0]!.id,
    campaignId: made.campaign.id,
    operatorKeyId: viewer.apiKeyId,
    runId: recorded.scraperRun.id,
  };
  const furnish = (name: string, bound: boolean) =>
    furnishPart(
      { graph, agent: createGraphClient(app.url, agent.secret), shared },
      `${hook}/${name.replace(' ', '/')}`,
      name,
      bound,
    );
  // In this order the last deliveries to the endpoint of the whole workspace are of events in the first business.
  const none = await furnish(`${name} none`, false);
  const two = await furnish(`${name} two`, true);
  const one = await furnish(`${name} one`, true);
  const lockedKey = async (dialect: 'QUINCER' | 'AI93' | 'CLAWCRM') => {
    const input = { name, dialect, businessId: one.businessId };
    return createRestClient(app.url, (await graph.ask<Issued>(makeKey, { input })).createApiKey.secret);
  };
  const locked = {
    graph: createGraphClient(app.url, (await workspace.graphAs(allScopes, one.businessId)).key),
    quincer: await lockedKey('QUINCER'),
    ai93: await lockedKey('AI93'),
    clawcrm: await lockedKey('CLAWCRM'),
  };
  const { quincer, orgId } = workspace;
  const ai93 = createRestClient(app.url, workspace.keys.ai93);
  const clawcrm = createRestClient(app.url, workspace.keys.clawcrm);
  return { orgId, workspace, graph, quincer, ai93, clawcrm, parts: { one, two, none }, locked };
}

const makeCampaign = `mutation ($name: String!) {
  createCampaign(input: { name: $name, trigger: MANUAL, steps: [{ subject: "Hi", body: $name, delayHours: 0 }] }) { campaign { id } }
}`;

const recordRun = 'mutation { recordScraperRun(input: { source: "manual", status: SUCCEEDED }) { scraperRun { id } } }';

const makeKey = 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { id } secret } }';

type Identified = { id: string };
type Shared = { stages: Identified[]; playbooks: { nodes: Identified[] }; viewer: { apiKeyId: string } };
type Campaigned = { createCampaign: { campaign: Identified } };
type Recorded = { recordScraperRun: { scraperRun: Identified } };
type Connected = { connectOpenClaw: { member: Identified; secret: string } };
type Issued = { createApiKey: { apiKey: Identified; secret: string } };
type Furnished = {
  createWidget: { widget: Identified; key: string };
  createWebhookEndpoint: { endpoint: Identified };
  createApiKey: { apiKey: Identified };
  spare: { stage: Identified };
  later: { stage: Identified };
  createCustomField: { customField: Identified };
  createSyncSource: { syncSource: Identified };
  submitFeedback: { feedback: Identified };
  createAutomationRule: { rule: Identified };
};
type Enrolled = { enrolLead: { enrolment: Identified; scheduledEmails: (Identified & { email: Identified })[] } };
type Sent = {
  sendVisitorMessage: {
    visitorToken: string;
    message: Identified;
    conversation: Identified & { lead: Identified & { tasks: { nodes: Identified[] } } };
  };
};

type Noted = {
  createNote: { note: Identified };
  recordTouchpoint: { touchpoint: Identified; automationRuns: Identified[] };
};

type Furnisher = {
  readonly graph: GraphClient;
  /** Acts in a member's name. */
  readonly agent: GraphClient;
  readonly shared: Pick<Part, 'memberId' | 'stageId' | 'playbookId' | 'campaignId' | 'operatorKeyId' | 'runId'>;
};

async function furnishPart(
  { graph, agent, shared }: Furnisher,
  url: string,
  name: string,
  bound: boolean,
): Promise<Part> {
  const { createBusiness } = await graph.ask<{ createBusiness: { business: Identified } }>(
    'mutation ($name: String!) { createBusiness(input: { name: $name }) { business { id } } }',
    { name },
  );
  const businessId = bound ? createBusiness.business.id : null;
  const made = await graph.ask<Furnished>(
    `mutation ($name: String!, $businessId: ID, $url: String!, $spare: String!, $later: String!, $field: String!, $stageId: String!) {
      createWidget(input: { name: $name, allowedOrigins: ["*"], businessId: $businessId }) { widget { id } key }
      createWebhookEndpoint(input: { url: $url, format: STANDARD, businessId: $businessId }) { endpoint { id } }
      createApiKey(input: { name: $name, dialect: QUINCER, businessId: $businessId }) { apiKey { id } }
      spare: createStage(input: { name: $spare }) { stage { id } }
      later: createStage(input: { name: $later }) { stage { id } }
      createCustomField(input: { name: $field, label: "Field", fieldType: TEXT }) { customField { id } }
      createSyncSource(input: { name: "Form", type: FORM_WEBHOOK }) { syncSource { id } }
      submitFeedback(input: { type: BUG, title: "It fails" }) { feedback { id } }
      createAutomationRule(input: { name: "Rule", trigger: CTA_CLICKED, targetStage: $stageId }) { rule { id } }
    }`,
    {
      name,
      businessId,
      url,
      stageId: shared.stageId,
      spare: crypto.randomUUID(),
      later: crypto.randomUUID(),
      field: name.replaceAll(' ', '_'),
    },
  );
  const widgetId = made.createWidget.widget.id;
  const visitor = { name, email: `${name.replace(' ', '.').toLowerCase()}@example.com` };
  const { sendVisitorMessage: sent } = await graph.ask<Sent>(
    `mutation ($widgetId: ID!, $input: SendVisitorMessageInput!) { sendVisitorMessage(widgetId: $widgetId, input: $input) {
      visitorToken message { id } conversation { id lead { id tasks { nodes { id } } } }
    } }`,
    { widgetId, input: { message: `Hello from ${name}`, visitor } },
  );
  const { lead } = sent.conversation;
  const { sendVisitorMessage: second } = await graph.ask<{ sendVisitorMessage: { conversation: Identified } }>(
    'mutation ($id: ID!) { sendVisitorMessage(widgetId: $id, input: { message: "Hello" }) { conversation { id } } }',
    { id: widgetId },
  );
  await agent.ask('mutation ($id: ID!) { takeOverConversation(id: $id) { conversation { id } } }', second.conversation);
  const noted = await agent.ask<Noted>(
    `mutation ($leadId: ID!, $body: String!) {
      createNote(input: { leadId: $leadId, body: $body }) { note { id } }
      recordTouchpoint(input: { leadId: $leadId, type: CTA_CLICKED, summary: $body }) { touchpoint { id } automationRuns { id } }
    }`,
    { leadId: lead.id, body: `About ${name}` },
  );
  await agent.ask(
    'mutation ($id: ID!, $input: UpdateLeadInput!) { updateLead(id: $id, input: $input) { lead { id } } }',
    {
      id: lead.id,
      input: { assignedToId: shared.memberId, stage: shared.stageId },
    },
  );
  const { enrolLead } = await graph.ask<Enrolled>(
    'mutation ($campaignId: ID!, $leadId: ID!) { enrolLead(campaignId: $campaignId, leadId: $leadId) { enrolment { id } scheduledEmails { id email { id } } } }',
    { campaignId: shared.campaignId, leadId: lead.id },
  );
  const { createCampaign: spare } = await graph.ask<Campaigned>(makeCampaign, { name: 'Spare' });
  const { auditLog, events } = await graph.ask<{ auditLog: { nodes: Identified[] }; events: { nodes: Identified[] } }>(
    'query ($id: ID!) { auditLog(subjectId: $id, first: 1) { nodes { id } } events(first: 200) { nodes { id } } }',
    { id: lead.id },
  );
  return {
    ...shared,
    businessId: createBusiness.business.id,
    widgetId,
    widgetKey: made.createWidget.key,
    leadId: lead.id,
    noteId: noted.createNote.note.id,
    touchpointId: noted.recordTouchpoint.touchpoint.id,
    enrolmentId: enrolLead.enrolment.id,
    emailId: enrolLead.scheduledEmails[0]!.id,
    mailId: enrolLead.scheduledEmails[0]!.email.id,
    spareCampaignId: spare.campaign.id,
    conversationId: sent.conversation.id,
    visitorToken: sent.visitorToken,
    messageId: sent.message.id,
    taskId: lead.tasks.nodes[0]!.id,
    endpointId: made.createWebhookEndpoint.endpoint.id,
    deliveryId: '',
    providerCallId: '',
    jobId: '',
    syncDeliveryId: '',
    meetingId: '',
    eventId: events.nodes.at(-1)!.id,
    apiKeyId: made.createApiKey.apiKey.id,
    spareStageId: made.spare.stage.id,
    laterStageId: made.later.stage.id,
    fieldId: made.createCustomField.customField.id,
    syncSourceId: made.createSyncSource.syncSource.id,
    feedbackId: made.submitFeedback.feedback.id,
    ruleId: made.createAutomationRule.rule.id,
    ruleRunId: noted.recordTouchpoint.automationRuns[0]!.id,
    auditId: auditLog.nodes[0]!.id,
  };
}

/** What left for a provider on behalf of each part's conversation, which is set up for none, and what came about its lead. */
async function withProviderCalls({ database }: TestApp, tenant: Tenant): Promise<Tenant> {
  const called = async (part: Part): Promise<Part> => {
    const { rows } = await database.pool.query<Identified>(
      `insert into provider_calls (org_id, id, business_id, conversation_id, capability, provider, outcome, tries, duration_ms, sent_chars, received_chars, created_at)
       select org_id, id, business_id, id, 'TRANSLATION', 'translate.test', 'SUCCEEDED', 1, 5, 5, 5, created_at
         from conversations where org_id = $1 and id = $2 returning id`,
      [tenant.orgId, part.conversationId.slice('cv_'.length)],
    );
    const { rows: came } = await database.pool.query<Identified>(
      `insert into sync_deliveries (org_id, id, source_id, business_id, lead_id, outcome, bytes, body, digest, created_at)
       select org_id, id, $3, business_id, id, 'CREATED', 2, '{}', '\\x00', created_at
         from leads where org_id = $1 and id = $2 returning id`,
      [tenant.orgId, part.leadId.slice('ld_'.length), part.syncSourceId.slice('src_'.length)],
    );
    await database.pool.query(
      `insert into meetings (org_id, id, provider, reference, business_id, lead_id, state, created_at, updated_at)
       select org_id, id, 'CALENDLY', id, business_id, id, 'BOOKED', created_at, created_at
         from leads where org_id = $1 and id = $2`,
      [tenant.orgId, part.leadId.slice('ld_'.length)],
    );
    const meetingId = part.leadId.replace('ld_', 'mtg_');
    return { ...part, meetingId, providerCallId: `pc_${rows[0]!.id}`, syncDeliveryId: `sdl_${came[0]!.id}` };
  };
  const { one, two, none } = tenant.parts;
  return { ...tenant, parts: { one: await called(one), two: await called(two), none: await called(none) } };
}

/** What is to be done about each part's task, one day. */
async function withJobs({ database }: TestApp, tenant: Tenant): Promise<Tenant> {
  const waiting = async (part: Part): Promise<Part> => {
    const { rows } = await database.pool.query<Identified>(
      `insert into jobs (org_id, id, business_id, kind, key, subject_id, payload, max_attempts, run_at, created_at)
       select org_id, id, business_id, 'TASK', id, 'tsk_' || id, jsonb_build_object('taskId', id), 3, created_at + interval '1 day', created_at
         from tasks where org_id = $1 and id = $2 returning id`,
      [tenant.orgId, part.taskId.slice('tsk_'.length)],
    );
    return { ...part, jobId: `job_${rows[0]!.id}` };
  };
  const { one, two, none } = tenant.parts;
  return { ...tenant, parts: { one: await waiting(one), two: await waiting(two), none: await waiting(none) } };
}

async function withDeliveries(tenant: Tenant): Promise<Tenant> {
  const latest = async (part: Part): Promise<Part> => {
    const { webhookDeliveries } = await tenant.graph.ask<{ webhookDeliveries: { nodes: Identified[] } }>(
      'query ($endpointId: ID!) { webhookDeliveries(endpointId: $endpointId, first: 1) { nodes { id } } }',
      { endpointId: part.endpointId },
    );
    return { ...part, deliveryId: webhookDeliveries.nodes[0]!.id };
  };
  const { one, two, none } = tenant.parts;
  return { ...tenant, parts: { one: await latest(one), two: await latest(two), none: await latest(none) } };
}
