import {
  answersFailed,
  type Attempt,
  cursorExpired,
  invalid,
  notAsExpected,
  notFound,
  notForLocked,
  ofTheWorkspace,
} from './attempt.ts';
import type { Part } from './world.ts';

/** A mutation whose `id` names the row; the rest of it is as it should be. */
const change = (mutation: string, name: keyof Part, rest = '', options = {}) =>
  notFound(
    `mutation ($id: ID!) { ${mutation}(id: $id${rest}) { __typename } }`,
    (their) => ({ id: their[name] }),
    options,
  );

type Naming = { readonly mutation: string; readonly field: string; readonly name: keyof Part; readonly rest?: object };

/** A mutation whose input refers to the row. */
const refer = ({ mutation, field, name, rest = {} }: Naming, options = {}) =>
  invalid(
    `mutation ($input: ${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { __typename } }`,
    (their) => ({ input: { ...rest, [field]: their[name] } }),
    options,
  );

const updateLead = (field: string, name: keyof Part) =>
  invalid(
    'mutation ($id: ID!, $input: UpdateLeadInput!) { updateLead(id: $id, input: $input) { __typename } }',
    (their, own) => ({ id: own.leadId, input: { [field]: their[name] } }),
    ofTheWorkspace,
  );

const updateLeads = (field: string, name: keyof Part) =>
  invalid(
    'mutation ($id: ID!, $input: UpdateLeadsInput!) { updateLeads(ids: [$id], input: $input) { __typename } }',
    (their, own) => ({ id: own.leadId, input: { [field]: their[name] } }),
    ofTheWorkspace,
  );

const expectOfLead = (field: string, name: keyof Part) =>
  notAsExpected(
    'mutation ($id: ID!, $ifStill: LeadStillInput!) { updateLead(id: $id, input: { score: 7 }, ifStill: $ifStill) { __typename } }',
    (their, own) => ({ id: own.leadId, ifStill: { [field]: their[name] } }),
    ofTheWorkspace,
  );

const send = (input: (their: Part, own: Part) => object, widget: (their: Part, own: Part) => string) =>
  notFound(
    'mutation ($widgetId: ID!, $input: SendVisitorMessageInput!) { sendVisitorMessage(widgetId: $widgetId, input: $input) { __typename } }',
    (their, own) => ({ widgetId: widget(their, own), input: { message: 'Hello', ...input(their, own) } }),
  );

const conditions = (field: string) =>
  invalid(
    'mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) { __typename } }',
    (their) => ({
      input: {
        name: 'Welcome',
        trigger: 'STAGE_CHANGED',
        conditions: { [field]: their.stageId },
        steps: [{ subject: 'Hi', body: 'Hello', delayHours: 0 }],
      },
    }),
    notForLocked,
  );

const ownWidget = (_: Part, own: Part) => own.widgetId;

const task = { type: 'OTHER', title: 'Call' };

/** A locked key that names another business is told so, whether or not there is such a business. */
const otherBusiness = { locked: 'FORBIDDEN' } as const;

/** Every place where a writer can name a row, and what comes of naming somebody else’s. In an order in which all can be done. */
export const attemptsToWrite = {
  'Mutation.updateLead(id)': [change('updateLead', 'leadId', ', input: { company: "Acme" }')],
  'Mutation.scoreLead(id)': [change('scoreLead', 'leadId')],
  'Mutation.recordLeadReply(id)': [change('recordLeadReply', 'leadId', ', message: "Yes"')],
  'CreateNoteInput.leadId': [
    notFound('mutation ($input: CreateNoteInput!) { createNote(input: $input) { __typename } }', (their) => ({
      input: { leadId: their.leadId, body: 'Call' },
    })),
  ],
  'RecordTouchpointInput.leadId': [
    notFound(
      'mutation ($input: RecordTouchpointInput!) { recordTouchpoint(input: $input) { __typename } }',
      (their) => ({ input: { leadId: their.leadId, type: 'CALL' } }),
    ),
  ],
  'Mutation.enrichLead(id)': [
    notFound('mutation ($id: ID!) { enrichLead(id: $id) { status } }', (their) => ({ id: their.leadId })),
  ],
  'Mutation.enrichLeads(ids)': [
    answersFailed('mutation ($id: ID!) { enrichLeads(ids: [$id]) { failed results { lead { id } } } }', (their) => ({
      id: their.leadId,
    })),
  ],
  'Mutation.updateNote(id)': [change('updateNote', 'noteId', ', input: { pinned: true }')],
  'Mutation.enrolLead(leadId)': [
    notFound(
      'mutation ($id: ID!, $leadId: ID!) { enrolLead(campaignId: $id, leadId: $leadId) { __typename } }',
      (their, own) => ({ id: own.campaignId, leadId: their.leadId }),
    ),
  ],
  'Mutation.enrolLead(campaignId)': [
    notFound(
      'mutation ($id: ID!, $leadId: ID!) { enrolLead(campaignId: $id, leadId: $leadId) { __typename } }',
      (their, own) => ({ id: their.campaignId, leadId: own.leadId }),
      ofTheWorkspace,
    ),
  ],
  'Mutation.stopEnrolment(id)': [change('stopEnrolment', 'enrolmentId')],
  'Mutation.sendEmail(leadId)': [
    notFound(
      'mutation ($id: ID!) { sendEmail(leadId: $id, subject: "Hi", body: "Hello") { __typename } }',
      (their) => ({ id: their.leadId }),
    ),
  ],
  'Mutation.draftEmail(leadId)': [
    notFound('mutation ($id: ID!) { draftEmail(leadId: $id, instructions: "Hi") { __typename } }', (their) => ({
      id: their.leadId,
    })),
  ],
  'Mutation.approveEmail(id)': [change('approveEmail', 'mailId')],
  'Mutation.discardEmail(id)': [change('discardEmail', 'mailId')],
  'Mutation.markEmailBounced(id)': [change('markEmailBounced', 'leadId')],
  'Mutation.unsubscribeLead(id)': [change('unsubscribeLead', 'leadId')],
  'Mutation.resubscribeLead(id)': [change('resubscribeLead', 'leadId')],
  'Mutation.updateCampaign(id)': [
    change('updateCampaign', 'spareCampaignId', ', input: { enabled: false }', notForLocked),
  ],
  'Mutation.deleteCampaign(id)': [change('deleteCampaign', 'spareCampaignId', '', notForLocked)],
  'CampaignConditionsInput.fromStage': [conditions('fromStage')],
  'CampaignConditionsInput.toStage': [conditions('toStage')],
  'Mutation.handOffLead(id)': [change('handOffLead', 'leadId', ', destination: "crm"')],
  'Mutation.updateLeads(ids)': [
    notFound(
      'mutation ($ids: [ID!]!) { updateLeads(ids: $ids, input: { score: 7 }) { __typename } }',
      (their, own) => ({ ids: [own.leadId, their.leadId] }),
    ),
  ],
  'Mutation.deleteLeads(ids)': [
    notFound('mutation ($ids: [ID!]!) { deleteLeads(ids: $ids) { __typename } }', (their, own) => ({
      ids: [own.leadId, their.leadId],
    })),
  ],
  'Mutation.deleteLead(id)': [change('deleteLead', 'leadId')],
  'Mutation.restoreLead(id)': [change('restoreLead', 'leadId')],
  'Mutation.replaceLead(id)': [change('replaceLead', 'leadId', ', input: { firstName: "Ada" }')],
  'Mutation.reopenTask(id)': [change('reopenTask', 'taskId')],
  'Mutation.updateTask(id)': [change('updateTask', 'taskId', ', input: { title: "Another" }')],
  'Mutation.takeOverConversation(id)': [change('takeOverConversation', 'conversationId')],
  'Mutation.tellTyping(conversationId)': [
    notFound('mutation ($id: ID!) { tellTyping(conversationId: $id) { __typename } }', (their) => ({
      id: their.conversationId,
    })),
  ],
  'Mutation.replyToConversation(id)': [change('replyToConversation', 'conversationId', ', message: "Hello"')],
  'Mutation.handBackConversation(id)': [change('handBackConversation', 'conversationId')],
  'Mutation.closeConversation(id)': [change('closeConversation', 'conversationId')],
  'Mutation.sendVisitorMessage(widgetId)': [
    send(
      () => ({}),
      (their) => their.widgetId,
    ),
  ],
  'SendVisitorMessageInput.conversationId': [
    send((their) => ({ conversationId: their.conversationId }), ownWidget),
    send((their) => ({ conversationId: their.conversationId, visitorToken: their.visitorToken }), ownWidget),
  ],
  'SendVisitorMessageInput.visitorToken': [
    send((their, own) => ({ conversationId: own.conversationId, visitorToken: their.visitorToken }), ownWidget),
  ],
  'ReplaceLeadInput.stage': [
    invalid(
      'mutation ($id: ID!, $input: ReplaceLeadInput!) { replaceLead(id: $id, input: $input) { __typename } }',
      (their, own) => ({ id: own.leadId, input: { stage: their.stageId } }),
      ofTheWorkspace,
    ),
  ],
  'UpdateLeadsInput.assignedToId': [updateLeads('assignedToId', 'memberId')],
  'UpdateLeadsInput.stage': [updateLeads('stage', 'stageId')],
  'LeadStillInput.assignedToId': [expectOfLead('assignedToId', 'memberId')],
  'LeadStillInput.stage': [expectOfLead('stage', 'stageId')],
  'UpdateLeadInput.assignedToId': [updateLead('assignedToId', 'memberId')],
  'UpdateLeadInput.stage': [updateLead('stage', 'stageId')],
  'CreateLeadInput.assignedToId': [
    refer({ mutation: 'createLead', field: 'assignedToId', name: 'memberId' }, ofTheWorkspace),
  ],
  'CreateLeadInput.stage': [refer({ mutation: 'createLead', field: 'stage', name: 'stageId' }, ofTheWorkspace)],
  'CreateLeadInput.businessId': [
    refer({ mutation: 'createLead', field: 'businessId', name: 'businessId' }, otherBusiness),
  ],
  'CreateLeadInput.widgetId': [refer({ mutation: 'createLead', field: 'widgetId', name: 'widgetId' })],
  'CreateTaskInput.leadId': [refer({ mutation: 'createTask', field: 'leadId', name: 'leadId', rest: task })],
  'CreateTaskInput.conversationId': [
    refer({ mutation: 'createTask', field: 'conversationId', name: 'conversationId', rest: task }),
  ],
  'CreateTaskInput.widgetId': [refer({ mutation: 'createTask', field: 'widgetId', name: 'widgetId', rest: task })],
  'CreateTaskInput.businessId': [
    refer({ mutation: 'createTask', field: 'businessId', name: 'businessId', rest: task }, otherBusiness),
  ],
  'CreateWidgetInput.businessId': [
    refer({ mutation: 'createWidget', field: 'businessId', name: 'businessId', rest: { name: 'Site' } }, otherBusiness),
  ],
  'CreateApiKeyInput.businessId': [
    refer(
      { mutation: 'createApiKey', field: 'businessId', name: 'businessId', rest: { name: 'Key', dialect: 'QUINCER' } },
      otherBusiness,
    ),
  ],
  'CreateWebhookEndpointInput.businessId': [
    refer(
      {
        mutation: 'createWebhookEndpoint',
        field: 'businessId',
        name: 'businessId',
        rest: { url: 'http://127.0.0.1:9/', format: 'STANDARD', types: ['TASK_FAILED'] },
      },
      otherBusiness,
    ),
  ],
  'RecordScraperRunInput.id': [
    notFound(
      'mutation ($input: RecordScraperRunInput!) { recordScraperRun(input: $input) { __typename } }',
      (their) => ({ input: { id: their.runId, source: 'manual', status: 'SUCCEEDED' } }),
      notForLocked,
    ),
  ],
  'Mutation.deleteNote(id)': [change('deleteNote', 'noteId')],
  'Mutation.retryJob(id)': [change('retryJob', 'jobId', '', notForLocked)],
  'Mutation.cancelJob(id)': [change('cancelJob', 'jobId', '', notForLocked)],
  'Mutation.retryWebhookDelivery(id)': [change('retryWebhookDelivery', 'deliveryId')],
  'Mutation.updateWebhookEndpoint(id)': [change('updateWebhookEndpoint', 'endpointId', ', input: { enabled: false }')],
  'Mutation.rotateWebhookSecret(id)': [change('rotateWebhookSecret', 'endpointId')],
  'Mutation.activateWebhookSecret(id)': [change('activateWebhookSecret', 'endpointId')],
  'Mutation.sendTestEvent(endpointId)': [
    notFound('mutation ($id: ID!) { sendTestEvent(endpointId: $id) { __typename } }', (their) => ({
      id: their.endpointId,
    })),
  ],
  'Mutation.replayEvents(endpointId)': [
    notFound(
      'mutation ($id: ID!) { replayEvents(endpointId: $id, after: "evt_0000000000000000") { __typename } }',
      (their) => ({ id: their.endpointId }),
    ),
  ],
  'Mutation.replayEvents(after)': [
    cursorExpired(
      'mutation ($id: ID!, $after: ID!) { replayEvents(endpointId: $id, after: $after) { __typename } }',
      (their, own) => ({ id: own.endpointId, after: their.eventId }),
    ),
  ],
  'Mutation.deleteWebhookEndpoint(id)': [change('deleteWebhookEndpoint', 'endpointId')],
  'Mutation.updatePlaybook(id)': [change('updatePlaybook', 'playbookId', ', input: { tier: HIGH }', notForLocked)],
  'Mutation.deletePlaybook(id)': [change('deletePlaybook', 'playbookId', '', notForLocked)],
  'Mutation.purgeLead(id)': [change('purgeLead', 'leadId')],
  'Mutation.updateCustomField(id)': [
    change('updateCustomField', 'fieldId', ', input: { label: "Other" }', notForLocked),
  ],
  'Mutation.deleteCustomField(id)': [change('deleteCustomField', 'fieldId', '', notForLocked)],
  'Mutation.acknowledgeFeedback(id)': [change('acknowledgeFeedback', 'feedbackId', '', ofTheWorkspace)],
  'CreateSyncSourceInput.targetStage': [
    refer(
      { mutation: 'createSyncSource', field: 'targetStage', name: 'stageId', rest: { name: 'Form', type: 'GMAIL' } },
      notForLocked,
    ),
  ],
  'UpdateSyncSourceInput.targetStage': [
    invalid(
      'mutation ($id: ID!, $input: UpdateSyncSourceInput!) { updateSyncSource(id: $id, input: $input) { __typename } }',
      (their, own) => ({ id: own.syncSourceId, input: { targetStage: their.stageId } }),
      notForLocked,
    ),
  ],
  'Mutation.updateSyncSource(id)': [
    change('updateSyncSource', 'syncSourceId', ', input: { enabled: false }', notForLocked),
  ],
  'Mutation.rotateSyncSourceSecret(id)': [change('rotateSyncSourceSecret', 'syncSourceId', '', notForLocked)],
  'Mutation.connectMailbox(id)': [
    change('connectMailbox', 'syncSourceId', ', input: { host: "127.0.0.1", user: "a", password: "b" }', notForLocked),
  ],
  'Mutation.disconnectMailbox(id)': [change('disconnectMailbox', 'syncSourceId', '', notForLocked)],
  'Mutation.deleteSyncSource(id)': [change('deleteSyncSource', 'syncSourceId', '', notForLocked)],
  'CreateAutomationRuleInput.targetStage': [
    refer(
      {
        mutation: 'createAutomationRule',
        field: 'targetStage',
        name: 'stageId',
        rest: { name: 'Rule', trigger: 'CTA_CLICKED' },
      },
      notForLocked,
    ),
  ],
  'UpdateAutomationRuleInput.targetStage': [
    invalid(
      'mutation ($id: ID!, $input: UpdateAutomationRuleInput!) { updateAutomationRule(id: $id, input: $input) { __typename } }',
      (their, own) => ({ id: own.ruleId, input: { targetStage: their.stageId } }),
      notForLocked,
    ),
  ],
  'AutomationConditionsInput.fromStage': [
    invalid(
      'mutation ($id: ID!, $input: UpdateAutomationRuleInput!) { updateAutomationRule(id: $id, input: $input) { __typename } }',
      (their, own) => ({ id: own.ruleId, input: { targetStage: 'won', conditions: { fromStage: their.stageId } } }),
      notForLocked,
    ),
  ],
  'Mutation.updateAutomationRule(id)': [
    change('updateAutomationRule', 'ruleId', ', input: { priority: 1 }', notForLocked),
  ],
  'Mutation.deleteAutomationRule(id)': [change('deleteAutomationRule', 'ruleId', '', notForLocked)],
  'Mutation.updateStage(id)': [change('updateStage', 'spareStageId', ', input: { order: 20 }', notForLocked)],
  'Mutation.deleteStage(id)': [change('deleteStage', 'spareStageId', '', notForLocked)],
  'Mutation.deleteStage(moveTo)': [
    invalid(
      'mutation ($id: ID!, $moveTo: String!) { deleteStage(id: $id, moveTo: $moveTo) { __typename } }',
      (their, own) => ({ id: own.laterStageId, moveTo: their.stageId }),
      notForLocked,
    ),
  ],
  'Mutation.revokeApiKey(id)': [change('revokeApiKey', 'apiKeyId')],
  'Mutation.updateApiKey(id)': [change('updateApiKey', 'apiKeyId', ', input: { name: "Mine" }')],
  'Mutation.updateMember(id)': [change('updateMember', 'memberId', ', input: { name: "Mine" }', notForLocked)],
  'Mutation.revokeInvitation(memberId)': [
    notFound(
      'mutation ($id: ID!) { revokeInvitation(memberId: $id) { __typename } }',
      (their) => ({ id: their.memberId }),
      notForLocked,
    ),
  ],
  'Mutation.endMemberSessions(memberId)': [
    notFound(
      'mutation ($id: ID!) { endMemberSessions(memberId: $id) { __typename } }',
      (their) => ({ id: their.memberId }),
      notForLocked,
    ),
  ],
  'Mutation.removeMember(id)': [change('removeMember', 'memberId', '', notForLocked)],
  'Mutation.updateBusiness(id)': [change('updateBusiness', 'businessId', ', input: { name: "Mine" }', notForLocked)],
  'Mutation.updateWidget(id)': [change('updateWidget', 'widgetId', ', input: { name: "Mine" }')],
  'Mutation.deleteWidget(id)': [change('deleteWidget', 'widgetId')],
  'ImportApiKeyInput.businessId': [
    refer(
      {
        mutation: 'importApiKey',
        field: 'businessId',
        name: 'businessId',
        rest: { name: 'Old', dialect: 'AI93', secret: 'ai93_live_01234567890123456789' },
      },
      notForLocked,
    ),
  ],
} satisfies Record<string, readonly Attempt[]>;

/** What staff may do to the rows of any workspace: see staff.test.ts. */
export const staffReaches = [
  'Mutation.setOutsideCapabilities(organisationId)',
  'Mutation.setOrganizationTier(organisationId)',
  'Mutation.setOrganizationTier(organizationId)',
  'Mutation.answerFeedback(id)',
  'Query.feedbackInbox(after)',
  'Query.feedbackInbox(before)',
] as const;
