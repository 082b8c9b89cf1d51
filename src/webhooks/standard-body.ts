import { confidenceLabel } from '../domain/leads/confidence/label.ts';
import type {
  Author,
  ConversationSnapshot,
  EmailSnapshot,
  EndpointSnapshot,
  EnrolmentSnapshot,
  EventSnapshot,
  LeadSnapshot,
  MessageSnapshot,
  NoteSnapshot,
  TaskSnapshot,
  TouchpointSnapshot,
} from '../events/snapshot.ts';
import type { WebhookEvent } from './webhook-event.ts';

/** The graph's view of an event as JSON: camelCase resources under their names, with the graph's ids. */
export function standardWebhookBody(event: WebhookEvent): string {
  const { lead, note, touchpoint, conversation, message, task, enrolment, email, feedback, endpoint } = event.snapshot;
  const { previousStage, previousStatus, metadata } = event.snapshot;
  const data = {
    ...(lead && { lead: toLead(lead, event.leadName) }),
    ...(note && { note: toNote(note) }),
    ...(touchpoint && { touchpoint: toTouchpoint(touchpoint) }),
    ...(conversation && { conversation: toConversation(conversation) }),
    ...(message && { message: toMessage(message) }),
    ...(task && { task: toTask(task) }),
    ...(enrolment && { enrolment: toEnrolment(enrolment) }),
    ...(email && { email: toEmail(email) }),
    ...(feedback && { feedback: toFeedback(feedback) }),
    ...(endpoint && { webhookEndpoint: toEndpoint(endpoint) }),
    ...(previousStage && { previousStage: toStage(previousStage) }),
    ...(previousStatus && { previousStatus }),
    ...(metadata && { metadata }),
  };
  return JSON.stringify({ id: event.id, type: event.type, timestamp: event.createdAt, data });
}

type Prefix = 'ld' | 'nt' | 'tp' | 'cv' | 'msg' | 'tsk' | 'biz' | 'wdg' | 'stg' | 'mem' | 'whe' | 'cmp' | 'enr' | 'fb';

const toId = (prefix: Prefix, id: string) => `${prefix}_${id}`;
const toIdOrNull = (prefix: Prefix, id: string | null) => (id === null ? null : toId(prefix, id));

const toAuthor = (author: Author | null) =>
  author && { name: author.name, type: author.type, avatarUrl: author.avatarUrl };

const toStage = ({ id, key, name }: LeadSnapshot['stage']) => ({ id: toId('stg', id), key, name });

const toLead = (lead: LeadSnapshot, name: string | null) => ({
  id: toId('ld', lead.id),
  businessId: toIdOrNull('biz', lead.businessId),
  widgetId: toIdOrNull('wdg', lead.widgetId),
  conversationId: toIdOrNull('cv', lead.conversationId),
  assignedToId: toIdOrNull('mem', lead.assignedToId),
  stage: toStage(lead.stage),
  status: lead.status,
  temperature: lead.temperature,
  score: lead.score,
  tags: lead.tags,
  name,
  email: lead.email,
  phone: lead.phone,
  handle: lead.handle,
  company: lead.company,
  jobTitle: lead.jobTitle,
  remark: lead.remark,
  bant: {
    budget: lead.bantBudget,
    authority: lead.bantAuthority,
    need: lead.bantNeed,
    timeline: lead.bantTimeline,
  },
  source: lead.source,
  targetType: lead.targetType,
  context: lead.context,
  tier: lead.tier,
  businessType: lead.businessType,
  seniority: lead.seniority,
  companyName: lead.companyName,
  linkedinUrl: lead.linkedinUrl,
  companySize: lead.companySize,
  companyRevenue: lead.companyRevenue,
  crmData: lead.crmData,
  customFields: lead.customFields,
  confidenceScore: lead.confidenceScore,
  confidenceLabel: lead.confidenceScore === null ? null : confidenceLabel(lead.confidenceScore),
  scoredAt: lead.scoredAt,
  lastTouchedAt: lead.lastTouchedAt,
  enrichmentStatus: lead.enrichmentStatus,
  enrichmentError: lead.enrichmentError,
  enrichedAt: lead.enrichedAt,
  emailBouncedAt: lead.emailBouncedAt,
  handedOffAt: lead.handedOffAt,
  handoffDestination: lead.handoffDestination,
  handoffMetadata: lead.handoffMetadata,
  createdAt: lead.createdAt,
  updatedAt: lead.updatedAt,
});

const toNote = (note: NoteSnapshot) => ({
  id: toId('nt', note.id),
  leadId: toId('ld', note.leadId),
  type: note.type,
  body: note.body,
  pinned: note.pinned,
  author: toAuthor(note.author),
  createdAt: note.createdAt,
  updatedAt: note.updatedAt,
});

const toTouchpoint = (touchpoint: TouchpointSnapshot) => ({
  id: toId('tp', touchpoint.id),
  leadId: toId('ld', touchpoint.leadId),
  type: touchpoint.type,
  channel: touchpoint.channel,
  summary: touchpoint.summary,
  metadata: touchpoint.metadata,
  author: toAuthor(touchpoint.author),
  occurredAt: touchpoint.occurredAt,
  createdAt: touchpoint.createdAt,
});

const toConversation = (conversation: ConversationSnapshot) => ({
  id: toId('cv', conversation.id),
  businessId: toIdOrNull('biz', conversation.businessId),
  widgetId: toId('wdg', conversation.widgetId),
  leadId: toIdOrNull('ld', conversation.leadId),
  status: conversation.status,
  language: conversation.language,
  visitor: { name: conversation.visitorName, email: conversation.visitorEmail },
  takenOverBy: toAuthor(conversation.takenOverBy),
  takenOverAt: conversation.takenOverAt,
  createdAt: conversation.createdAt,
  updatedAt: conversation.updatedAt,
});

const toMessage = (message: MessageSnapshot) => ({
  id: toId('msg', message.id),
  conversationId: toId('cv', message.conversationId),
  role: message.role,
  content: message.content,
  originalContent: message.originalContent,
  language: message.language,
  translated: message.translated,
  inReplyTo: message.inReplyTo.map((id) => toId('msg', id)),
  author: toAuthor(message.author),
  createdAt: message.createdAt,
});

const toTask = (task: TaskSnapshot) => ({
  id: toId('tsk', task.id),
  businessId: toIdOrNull('biz', task.businessId),
  widgetId: toIdOrNull('wdg', task.widgetId),
  leadId: toIdOrNull('ld', task.leadId),
  conversationId: toIdOrNull('cv', task.conversationId),
  type: task.type,
  status: task.status,
  title: task.title,
  dueAt: task.dueAt,
  execution: task.execution,
  result: task.result,
  createdAt: task.createdAt,
  updatedAt: task.updatedAt,
  completedAt: task.completedAt,
});

const toEnrolment = (enrolment: EnrolmentSnapshot) => ({
  id: toId('enr', enrolment.id),
  campaignId: toId('cmp', enrolment.campaignId),
  campaignName: enrolment.campaignName,
  leadId: toId('ld', enrolment.leadId),
  status: enrolment.status,
  trigger: enrolment.trigger,
  stopReason: enrolment.stopReason,
  createdAt: enrolment.createdAt,
  updatedAt: enrolment.updatedAt,
});

const toEmail = (email: EmailSnapshot) => ({
  id: email.id,
  leadId: toIdOrNull('ld', email.leadId),
  to: email.to,
  subject: email.subject,
  body: email.body,
  createdAt: email.createdAt,
});

const toFeedback = (feedback: NonNullable<EventSnapshot['feedback']>) => ({
  id: toId('fb', feedback.id),
  type: feedback.type,
  agent: feedback.agent,
  priority: feedback.priority,
  title: feedback.title,
  description: feedback.description,
  context: feedback.context,
  status: feedback.status,
  response: feedback.response,
  respondedAt: feedback.respondedAt,
  acknowledgedAt: feedback.acknowledgedAt,
  createdAt: feedback.createdAt,
  updatedAt: feedback.updatedAt,
});

const toEndpoint = (endpoint: EndpointSnapshot) => ({
  id: toId('whe', endpoint.id),
  businessId: toIdOrNull('biz', endpoint.businessId),
  url: endpoint.url,
  format: endpoint.format,
  disabledAt: endpoint.disabledAt,
  disabledReason: endpoint.disabledReason,
  createdAt: endpoint.createdAt,
});
