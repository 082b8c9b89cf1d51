import { temperatureWords } from '../lead-mapping.ts';
import { wordOrNull } from '../route/words.ts';
import { quincerWord } from './ids.ts';

/**
 * Quincer's resources as its document shows them. The sources are the neutral shapes that both a GraphQL answer and an
 * event's snapshot can be read as, so that REST and webhooks cannot disagree. Ids are bare.
 */
export type Instant = Date | string;

type Nullable<T> = { readonly [K in keyof T]: T[K] | null };

export type QuincerLeadSource = {
  readonly id: string;
  readonly stage: { readonly key: string };
  readonly tags: readonly string[];
  readonly bant: Nullable<{ budget: string; authority: string; need: string; timeline: string }>;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
} & Nullable<{
  widgetId: string;
  conversationId: string;
  temperature: 'HOT' | 'WARM' | 'COLD';
  score: number;
  name: string;
  email: string;
  phone: string;
  company: string;
  jobTitle: string;
  assignedToId: string;
}>;

export type QuincerTaskSource = {
  readonly id: string;
  readonly type: 'FOLLOW_UP' | 'QUALIFICATION' | 'CRM_SYNC' | 'ENRICHMENT' | 'EMAIL' | 'OTHER';
  readonly status: 'PENDING' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLED';
  readonly title: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
} & Nullable<{ widgetId: string; leadId: string; conversationId: string; dueAt: Instant; completedAt: Instant }>;

export type QuincerTaskDetailSource = QuincerTaskSource & { readonly execution: unknown; readonly result: unknown };

export type QuincerAuthorSource = {
  readonly id: string;
  readonly name: string;
  readonly type: 'HUMAN' | 'AGENT' | 'API_KEY';
  readonly avatarUrl: string | null;
};

export type QuincerMessageSource = {
  readonly id: string;
  readonly conversationId: string;
  readonly role: 'VISITOR' | 'AI' | 'HUMAN' | 'SYSTEM';
  readonly content: string;
  readonly originalContent: string;
  readonly language: string | null;
  readonly translated: boolean;
  readonly author: QuincerAuthorSource | null;
  readonly createdAt: Instant;
};

export type QuincerConversationSource = {
  readonly id: string;
  readonly widgetId: string;
  readonly leadId: string | null;
  readonly status: 'ACTIVE' | 'HUMAN_ACTIVE' | 'CLOSED';
  readonly language: string | null;
  readonly visitor: Nullable<{ name: string; email: string; language: string }>;
  readonly takenOverBy: QuincerAuthorSource | null;
  readonly takenOverAt: Instant | null;
  readonly messages: readonly QuincerMessageSource[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};

export type QuincerEmailSource = {
  readonly id: string;
  readonly leadId: string | null;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly createdAt: Instant;
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
  type: quincerWord(task.type),
  status: quincerWord(task.status),
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
  type: quincerWord(author.type),
  avatar_url: author.avatarUrl,
});

export const toQuincerMessage = (message: QuincerMessageSource) => ({
  object: 'message' as const,
  id: message.id,
  conversation_id: message.conversationId,
  role: quincerWord(message.role),
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
  status: quincerWord(conversation.status),
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

export const toQuincerEmail = (email: QuincerEmailSource) => ({
  object: 'email' as const,
  id: email.id,
  lead_id: email.leadId,
  to: email.to,
  subject: email.subject,
  body: email.body,
  created_at: toIso(email.createdAt),
});
