import type { Prisma } from '../db/generated/prisma/client.ts';
import { nullColumns } from '../db/null-columns.ts';
import { usualTargetType } from '../domain/sources/usual-target-type.ts';
import { limits } from '../limits.ts';
import type {
  ConversationSnapshot,
  EmailSnapshot,
  EventSnapshot,
  LeadRow,
  LeadSnapshot,
  MessageSnapshot,
  TaskSnapshot,
} from './snapshot.ts';

type Always = 'orgId' | 'id' | 'createdAt';

/** The columns of each kind of row that are never null and that the first events had already. */
type First = {
  Lead: Always | 'stageId' | 'status' | 'tags' | 'source' | 'targetType' | 'search' | 'updatedAt';
  Stage: Always | 'key' | 'name' | 'order' | 'isDefault';
  Business: Always | 'name';
  Widget: Always | 'name' | 'allowedOrigins';
  Member: Always | 'type' | 'name';
  Conversation: Always | 'widgetId' | 'status' | 'visitorTokenHash' | 'updatedAt' | 'lastMessageAt';
  Message: Always | 'conversationId' | 'role' | 'content' | 'originalContent' | 'translated' | 'search';
  Task: Always | 'type' | 'status' | 'title' | 'updatedAt';
  Note: Always | 'leadId' | 'type' | 'body' | 'pinned' | 'updatedAt';
  Touchpoint: Always | 'leadId' | 'type' | 'occurredAt';
  Meeting: Always | 'provider' | 'reference' | 'state' | 'updatedAt';
  Enrolment: Always | 'campaignId' | 'leadId' | 'status' | 'trigger' | 'updatedAt';
  Feedback: Always | 'type' | 'priority' | 'title' | 'status' | 'updatedAt';
};

type Row<Model extends keyof First> = Prisma.TypeMap['model'][Model]['payload']['scalars'];

type NeverNull<Model extends keyof First> = {
  [Column in keyof Row<Model>]: null extends Row<Model>[Column] ? never : Column;
}[keyof Row<Model>];

/**
 * What a column was before there was it; an event from then has none of it. One that may be null was null, which the model
 * says. One that may not does not compile until it is said here.
 */
const before = {
  Lead: nullColumns('Lead'),
  Stage: nullColumns('Stage'),
  Business: nullColumns('Business'),
  Widget: { ...nullColumns('Widget'), leadsPerHour: limits.leadsPerHour },
  Member: nullColumns('Member'),
  Conversation: { ...nullColumns('Conversation'), messageCount: 0 },
  Message: { ...nullColumns('Message'), inReplyTo: [] },
  Task: nullColumns('Task'),
  Note: nullColumns('Note'),
  Touchpoint: nullColumns('Touchpoint'),
  Meeting: nullColumns('Meeting'),
  Enrolment: nullColumns('Enrolment'),
  Feedback: nullColumns('Feedback'),
} satisfies { readonly [Model in keyof First]: Readonly<Record<Exclude<NeverNull<Model>, First[Model]>, unknown>> };

/** An event of today has all of them already. */
function filled<Kept extends object>(model: keyof First, row: Kept): Kept {
  for (const column in before[model]) if (!(column in row)) return { ...before[model], ...row };
  return row;
}

const filledOrNull = <Kept extends object>(model: keyof First, row: Kept | null): Kept | null =>
  row && filled(model, row);

/** Both may be null in an event from before every lead had them. */
const onceNullable = ({ source, targetType, context }: OnceNullable) => ({
  targetType: targetType ?? usualTargetType(source),
  context: context ?? {},
});

type OnceNullable = Pick<LeadRow, 'source'> & {
  [Column in 'targetType' | 'context']: LeadRow[Column] | null;
};

const filledLead = (lead: LeadSnapshot): LeadSnapshot => ({
  ...filled('Lead', lead),
  ...onceNullable(lead),
  stage: filled('Stage', lead.stage),
  business: filledOrNull('Business', lead.business),
  widget: filledOrNull('Widget', lead.widget),
  assignedTo: filledOrNull('Member', lead.assignedTo),
});

const filledConversation = (
  conversation: ConversationSnapshot,
  message: MessageSnapshot | undefined,
): ConversationSnapshot => ({
  ...filled('Conversation', conversation),
  ...lastMessageOf(conversation, message),
  business: filledOrNull('Business', conversation.business),
  widget: filled('Widget', conversation.widget),
});

/** An event of a message keeps it once, since it is the latest of its conversation. Others from before know of none. */
function lastMessageOf(
  { lastMessage, lastMessageAt, updatedAt }: BeforeActivity,
  message: MessageSnapshot | undefined,
): Pick<ConversationSnapshot, 'lastMessageId' | 'lastMessageAt' | 'lastMessage'> {
  const last = message ?? lastMessage ?? null;
  return {
    lastMessageId: last?.id ?? null,
    lastMessageAt: last?.createdAt ?? lastMessageAt ?? updatedAt,
    lastMessage: last && filled('Message', last),
  };
}

type BeforeActivity = Pick<ConversationSnapshot, 'updatedAt'> &
  Partial<Pick<ConversationSnapshot, 'lastMessage' | 'lastMessageAt'>>;

const filledTask = (task: TaskSnapshot): TaskSnapshot => ({
  ...filled('Task', task),
  business: filledOrNull('Business', task.business),
  widget: filledOrNull('Widget', task.widget),
});

/** Emails were told of, in trials of an endpoint, before there were any. */
const beforeEmails = {
  campaignId: null,
  bodyText: '',
  bodyHtml: null,
  from: null,
  status: 'SENT',
  aiWritten: false,
  error: null,
  sentAt: null,
} as const satisfies Partial<EmailSnapshot>;

const filledEmail = (email: EmailSnapshot & { readonly body?: string }): EmailSnapshot => {
  if ('bodyText' in email) return email;
  const { body, ...rest }: EmailSnapshot & { readonly body?: string } = email;
  return { ...beforeEmails, ...rest, bodyText: body ?? '', dueAt: rest.createdAt };
};

/** An event's snapshot with the columns that came later than it. */
export function withLaterColumns(snapshot: EventSnapshot): EventSnapshot {
  const { lead, conversation, message, task, note, touchpoint, meeting, enrolment, email, feedback, previousStage } =
    snapshot;
  return {
    ...snapshot,
    ...(lead && { lead: filledLead(lead) }),
    ...(previousStage && { previousStage: filled('Stage', previousStage) }),
    ...(conversation && { conversation: filledConversation(conversation, message) }),
    ...(message && { message: filled('Message', message) }),
    ...(task && { task: filledTask(task) }),
    ...(note && { note: filled('Note', note) }),
    ...(touchpoint && { touchpoint: filled('Touchpoint', touchpoint) }),
    ...(meeting && { meeting: filled('Meeting', meeting) }),
    ...(enrolment && { enrolment: filled('Enrolment', enrolment) }),
    ...(email && { email: filledEmail(email) }),
    ...(feedback && { feedback: filled('Feedback', feedback) }),
  };
}
