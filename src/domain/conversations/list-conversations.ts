import { requireScope } from '../../access/actor.ts';
import type { Conversation, ConversationStatus, Prisma } from '../../db/generated/prisma/client.ts';
import type { DomainContext } from '../context.ts';
import { countConversations } from '../counts/kept-conversations.ts';
import { fromCursor, toCursor } from '../keyset/cursors.ts';
import { listOrdered } from '../keyset/list-ordered.ts';
import { placeOf } from '../keyset/stretches.ts';
import { checkWords } from '../words.ts';
import { both, listPage, type Page, type PageInput, requireCursorRow, type RowQuery } from '../page.ts';
import { type ConversationOrder, toNamedOrder } from './conversation-orders.ts';
import { type FoundConversation, searchConversations } from './search-conversations.ts';

/** Who holds a conversation: a member, or a key that acts in nobody's name. */
export type Holder = { readonly memberId: string } | { readonly keyId: string };

/** Every field given must hold; null and absent are the same. */
export type ConversationFilter = {
  readonly widgetId?: string | null | undefined;
  readonly businessId?: string | null | undefined;
  readonly leadId?: string | null | undefined;
  readonly status?: ConversationStatus | null | undefined;
  /** Inclusive. */
  readonly updatedSince?: Date | null | undefined;
  readonly notCaptured?: boolean | null | undefined;
  readonly waiting?: boolean | null | undefined;
  readonly takenOverBy?: Holder | null | undefined;
  /** Words as they stand, in any case, in any of its messages. */
  readonly q?: string | null | undefined;
};

type Where = Prisma.ConversationWhereInput;

const newestFirst: ConversationOrder = { field: 'CREATED_AT', direction: 'desc' };

/**
 * Conversations, newest first by default; of their columns those that the query selects, among which are `FoundConversation`’s. Cursors of the order by when they began are row ids, those of the others opaque.
 * @throws INVALID for a page out of bounds, an offset in another order, and an unknown cursor
 */
export async function listConversations(
  context: DomainContext,
  filter: ConversationFilter,
  page: PageInput,
  order: ConversationOrder = newestFirst,
  query: RowQuery = {},
): Promise<Page<Conversation>> {
  requireScope(context.actor, 'conversations:read');
  const where = toWhere(filter);
  if (filter.q)
    return searchConversations(context, where, filter.q, query, (found) => list(context, found, where, page, order));
  const { conversation } = context.db;
  const table: Table<Conversation> = {
    findMany: (args: object) => conversation.findMany(args),
    findFirst: (args: object) => conversation.findFirst(args),
    count: (args) => countConversations(context, args.where),
  };
  return list<Conversation>(context, table, where, page, order, query);
}

type Table<Row> = Parameters<typeof listPage<Row, Where>>[0] &
  Parameters<typeof listOrdered<Row & FoundConversation, Where>>[0];

async function list<Row extends FoundConversation>(
  { db }: DomainContext,
  table: Table<Row>,
  where: Where,
  page: PageInput,
  order: ConversationOrder,
  query: RowQuery = {},
): Promise<Page<Row>> {
  const named = toNamedOrder(order);
  if (!named) {
    const wasThere = async (id: string) =>
      (await db.conversation.findFirst({ where: { id }, select: { id: true } })) !== null;
    return listPage<Row, Where>(table, where, page, { direction: order.direction, wasThere, query });
  }
  const from = page.cursor ? fromCursor(named, page.cursor, page) : null;
  if (from) await requireCursorRow(db.conversation, from.id, page, undefined);
  const cursorOf = (row: Row) => toCursor(named, placeOf(named, row));
  return listOrdered<Row, Where>(table, where, named, page, { from, cursorOf, query });
}

function toWhere(filter: ConversationFilter): Where {
  checkWords(filter.q);
  const where: Where = {};
  if (filter.widgetId != null) where.widgetId = filter.widgetId;
  if (filter.businessId != null) where.businessId = filter.businessId;
  if (filter.leadId != null) where.leadId = filter.leadId;
  if (filter.status != null) where.status = filter.status;
  if (filter.notCaptured != null) where.notCapturedAt = filter.notCaptured ? { not: null } : null;
  if (filter.waiting != null) where.waitingSince = filter.waiting ? { not: null } : null;
  if (filter.updatedSince) where.updatedAt = { gte: filter.updatedSince };
  return filter.takenOverBy ? both(where, heldBy(filter.takenOverBy)) : where;
}

/** The status is one of an index, which few conversations have. */
const heldBy = (holder: Holder): Where => ({
  status: 'HUMAN_ACTIVE',
  ...('memberId' in holder ? { holderMemberId: holder.memberId } : { holderKeyId: holder.keyId, holderMemberId: null }),
});
