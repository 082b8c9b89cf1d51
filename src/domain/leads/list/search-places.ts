import type { DomainContext } from '../../context.ts';
import { listRare, sortFound } from '../../keyset/list-rare.ts';
import type { Order, Place } from '../../keyset/stretches.ts';
import { both, type Page, type PageInput } from '../../page.ts';
import type { LeadPlaces } from './list-leads-by.ts';
import { newestSearched, noLead, type Sought, sortedByTime } from './search-leads.ts';

type Search = Sought & {
  readonly order: Order;
  readonly page: PageInput;
  readonly from: Place | null;
};

/** The leads that words or tags are found in, in an order other than that of the ids. */
export async function searchPlaces(
  context: DomainContext,
  places: LeadPlaces,
  { sought, where, isIndexed, ...asked }: Search,
): Promise<Page<Place>> {
  const walked = { ...where, OR: [sought, noLead] };
  if (!isIndexed) {
    const newest = both(walked, await newestSearched(context));
    return sortFound(places, { ...asked, walked: newest, found: { where: newest, orderBy: [{ id: 'desc' }] } });
  }
  const all = { ...where, ...sought };
  const found = { where: all, orderBy: sortedByTime('desc') };
  const page = await listRare(places, { ...asked, walked, found, anything: { deletedAt: null } });
  return { ...page, countAll: () => context.db.lead.count({ where: all }) };
}
