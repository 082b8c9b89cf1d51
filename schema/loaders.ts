import type DataLoader from 'dataloader';
import type {
  ApiKey,
  Business,
  Conversation,
  Lead,
  Member,
  Message,
  Stage,
  Task,
  WebhookAttempt,
  WebhookEndpoint,
  Widget,
} from '../src/db/generated/prisma/client.ts';
import type { AuthorColumns } from '../src/db/authors.ts';
import type { ChildRange } from '../src/db/child-pages.ts';
import type { Author, LogEvent } from '../src/events/snapshot.ts';

type ById<Row> = DataLoader<string, Row | null>;
type Children<Row> = (range: ChildRange) => DataLoader<string, Row[]>;

/** One batch for each kind of row an answer refers to, however many times it does. */
export type Loaders = {
  readonly stage: ById<Stage>;
  readonly business: ById<Business>;
  readonly widget: ById<Widget>;
  readonly member: ById<Member>;
  readonly apiKey: ById<ApiKey>;
  /** Deleted leads are not there. */
  readonly lead: ById<Lead>;
  readonly conversation: ById<Conversation>;
  readonly endpoint: ById<WebhookEndpoint>;
  readonly event: ById<LogEvent>;
  /** First one first. */
  readonly attemptsOfDelivery: DataLoader<string, WebhookAttempt[]>;
  readonly author: DataLoader<AuthorColumns, Author | null, string>;
  readonly tasksOfLead: Children<Task>;
  readonly messagesOfConversation: Children<Message>;
  readonly taskCountOfLead: DataLoader<string, number>;
  readonly messageCountOfConversation: DataLoader<string, number>;
};

/** The row a nullable reference points to. */
export const loadOptional = <Row>(loader: ById<Row>, id: string | null): Promise<Row | null> | null =>
  id === null ? null : loader.load(id);
