import type {
  AutomationRule,
  AutomationRun,
  Campaign,
  Conversation,
  Enrolment,
  Meeting,
  Note,
  Playbook,
  ScheduledEmail,
  Task,
  Touchpoint,
} from '../../src/db/generated/prisma/client.ts';
import type {
  ConversationSnapshot,
  EmailSnapshot,
  EnrolmentSnapshot,
  LeadRow,
  LeadSnapshot,
  LogEvent,
  MessageRow,
  MessageSnapshot,
  NoteSnapshot,
  TaskSnapshot,
  TouchpointSnapshot,
} from '../../src/events/snapshot.ts';
import { builder } from './builder.ts';

// The types that events carry. A row of theirs comes from its table, or from an event with its to-one references as they
// were; so a to-one field takes what the row brings along and asks a loader only for what it does not.

export type LeadNode = LeadRow & Partial<Pick<LeadSnapshot, 'stage' | 'business' | 'widget' | 'assignedTo'>>;
export type ConversationNode = Omit<Conversation, 'visitorTokenHash'> &
  Partial<Pick<ConversationSnapshot, 'business' | 'widget' | 'takenOverBy' | 'lastMessage'>>;
export type MessageNode = MessageRow & Partial<Pick<MessageSnapshot, 'author'>>;
export type TaskNode = Task & Partial<Pick<TaskSnapshot, 'business' | 'widget'>>;
export type NoteNode = Note & Partial<Pick<NoteSnapshot, 'author'>>;
export type TouchpointNode = Touchpoint & Partial<Pick<TouchpointSnapshot, 'author'>>;
export type EnrolmentNode = Enrolment & Partial<Pick<EnrolmentSnapshot, 'campaignName'>>;

export const LeadRef = builder.objectRef<LeadNode>('Lead');
export const ConversationRef = builder.objectRef<ConversationNode>('Conversation');
export const MessageRef = builder.objectRef<MessageNode>('Message');
export const TaskRef = builder.objectRef<TaskNode>('Task');
export const NoteRef = builder.objectRef<NoteNode>('Note');
export const TouchpointRef = builder.objectRef<TouchpointNode>('Touchpoint');
export const MeetingRef = builder.objectRef<Meeting>('Meeting');
export const PlaybookRef = builder.objectRef<Playbook>('Playbook');
export const AutomationRuleRef = builder.objectRef<AutomationRule>('AutomationRule');
export const AutomationRunRef = builder.objectRef<AutomationRun>('AutomationRun');
export const CampaignRef = builder.objectRef<Campaign>('Campaign');
export const EnrolmentRef = builder.objectRef<EnrolmentNode>('Enrolment');
export const ScheduledEmailRef = builder.objectRef<ScheduledEmail>('ScheduledEmail');
export const EmailRef = builder.objectRef<EmailSnapshot>('Email');
export const EventRef = builder.interfaceRef<LogEvent>('Event');

/** Everything that can be fetched again by its id. */
export const NodeRef = builder.nodeInterfaceRef();
