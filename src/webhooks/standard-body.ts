import { confidenceLabel } from '../domain/leads/confidence/label.ts';
import type {
  Author,
  ConversationSnapshot,
  EmailSnapshot,
  EndpointSnapshot,
  LeadSnapshot,
  MessageSnapshot,
  TaskSnapshot,
} from '../events/snapshot.ts';
import type { WebhookEvent } from './formats.ts';

/** The graph's view of an event as JSON: camelCase resources under their names, with the graph's ids. */
export function standardWebhookBody(event: WebhookEvent): string {
  const { lead, conversation, message, task, email, endpoint } = event.snapshot;
  const { previousStage, previousStatus, metadata } = event.snapshot;
  const data = {
    ...(lead && { lead: toLead(lead, event.leadName) }),
    ...(conversation && { conversation: toConversation(conversation) }),
    ...(message && { message: toMessage(message) }),
    ...(task && { task: toTask(task) }),
    ...(email && { email: toEmail(email) }),
    ...(endpoint && { webhookEndpoint: toEndpoint(endpoint) }),
    ...(previousStage && { previousStage: toStage(previousStage) }),
    ...(previousStatus && { previousStatus }),
    ...(metadata && { metadata }),
  };
  return JSON.stringify({ id: event.id, type: event.type, timestamp: event.createdAt, data });
}

const toId = (prefix: 'ld' | 'cv' | 'msg' | 'tsk' | 'biz' | 'wdg' | 'stg' | 'mem' | 'whe', id: string) =>
  `${prefix}_${id}`;
const toIdOrNull = (prefix: Parameters<typeof toId>[0], id: string | null) => (id === null ? null : toId(prefix, id));

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
  handedOffAt: lead.handedOffAt,
  handoffDestination: lead.handoffDestination,
  handoffMetadata: lead.handoffMetadata,
  createdAt: lead.createdAt,
  updatedAt: lead.updatedAt,
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

const toEmail = (email: EmailSnapshot) => ({
  id: email.id,
  leadId: toIdOrNull('ld', email.leadId),
  to: email.to,
  subject: email.subject,
  body: email.body,
  createdAt: email.createdAt,
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
