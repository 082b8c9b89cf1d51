import type { Conversation, Prisma } from '../../db/generated/prisma/client.ts';
import { columnsOf } from '../../db/reader/columns.ts';
import { conditionsOf } from '../../db/reader/conditions.ts';
import { openDraft } from '../../db/reader/draft.ts';
import { orderOf } from '../../db/reader/statement.ts';
import { givenInOrder } from '../../db/run/args.ts';
import type { Run } from '../../db/run/run.ts';
import type { DomainContext } from '../context.ts';
import { rowsOfPlaces } from '../keyset/rows-of-places.ts';
import { both, type Direction, type Page, type RowQuery } from '../page.ts';
import { isIndexed, searchPattern } from '../words.ts';
import {
  conversationsFound,
  conversationsWithWords,
  countConversationsFound,
  mostFound,
  nextOnes,
  type SearchShape,
} from './search-conversations.sql.ts';

/** A conversation that holds the words, by what it is listed by. */
export type FoundConversation = Pick<Conversation, 'id' | 'lastMessageAt' | 'waitingSince'>;

/** Which conversations are looked through: the next ones of an order, all of it one by one, or those an index found. */
export type Among = 'next' | 'all' | readonly string[];

type Asked = {
  readonly where: object;
  readonly orderBy: readonly Readonly<Record<string, Direction>>[];
  readonly take: number;
  readonly skip?: number;
};

/** A table of the conversations that hold the words, as lists read one. */
export type FoundConversations = {
  findMany(args: Asked): Promise<FoundConversation[]>;
  findFirst(args: { where: object }): Promise<FoundConversation | null>;
  count(args: { where: object }): Promise<number>;
};

type Runner = { readonly run: Run };

/** @param pattern as `like` takes it, folded */
export function conversationsAmong({ run }: Runner, pattern: string, among: Among): FoundConversations {
  const isNamed = typeof among === 'string';
  const words = isNamed ? { pattern } : { conversationIds: among };
  function shapeOf({ where, orderBy }: Pick<Asked, 'where' | 'orderBy'>) {
    const [draft, columns] = [openDraft((position) => `:v${position}`), columnsOf('Conversation')];
    const conditions = conditionsOf(draft, columns, where);
    const order = orderOf(draft, columns, orderBy);
    if (draft.beyond !== null) throw new Error(`Words cannot be looked for among conversations by ${draft.beyond}.`);
    const shape: SearchShape = {
      among: isNamed ? among : 'found',
      conditions,
      values: draft.values.length,
      order,
    };
    return { shape, given: { ...givenInOrder(draft.values), ...words } };
  }
  async function findMany({ take, skip = 0, ...asked }: Asked): Promise<FoundConversation[]> {
    const { shape, given } = shapeOf(asked);
    return run(conversationsFound(shape), { ...given, limit: take, offset: skip });
  }
  return {
    findMany,
    findFirst: async ({ where }) => (await findMany({ where, orderBy: [{ id: 'desc' }], take: 1 }))[0] ?? null,
    async count({ where }) {
      const { shape, given } = shapeOf({ where, orderBy: [{ lastMessageAt: 'desc' }, { id: 'desc' }] });
      return (await run(countConversationsFound(shape), given))[0]?.count ?? 0;
    },
  };
}

/** The conversations of the organisation that an index finds; null where that is too many. */
export async function findByIndex({ run }: Runner, pattern: string): Promise<readonly string[] | null> {
  const [found] = await run(conversationsWithWords, { pattern });
  return found && found.messages <= mostFound ? found.ids : null;
}

/**
 * Frequent words fill a page from the next conversations of the order alone, and a list that has no more than these needs nothing
 * else. For rarer words the index is asked, and what it finds too much of is met soon enough in the order itself. Words that the
 * index does not know are looked for among the next ones only.
 */
export async function searchConversations(
  context: DomainContext,
  where: Prisma.ConversationWhereInput,
  words: string,
  query: RowQuery,
  list: (table: FoundConversations) => Promise<Page<FoundConversation>>,
): Promise<Page<Conversation>> {
  const { db } = context;
  const pattern = `%${searchPattern(words)}%`;
  const next = conversationsAmong(context, pattern, 'next');
  let complete: Promise<FoundConversations> | undefined;
  const choose = () => (complete ??= chooseComplete());
  async function chooseComplete(): Promise<FoundConversations> {
    if (!isIndexed(words)) return next;
    const beyond = { skip: nextOnes, take: 1, orderBy: { id: 'desc' }, select: { id: true } } as const;
    if ((await db.conversation.findMany({ where, ...beyond })).length === 0) return next;
    return conversationsAmong(context, pattern, (await findByIndex(context, pattern)) ?? 'all');
  }
  const near = await list(next);
  const table = near.hasMore ? next : await choose();
  const found = table === next ? near : await list(table);
  const page = await rowsOfPlaces<FoundConversation, Conversation>(found, {
    read: (ids) => db.conversation.findMany({ ...query, where: both(where, { id: { in: ids } }) }),
    cursorOf: found.cursorOf,
  });
  return { ...page, countAll: async () => (await choose()).count({ where }) };
}
