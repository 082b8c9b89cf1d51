import { requireScope } from '../../../access/actor.ts';
import type { Prisma } from '../../../db/generated/prisma/client.ts';
import type { LeadRow } from '../../../events/snapshot.ts';
import type { DomainContext } from '../../context.ts';
import {
  type Delegate,
  listPage,
  type ListOptions,
  maxPageSize,
  type Page,
  type PageInput,
  type RowQuery,
} from '../../page.ts';
import { type BulkLead, exportedFields } from './exported-lead.ts';
import { type LeadFilter, toWhere } from './lead-filter.ts';
import { leadTable } from './lead-table.ts';
import { type LeadOrder, toNamedOrder } from './lead-orders.ts';
import { listLeadsBy } from './list-leads-by.ts';
import { searchLeads, soughtIn } from './search-leads.ts';

const newestFirst: LeadOrder = { field: 'CREATED_AT', direction: 'desc' };

/**
 * Leads, newest first by default; of their columns those that the query selects. Cursors of the order by when they were made are row ids, those of the others opaque.
 * @throws INVALID for a page out of bounds, an unknown cursor, an unknown stage or a filter that contradicts itself.
 */
export async function listLeads(
  context: DomainContext,
  filter: LeadFilter,
  page: PageInput,
  order: LeadOrder = newestFirst,
  query: RowQuery = {},
): Promise<Page<LeadRow>> {
  const named = toNamedOrder(order);
  if (!named)
    return list<LeadRow>(context, context.db.lead, filter, page, {
      query,
      mostRows: maxPageSize,
      direction: order.direction,
    });
  requireScope(context.actor, 'leads:read');
  const options = { words: filter.q, wasThere: wasThereIn(context), query };
  return listLeadsBy(context, await toWhere(context, filter), named, page, options);
}

export const exportPageSize = 1000;

/** The same list in pages of up to 1,000, of each lead what bulk export reads, as text, by one statement a page. */
export const listBulkLeads = (
  context: DomainContext,
  filter: LeadFilter,
  page: PageInput,
  isCursorKnown: boolean,
): Promise<Page<BulkLead>> =>
  list<BulkLead>(context, context.leadTexts(), filter, page, {
    query: { select: exportedFields },
    mostRows: exportPageSize,
    isCursorKnown,
  });

type Options = ListOptions<Prisma.LeadWhereInput>;

/** Who is gone for good is known by the audit. */
const wasThereIn =
  ({ db }: DomainContext) =>
  async (id: string): Promise<boolean> =>
    (await db.auditEntry.findFirst({ where: { subjectId: id }, select: { id: true } })) !== null;

async function list<Row>(
  context: DomainContext,
  lead: Delegate<Row, Prisma.LeadWhereInput>,
  filter: LeadFilter,
  page: PageInput,
  options: Options,
): Promise<Page<Row>> {
  requireScope(context.actor, 'leads:read');
  const wasThere = wasThereIn(context);
  const where = await toWhere(context, filter);
  const table = leadTable<Row>(context, where, lead);
  const read = (where: Prisma.LeadWhereInput, more: Options = {}) =>
    listPage<Row, Prisma.LeadWhereInput>(table, where, page, { ...options, wasThere, ...more });
  const sought = soughtIn(where, filter.q);
  return sought ? searchLeads(context, sought, page, options.direction ?? 'desc', read) : read(where);
}
