import type DataLoader from 'dataloader';
import type {
  ApiKey,
  AutomationRule,
  AutomationRun,
  Business,
  Campaign,
  Conversation,
  Enrolment,
  Event as EventRow,
  Lead,
  Meeting,
  Member,
  Note,
  ScheduledEmail,
  Stage,
  SyncDelivery,
  SyncMailbox,
  Task,
  Touchpoint,
  WebhookAttempt,
  WebhookEndpoint,
  WebhookEndpointHealth,
  Widget,
} from '../../src/db/generated/prisma/client.ts';
import type { AuthorColumns } from '../../src/domain/members/find-authors.ts';
import type { Assistant } from '../../src/domain/widgets/find-assistant.ts';
import type { ChildFilter, ChildRange } from '../../src/domain/keyset/child-lists.ts';
import type { ConnectionShape } from './connection.ts';
import type { Asking, MessageTranslation } from '../../src/domain/conversations/find-translations.ts';
import type { Author, LogEvent, MessageRow } from '../../src/events/snapshot.ts';

type ById<Row> = DataLoader<string, Row | null>;

/** What hangs below rows: alike pages, and alike counts, of many rows are read in one statement. */
export type Children<Row> = {
  readonly pages: (range: ChildRange) => DataLoader<string, Row[]>;
  readonly counts: (filter: ChildFilter) => DataLoader<string, number>;
  /** By the arguments with which they were asked for. */
  readonly lists: WeakMap<object, (parentId: string) => Promise<ConnectionShape<Row>>>;
};

/** One batch for each kind of row an answer refers to, however many times it does. */
export type Loaders = {
  readonly stage: ById<Stage>;
  readonly business: ById<Business>;
  readonly widget: ById<Widget>;
  readonly member: ById<Member>;
  readonly apiKey: ById<ApiKey>;
  /** Deleted leads are not there. */
  readonly lead: ById<Lead>;
  readonly touchpoint: ById<Touchpoint>;
  readonly automationRule: ById<AutomationRule>;
  /** The ids of the rules that undo a rule. */
  readonly rulesUndoing: DataLoader<string, string[]>;
  readonly conversation: ById<Conversation>;
  readonly message: ById<MessageRow>;
  /** What agents read of visitors' messages, and what is done about those that were not translated. */
  readonly translations: (how: Asking) => DataLoader<string, MessageTranslation | null>;
  readonly assistantOfWidget: DataLoader<string, Assistant>;
  readonly modelTokensOfWidget: DataLoader<string, number>;
  readonly notCapturedOfWidget: DataLoader<string, number>;
  readonly demoKeyOfWidget: DataLoader<string, string | null>;
  readonly campaign: ById<Campaign>;
  readonly enrolment: ById<Enrolment>;
  readonly endpoint: ById<WebhookEndpoint>;
  readonly mailboxOfSource: ById<SyncMailbox>;
  readonly healthOfEndpoint: ById<WebhookEndpointHealth>;
  readonly event: ById<LogEvent>;
  /** Events as they are stored. */
  readonly eventRow: ById<EventRow>;
  /** First one first. */
  readonly attemptsOfDelivery: DataLoader<string, WebhookAttempt[]>;
  readonly author: DataLoader<AuthorColumns, Author | null, string>;
  readonly tasksOfLead: Children<Task>;
  readonly messagesOfConversation: Children<MessageRow>;
  /** Deleted leads do not count. */
  readonly leadCountOfStage: DataLoader<string, number>;
  readonly notesOfLead: Children<Note>;
  readonly touchpointsOfLead: Children<Touchpoint>;
  readonly automationRunsOfLead: Children<AutomationRun>;
  readonly enrolmentsOfLead: Children<Enrolment>;
  readonly enrolmentsOfCampaign: Children<Enrolment>;
  readonly emailsOfEnrolment: Children<ScheduledEmail>;
  readonly emailsOfLead: Children<ScheduledEmail>;
  readonly meetingsOfLead: Children<Meeting>;
  readonly deliveriesOfSource: Children<SyncDelivery>;
};

/** The row a nullable reference points to. */
export const loadOptional = <Row>(loader: ById<Row>, id: string | null): Promise<Row | null> | null =>
  id === null ? null : loader.load(id);

type Authored = {
  readonly author?: Author | null;
  readonly authorKeyId: string | null;
  readonly authorMemberId: string | null;
};

/** Who wrote a row: as its event tells, or else by the columns it has. */
export function authorOf(
  { author, authorKeyId: keyId, authorMemberId: memberId }: Authored,
  loaders: Pick<Loaders, 'author'>,
): Promise<Author | null> | Author | null {
  if (author !== undefined) return author;
  return keyId || memberId ? loaders.author.load({ keyId, memberId }) : null;
}
