import type { EmailSnapshot } from '../../src/events/snapshot.ts';
import { toIsoInstant } from '../../src/instant.ts';
import { temperatureWords } from '../lead-mapping.ts';
import { lowerWord, wordOrNull } from '../route/words.ts';
import type { Instant, SourceOf } from '../source-of.ts';
import type {
  ConversationRowFragment,
  LeadRowFragment,
  MessageRowFragment,
  TaskDetailFragment,
  TaskRowFragment,
} from './generated/operations.ts';

/*
 * Quincer's resources as its document shows them. A GraphQL answer and an event's snapshot are both read as the same sources,
 * so that REST and webhooks cannot disagree. Ids are bare.
 */

/** Apart from the rest, which may then be read of a GraphQL answer as it is: a copy of each took a tenth of the time of a list. */
type LeadReferences = Pick<LeadRowFragment, 'id' | 'widgetId' | 'conversationId' | 'assignedToId'> & {
  readonly stage: string;
};

type QuincerLeadSource = SourceOf<Omit<LeadRowFragment, keyof LeadReferences>>;

type TaskReferences = Pick<TaskRowFragment, 'id' | 'widgetId' | 'leadId' | 'conversationId'>;

type QuincerTaskSource = SourceOf<Omit<TaskRowFragment, keyof TaskReferences>>;

type QuincerTaskDetailSource = SourceOf<Omit<TaskDetailFragment, keyof TaskReferences>>;

type QuincerMessageSource = SourceOf<MessageRowFragment>;

type QuincerAuthorSource = NonNullable<QuincerMessageSource['author']>;

type QuincerConversationSource = SourceOf<ConversationRowFragment> & {
  readonly messages: readonly QuincerMessageSource[];
};

/** The graph says instants as Quincer does. */
const toIso = (instant: Instant): string => (typeof instant === 'string' ? instant : toIsoInstant(instant));
const toIsoOrNull = (instant: Instant | null): string | null => (instant === null ? null : toIso(instant));

export const toQuincerLead = (lead: QuincerLeadSource, references: LeadReferences) => ({
  object: 'lead' as const,
  id: references.id,
  widget_id: references.widgetId,
  conversation_id: references.conversationId,
  stage: references.stage,
  temperature: wordOrNull(temperatureWords, lead.temperature),
  score: lead.score,
  tags: lead.tags,
  name: lead.name,
  email: lead.email,
  phone: lead.phone,
  company: lead.company,
  job_title: lead.jobTitle,
  assigned_to: references.assignedToId,
  bant: {
    budget: lead.bant.budget,
    authority: lead.bant.authority,
    need: lead.bant.need,
    timeline: lead.bant.timeline,
  },
  created_at: toIso(lead.createdAt),
  updated_at: toIso(lead.updatedAt),
});

export const toQuincerTask = (task: QuincerTaskSource, references: TaskReferences) => ({
  object: 'task' as const,
  id: references.id,
  widget_id: references.widgetId,
  lead_id: references.leadId,
  conversation_id: references.conversationId,
  type: lowerWord(task.type),
  status: lowerWord(task.status),
  title: task.title,
  due_at: toIsoOrNull(task.dueAt),
  created_at: toIso(task.createdAt),
  updated_at: toIso(task.updatedAt),
  completed_at: toIsoOrNull(task.completedAt),
});

/** The full record: a single task in REST, and the task of an event. */
export const toQuincerTaskDetail = (task: QuincerTaskDetailSource, references: TaskReferences) => ({
  ...toQuincerTask(task, references),
  execution: task.execution ?? null,
  result: task.result ?? null,
});

export const toQuincerAuthor = (author: QuincerAuthorSource) => ({
  id: author.id,
  name: author.name,
  type: lowerWord(author.type),
  avatar_url: author.avatarUrl,
});

export const toQuincerMessage = (message: QuincerMessageSource) => ({
  object: 'message' as const,
  id: message.id,
  conversation_id: message.conversationId,
  role: lowerWord(message.role),
  content: message.content,
  original_content: message.originalContent,
  language: message.language,
  translated: message.translated,
  author: message.author && toQuincerAuthor(message.author),
  created_at: toIso(message.createdAt),
});

/** `messages` in the order given: oldest first. */
export const toQuincerConversation = (conversation: QuincerConversationSource) => ({
  object: 'conversation' as const,
  id: conversation.id,
  widget_id: conversation.widgetId,
  lead_id: conversation.leadId,
  status: lowerWord(conversation.status),
  language: conversation.language,
  visitor: {
    name: conversation.visitor.name,
    email: conversation.visitor.email,
    language: conversation.visitor.language,
  },
  taken_over_by: conversation.takenOverBy && toQuincerAuthor(conversation.takenOverBy),
  taken_over_at: toIsoOrNull(conversation.takenOverAt),
  messages: conversation.messages.map(toQuincerMessage),
  has_earlier_messages: conversation.messageCount > conversation.messages.length,
  created_at: toIso(conversation.createdAt),
  updated_at: toIso(conversation.updatedAt),
});

export const toQuincerEmail = (email: EmailSnapshot) => ({
  object: 'email' as const,
  id: email.id,
  lead_id: email.leadId,
  campaign_id: email.campaignId,
  subject: email.subject,
  body_text: email.bodyText,
  body_html: email.bodyHtml,
  to: email.to,
  from: email.from,
  status: email.status.toLowerCase(),
  created_at: toIso(email.createdAt),
  sent_at: email.sentAt && toIso(email.sentAt),
});
