import { toGlobalId } from '../../src/ids.ts';
import { messageCases } from './inbox-talk-cases.ts';
import type { ScaleCase, ScaleClients } from './scale-case.ts';

const list = `query ($orderBy: ConversationOrder, $filter: ConversationFilter, $first: Int, $after: String, $last: Int, $before: String) {
  conversations(orderBy: $orderBy, filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    nodes {
      id status visitor { name } lastMessage { role content createdAt } lastMessageAt messageCount waitingSince
      takenOverBy { name } lead { name }
    }
    pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
  }
}`;
const total = 'query ($filter: ConversationFilter) { conversations(first: 1, filter: $filter) { totalCount } }';

type Asker = 'whole' | 'locked';
type Page = { conversations: { nodes: { id: string }[]; pageInfo: { endCursor: string } } };
type Filter = object | ((known: Known) => object);

/** What is there to filter by, by the numbers of its seed. */
type Known = {
  readonly businesses: readonly string[];
  readonly widgets: readonly string[];
  readonly keys: Readonly<Record<string, string>>;
  /** Of the conversation amid all. */
  readonly leadId: string;
};

async function know({ whole }: ScaleClients): Promise<Known> {
  type Ids = { nodes: { id: string; dialect: string }[] };
  const { businesses, widgets, apiKeys, conversations } = await whole.ask<
    Record<'businesses' | 'widgets' | 'apiKeys', Ids> & { conversations: { totalCount: number } }
  >(`{ businesses(first: 200) { nodes { id } } widgets(first: 200) { nodes { id } }
       apiKeys(first: 200) { nodes { id dialect } } conversations(first: 1) { totalCount } }`);
  const amid = toGlobalId('Conversation', String(conversations.totalCount / 2).padStart(26, '0'));
  type Amid = { conversation: { lead: { id: string } } };
  const found = await whole.ask<Amid>('query ($id: ID!) { conversation(id: $id) { lead { id } } }', { id: amid });
  return {
    // The oldest last: of one in a hundred, one in four thousand, and half.
    businesses: businesses.nodes.map(({ id }) => id).toReversed(),
    widgets: widgets.nodes.map(({ id }) => id).toReversed(),
    keys: Object.fromEntries(apiKeys.nodes.map(({ id, dialect }) => [dialect, id])),
    leadId: found.conversation.lead.id,
  };
}

const resolve = async (filter: Filter, clients: ScaleClients) =>
  typeof filter === 'function' ? filter(await know(clients)) : filter;

const by = (field: string, direction: string) => ({ orderBy: { field, direction } });
const orders = ['CREATED_AT', 'LAST_MESSAGE_AT', 'WAITING_SINCE'].flatMap((field) =>
  ['DESC', 'ASC'].map((direction) => ({ name: `${field} ${direction}`, ...by(field, direction) })),
);

const listed = (name: string, variables: object, filter: Filter = {}, asker: Asker = 'whole'): ScaleCase => ({
  name,
  async prepare(clients) {
    const asked = { first: 50, ...variables, filter: await resolve(filter, clients) };
    return () => clients[asker].ask(list, asked);
  },
});

/** A page behind or before the place of the conversation amid all. */
const amid = (name: string, variables: object, page: (cursor: string) => object): ScaleCase => ({
  name,
  async prepare(clients) {
    const { leadId } = await know(clients);
    const { conversations } = await clients.whole.ask<Page>(list, { ...variables, filter: { leadId }, first: 10 });
    const asked = { ...variables, ...page(conversations.pageInfo.endCursor) };
    return () => clients.whole.ask(list, asked);
  },
});

const counted = (name: string, filter: Filter, asker: Asker = 'whole'): ScaleCase => ({
  name: `totalCount ${name}`,
  async prepare(clients) {
    const asked = { filter: await resolve(filter, clients) };
    return () => clients[asker].ask(total, asked);
  },
});

const filters: readonly (readonly [name: string, filter: Filter])[] = [
  ['status CLOSED', { status: 'CLOSED' }],
  ['status ACTIVE', { status: 'ACTIVE' }],
  ['status HUMAN_ACTIVE', { status: 'HUMAN_ACTIVE' }],
  ['waiting', { waiting: true }],
  ['not waiting', { waiting: false }],
  ['held by me', ({ keys }) => ({ takenOverById: keys['GRAPHQL'] })],
  ['held by one who holds few', ({ keys }) => ({ takenOverById: keys['QUINCER'] })],
  ['held by one who holds none', ({ keys }) => ({ takenOverById: keys['AI93'] })],
  ['a business of one in 100', ({ businesses }) => ({ businessId: businesses[0] })],
  ['a business of one in 4,000', ({ businesses }) => ({ businessId: businesses[1] })],
  ['a business of half', ({ businesses }) => ({ businessId: businesses[2] })],
  ['a business of one in 100, waiting', ({ businesses }) => ({ businessId: businesses[0], waiting: true })],
  ['a business of one in 100, ACTIVE', ({ businesses }) => ({ businessId: businesses[0], status: 'ACTIVE' })],
  ['a widget of one in 100', ({ widgets }) => ({ widgetId: widgets[1] })],
  ['a widget of one in 100, waiting', ({ widgets }) => ({ widgetId: widgets[1], waiting: true })],
  ['the widget of the rest, ACTIVE', ({ widgets }) => ({ widgetId: widgets[0], status: 'ACTIVE' })],
  ['a lead', ({ leadId }) => ({ leadId })],
  ['not captured', { notCaptured: true }],
  ['changed in the last days', { updatedSince: '2026-05-18T00:00:00Z' }],
  ['changed since long ago', { updatedSince: '2026-01-02T00:00:00Z' }],
];

const words: readonly (readonly [name: string, filter: Filter])[] = [
  ['a word of all', { q: 'booking' }],
  ['a word of one in 50', { q: 'refund' }],
  ['a word of one in 5,000', { q: 'fireplace' }],
  ['a word of the 80 oldest', { q: 'chandelier' }],
  ['a word of nobody', { q: 'zeppelin' }],
  ['a word of another workspace', { q: 'wholesale' }],
  ['two letters', { q: 'zq' }],
  ['a word of all, held by one who holds few', ({ keys }) => ({ q: 'booking', takenOverById: keys['QUINCER'] })],
  ['a word of all but a lead’s', ({ leadId }) => ({ q: 'nothing of the gardens', leadId })],
  ['a word of all, of a lead', ({ leadId }) => ({ q: 'gardens', leadId })],
  ['a word of all, ACTIVE', { q: 'booking', status: 'ACTIVE' }],
  ['a word of one in 50, HUMAN_ACTIVE', { q: 'refund', status: 'HUMAN_ACTIVE' }],
];

const inOrders = ([name, filter]: (typeof filters)[number]): ScaleCase[] => [
  listed(`${name}, CREATED_AT DESC`, {}, filter),
  listed(`${name}, LAST_MESSAGE_AT DESC`, by('LAST_MESSAGE_AT', 'DESC'), filter),
  listed(`${name}, WAITING_SINCE ASC`, by('WAITING_SINCE', 'ASC'), filter),
];

const oldestFirst = ['status CLOSED', 'status ACTIVE', 'status HUMAN_ACTIVE', 'held by me', 'waiting'];

export const inboxCases: readonly ScaleCase[] = [
  ...orders.flatMap(({ name, orderBy }) => [
    listed(`${name}, first page`, { orderBy }),
    listed(`${name}, last page`, { orderBy, first: undefined, last: 50 }),
    amid(`${name}, behind the midst`, { orderBy }, (after) => ({ first: 50, after })),
    amid(`${name}, before the midst`, { orderBy }, (before) => ({ last: 50, before })),
  ]),
  ...filters.flatMap(inOrders),
  ...filters
    .filter(([name]) => oldestFirst.includes(name))
    .map(([name, filter]) => listed(`${name}, CREATED_AT ASC`, by('CREATED_AT', 'ASC'), filter)),
  ...orders.map(({ name, orderBy }) => listed(`${name}, locked key of one in 100`, { orderBy }, {}, 'locked')),
  listed('waiting, WAITING_SINCE ASC, locked key', by('WAITING_SINCE', 'ASC'), { waiting: true }, 'locked'),
  ...words.flatMap(inOrders),
  listed('a word of all, locked key', by('LAST_MESSAGE_AT', 'DESC'), { q: 'booking' }, 'locked'),
  listed('a word of all others, locked key', by('LAST_MESSAGE_AT', 'DESC'), { q: 'gardens' }, 'locked'),
  listed('a word of nobody, locked key', by('LAST_MESSAGE_AT', 'DESC'), { q: 'zeppelin' }, 'locked'),
  counted('of all', {}),
  ...filters.map(([name, filter]) => counted(`of ${name}`, filter)),
  ...words.map(([name, filter]) => counted(`of ${name}`, filter)),
  counted('of all, locked key', {}, 'locked'),
  counted('of a word of all, locked key', { q: 'booking' }, 'locked'),
  ...messageCases,
];
