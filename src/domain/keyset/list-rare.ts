import { listOrdered, type OrderedTable } from './list-ordered.ts';
import { pageOfPlaces } from './page-of-places.ts';
import { type Order, orderByOf, type Place, type Reading, stretchesOf } from './stretches.ts';
import { both, type Direction, type Joinable, type Page, type PageInput } from '../page.ts';

/** How many places are looked through one by one, which takes some 10 ms, and how many are sorted here at most. */
export const mostWalked = 10_000;

type Rare<Where> = {
  /** Holds for the list; asked where the order's index is walked. */
  readonly walked: Where;
  /** The same, as another index finds it, and the order in which that has it. */
  readonly found: { readonly where: Where; readonly orderBy: Record<string, Direction>[] };
  /** Whatever is in the order at all. */
  readonly anything: Where;
  readonly order: Order;
  readonly page: PageInput;
  readonly from: Place | null;
};

/**
 * A page of what may be rare in an order. Where it is frequent, the next places fill the page. Where it is not, all of it is found
 * by another index and sorted here, unless that is more than can be: then the order is walked to it.
 */
export async function listRare<Where extends Joinable>(
  places: OrderedTable<Place, Where>,
  { walked, found, anything, order, page, from }: Rare<Where>,
): Promise<Page<Place>> {
  const until = await endOfReach(places, anything, order, { from, backward: page.backward ?? false });
  const next = await listOrdered(places, walked, order, page, { from, until });
  if (next.hasMore || !until) return next;
  return sortFound(places, { walked, found, order, page, from });
}

/** The page of what another index finds, all of it sorted here; walked to where it is too much. */
export async function sortFound<Where extends Joinable>(
  places: OrderedTable<Place, Where>,
  { walked, found, order, page, from }: Omit<Rare<Where>, 'anything'>,
): Promise<Page<Place>> {
  const all = await places.findMany({ ...found, take: mostWalked + 1 });
  if (all.length > mostWalked) return listOrdered(places, walked, order, page, { from });
  const { places: rows, hasMore, hasOther } = pageOfPlaces(all, order, page, from);
  return {
    rows,
    backward: page.backward ?? false,
    hasMore,
    hasOther: () => Promise.resolve(hasOther),
    countAll: () => Promise.resolve(all.length),
  };
}

/** Up to where places are looked through one by one; null where the order ends before. */
async function endOfReach<Where extends Joinable>(
  places: OrderedTable<Place, Where>,
  anything: Where,
  order: Order,
  reading: Reading,
): Promise<Place | null> {
  const orderBy = orderByOf(order, reading.backward);
  for (const stretch of stretchesOf(order, reading)) {
    const [end] = await places.findMany({ where: both(anything, stretch), orderBy, skip: mostWalked, take: 1 });
    if (end) return end;
  }
  return null;
}
