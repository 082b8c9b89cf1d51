import { toGlobalId, toGlobalIdOrNull } from '../../../src/ids.ts';

/** A row as the ORM reads it. */
export type Row = Readonly<Record<string, unknown>>;

/** The row of a model that a reader can see, if there is one of that id. */
export type Find = (model: Referred, id: unknown) => Row | null;
export type Referred = 'lead' | 'conversation' | 'message' | 'business' | 'widget' | 'webhookEndpoint' | 'event';

/** What is asked of a type by the field's name, and what of the row it must say. */
export type Shown = Readonly<Record<string, { readonly asked?: string; of(row: Row, find: Find): unknown }>>;

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const instant = (value: unknown) => (value instanceof Date ? value.toISOString() : null);

const columns = (...names: readonly string[]): Shown =>
  Object.fromEntries(names.map((name) => [name, { of: (row: Row) => row[name] }]));

const instants = (...names: readonly string[]): Shown =>
  Object.fromEntries(names.map((name) => [name, { of: (row: Row) => instant(row[name]) }]));

type Noun = Parameters<typeof toGlobalId>[0];

const idOf = (name: string, noun: Noun): Shown => ({
  [name]: { of: (row) => toGlobalIdOrNull(noun, text(row[name])) },
});

/** What a row points to: its id and something else of it. */
const reference = (name: string, noun: Noun, model: Referred, more: string): Shown => ({
  [name]: {
    asked: `${name} { id ${more} }`,
    of(row, find) {
      const found = find(model, row[`${name}Id`]);
      return found && { id: toGlobalIdOrNull(noun, text(found['id'])), [more]: found[more] };
    },
  },
});

const authorId = (memberId: unknown, keyId: unknown) =>
  toGlobalIdOrNull('Member', text(memberId)) ?? toGlobalIdOrNull('ApiKey', text(keyId));

const author = (name: string, member: string, key: string): Shown => ({
  [name]: {
    asked: `${name} { id }`,
    of(row) {
      const id = authorId(row[member], row[key]);
      return id && { id };
    },
  },
});

const lead = reference('lead', 'Lead', 'lead', 'email');
const business = { ...idOf('businessId', 'Business'), ...reference('business', 'Business', 'business', 'name') };
const widget = { ...idOf('widgetId', 'Widget'), ...reference('widget', 'Widget', 'widget', 'name') };
const conversation = reference('conversation', 'Conversation', 'conversation', 'status');

const message: Shown = {
  ...idOf('id', 'Message'),
  ...idOf('conversationId', 'Conversation'),
  ...conversation,
  ...columns('role', 'content', 'originalContent', 'language', 'translated'),
  inReplyTo: { of: (row) => [row['inReplyTo']].flat().map((id) => toGlobalId('Message', String(id))) },
  ...instants('createdAt'),
  ...author('author', 'authorMemberId', 'authorKeyId'),
};

/** What an event’s snapshot holds stands in it as it was, whatever the rows are now. */
const inSnapshot = (type: string, name: string, noun: Noun, more: string): Shown => ({
  [name]: {
    asked: `... on ${type} { ${name} { id ${more} } }`,
    of(row) {
      if (!isOf(type, text(row['type']) ?? '')) return undefined;
      const held: unknown = Reflect.get(Object(row['snapshot']), name);
      if (typeof held !== 'object' || held === null) return null;
      const { id, [more]: told } = held as Row;
      return { id: toGlobalIdOrNull(noun, text(id)), [more]: told };
    },
  },
});

const isOf = (type: string, of: string) =>
  ({
    LeadEvent: /^(lead|note)\./,
    ConversationEvent: /^conversation\./,
    TaskEvent: /^task\./,
  })[type]?.test(of);

/** Of what no snapshot is read for, and of what one is. */
export const bareEvent: Shown = {
  ...columns('id'),
  type: { of: (row) => String(row['type']).replace('.', '_').toUpperCase() },
  ...instants('createdAt'),
  ...idOf('businessId', 'Business'),
};
const wholeEvent: Shown = {
  ...bareEvent,
  ...inSnapshot('LeadEvent', 'lead', 'Lead', 'email'),
  ...inSnapshot('LeadEvent', 'note', 'Note', 'body'),
  ...inSnapshot('ConversationEvent', 'conversation', 'Conversation', 'status'),
  ...inSnapshot('ConversationEvent', 'message', 'Message', 'content'),
  ...inSnapshot('TaskEvent', 'task', 'Task', 'title'),
};

export const shownOf = {
  Conversation: {
    ...idOf('id', 'Conversation'),
    ...columns('status', 'language', 'messageCount'),
    visitor: {
      asked: 'visitor { name email }',
      of: (row) => ({ name: row['visitorName'], email: row['visitorEmail'] }),
    },
    ...author('takenOverBy', 'holderMemberId', 'holderKeyId'),
    ...instants('takenOverAt', 'takenOverUntil', 'closedAt', 'notCapturedAt', 'lastMessageAt', 'waitingSince'),
    ...instants('createdAt', 'updatedAt'),
    ...reference('lastMessage', 'Message', 'message', 'content'),
    ...idOf('leadId', 'Lead'),
    ...lead,
    ...business,
    ...widget,
  },
  Message: message,
  Note: {
    ...idOf('id', 'Note'),
    ...columns('type', 'body', 'pinned'),
    ...author('author', 'authorMemberId', 'authorKeyId'),
    ...instants('createdAt', 'updatedAt'),
    ...idOf('leadId', 'Lead'),
    ...lead,
  },
  Task: {
    ...idOf('id', 'Task'),
    ...columns('type', 'status', 'title', 'execution', 'result'),
    ...instants('dueAt', 'createdAt', 'updatedAt', 'completedAt'),
    ...idOf('leadId', 'Lead'),
    ...lead,
    ...idOf('conversationId', 'Conversation'),
    ...conversation,
    ...business,
    ...widget,
  },
  WebhookDelivery: {
    ...idOf('id', 'WebhookDelivery'),
    ...columns('state', 'eventId', 'deadReason'),
    ...instants('nextAttemptAt', 'createdAt'),
    ...idOf('endpointId', 'WebhookEndpoint'),
    endpoint: {
      asked: 'endpoint { id url }',
      of(row, find) {
        const found = find('webhookEndpoint', row['endpointId']);
        return found && { id: toGlobalId('WebhookEndpoint', String(found['id'])), url: found['url'] };
      },
    },
    event: {
      asked: 'event { id createdAt }',
      of(row, find) {
        const found = find('event', row['eventId']);
        return found && { id: found['id'], createdAt: instant(found['createdAt']) };
      },
    },
  },
  WebhookEndpoint: {
    ...idOf('id', 'WebhookEndpoint'),
    ...columns('url', 'format', 'consumerWorkspace', 'disabledReason', 'alsoStandard'),
    enabled: { of: (row) => row['disabledAt'] === null },
    ...instants('disabledAt', 'createdAt', 'updatedAt'),
    ...reference('business', 'Business', 'business', 'name'),
  },
  Event: wholeEvent,
} as const satisfies Record<string, Shown>;

export type ShownType = keyof typeof shownOf;
