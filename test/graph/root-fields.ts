import { dialectScopes } from '../../src/access/dialects.ts';
import { roles } from '../../src/access/roles.ts';
import type { Scope } from '../../src/access/scopes.ts';

/** One of each thing that can be named. */
export type Ids = Readonly<
  Record<
    | 'lead'
    | 'stage'
    | 'campaign'
    | 'enrolment'
    | 'email'
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
    | 'key'
    | 'business'
    | 'job'
    | 'spareJob'
    | 'member',
    string
  >
>;

type RootField = {
  /** What it needs; empty where any key may. Where several are named, each is needed. */
  readonly scopes: readonly Scope[];
  /** What it needs as well, for what it names here: known once that was looked up. */
  readonly further?: readonly Scope[];
  /** The field as it stands in a document. */
  readonly call: (ids: Ids) => string;
};

const open = (call: RootField['call']): RootField => ({ scopes: [], call });
const needs = (scope: Scope, call: RootField['call'], further: readonly Scope[] = []): RootField => ({
  scopes: [scope],
  further,
  call,
});

/** Every root field of the graph. */
export const rootFields: Readonly<Record<string, RootField>> = {
  'Query.analytics': needs('analytics:read', () => 'analytics(days: 7) { totalLeads }'),
  'Query.answersOverTime': {
    scopes: ['analytics:read', 'conversations:read'],
    call: () => 'answersOverTime { isCut }',
  },
  'Query.deliveriesOverTime': {
    scopes: ['analytics:read', 'webhooks:read'],
    call: () => 'deliveriesOverTime { isCut }',
  },
  'Query.firstResponsesOverTime': {
    scopes: ['analytics:read', 'conversations:read'],
    call: () => 'firstResponsesOverTime { isCut }',
  },
  'Query.leadsOverTime': needs('analytics:read', () => 'leadsOverTime { isCut }'),
  'Query.apiKeys': needs('keys:read', () => 'apiKeys { nodes { id } }'),
  'Query.auditLog': needs('audit:read', () => 'auditLog { nodes { id } }'),
  'Query.automationRules': needs('automation:read', () => 'automationRules { id }'),
  'Query.automationTriggers': needs('automation:read', () => 'automationTriggers { trigger }'),
  'Query.providerCalls': needs('audit:read', () => 'providerCalls { nodes { id } }'),
  'Query.jobs': needs('audit:read', () => 'jobs { nodes { id } }'),
  'Query.businesses': needs('businesses:read', () => 'businesses { nodes { id } }'),
  'Query.integrations': open(() => 'integrations { capability }'),
  'Query.openClawSetup': open(() => 'openClawSetup { skillUrl }'),
  'Query.calendars': open(() => 'calendars { provider connected }'),
  'Query.calendlyConnection': open(() => 'calendlyConnection { connected }'),
  'Query.conversation': needs('conversations:read', ({ conversation }) => `conversation(id: "${conversation}") { id }`),
  'Query.conversations': needs('conversations:read', () => 'conversations { nodes { id } }'),
  'Query.eventCursor': open(() => 'eventCursor'),
  'Query.event': needs('events:read', () => 'event(id: "evt_0000000000000001") { id }'),
  'Query.events': needs('events:read', () => 'events { nodes { id } }'),
  'Query.lead': needs('leads:read', ({ lead }) => `lead(id: "${lead}") { id }`),
  'Query.stalledLeads': needs('leads:read', () => 'stalledLeads { totalCount }'),
  'Query.leads': needs('leads:read', () => 'leads { nodes { id } }'),
  'Query.leadCounts': needs('leads:read', () => 'leadCounts(by: STAGE) { key count }'),
  'Query.leadConnections': needs('leads:read', ({ lead }) => `leadConnections(id: "${lead}") { reasons }`),
  'Query.leadWeb': needs('leads:read', ({ lead }) => `leadWeb(id: "${lead}") { nodes { id kind } }`),
  'Query.members': needs('members:read', () => 'members { nodes { id } }'),
  'Query.node': needs('leads:read', ({ lead }) => `node(id: "${lead}") { id }`),
  'Query.feedback': needs('feedback:read', () => 'feedback { nodes { id } }'),
  'Query.unreadFeedback': needs('feedback:read', () => 'unreadFeedback { id }'),
  'Query.feedbackInbox': needs('staff', () => 'feedbackInbox { nodes { id } }'),
  'Query.campaign': needs('campaigns:read', ({ campaign }) => `campaign(id: "${campaign}") { id }`),
  'Query.campaigns': needs('campaigns:read', () => 'campaigns { nodes { id } }'),
  'Query.emails': needs('campaigns:read', () => 'emails { nodes { id } }'),
  'Query.scheduledEmails': needs('campaigns:read', () => 'scheduledEmails { nodes { id } }'),
  'Query.syncSources': needs('leads:read', () => 'syncSources { nodes { id } }'),
  'Query.previewSyncSourceMapping': needs('leads:read', () => 'previewSyncSourceMapping(sample: "{}") { problem }'),
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
  'Mutation.connectCalendar': needs(
    'workspace:write',
    () => 'connectCalendar(input: { provider: CAL_COM, token: "cal_1" }) { calendar { connected } }',
  ),
  'Mutation.disconnectCalendar': needs(
    'workspace:write',
    () => 'disconnectCalendar(provider: CAL_COM) { calendar { connected } }',
  ),
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
      `setOrganizationTier(organisationId: "${organisation}", tier: UNLIMITED) { organisation { id } }`,
  ),
  'Mutation.setOutsideCapabilities': needs(
    'staff',
    ({ organisation }) =>
      `setOutsideCapabilities(organisationId: "${organisation}", capabilities: [MODEL]) { organisation { id } }`,
  ),
  'Mutation.testIntegration': needs('workspace:write', () => 'testIntegration(capability: MODEL) { works }'),
  'Mutation.createSyncSource': needs(
    'pipeline:write',
    () => 'createSyncSource(input: { name: "Form", type: GMAIL }) { syncSource { id } }',
  ),
  'Mutation.updateSyncSource': needs(
    'pipeline:write',
    ({ syncSource }) => `updateSyncSource(id: "${syncSource}", input: { name: "X" }) { syncSource { id } }`,
  ),
  'Mutation.rotateSyncSourceSecret': needs(
    'pipeline:write',
    ({ syncSource }) => `rotateSyncSourceSecret(id: "${syncSource}") { syncSource { id } }`,
  ),
  'Mutation.connectMailbox': needs(
    'pipeline:write',
    ({ syncSource }) =>
      `connectMailbox(id: "${syncSource}", input: { host: "127.0.0.1", user: "a", password: "b" }) { syncSource { id } }`,
  ),
  'Mutation.disconnectMailbox': needs(
    'pipeline:write',
    ({ syncSource }) => `disconnectMailbox(id: "${syncSource}") { syncSource { id } }`,
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
  'Mutation.updateLeads': needs(
    'leads:write',
    ({ lead }) => `updateLeads(ids: ["${lead}"], input: { score: 7 }) { leads { id } }`,
  ),
  'Mutation.deleteLeads': needs('leads:write', ({ lead }) => `deleteLeads(ids: ["${lead}"]) { leads { id } }`),
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
  'Mutation.tellTyping': needs(
    'conversations:reply',
    ({ conversation }) => `tellTyping(conversationId: "${conversation}") { isTyping }`,
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
  'Mutation.sendEmail': needs(
    'campaigns:write',
    ({ spareLead }) => `sendEmail(leadId: "${spareLead}", subject: "Hi", body: "Hello") { email { id } }`,
  ),
  'Mutation.draftEmail': needs(
    'campaigns:write',
    ({ spareLead }) => `draftEmail(leadId: "${spareLead}", instructions: "Offer a demo.") { email { id } }`,
  ),
  'Mutation.approveEmail': needs('campaigns:write', ({ email }) => `approveEmail(id: "${email}") { email { id } }`),
  'Mutation.discardEmail': needs('campaigns:write', ({ email }) => `discardEmail(id: "${email}") { email { id } }`),
  'Mutation.markEmailBounced': needs(
    'leads:write',
    ({ spareLead }) => `markEmailBounced(id: "${spareLead}") { lead { id } }`,
  ),
  'Mutation.unsubscribeLead': needs(
    'leads:write',
    ({ spareLead }) => `unsubscribeLead(id: "${spareLead}") { lead { id } }`,
  ),
  'Mutation.resubscribeLead': needs(
    'leads:write',
    ({ spareLead }) => `resubscribeLead(id: "${spareLead}") { lead { id } }`,
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
  'Mutation.reopenTask': needs('tasks:write', ({ task }) => `reopenTask(id: "${task}") { task { id } }`),
  'Mutation.updateTask': needs(
    'tasks:write',
    ({ task }) => `updateTask(id: "${task}", input: { title: "Call" }) { task { id } }`,
  ),
  'Mutation.createBusiness': needs(
    'businesses:write',
    () => 'createBusiness(input: { name: "North" }) { business { id } }',
  ),
  'Mutation.createWidget': needs('widgets:write', () => 'createWidget(input: { name: "Site" }) { widget { id } }'),
  'Mutation.importApiKey': {
    scopes: ['keys:write', 'staff'],
    call: () =>
      `importApiKey(input: { name: "Old", dialect: AI93, secret: "ai93_live_${crypto.randomUUID()}" }) { apiKey { id } }`,
  },
  'Mutation.updateApiKey': needs(
    'keys:write',
    ({ key }) => `updateApiKey(id: "${key}", input: { name: "New" }) { apiKey { id } }`,
    dialectScopes.AI93,
  ),
  'Mutation.updateMember': needs(
    'members:write',
    ({ member }) => `updateMember(id: "${member}", input: { name: "New" }) { member { id } }`,
  ),
  'Mutation.inviteMember': needs(
    'members:write',
    () =>
      `inviteMember(input: { name: "Ada", email: "${crypto.randomUUID()}@example.com", role: VIEWER }) { member { id } }`,
    roles.VIEWER.scopes,
  ),
  'Mutation.revokeInvitation': needs(
    'members:write',
    ({ member }) => `revokeInvitation(memberId: "${member}") { member { id } }`,
  ),
  'Mutation.endMemberSessions': needs(
    'members:write',
    ({ member }) => `endMemberSessions(memberId: "${member}") { endedSessions }`,
  ),
  'Mutation.removeMember': needs('members:write', ({ member }) => `removeMember(id: "${member}") { member { id } }`),
  'Mutation.updateBusiness': needs(
    'businesses:write',
    ({ business }) => `updateBusiness(id: "${business}", input: { name: "New" }) { business { id } }`,
  ),
  'Mutation.updateWidget': needs(
    'widgets:write',
    ({ widget }) => `updateWidget(id: "${widget}", input: { name: "New" }) { widget { id } }`,
  ),
  'Mutation.deleteWidget': needs('widgets:write', ({ widget }) => `deleteWidget(id: "${widget}") { widget { id } }`),
  'Mutation.createMember': needs('members:write', () => 'createMember(input: { name: "Ada" }) { member { id } }'),
  'Mutation.createApiKey': needs(
    'keys:write',
    () => 'createApiKey(input: { name: "Key", dialect: QUINCER }) { apiKey { id } }',
  ),
  'Mutation.revokeApiKey': needs(
    'keys:write',
    ({ key }) => `revokeApiKey(id: "${key}") { apiKey { id } }`,
    dialectScopes.AI93,
  ),
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
  'Mutation.createWebhookEndpoint': {
    scopes: ['webhooks:write', 'leads:read'],
    call: () =>
      'createWebhookEndpoint(input: { url: "http://127.0.0.1:9/", format: QUINCER, types: [LEAD_CREATED] }) { endpoint { id } }',
  },
  'Mutation.retryWebhookDelivery': needs(
    'webhooks:write',
    ({ delivery }) => `retryWebhookDelivery(id: "${delivery}") { delivery { id } }`,
    ['leads:read'],
  ),
  'Mutation.retryJob': needs('automation:write', ({ spareJob }) => `retryJob(id: "${spareJob}") { job { id } }`),
  'Mutation.cancelJob': needs('automation:write', ({ job }) => `cancelJob(id: "${job}") { job { id } }`),
  'Mutation.updateWebhookEndpoint': needs(
    'webhooks:write',
    ({ endpoint }) => `updateWebhookEndpoint(id: "${endpoint}", input: { enabled: false }) { endpoint { id } }`,
  ),
  'Mutation.rotateWebhookSecret': needs(
    'webhooks:write',
    ({ endpoint }) => `rotateWebhookSecret(id: "${endpoint}") { endpoint { id } }`,
  ),
  'Mutation.sendTestEvent': needs(
    'webhooks:write',
    ({ endpoint }) => `sendTestEvent(endpointId: "${endpoint}") { delivery { id } }`,
  ),
  'Mutation.replayEvents': needs(
    'webhooks:write',
    ({ endpoint }) => `replayEvents(endpointId: "${endpoint}", after: "evt_0000000000000000") { replayed }`,
    ['leads:read'],
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
  'Subscription.conversationTyping': needs(
    'conversations:read',
    ({ conversation }) => `conversationTyping(conversationId: "${conversation}") { isTyping }`,
  ),
  'Subscription.conversationEvents': needs(
    'conversations:read',
    ({ conversation }) => `conversationEvents(conversationId: "${conversation}") { id }`,
  ),
};
