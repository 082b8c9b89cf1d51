import {
  answersEmpty,
  answersNull,
  type Attempt,
  cursorExpired,
  invalid,
  notFound,
  ofTheWorkspace,
} from './attempt.ts';
import type { Part } from './world.ts';

const node = (name: keyof Part, options = {}) =>
  answersNull('query ($id: ID!) { node(id: $id) { __typename id } }', (their) => ({ id: their[name] }), options);

const single = (field: string, name: keyof Part, options = {}) =>
  answersNull(`query ($id: ID!) { ${field}(id: $id) { id } }`, (their) => ({ id: their[name] }), options);

const pageAfter = (field: string, name: keyof Part, options = {}) =>
  invalid(
    `query ($after: String!) { ${field}(after: $after) { pageInfo { endCursor } nodes { id } } }`,
    (their) => ({ after: their[name] }),
    options,
  );

const filtered = (field: string, type: string, filter: string, name: keyof Part, options = {}) =>
  answersEmpty(
    `query ($filter: ${type}!) { ${field}(filter: $filter) { totalCount nodes { id } } }`,
    (their) => ({ filter: { [filter]: their[name] } }),
    options,
  );

const narrowed = (field: string, argument: string, name: keyof Part, options = {}) =>
  answersEmpty(
    `query ($id: ID!) { ${field}(${argument}: $id) { totalCount nodes { id } } }`,
    (their) => ({ id: their[name] }),
    options,
  );

/** The log counts nothing. */
const eventsOf = (argument: string, name: keyof Part) =>
  answersEmpty(`query ($id: ID!) { events(${argument}: $id) { nodes { id } } }`, (their) => ({ id: their[name] }));

const belowLead = (field: string, name: keyof Part) =>
  invalid(
    `query ($id: ID!, $after: String!) { lead(id: $id) { ${field}(after: $after) { totalCount nodes { id } } } }`,
    (their, own) => ({ id: own.leadId, after: their[name] }),
  );

const deliveriesOf = (argument: 'after' | 'before') =>
  invalid(
    `query ($id: ID!, $cursor: String!) {
      node(id: $id) { ... on SyncSource { deliveries(${argument}: $cursor) { totalCount nodes { id } } } }
    }`,
    (their, own) => ({ id: own.syncSourceId, cursor: their.syncDeliveryId }),
  );

const nodeTypes = [
  'leadId',
  'conversationId',
  'messageId',
  'taskId',
  'noteId',
  'touchpointId',
  'ruleRunId',
  'enrolmentId',
  'emailId',
  'mailId',
  'businessId',
  'widgetId',
  'endpointId',
  'deliveryId',
  'apiKeyId',
  'auditId',
  'providerCallId',
  'jobId',
  'syncDeliveryId',
  'meetingId',
] as const;

/** Every place where a reader can name a row, and what comes of naming somebody else’s. */
const attempts = {
  'Query.node(id)': [
    ...nodeTypes.map((name) => node(name)),
    node('stageId', ofTheWorkspace),
    node('playbookId', ofTheWorkspace),
    node('campaignId', ofTheWorkspace),
    node('fieldId', ofTheWorkspace),
    node('syncSourceId', ofTheWorkspace),
    node('feedbackId', ofTheWorkspace),
    node('ruleId', ofTheWorkspace),
  ],
  'Query.recommendPlaybook(leadId)': [
    notFound('query ($id: ID!) { recommendPlaybook(leadId: $id) { reason } }', (their) => ({ id: their.leadId })),
  ],
  'Query.leadConnections(id)': [
    notFound('query ($id: ID!) { leadConnections(id: $id) { reasons } }', (their) => ({ id: their.leadId })),
  ],
  'Query.leadWeb(id)': [notFound('query ($id: ID!) { leadWeb(id: $id) { isCut } }', (their) => ({ id: their.leadId }))],
  'Query.lead(id)': [single('lead', 'leadId')],
  'Query.conversation(id)': [single('conversation', 'conversationId')],
  'Query.task(id)': [single('task', 'taskId')],

  'Query.leads(after)': [pageAfter('leads', 'leadId')],
  'Query.conversations(after)': [pageAfter('conversations', 'conversationId')],
  'Query.tasks(after)': [pageAfter('tasks', 'taskId')],
  'Query.webhookEndpoints(after)': [pageAfter('webhookEndpoints', 'endpointId')],
  'Query.webhookDeliveries(after)': [pageAfter('webhookDeliveries', 'deliveryId')],
  'Query.providerCalls(after)': [pageAfter('providerCalls', 'providerCallId')],
  'Query.jobs(after)': [pageAfter('jobs', 'jobId')],
  'Query.jobs(subjectId)': [narrowed('jobs', 'subjectId', 'taskId')],
  'Query.scraperRuns(after)': [pageAfter('scraperRuns', 'runId', ofTheWorkspace)],
  'Query.feedback(after)': [pageAfter('feedback', 'feedbackId', ofTheWorkspace)],
  'FeedbackFilter.id': [filtered('feedback', 'FeedbackFilter', 'id', 'feedbackId', ofTheWorkspace)],
  'Query.campaign(id)': [single('campaign', 'campaignId', ofTheWorkspace)],
  'Query.campaigns(after)': [pageAfter('campaigns', 'campaignId', ofTheWorkspace)],
  'Query.scheduledEmails(after)': [pageAfter('scheduledEmails', 'emailId')],
  'Query.scheduledEmails(campaignId)': [narrowed('scheduledEmails', 'campaignId', 'campaignId', ofTheWorkspace)],
  'Query.scheduledEmails(leadId)': [narrowed('scheduledEmails', 'leadId', 'leadId')],
  'Query.emails(after)': [pageAfter('emails', 'mailId')],
  'Query.emails(campaignId)': [narrowed('emails', 'campaignId', 'campaignId', ofTheWorkspace)],
  'Query.emails(leadId)': [narrowed('emails', 'leadId', 'leadId')],
  'Query.syncSources(after)': [pageAfter('syncSources', 'syncSourceId', ofTheWorkspace)],
  'Query.playbooks(after)': [pageAfter('playbooks', 'playbookId', ofTheWorkspace)],
  'Query.apiKeys(after)': [pageAfter('apiKeys', 'apiKeyId')],
  'Query.widgets(after)': [pageAfter('widgets', 'widgetId')],
  'Query.businesses(after)': [pageAfter('businesses', 'businessId')],
  'Query.auditLog(after)': [pageAfter('auditLog', 'auditId')],
  'Query.members(after)': [pageAfter('members', 'memberId', ofTheWorkspace)],
  'Query.event(id)': [single('event', 'eventId')],
  'Query.events(after)': [
    cursorExpired('query ($after: ID!) { events(after: $after) { pageInfo { endCursor } nodes { id } } }', (their) => ({
      after: their.eventId,
    })),
  ],
  'Lead.tasks(after)': [belowLead('tasks', 'taskId')],
  'Lead.notes(after)': [belowLead('notes', 'noteId')],
  'Lead.touchpoints(after)': [belowLead('touchpoints', 'touchpointId')],
  'Lead.automationRuns(after)': [belowLead('automationRuns', 'ruleRunId')],
  'Lead.enrolments(after)': [belowLead('enrolments', 'enrolmentId')],
  'Lead.emails(after)': [belowLead('emails', 'mailId')],
  'Lead.meetings(after)': [belowLead('meetings', 'meetingId')],
  'SyncSource.deliveries(after)': [deliveriesOf('after')],
  'SyncSource.deliveries(before)': [deliveriesOf('before')],
  'Campaign.enrolments(after)': [
    invalid(
      'query ($id: ID!, $after: String!) { campaign(id: $id) { enrolments(after: $after) { totalCount nodes { id } } } }',
      (their, own) => ({ id: own.campaignId, after: their.enrolmentId }),
    ),
  ],
  'Enrolment.scheduledEmails(after)': [
    invalid(
      `query ($id: ID!, $after: String!) {
        lead(id: $id) { enrolments { nodes { scheduledEmails(after: $after) { totalCount nodes { id } } } } }
      }`,
      (their, own) => ({ id: own.leadId, after: their.emailId }),
    ),
  ],
  'Conversation.messages(after)': [
    invalid(
      'query ($id: ID!, $after: String!) { conversation(id: $id) { messages(after: $after) { totalCount nodes { id } } } }',
      (their, own) => ({
        id: own.conversationId,
        after: their.messageId,
      }),
    ),
  ],

  'LeadFilter.assignedToId': [filtered('leads', 'LeadFilter', 'assignedToId', 'memberId', ofTheWorkspace)],
  'LeadFilter.businessId': [filtered('leads', 'LeadFilter', 'businessId', 'businessId')],
  'LeadFilter.conversationId': [filtered('leads', 'LeadFilter', 'conversationId', 'conversationId')],
  'LeadFilter.stage': [
    invalid(
      'query ($filter: LeadFilter!) { leads(filter: $filter) { totalCount nodes { id } } }',
      (their) => ({ filter: { stage: their.stageId } }),
      ofTheWorkspace,
    ),
  ],
  'LeadFilter.widgetId': [filtered('leads', 'LeadFilter', 'widgetId', 'widgetId')],
  'ConversationFilter.businessId': [filtered('conversations', 'ConversationFilter', 'businessId', 'businessId')],
  'ConversationFilter.leadId': [filtered('conversations', 'ConversationFilter', 'leadId', 'leadId')],
  'ConversationFilter.takenOverById': [
    filtered('conversations', 'ConversationFilter', 'takenOverById', 'memberId', ofTheWorkspace),
  ],
  'ConversationFilter.widgetId': [filtered('conversations', 'ConversationFilter', 'widgetId', 'widgetId')],
  'PlaybookFilter.stage': [filtered('playbooks', 'PlaybookFilter', 'stage', 'stageId', ofTheWorkspace)],
  'TaskFilter.businessId': [filtered('tasks', 'TaskFilter', 'businessId', 'businessId')],
  'TaskFilter.conversationId': [filtered('tasks', 'TaskFilter', 'conversationId', 'conversationId')],
  'TaskFilter.leadId': [filtered('tasks', 'TaskFilter', 'leadId', 'leadId')],
  'TaskFilter.widgetId': [filtered('tasks', 'TaskFilter', 'widgetId', 'widgetId')],
  'Query.auditLog(subjectId)': [
    narrowed('auditLog', 'subjectId', 'leadId'),
    narrowed('auditLog', 'subjectId', 'widgetId'),
  ],
  'Query.providerCalls(conversationId)': [narrowed('providerCalls', 'conversationId', 'conversationId')],
  'Query.auditLog(apiKeyId)': [narrowed('auditLog', 'apiKeyId', 'operatorKeyId', ofTheWorkspace)],
  'Query.auditLog(memberId)': [narrowed('auditLog', 'memberId', 'memberId', ofTheWorkspace)],
  'Query.webhookDeliveries(endpointId)': [narrowed('webhookDeliveries', 'endpointId', 'endpointId')],
  'Query.webhookDeliveries(eventId)': [narrowed('webhookDeliveries', 'eventId', 'eventId')],
  'Query.webhookDeliveries(leadId)': [narrowed('webhookDeliveries', 'leadId', 'leadId')],
  'Query.events(leadId)': [eventsOf('leadId', 'leadId')],
  'Query.events(conversationId)': [eventsOf('conversationId', 'conversationId')],
} satisfies Record<string, readonly Attempt[]>;

const readBack = ({ document, variables, ...answers }: Attempt): Attempt => ({
  ...answers,
  document: document.replaceAll('after', 'before'),
  variables: (their, own) => {
    const { after: before, ...others } = variables(their, own) as Record<string, unknown>;
    return { ...others, before };
  },
});

/** Whoever may not read on from a row may not read back from it either. */
const backwards = Object.fromEntries(
  Object.entries<readonly Attempt[]>(attempts)
    .filter(([place]) => place.endsWith('(after)'))
    .map(([place, list]) => [place.replace('(after)', '(before)'), list.map(readBack)]),
);

export const attemptsToRead = { ...attempts, ...backwards };
