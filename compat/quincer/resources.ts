import type { EmailSnapshot } from '../../src/events/snapshot.ts';
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

type QuincerLeadSource = SourceOf<Omit<LeadRowFragment, 'stage'>> & { readonly stage: { readonly key: string } };

type QuincerTaskSource = SourceOf<TaskRowFragment>;

type QuincerTaskDetailSource = SourceOf<TaskDetailFragment>;

type QuincerMessageSource = SourceOf<MessageRowFragment>;

type QuincerAuthorSource = NonNullable<QuincerMessageSource['author']>;

type QuincerConversationSource = SourceOf<ConversationRowFragment> & {
  readonly messages: readonly QuincerMessageSource[];
};

const toIso = (instant: Instant): string => new Date(instant).toISOString();
const toIsoOrNull = (instant: Instant | null): string | null => (instant === null ? null : toIso(instant));

export const toQuincerLead = (lead: QuincerLeadSource) => ({
  object: 'lead' as const,
  id: lead.id,
  widget_id: lead.widgetId,
  conversation_id: lead.conversationId,
  stage: lead.stage.key,
  temperature: wordOrNull(temperatureWords, lead.temperature),
  score: lead.score,
  tags: lead.tags,
  name: lead.name,
  email: lead.email,
  phone: lead.phone,
  company: lead.company,
  job_title: lead.jobTitle,
  assigned_to: lead.assignedToId,
  bant: {
    budget: lead.bant.budget,
    authority: lead.bant.authority,
    need: lead.bant.need,
    timeline: lead.bant.timeline,
  },
  created_at: toIso(lead.createdAt),
  updated_at: toIso(lead.updatedAt),
});

export const toQuincerTask = (task: QuincerTaskSource) => ({
  object: 'task' as const,
  id: task.id,
  widget_id: task.widgetId,
  lead_id: task.leadId,
  conversation_id: task.conversationId,
  type: lowerWord(task.type),
  status: lowerWord(task.status),
  title: task.title,
  due_at: toIsoOrNull(task.dueAt),
  created_at: toIso(task.createdAt),
  updated_at: toIso(task.updatedAt),
  completed_at: toIsoOrNull(task.completedAt),
});

/** The full record: a single task in REST, and the task of an event. */
export const toQuincerTaskDetail = (task: QuincerTaskDetailSource) => ({
  ...toQuincerTask(task),
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
  created_at: toIso(conversation.createdAt),
  updated_at: toIso(conversation.updatedAt),
});

export const toQuincerEmail = (email: EmailSnapshot) => ({
  object: 'email' as const,
  id: email.id,
  lead_id: email.leadId,
  to: email.to,
  subject: email.subject,
  body: email.body,
  created_at: toIso(email.createdAt),
});
