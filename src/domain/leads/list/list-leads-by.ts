import type { Prisma } from '../../../db/generated/prisma/client.ts';
import type { LeadRow } from '../../../events/snapshot.ts';
import type { DomainContext } from '../../context.ts';
import { fromCursor, type NamedOrder, toCursor } from '../../keyset/cursors.ts';
import { listOrdered, type OrderedTable } from '../../keyset/list-ordered.ts';
import { sortFound } from '../../keyset/list-rare.ts';
import { rowsOfPlaces } from '../../keyset/rows-of-places.ts';
import type { Place } from '../../keyset/stretches.ts';
import { both, type Page, type PageInput, requireCursorRow, type RowQuery } from '../../page.ts';
import { leadTable } from './lead-table.ts';
import { soughtIn } from './search-leads.ts';
import { searchPlaces } from './search-places.ts';

type Where = Prisma.LeadWhereInput;
export type LeadPlaces = OrderedTable<Place, Where>;

/** Leads by what an order's index holds of them alone, so that their rows are not read before it is known which are shown. */
function placesOf(context: DomainContext, whole: Where, { column }: NamedOrder): LeadPlaces {
  const table = leadTable<Partial<LeadRow> & { id: string }>(context, whole, context.db.lead);
  const valued: object = { [column]: true };
  return {
    async findMany({ where, orderBy, take, skip = 0 }) {
      const select: RowQuery = { select: { id: true, ...valued } };
      const rows = await table.findMany({ ...select, where, orderBy, take, skip });
      return rows.map((row) => ({ id: row.id, value: valueOf(row, column) }));
    },
    count: (args) => table.count(args),
  };
}

function valueOf(row: object, column: string): Place['value'] {
  const value: unknown = Reflect.get(row, column);
  if (value instanceof Date || typeof value === 'number' || typeof value === 'string') return value;
  return null;
}

type Options = {
  readonly words: string | null | undefined;
  readonly wasThere: (id: string) => Promise<boolean>;
  readonly query: RowQuery;
};

/**
 * Leads in the order of a column. A page of places is read first, then their rows: two statements, and one for each further
 * stretch of the order where the first does not fill the page.
 * @throws INVALID for a page out of bounds, an offset, and a cursor of another order or of a lead the caller never saw.
 */
export async function listLeadsBy(
  context: DomainContext,
  where: Where,
  order: NamedOrder,
  page: PageInput,
  { words, wasThere, query }: Options,
): Promise<Page<LeadRow>> {
  const from = page.cursor == null ? null : fromCursor(order, page.cursor, page);
  if (from) await requireCursorRow(context.db.lead, from.id, page, wasThere);
  const found = await listPlaces(context, placesOf(context, where, order), { where, words, order, page, from });
  return rowsOfPlaces<Place, LeadRow>(found, {
    read: (ids) => context.db.lead.findMany({ ...query, where: both(where, { id: { in: ids } }) }),
    cursorOf: (place) => toCursor(order, place),
  });
}

type Asked = {
  readonly where: Where;
  readonly words: string | null | undefined;
  readonly order: NamedOrder;
  readonly page: PageInput;
  readonly from: Place | null;
};

/** So few leads of a business are all read and sorted here: 10 ms, most of it the ORM’s. */
const fewLeads = 1000;

/**
 * What a business has may be little, or lie together far down an order: where it is little it is found by the business. Of more, the
 * order's index is walked, which carries the business: a million entries take 0.4 to 0.7 s where nothing is met before. An index of
 * each order that is led by the business would make it one look-up, but every change of such a lead is kept in all indexes: changing
 * 3,000 of 100,000 took 1.6 times as long with these four (pairs of 4.4 to 6.6 s against 5.9 to 9.9 s on a busy machine).
 */
async function listPlaces(
  context: DomainContext,
  places: LeadPlaces,
  { where, words, order, page, from }: Asked,
): Promise<Page<Place>> {
  const sought = soughtIn(where, words);
  if (sought) return searchPlaces(context, places, { ...sought, order, page, from });
  const ofBusiness = context.actor.businessId !== null || where.businessId !== undefined;
  const found = { where, orderBy: [{ id: 'desc' as const }] };
  const isLittle = ofBusiness && (await places.findMany({ ...found, skip: fewLeads, take: 1 })).length === 0;
  if (isLittle) return sortFound(places, { walked: where, found, order, page, from });
  return listOrdered(places, where, order, page, { from });
}
