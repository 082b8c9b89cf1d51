import type { Prisma } from '../../../db/generated/prisma/client.ts';
import type { DomainContext } from '../../context.ts';
import { listRare, sortFound } from '../../keyset/list-rare.ts';
import type { Order, Place } from '../../keyset/stretches.ts';
import { both, type Page, type PageInput } from '../../page.ts';
import type { LeadPlaces } from './list-leads-by.ts';
import { newestSearched, noLead, sortedByTime } from './search-leads.ts';
import { isIndexed, searchPattern } from '../../words.ts';

type Search = {
  readonly where: Prisma.LeadWhereInput;
  readonly words: string;
  readonly order: Order;
  readonly page: PageInput;
  readonly from: Place | null;
};

/** The leads that words are found in, in an order other than that of the ids. */
export async function searchPlaces(
  context: DomainContext,
  places: LeadPlaces,
  { where, words, ...asked }: Search,
): Promise<Page<Place>> {
  const text = { search: { contains: searchPattern(words) } };
  const walked = { ...where, OR: [text, noLead] };
  if (!isIndexed(words)) {
    const newest = both(walked, await newestSearched(context));
    return sortFound(places, { ...asked, walked: newest, found: { where: newest, orderBy: [{ id: 'desc' }] } });
  }
  const all = { ...where, ...text };
  const found = { where: all, orderBy: sortedByTime('desc') };
  const page = await listRare(places, { ...asked, walked, found, anything: { deletedAt: null } });
  return { ...page, countAll: () => context.db.lead.count({ where: all }) };
}
