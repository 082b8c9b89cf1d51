import type {
  Business,
  Conversation,
  Enrolment,
  Feedback,
  Lead,
  LeadStatus,
  Meeting,
  Member,
  Message,
  Note,
  ScheduledEmail,
  ScheduledEmailState,
  Stage,
  Task,
  Touchpoint,
  WebhookEndpoint,
  Widget,
} from '../db/generated/prisma/client.ts';
import type { EventType } from './catalogue.ts';

/** Who wrote something or holds a conversation: a member, or a key that acts in nobody's name. */
export type Author = {
  readonly id: string;
  readonly name: string;
  readonly type: 'HUMAN' | 'AGENT' | 'API_KEY';
  readonly avatarUrl: string | null;
};

/** A lead as it is read: without the columns it is only searched and sorted by. */
export type LeadRow = Omit<Lead, 'search' | 'sortName'>;

/** A lead with its to-one references, as it was when the event happened. */
export type LeadSnapshot = LeadRow & {
  readonly stage: Stage;
  readonly business: Business | null;
  readonly widget: Widget | null;
  readonly assignedTo: Member | null;
};

export type ConversationSnapshot = Omit<Conversation, 'visitorTokenHash'> & {
  readonly business: Business | null;
  readonly widget: Widget;
  readonly takenOverBy: Author | null;
  /** Its latest message as it was then. */
  readonly lastMessage: MessageSnapshot | null;
};

/** A message as it is read: without the column it is only searched by. */
export type MessageRow = Omit<Message, 'search' | Later> & Partial<Pick<Message, Later>>;

/** A translation comes after the event. */
type Later = 'translation' | 'translationLanguage';

export type MessageSnapshot = Omit<Message, 'search' | Later> & { readonly author: Author | null };

export type TaskSnapshot = Task & { readonly business: Business | null; readonly widget: Widget | null };

export type NoteSnapshot = Note & { readonly author: Author | null };

export type TouchpointSnapshot = Touchpoint & { readonly author: Author | null };

/** A lead's way through a campaign, with what that was called then. */
export type EnrolmentSnapshot = Enrolment & { readonly campaignName: string };

/** An email as it is read: before it is sent with its placeholders as they stand, then as it went out. */
export type EmailSnapshot = Pick<
  ScheduledEmail,
  'id' | 'leadId' | 'campaignId' | 'subject' | 'bodyHtml' | 'aiWritten' | 'error' | 'dueAt' | 'sentAt' | 'createdAt'
> & {
  readonly bodyText: string;
  readonly to: string | null;
  readonly from: string | null;
  readonly status: ScheduledEmailState;
};

/** A webhook endpoint as its event tells of it: nothing of its secrets. */
export type EndpointSnapshot = Pick<
  WebhookEndpoint,
  'id' | 'businessId' | 'url' | 'format' | 'disabledAt' | 'disabledReason' | 'createdAt'
>;

/** What an event keeps of the moment it happened; webhooks and subscriptions are both rendered from it. */
export type EventSnapshot = {
  readonly lead?: LeadSnapshot;
  readonly note?: NoteSnapshot;
  readonly touchpoint?: TouchpointSnapshot;
  readonly meeting?: Meeting;
  readonly conversation?: ConversationSnapshot;
  readonly message?: MessageSnapshot;
  readonly task?: TaskSnapshot;
  readonly enrolment?: EnrolmentSnapshot;
  readonly email?: EmailSnapshot;
  readonly feedback?: Feedback;
  readonly endpoint?: EndpointSnapshot;
  /** Of a test: the type that the endpoint was sent a made-up event of. */
  readonly sampleOf?: EventType;
  readonly previousStage?: Stage;
  readonly previousStatus?: LeadStatus;
  readonly metadata?: Readonly<Record<string, unknown>>;
};

/** An event of the log with its snapshot revived. */
export type LogEvent = {
  readonly orgId: string;
  readonly position: bigint;
  readonly id: string;
  readonly type: EventType;
  readonly businessId: string | null;
  readonly leadId: string | null;
  readonly conversationId: string | null;
  readonly createdAt: Date;
  readonly snapshot: EventSnapshot;
};
