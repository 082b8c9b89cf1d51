import type {
  ConversationRowFragment,
  LeadDetailFragment,
  LeadRowFragment,
  MessageRowFragment,
  TaskDetailFragment,
  TaskRowFragment,
} from './generated/operations.ts';
import { bareId, bareIdOrNull } from '../../src/ids.ts';
import {
  toQuincerConversation,
  toQuincerLead,
  toQuincerMessage,
  toQuincerTask,
  toQuincerTaskDetail,
} from './resources.ts';

export const leadFromGraph = (lead: LeadRowFragment) =>
  toQuincerLead(lead, {
    id: bareId(lead.id),
    widgetId: bareIdOrNull(lead.widgetId),
    conversationId: bareIdOrNull(lead.conversationId),
    assignedToId: bareIdOrNull(lead.assignedToId),
    stage: lead.stage?.key ?? '',
  });

const referencesOf = (task: TaskRowFragment) => ({
  id: bareId(task.id),
  widgetId: bareIdOrNull(task.widgetId),
  leadId: bareIdOrNull(task.leadId),
  conversationId: bareIdOrNull(task.conversationId),
});

export const taskFromGraph = (task: TaskRowFragment) => toQuincerTask(task, referencesOf(task));

export const taskDetailFromGraph = (task: TaskDetailFragment) => toQuincerTaskDetail(task, referencesOf(task));

export const leadDetailFromGraph = (lead: LeadDetailFragment) => ({
  ...leadFromGraph(lead),
  tasks: (lead.tasks?.nodes ?? []).map(taskFromGraph),
});

const messageSource = (message: MessageRowFragment) => ({
  ...message,
  id: bareId(message.id),
  conversationId: bareId(message.conversationId),
  author: message.author && { ...message.author, id: bareId(message.author.id) },
});

export const messageFromGraph = (message: MessageRowFragment) => toQuincerMessage(messageSource(message));

type Transcribed = ConversationRowFragment & { readonly transcript: readonly MessageRowFragment[] | null };

export const conversationFromGraph = (conversation: Transcribed) =>
  toQuincerConversation({
    ...conversation,
    id: bareId(conversation.id),
    widgetId: bareId(conversation.widgetId),
    leadId: bareIdOrNull(conversation.leadId),
    takenOverBy: conversation.takenOverBy && { ...conversation.takenOverBy, id: bareId(conversation.takenOverBy.id) },
    messages: (conversation.transcript ?? []).map(messageSource),
  });
